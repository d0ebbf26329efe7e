import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE } from '../engine.ts';
import { generateRepository } from './repository.ts';

/** Rows of the sheet that is imported. */
export const ROWS = 8000;

/** A repository of its own, a folder for identities and a sheet: what an import needs. @returns the words after `hire` */
export async function prepareImport(folder: string): Promise<readonly string[]> {
  const { root } = await generateRepository(ENGINE, join(folder, 'repository'), 1, false);
  const sheet = join(folder, 'sheet.csv');
  mkdirSync(join(folder, 'identities'));
  mkdirSync(join(root, '.hire'), { recursive: true });
  writeFileSync(join(root, '.hire', 'local.yml'), 'identities: ../identities\n');
  appendFileSync(join(root, '.git', 'config'), '[user]\n\tname = Bench\n\temail = bench@example.com\n');
  writeFileSync(sheet, generatedSheet(ROWS));
  return ['import', sheet, '--role', 'senior-backend-2026', '--yes', '--root', root];
}

const FIRST = ['Ada', 'Bela', 'Cyra', 'Dmitar', 'Esra', 'Femi', 'Gwil', 'Hana', 'Ines', 'Jarek', 'Kofi', 'Lúcia', 'Mirza', 'Nkechi', 'Oona', 'Pál'];
const LAST = ['Placeholder', 'Sample', 'Erfundsen', 'Nessunello', 'Fittizia', 'Kalpanik', 'Inventado', 'Musterfrau', 'Exempel', 'Wymyślona', 'Kitalált', 'Fiktív'];
const WORDS = 'I kept the queue that we had and moved the counting out of it, since nobody could say which of two numbers was right, and wrote down why before we began'.split(' ');
/** A Monday; applications are spread over the eight weeks after it. */
const FROM = Date.parse('2026-09-07T08:00Z');

/** A sheet of so many invented people, as a form would export it: always the same. Every fiftieth answer holds an address, which belongs to no record. */
function generatedSheet(rows: number): string {
  const header = ['Timestamp', 'Full name', 'Email', 'LinkedIn', 'Time zone', 'Language', 'Source', 'cv', 'best-thing', 'your-part', 'technical-question', 'collaboration', 'own-work'];
  return [header, ...Array.from({ length: rows }, (_, index) => row(index))].map((cells) => cells.map(cell).join(',')).join('\r\n');
}

function row(index: number): string[] {
  const first = FIRST[index % FIRST.length] ?? '';
  const last = LAST[Math.floor(index / FIRST.length) % LAST.length] ?? '';
  const handle = `${first}-${last}-${index}`.normalize('NFKD').replace(/[^A-Za-z0-9-]/g, '').toLowerCase();
  const applied = new Date(FROM + (index % 56) * 86_400_000 + (index % 480) * 60_000).toISOString().slice(0, 16).replace('T', ' ');
  return [
    applied, `${first} ${last}`, `${handle}@mail.example`, `https://people.example/${handle}`, index % 3 === 0 ? 'Europe/Lisbon' : 'Asia/Kolkata', index % 5 === 0 ? 'Portuguese' : 'en', index % 2 === 0 ? 'job board' : 'Referral',
    `${handle}.pdf`, `https://work.example/${handle}`, `${words(index, 90)}${index % 50 === 0 ? ` Write to someone${index}@mail.invalid or somebody@post.invalid.co` : ''}`, `${words(index + 3, 120)}\n\n${words(index + 7, 60)}`, words(index + 11, 70), 'Yes',
  ];
}

function words(from: number, count: number): string {
  return `${Array.from({ length: count }, (_, index) => WORDS[(from + index) % WORDS.length]).join(' ')}, "${from}".`;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

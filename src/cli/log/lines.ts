import type { TrialLog } from '../../model/trial-log.ts';
import { editYaml } from '../../store/edit-yaml.ts';
import { asProse, printProse, type Printable } from '../../text/print-scalar.ts';
import { parseYaml } from '../../text/yaml.ts';
import { modeline } from '../new-files.ts';

type Day = TrialLog['days'][number];
type Payment = TrialLog['paid'][number];

/**
 * The text of a log with a day more, its note in a block; every other character stays.
 * @param text undefined where there is no log yet
 * @throws NotEdited when the file is laid out in a way that needs a person
 */
export function withDay(text: string | undefined, path: string, line: Day): string {
  const note = asProse(line.note);
  const entry = [`  - on: ${line.on}`, `    by: ${line.by}`, ...(line.hours === undefined ? [] : [`    hours: ${line.hours}`]), printProse('note', note, 4)].join('\n');
  if (text === undefined) return `${modeline(path, 'trial-log')}\ndays:\n${entry}\n`;
  return asBlock(text, entry, { ...line, note }) ?? editYaml(text, [{ append: ['days'], value: { ...line, note } }]);
}

/** The text of a log with a payment more. @throws NotEdited */
export function withPayment(text: string | undefined, path: string, payment: Payment): string {
  return editYaml(text ?? `${modeline(path, 'trial-log')}\ndays: []\n`, [{ append: ['paid'], value: { ...payment } }]);
}

/** Puts the entry where the list of days ends, and reads it back: undefined when that is not what the file then says. */
function asBlock(text: string, entry: string, line: Day): string | undefined {
  const before = parseYaml(text);
  if (before.faults) return undefined;
  const data = before.value as { readonly days?: readonly Printable[] } | null;
  const lines = text.replace(/\n*$/, '\n').split('\n');
  const start = lines.findIndex((each) => /^days:/.test(each));
  const next = lines.findIndex((each, index) => index > start && /^[A-Za-z]/.test(each));
  const end = next === -1 ? lines.length - 1 : next;
  const head = lines.slice(0, end).map((each, index) => (index === start ? each.replace(/^days: *\[\] */, 'days:') : each));
  const made = start === -1 ? `${text.replace(/\n*$/, '\n')}days:\n${entry}\n` : [...head, entry, ...lines.slice(end)].join('\n');
  const after = parseYaml(made);
  const wanted = { ...data, days: [...data?.days ?? [], { ...line }] };
  return !after.faults && sameData(after.value, wanted) ? made : undefined;
}

function sameData(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}

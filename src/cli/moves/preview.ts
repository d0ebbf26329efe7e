import { officeOf } from '../../analysis/time/office.ts';
import type { Identity } from '../../model/identities.ts';
import type { Workspace } from '../../model/workspace.ts';
import { plural } from '../../model/words.ts';
import type { PlannedMove, RefusedMove } from '../../moves/move.ts';
import { shownPercent } from '../../moves/select.ts';
import { momentWords } from '../../moves/where.ts';
import type { Letter } from './letters.ts';

/** One candidate in a plan: what people see of it before and after, and what programs read. */
export interface PlanRow {
  readonly candidate: string;
  /** Only where this machine may open it; never on stdout or in data. */
  readonly identity: Identity | undefined;
  readonly letter: Letter | undefined;
  /** Cells of the preview by title; every row has the same titles. */
  readonly cells: Readonly<Record<string, string>>;
  /** What should be known before somebody says yes. */
  readonly notes: readonly string[];
  /** One line once it is done, without the candidate. */
  readonly done: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The row of a move. */
export function rowOfMove(workspace: Workspace, move: PlannedMove, letter: Letter | undefined, identity: Identity | undefined): PlanRow {
  const percent = shownPercent(move.before.current);
  const words = eventWords(workspace, move);
  const { role, candidate, visit, into = null, event, notes } = move;
  return {
    candidate, identity, letter, notes,
    cells: { stage: pathWords(move), days: String(move.before.daysInStage), score: percent === undefined ? '–' : `${percent.toFixed(0)} %`, event: words },
    done: `${pathWords(move)}  ${words}`,
    data: { role, candidate, visit, into, event, notes },
  };
}

/** `application → technical-challenge`, or the visit alone where nothing else begins. */
function pathWords({ visit, into }: PlannedMove): string {
  return into === undefined ? visit : `${visit} → ${into}`;
}

/** What the event says, without who and where: `declined, below-bar`. */
function eventWords(workspace: Workspace, { event }: PlannedMove): string {
  const office = officeOf(workspace.calendar);
  if (event.event === 'booked') return `booked for ${momentWords(office, Date.parse(event.for))}`;
  return 'reason' in event ? `${event.event}, ${event.reason}` : event.event;
}

const FIGURES = new Set(['days', 'score']);

/** The table that is shown before anything is written. Names only where this machine may open them. */
export function previewTable(rows: readonly PlanRow[]): string {
  const named = rows.some((row) => row.identity);
  const titles = Object.keys(rows[0]?.cells ?? {});
  const header = ['candidate', ...(named ? ['name'] : []), ...titles, 'message'];
  const lines = rows.map((row) => [row.candidate, ...(named ? [row.identity?.name ?? '–'] : []), ...titles.map((title) => row.cells[title] ?? ''), messageWords(row)]);
  const widths = header.map((title, column) => Math.max(...[title, ...lines.map((line) => line[column] ?? '')].map(widthOf)));
  const print = (cells: readonly string[]): string => cells.map((cell, column) => {
    const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
    return FIGURES.has(header[column] ?? '') ? space + cell : cell + space;
  }).join('  ').trimEnd();
  // What is true of everybody is said once.
  const shared = rows.length < 3 ? [] : notesOf(rows[0]).filter((note) => rows.every((row) => notesOf(row).includes(note)));
  const body = lines.flatMap((line, index) => {
    const notes = notesOf(rows[index]).filter((note) => !shared.includes(note));
    return [print(line), ...(notes.length > 0 ? [`  ${notes.join('; ')}`] : [])];
  });
  return `${[print(header), ...body, ...shared.map((note) => `all of them: ${note}`)].join('\n')}\n`;
}

/** Notes of a row, and the tokens of its letter that nobody knew. */
export function notesOf(row: PlanRow | undefined): string[] {
  const unknown = row?.letter?.draft.unknown ?? [];
  return [...(row?.notes ?? []), ...(unknown.length > 0 ? [`the message lacks ${unknown.map((token) => `{{${token}}}`).join(', ')}`] : [])];
}

/** The candidates with whom nothing is done, and why. */
export function refusedWords(refused: readonly RefusedMove[]): string {
  if (refused.length === 0) return '';
  return `Not possible for ${plural(refused.length, 'candidate')}:\n${refused.map(({ message, hint }) => `  ${message} ${hint}\n`).join('')}\n`;
}

/** "declined-application, en", and which language there is no translation for. */
function messageWords({ letter, identity }: PlanRow): string {
  if (!letter) return 'none';
  const { call, draft } = letter;
  const to = draft.to === undefined && identity !== undefined ? ', no address' : '';
  return `${call.message}, ${call.language}${call.fellBack ? ` (not in ${identity?.language ?? 'theirs'})` : ''}${to}`;
}

/** Columns a text takes on a terminal: marks that join a letter take none. */
function widthOf(text: string): number {
  return [...text.replace(/[\p{M}\u200b-\u200f]/gu, '')].reduce((width, sign) => width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(sign) ? 2 : 1), 0);
}

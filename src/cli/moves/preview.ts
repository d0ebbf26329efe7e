import { officeOf } from '../../analysis/time/office.ts';
import type { Identity } from '../../model/identities.ts';
import type { Workspace } from '../../model/workspace.ts';
import { plural } from '../../model/words.ts';
import type { PlannedMove, RefusedMove } from '../../moves/move.ts';
import { shownPercent } from '../../moves/select.ts';
import { momentWords } from '../../moves/where.ts';
import type { Letter } from './letters.ts';

/** One line of a preview: who, from where to where, and what is written. */
export interface PreviewRow {
  readonly move: PlannedMove;
  readonly letter: Letter | undefined;
  readonly identity: Identity | undefined;
}

/** `application → technical-challenge`, or the visit alone where nothing else begins. */
export function pathWords({ visit, into }: PlannedMove): string {
  return into === undefined ? visit : `${visit} → ${into}`;
}

/** What the event says, without who and where: `declined, below-bar`. */
export function eventWords(workspace: Workspace, { event }: PlannedMove): string {
  const office = officeOf(workspace.calendar);
  if (event.event === 'booked') return `booked for ${momentWords(office, Date.parse(event.for))}`;
  return 'reason' in event ? `${event.event}, ${event.reason}` : event.event;
}

/** The table that is shown before anything is written. Names only where this machine may open them. */
export function previewTable(workspace: Workspace, rows: readonly PreviewRow[]): string {
  const named = rows.some((row) => row.identity);
  const header = ['candidate', ...(named ? ['name'] : []), 'stage', 'days', 'score', 'event', 'message'];
  const lines = rows.map(({ move, letter, identity }) => {
    const percent = shownPercent(move.before.current);
    return [
      move.candidate, ...(named ? [identity?.name ?? '–'] : []), pathWords(move), String(move.before.daysInStage), percent === undefined ? '–' : `${percent.toFixed(0)} %`,
      eventWords(workspace, move), letter ? messageWords(letter, identity) : 'no message',
    ];
  });
  const right = new Set([header.indexOf('days'), header.indexOf('score')]);
  const widths = header.map((title, column) => Math.max(...[title, ...lines.map((line) => line[column] ?? '')].map((cell) => cell.length)));
  const print = (cells: readonly string[]): string => cells.map((cell, column) => (right.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd();
  const body = lines.flatMap((line, index) => {
    const { move, letter } = rows[index] ?? {};
    const unknown = letter?.draft.unknown ?? [];
    const notes = [...(move?.notes ?? []), ...(unknown.length > 0 ? [`nobody knows ${unknown.map((token) => `{{${token}}}`).join(', ')}`] : [])];
    return [print(line), ...(notes.length > 0 ? [`  ${notes.join('; ')}`] : [])];
  });
  return `${[print(header), ...body].join('\n')}\n`;
}

/** The candidates with whom nothing is done, and why. */
export function refusedWords(refused: readonly RefusedMove[]): string {
  if (refused.length === 0) return '';
  return `Not possible for ${plural(refused.length, 'candidate')}:\n${refused.map(({ message, hint }) => `  ${message} ${hint}\n`).join('')}`;
}

/** "declined-application, en", and which language there is no translation for. */
function messageWords({ call, draft }: Letter, identity: Identity | undefined): string {
  const to = draft.to === undefined && identity !== undefined ? ', no address' : '';
  return `${call.message}, ${call.language}${call.fellBack ? ` (no ${identity?.language ?? 'translation'})` : ''}${to}`;
}

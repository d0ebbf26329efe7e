import type { Kept, Owed, Silence, TheirDate } from '../../../view/published/ledger.ts';
import type { TableCell } from '../cells.ts';
import { list, percent, weekdayDay } from '../../published/words.ts';

/** What a candidate waits for, as a list prints it. */
export const OWED: Readonly<Record<Owed['owe'], string>> = { decide: 'decision', answer: 'answer', 'decision-told': 'decided, not told', invite: 'advanced, not invited' };

/** Who an answer waits for: "Dana", "Bob, 1 of 2 in", "nobody asked yet". */
export function waitsFor({ on, people, unasked, scoresIn, scoresWanted }: Pick<Owed, 'on' | 'unasked' | 'scoresIn' | 'scoresWanted'> & { readonly people: readonly string[] }, nameOf: (person: string) => string): string {
  if (unasked) return 'nobody asked yet';
  const names = people.length === 0 ? 'nobody yet' : list(people.map(nameOf));
  return on === 'reviewers' && scoresIn > 0 ? `${names}, ${scoresIn} of ${scoresWanted} in` : names;
}

/** Where somebody stands who has heard nothing: the stage, and what makes the silence worse or better. */
export function standingOf({ stageTitle, untold, on }: Silence): string {
  return `${stageTitle.toLowerCase()}${untold ? ', decided, not told' : on === 'candidate' ? ', their move' : ''}`;
}

/** By what a candidate last heard: "a message on Tue 3 Nov". */
export function heardBy({ by, since }: Silence): string {
  return by === 'applied' ? `never, applied ${weekdayDay(since)}` : `${by === 'meeting' ? 'met' : 'written to'} ${weekdayDay(since)}`;
}

const DATES: Readonly<Partial<Record<TheirDate['owes'], readonly [ahead: string, past: string]>>> = {
  'hand-in': ['window ends', 'window ended'], start: ['to start by', 'was to start by'], book: ['to choose a time by', 'was to choose a time by'],
  meet: ['meets us', 'was to meet us'], attend: ['with us until', 'with us until'], 'answer-offer': ['to answer the offer by', 'was to answer the offer by'],
};

/** A candidate's date in words; the day stands beside them. */
export function dateWords({ owes, over }: Pick<TheirDate, 'owes' | 'over'>): string {
  return DATES[owes]?.[over ? 1 : 0] ?? '';
}

/** Kept of what could be judged, with its interval from five on: "46 of 48, 96 %", "(86–99)". */
export function keptShare({ kept, late, overdue, lower, upper }: Omit<Kept, 'key' | 'title'>): TableCell {
  const settled = kept + late + overdue;
  if (settled === 0) return null;
  const count = `${kept} of ${settled}`;
  if (lower === null || upper === null) return count;
  return { value: `${count}, ${percent((kept / settled) * 100)}`, aside: `(${Math.round(lower * 100)}–${Math.round(upper * 100)})` };
}

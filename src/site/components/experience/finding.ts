import type { PublishedExperience, SurveyFigures } from '../../../view/published/survey.ts';
import { number, percent, plural } from '../../published/words.ts';

type Promises = PublishedExperience['overall']['promises'];
type Reply = PublishedExperience['overall']['replies'][number];
type Recommend = NonNullable<SurveyFigures['recommend']>;

/** "93 % (88–96 %)" with its counts before it; the counts alone below the guard. */
export function keptWords({ kept, late, overdue, interval }: Promises): string {
  const settled = kept + late + overdue;
  if (settled === 0) return 'no answer was due yet';
  if (interval === null) return `${kept} of ${settled}`;
  return `${kept} of ${settled}, ${percent((100 * kept) / settled)} (${Math.round(interval[0] * 100)}–${percent(interval[1] * 100)})`;
}

/** What the promises came to, as the title of the page. */
export function promiseFinding({ kept, late, overdue }: Promises): string {
  const settled = kept + late + overdue;
  if (settled === 0) return 'No answer was due yet';
  const owed = overdue === 0 ? '' : `, and ${overdue} ${overdue === 1 ? 'is' : 'are'} overdue`;
  if (kept === settled) return settled === 1 ? 'The one answer came when it was promised' : `All ${settled} answers came when they were promised`;
  return `${kept} of ${settled} answers came when they were promised${owed}`;
}

/** Which answers took longer than promised, in a sentence: by the median, since one late answer says little. */
export function replyFinding(replies: readonly Reply[]): string {
  const told = replies.filter(({ quartiles, promisedDays }) => quartiles !== null && promisedDays !== null);
  const over = told.filter(({ quartiles, promisedDays }) => (quartiles?.[1] ?? 0) > (promisedDays ?? 0));
  if (told.length === 0) return 'Too few answers to sum up how long they took';
  if (over.length === 0) return 'At least half of the answers came within the promise, wherever there are enough to say';
  return `${over.length} of ${told.length} took longer than promised in half of the cases`;
}

/** What NPS says, no more than its interval carries. */
export function recommendFinding({ n, nps, interval }: Recommend): string {
  const figure = `NPS ${signed(nps)} from ${plural(n, 'answer')}`;
  if (interval[0] > 0) return `More would recommend applying than would not: ${figure}`;
  if (interval[1] < 0) return `More would advise against applying than recommend it: ${figure}`;
  return `${figure}: too few, or too even, to say which way it leans`;
}

/** "−12 to 41" */
export function spanWords([low, high]: readonly [number, number]): string {
  return `${signed(low)} to ${signed(high)}`;
}

function signed(value: number): string {
  return number(Math.round(value), 0);
}

/** How many gave one of the two best answers of a scale: "9 of 12 said mostly or entirely". For a choice the most frequent one. */
export function itemFinding({ kind, options, counts, n }: NonNullable<SurveyFigures['items']>[number]): string {
  const most = Math.max(...counts);
  const often = options.filter((_option, index) => counts[index] === most);
  if (kind === 'choice') return often.length === 1 ? `${most} of ${n}: ${often[0] ?? ''}` : `${n} answers, none more frequent than the others`;
  const best = (counts.at(-1) ?? 0) + (counts.at(-2) ?? 0);
  return `${best} of ${n} said ${options.at(-2) ?? ''} or ${options.at(-1) ?? ''}`;
}

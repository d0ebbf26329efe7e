import { listed, plural } from '../../model/words.ts';
import { ofHundred, percent, percentRange } from './numbers.ts';

/** What became of promised answers, however it was counted. */
interface Counted {
  readonly kept: number;
  /** Answered after the due moment; not answered and due; not due yet. */
  readonly late: number;
  readonly overdue: number;
  readonly open: number;
  /** Wilson interval of kept; undefined where too few are settled for one. */
  readonly interval: readonly [number, number] | undefined;
}

/** How many promised answers came in time; one that is overdue counts as broken, one that is not due yet counts neither way. */
export function promisesSays({ kept, late, overdue, open, interval }: Counted): string {
  const settled = kept + late + overdue;
  const ahead = open === 0 ? '' : ` ${plural(open, 'is', 'are')} not due yet.`;
  if (settled === 0) return open === 0 ? 'Nobody has been promised an answer.' : `No promised answer has been due.${ahead}`;
  const missed = listed([...(late > 0 ? [`${late} came late`] : []), ...(overdue > 0 ? [`${plural(overdue, 'is', 'are')} overdue`] : [])]);
  const rest = missed === '' ? '' : `; ${missed}`;
  const words = `${kept} of ${plural(settled, 'promised answer')} came in time`;
  return interval === undefined ? `${words}: too few for a percentage${rest}.${ahead}` : `${words}, ${percent(kept / settled)} (${percentRange(interval)}): ${ofHundred(interval)}${rest}.${ahead}`;
}

/** Who of those that wait has heard from no person for so many business days. */
export function silenceSays(waiting: number, quiet: number, from: number): string {
  if (waiting === 0) return 'Nobody waits.';
  return quiet === 0
    // Who applied yesterday has heard from nobody either: it is the days that are told, not a message.
    ? `Of ${waiting} who ${waiting === 1 ? 'waits' : 'wait'}, nobody has been without word from a person for ${from} business days.`
    : `${quiet} of ${waiting} who ${waiting === 1 ? 'waits' : 'wait'} ${quiet === 1 ? 'has' : 'have'} heard from no person for ${from} business days or more.`;
}

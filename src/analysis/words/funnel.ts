import { plural } from '../../model/words.ts';
import type { DropOff } from '../drop-off.ts';
import type { GoingOn } from '../going-on.ts';
import type { MiddleTime, PlannedTime, TimeInStage } from '../time-in-stage.ts';
import type { Waits } from '../waits.ts';
import { fixed, ofHundred, percent, percentRange } from './numbers.ts';

/** How many go on from a stage: "12 of 30 decided went on. Within 30 days of entering, 40 % do (25–58 %): between 25 and 58 of 100." */
export function goingOnSays({ entries, went, decided, unknown, day, asked, share, interval }: GoingOn): string {
  if (entries === 0) return 'Nobody has entered this stage.';
  const open = unknown === 0 ? '' : ` ${unknown} ${unknown === 1 ? 'is' : 'are'} not decided and count${unknown === 1 ? 's' : ''} as not yet known.`;
  if (decided === 0) return `${entered(entries)}, and nobody has been decided.`;
  if (share === undefined || interval === undefined) return `${went} of ${decided} decided went on: too few for a percentage.${open}`;
  const longest = day < asked ? ` Nobody has been in it for longer${day === 0 ? '' : ` than ${plural(day, 'day')}`}.` : '';
  const within = day === 0 ? 'On the day of entering' : `Within ${plural(day, 'day')} of entering`;
  return `${went} of ${decided} decided went on. ${within}, ${percent(share)} do (${percentRange(interval)}): ${ofHundred(interval)}.${open}${longest}`;
}

function entered(entries: number): string {
  return entries === 1 ? 'One has entered' : `${entries} have entered`;
}

/** How long a stage takes, and whether that is longer than planned: no more than the interval carries. */
export function timeSays(time: TimeInStage, planned: PlannedTime | undefined): string {
  const { exits, waiting, longest, leftOut, business, calendar } = time;
  const wait = longest === undefined ? '' : waiting === 1 ? ` 1 still waits, for ${businessDays(longest.business, 0)}.` : ` ${waiting} still wait, the longest for ${businessDays(longest.business, 0)}.`;
  const left = leftOut === 0 ? '' : ` ${leftOut} erased ${leftOut === 1 ? 'entry is' : 'entries are'} known by the week only and left out.`;
  if (business === undefined || calendar === undefined) return `${exits === 0 ? 'Nobody has left it yet' : `${exits} ${exits === 1 ? 'has' : 'have'} left it: too few for a median`}.${wait}${left}`;
  if (business.median === undefined) return `Fewer than half have left it, so there is no median yet.${wait}${left}`;
  const inCalendar = calendar.median === undefined ? '' : `, ${spelledDays(calendar.median, 'calendar')}`;
  return `Half leave within ${businessDays(business.median)} (${timeRange(business)})${inCalendar}.${againstPlan(business, planned)}${wait}${left}`;
}

/** Whether the whole interval of a median lies over what is planned. */
export function overPlanned(middle: MiddleTime | undefined, planned: PlannedTime | undefined): boolean {
  return middle?.lower !== undefined && planned !== undefined && middle.lower > planned.days;
}

function againstPlan(middle: MiddleTime, planned: PlannedTime | undefined): string {
  if (planned === undefined) return '';
  const words = `the ${businessDays(planned.days, 0)} ${planned.promise ? 'promised' : 'planned at most'}`;
  if (overPlanned(middle, planned)) return ` Longer than ${words}.`;
  if (middle.upper !== undefined && middle.upper <= planned.days) return ` Not longer than ${words}.`;
  return ` Whether that is longer than ${words} cannot be told.`;
}

/** `5.0–6.1`; `5.0 or more` where no upper limit is known. */
export function timeRange({ lower, upper }: Pick<MiddleTime, 'lower' | 'upper'>): string {
  if (lower === undefined) return upper === undefined ? 'no limits yet' : `up to ${fixed(upper, 1)}`;
  return upper === undefined ? `${fixed(lower, 1)} or more` : `${fixed(lower, 1)}–${fixed(upper, 1)}`;
}

/** `5.5 business days`, `1.0 business day`. */
export function businessDays(value: number, decimals = 1): string {
  return spelledDays(value, 'business', decimals);
}

function spelledDays(value: number, kind: 'business' | 'calendar', decimals = 1): string {
  return `${fixed(value, decimals)} ${kind} ${fixed(value, decimals) === fixed(1, decimals) ? 'day' : 'days'}`;
}

/** Why people left without going on, with the most frequent reason of each side in the words of the settings. */
export function dropOffSays({ declined, withdrew, expired, unknown }: DropOff, wordsOf: (how: 'declined' | 'withdrew', reason: string) => string): string {
  const side = (how: 'declined' | 'withdrew', reasons: DropOff['declined']): string[] => {
    const all = reasons.reduce((sum, { count }) => sum + count, 0);
    const [most, next] = reasons;
    if (most === undefined) return [];
    const clear = reasons.length === 1 || (next !== undefined && most.count > next.count);
    const often = !clear ? '' : reasons.length === 1 ? `, because: “${wordsOf(how, most.reason)}”` : `, most often because: “${wordsOf(how, most.reason)}” (${most.count})`;
    return [`${all} ${how === 'declined' ? (all === 1 ? 'was declined' : 'were declined') : 'withdrew'}${often}`];
  };
  const parts = [
    ...side('declined', declined), ...side('withdrew', withdrew),
    ...(expired === 0 ? [] : [`${expired} let it expire`]),
    ...(unknown === 0 ? [] : [`of ${unknown} the reason is erased`]),
  ];
  if (parts.length === 0) return 'Nobody has left without going on.';
  const said = parts.join('; ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** Where candidates wait, and for whom: "18 wait: 7 for the manager, 5 for reviewers; 6 have the move themselves. 2 wait longer than promised. 1 answer owed after the end." */
export function waitsSays({ moves, late, untold }: Waits): string {
  const all = moves.manager + moves.reviewers + moves.candidate;
  const after = untold === 0 ? '' : ` ${plural(untold, 'answer')} owed after the end.`;
  if (all === 0) return `Nobody waits.${after}`;
  const ours = [[moves.manager, 'the manager'], [moves.reviewers, 'reviewers']].filter(([count]) => count !== 0).map(([count, who]) => `${count} for ${who}`);
  const theirs = moves.candidate === 0 ? '' : moves.candidate === 1 ? '1 has the move' : `${moves.candidate} have the move themselves`;
  const own = ours.length === 0 ? '' : `${moves.manager + moves.reviewers} wait${moves.manager + moves.reviewers === 1 ? 's' : ''}: ${ours.join(', ')}`;
  return `${[own, theirs].filter((part) => part !== '').join('; ')}. ${late === 0 ? 'Nobody waits longer than promised.' : `${late} ${late === 1 ? 'waits' : 'wait'} longer than promised.`}${after}`;
}

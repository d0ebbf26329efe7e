import { plural } from '../../model/words.ts';
import type { DropOff } from '../drop-off.ts';
import type { WholeWay } from '../whole-way.ts';
import { timeRange } from './funnel.ts';
import { fixed, ofHundred, percent, percentRange } from './numbers.ts';

/** From application to hire: "Of 21 applications that have ended, 1 led to a hire. Within 66 days of applying, 4 % are hired (0–18 %): …" */
export function wholeWaySays({ applied, hired, ended, asked, day, share, interval, time, leftOut }: WholeWay): string {
  if (applied === 0) return 'Nobody has applied.';
  const open = applied - ended;
  const unknown = open === 0 ? '' : ` ${open} ${open === 1 ? 'has not ended and counts' : 'have not ended and count'} as not yet known.`;
  if (ended === 0) return `${applied === 1 ? 'One has applied' : `${applied} have applied`}, and no application has ended.`;
  const counts = `Of ${plural(ended, 'application')} that ${ended === 1 ? 'has' : 'have'} ended, ${hired === 0 ? 'none' : hired} led to a hire`;
  if (share === undefined || interval === undefined) return `${counts}: too few for a percentage.${unknown}`;
  const sooner = day < asked ? ` Nobody could be followed for ${asked} days.` : '';
  const half = time === undefined ? '' : time.median === undefined ? ' Fewer than half have ended, so there is no median of the days yet.' : ` Half end, whichever way, within ${plain(time.median)} of applying (${timeRange(time)}).`;
  const left = leftOut === 0 || time === undefined ? '' : ` ${leftOut} erased, known by the week only, ${leftOut === 1 ? 'is' : 'are'} not in the days.`;
  return `${counts}. Within ${plural(day, 'day')} of applying, ${percent(share)} are hired (${percentRange(interval)}): ${ofHundred(interval)}.${unknown}${sooner}${half}${left}`;
}

function plain(value: number): string {
  return `${fixed(value, 1)} calendar ${fixed(value, 1) === fixed(1, 1) ? 'day' : 'days'}`;
}

/** Why people leave a role, in one sentence: "12 of 20 who left were declined because “…”; 4 of 20 left by themselves." */
export function leavingSays(found: DropOff, all: number, own: number, wordsOf: (how: 'declined' | 'withdrew', reason: string) => string): string {
  if (all === 0) return 'Nobody has left without going on.';
  const reasons = (['declined', 'withdrew'] as const).flatMap((how) => found[how].map(({ reason, count }) => ({ how, reason, count }))).toSorted((a, b) => b.count - a.count);
  const [top, next] = reasons;
  const themselves = `${own === 0 ? 'nobody' : `${own} of ${all}`} left by themselves`;
  if (!top || top.count === next?.count) return `${capital(themselves)}; no one reason is the most frequent.`;
  const who = all > 2 && top.count * 2 > all ? `Most who left (${top.count} of ${all})` : `${top.count} of ${all} who left`;
  return `${who} ${top.how === 'withdrew' ? 'withdrew' : top.count === 1 ? 'was declined' : 'were declined'} because “${wordsOf(top.how, top.reason)}”; ${themselves}.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

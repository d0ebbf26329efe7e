import type { Challenge } from '../../model/challenge.ts';
import { dayWords } from '../words/day.ts';
import { ofHundred } from '../words/numbers.ts';
import type { ChallengeHealth } from './challenge.ts';
import { clock } from './effort.ts';
import { DECIDES_LITTLE, LEAVING, LONGER, SEEN_BY_MANY, SHARE_FROM } from './guards.ts';
import { shareOf, surelyAbove } from './share.ts';

/** Why one might ask whether a challenge should be retired. */
export interface RetireReason {
  readonly why: 'past-its-day' | 'seen-by-many' | 'takes-longer' | 'many-leave' | 'decides-little' | 'top' | 'bottom' | 'unseen' | 'own-way' | 'apart';
  /** One or two words for a list: `known`, `too long`. */
  readonly word: string;
  readonly says: string;
}

/** Reasons that the record gives, each with the whole of its interval; none is a verdict. */
export function reasonsToRetire(challenge: Challenge, health: Omit<ChallengeHealth, 'retire'>, today: string): ChallengeHealth['retire'] {
  const reasons = [...day(challenge, today), ...known(health), ...longer(health), ...leave(health), ...decides(health), ...criteria(health)];
  const judged = health.stages.reduce((total, { wentOn }) => total + wentOn.n, 0);
  return { reasons, says: says(reasons.length, judged) };
}

function says(reasons: number, judged: number): string {
  if (reasons === 0) return judged < SHARE_FROM ? `Nothing in the record asks for it; ${judged === 0 ? 'no visit was' : judged === 1 ? 'one visit was' : `${judged} visits were`} decided, so little can be known yet.` : 'Nothing in the record asks for it.';
  return `${reasons === 1 ? 'One reason' : `${reasons} reasons`} to ask. Whether it should go is for people who know it to say.`;
}

function day({ retire_after: until }: Challenge, today: string): RetireReason[] {
  return until === undefined || until >= today ? [] : [{ why: 'past-its-day', word: 'past its day', says: `It was to be replaced after ${dayWords(until)}.` }];
}

function known({ exposure: { seen, current }, version }: Omit<ChallengeHealth, 'retire'>): RetireReason[] {
  const count = current ?? seen;
  if (count < SEEN_BY_MANY) return [];
  return [{ why: 'seen-by-many', word: 'known', says: `${count} candidates have seen ${version === undefined ? 'it' : `version ${version}`}: what so many know may be known to the next.` }];
}

function longer({ reported, surveyed }: Omit<ChallengeHealth, 'retire'>): RetireReason[] {
  const [found] = [reported, surveyed].flatMap((effort) => (effort && surelyAbove(effort.above, LONGER) ? [effort] : []));
  const interval = found?.above.interval;
  return found && interval ? [{ why: 'takes-longer', word: 'too long', says: `${upper(ofHundred(interval))} need more than the ${clock(found.stated[1])} we state.` }] : [];
}

function leave({ leaving: { share } }: Omit<ChallengeHealth, 'retire'>): RetireReason[] {
  return share.interval && surelyAbove(share, LEAVING) ? [{ why: 'many-leave', word: 'many leave', says: `${upper(ofHundred(share.interval))} leave here by themselves or let the time pass.` }] : [];
}

function decides({ stages }: Omit<ChallengeHealth, 'retire'>): RetireReason[] {
  const all = shareOf(stages.reduce((total, { wentOn }) => total + wentOn.x, 0), stages.reduce((total, { wentOn }) => total + wentOn.n, 0));
  if (!all.interval) return [];
  const few = all.interval[1] < 1 - DECIDES_LITTLE;
  if (!few && !surelyAbove(all, DECIDES_LITTLE)) return [];
  return [{ why: 'decides-little', word: 'decides little', says: `${upper(ofHundred(all.interval))} go on, so it ${few ? 'lets hardly anybody through' : 'tells few apart'}.` }];
}

const WORDS = { top: 'at the top', bottom: 'at the bottom', unseen: 'not seen', 'own-way': 'goes its own way', apart: 'read apart' } as const;

/** Of the rubric it was scored with most: what its criteria show of the task. */
function criteria({ rubrics: [most] }: Omit<ChallengeHealth, 'retire'>): RetireReason[] {
  return (most?.criteria ?? []).flatMap(({ name, findings, says: words }) => {
    const [why] = findings;
    return why === undefined ? [] : [{ why, word: WORDS[why], says: `${name}: ${words}` }];
  });
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

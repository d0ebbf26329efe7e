import type { CandidateFacts, Reply } from './facts.ts';
import { promisesOf, tally, type KeptCounts } from './ledger-kept.ts';
import { quantile } from './statistics/quantile.ts';
import { SURVEY_GUARD } from './surveys.ts';

/** How long answers took that are counted under one name. */
export interface ReplyTimes {
  readonly name: string;
  /** The promise in words, and in business days where it is one; undefined where several were made. */
  readonly promised: string | undefined;
  readonly promisedDays: number | undefined;
  /** Answers given, and those still owed. */
  readonly n: number;
  readonly open: number;
  /** Lower quartile, median and upper quartile in business days; undefined below five answers. */
  readonly quartiles: readonly [number, number, number] | undefined;
  /** The longest in business days; undefined below five answers. */
  readonly longest: number | undefined;
}

/** What candidates met: from the record alone. */
export interface Experience {
  readonly promises: KeptCounts;
  readonly replies: readonly ReplyTimes[];
  /** By reason, the most frequent first. */
  readonly withdrawals: readonly { readonly reason: string; readonly count: number }[];
}

/** What candidates met in these applications. @param nameOf what an answer is counted under, undefined to leave it out; names keep the order in which they come */
export function experience(candidates: readonly CandidateFacts[], nameOf: (candidate: CandidateFacts, stage: string, reply: Reply) => string | undefined, order: readonly string[]): Experience {
  const replies = candidates.flatMap((candidate) => candidate.visits.flatMap(({ stage, reply }) => {
    const name = reply && nameOf(candidate, stage, reply);
    return reply === undefined || name === undefined ? [] : [{ name, reply }];
  }));
  const groups = Map.groupBy(replies, ({ name }) => name);
  const names = [...order, ...[...groups.keys()].filter((name) => !order.includes(name))];
  return {
    promises: tally(candidates.flatMap(promisesOf)),
    replies: names.flatMap((name) => (groups.has(name) ? [timesOf(name, (groups.get(name) ?? []).map(({ reply }) => reply))] : [])),
    withdrawals: withdrawals(candidates),
  };
}

function timesOf(name: string, replies: readonly Reply[]): ReplyTimes {
  const days = replies.filter(({ answeredAt }) => answeredAt !== undefined).map((reply) => reply.days).sort((a, b) => a - b);
  const promised = new Set(replies.map((reply) => reply.promised?.text));
  const [only] = replies;
  const one = promised.size === 1 ? only?.promised : undefined;
  const enough = days.length >= SURVEY_GUARD;
  const at = (share: number): number => quantile(days, share) ?? 0;
  return {
    name, promised: one?.text, promisedDays: one?.unit === 'business day' ? one.to : undefined,
    n: days.length, open: replies.length - days.length,
    quartiles: enough ? [at(0.25), at(0.5), at(0.75)] : undefined, longest: enough ? days.at(-1) : undefined,
  };
}

function withdrawals(candidates: readonly CandidateFacts[]): Experience['withdrawals'] {
  const counts = new Map<string, number>();
  for (const { visits } of candidates) for (const { how, reason } of visits) if (how === 'withdrew' && reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

import type { StageSpell } from './funnel-spells.ts';

/** A reason of one of the closed lists, and how often it was given. */
export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

/** Why people left a stage without going on. An expiry has no reason: nobody said anything. */
export interface DropOff {
  /** The most frequent first. */
  readonly declined: readonly ReasonCount[];
  readonly withdrew: readonly ReasonCount[];
  readonly expired: number;
  /** Declined or withdrew, and the reason was erased with the record. */
  readonly unknown: number;
}

/** Counts the reasons of declines and withdrawals, apart from each other and from expiries. */
export function dropOff(spells: readonly StageSpell[]): DropOff {
  const lost = spells.filter(({ how }) => how === 'declined' || how === 'withdrew');
  return {
    declined: counted(lost, 'declined'), withdrew: counted(lost, 'withdrew'),
    expired: spells.filter(({ how }) => how === 'expired').length,
    unknown: lost.filter(({ reason }) => reason === undefined).length,
  };
}

function counted(spells: readonly StageSpell[], how: 'declined' | 'withdrew'): ReasonCount[] {
  const counts = new Map<string, number>();
  for (const spell of spells) if (spell.how === how && spell.reason !== undefined) counts.set(spell.reason, (counts.get(spell.reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

import type { Stage } from '../model/pipeline.ts';
import type { Workspace } from '../model/workspace.ts';
import { CONVERSION_FROM } from './funnel.ts';
import { wentOn, type StageSpell } from './funnel-spells.ts';
import { stageCost } from './process-cost.ts';
import { aalenJohansen, incidenceAt } from './statistics/aalen-johansen.ts';
import { wilson } from './statistics/wilson.ts';

/** Calendar days after entering a stage by which the share that has gone on is told, unless the stage itself may take longer. */
export const HORIZON_DAYS = 30;

/** How an entry into a stage may end, in the order in which the causes are numbered from 1. A return ends one entry and begins another. */
const CAUSES = ['went', 'declined', 'withdrew', 'expired', 'returned'] as const;
type Cause = (typeof CAUSES)[number];

type Interval = readonly [lower: number, upper: number];

/** How many of those who enter a stage go on from it. Shares are from 0 to 1, intervals at 95 %. */
export interface GoingOn {
  readonly entries: number;
  readonly went: number;
  /** Went on, declined, withdrew or expired; a return decides nothing. */
  readonly decided: number;
  /** In the stage now, or gone with an erasure: not yet known. */
  readonly unknown: number;
  /** Wilson interval of `went` of `decided`; undefined below five decided. */
  readonly ofDecided: Interval | undefined;
  /** The horizon that was asked for, in calendar days after entry. */
  readonly asked: number;
  /** The day that is told: the horizon, or the longest anybody was followed where that is less and somebody is still open. */
  readonly day: number;
  /** Cumulative incidence of going on by that day; undefined below five decided. */
  readonly share: number | undefined;
  readonly interval: Interval | undefined;
  /** Cumulative incidence of every way to leave; what is missing to 1 is still in the stage by then. */
  readonly ways: Readonly<Record<Cause, number>> | undefined;
  /** Of those who could be followed to the horizon, how many had gone on by then: what two groups are compared by. */
  readonly followed: { readonly went: number; readonly of: number };
}

/**
 * The horizon of a stage in calendar days: thirty, which is past the last promised day of nearly every stage, or the full time of
 * the stage itself (start, window or length, reply, upper ends) where that is longer. The same for every role of the pipeline.
 */
export function horizonOf(workspace: Workspace, stage: Stage | undefined): number {
  return stage === undefined ? HORIZON_DAYS : Math.max(HORIZON_DAYS, stageCost(workspace, stage).days);
}

/**
 * Cumulative incidence of going on by a horizon, with declined, withdrew, expired and returned as competing ends and whoever is still
 * in the stage followed to now (Aalen–Johansen), beside the count of those decided. Where all or none went on by then, the
 * estimate has no variance, and the Wilson interval of those of whom it is known stands for it. Undefined below five decided.
 */
export function goingOn(spells: readonly StageSpell[], horizon: number): GoingOn {
  const went = spells.filter(wentOn).length;
  const unknown = spells.filter(({ how }) => how === undefined).length;
  const decided = spells.length - unknown - spells.filter(({ how }) => how === 'returned').length;
  const counts = { entries: spells.length, went, decided, unknown, asked: horizon, followed: followedFully(spells, horizon) };
  if (decided < CONVERSION_FROM) return { ...counts, day: horizon, ofDecided: undefined, share: undefined, interval: undefined, ways: undefined };
  const curve = aalenJohansen(spells.map((spell) => ({ time: spell.calendar, cause: causeOf(spell) })), CAUSES.length);
  const day = curve.complete || curve.watched === undefined ? horizon : Math.min(horizon, curve.watched);
  const shares = CAUSES.map((_, index) => incidenceAt(curve, index + 1, day));
  const [own] = shares;
  const ways = Object.fromEntries(CAUSES.map((cause, index) => [cause, shares[index]?.share ?? 0])) as Record<Cause, number>;
  return { ...counts, day, ofDecided: wilson(went, decided), share: own?.share, interval: own && sure(own.share) ? intervalBy(spells, day) : own?.interval, ways };
}

/** A sum of steps reaches 1 but for its last bits. */
function sure(share: number): boolean {
  return share < 1e-9 || share > 1 - 1e-9;
}

/** Of those of whom it is known whether they had gone on by a day: they had left, or were in the stage for as long. */
function intervalBy(spells: readonly StageSpell[], day: number): Interval | undefined {
  const known = spells.filter(({ how, calendar }) => how !== undefined || calendar >= day);
  return wilson(known.filter((spell) => wentOn(spell) && spell.calendar <= day).length, known.length);
}

function causeOf(spell: StageSpell): number {
  if (spell.how === undefined) return 0;
  return CAUSES.indexOf(wentOn(spell) ? 'went' : (spell.how as Cause)) + 1;
}

/** Whoever entered at least a horizon ago and whose end is known, or who is known to have stayed that long: nobody in it is cut off. */
function followedFully(spells: readonly StageSpell[], horizon: number): { went: number; of: number } {
  const all = spells.filter(({ followed }) => followed >= horizon);
  return { went: all.filter((spell) => wentOn(spell) && spell.calendar <= horizon).length, of: all.length };
}

import type { Stage } from '../model/pipeline.ts';
import { startsAsOurs } from '../model/stage-kind.ts';
import type { Workspace } from '../model/workspace.ts';
import type { StageSpell } from './funnel-spells.ts';
import { stageCost } from './process-cost.ts';
import { stageTerms } from './stage-terms.ts';
import { kaplanMeier, survivalQuantile } from './statistics/kaplan-meier.ts';

/** Fewer exits than this have no median. */
export const TIME_FROM = 5;

/** A median with its interval at 95 % and the middle half, in days. What is not reached yet is undefined. */
export interface MiddleTime {
  readonly median: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  readonly quartiles: readonly [number | undefined, number | undefined];
}

/** How long a stage takes until it is left, whichever way. */
export interface TimeInStage {
  readonly exits: number;
  readonly waiting: number;
  /** The longest that somebody waits now; undefined while nobody does. */
  readonly longest: { readonly business: number; readonly calendar: number } | undefined;
  /** Entries of erased candidates, known by the week only and left out. */
  readonly leftOut: number;
  /** Undefined below five exits. */
  readonly business: MiddleTime | undefined;
  readonly calendar: MiddleTime | undefined;
}

/** What a stage is planned to take at most, in business days. */
export interface PlannedTime {
  readonly days: number;
  /** Whether it is the promised answer alone, and not also what the candidate is given. */
  readonly promise: boolean;
}

/**
 * Kaplan–Meier median of the time in a stage with its log-log interval, in business and in calendar days; whoever is still in it is
 * followed to now. A mean or a median of finished cases would leave out the slow ones. Undefined below five exits.
 */
export function timeInStage(spells: readonly StageSpell[]): TimeInStage {
  const known = spells.filter((spell): spell is StageSpell & { readonly business: number } => spell.business !== undefined);
  const exits = known.filter(({ how }) => how !== undefined).length;
  const waiting = known.filter(({ how }) => how === undefined);
  const enough = exits >= TIME_FROM;
  return {
    exits, waiting: waiting.length, leftOut: spells.length - known.length,
    longest: waiting.length === 0 ? undefined : { business: most(waiting.map(({ business }) => business)), calendar: most(waiting.map(({ calendar }) => calendar)) },
    business: enough ? middleTime(known.map(({ business, how }) => ({ time: business, event: how !== undefined }))) : undefined,
    calendar: enough ? middleTime(known.map(({ calendar, how }) => ({ time: calendar, event: how !== undefined }))) : undefined,
  };
}

/** Kaplan–Meier median with its log-log interval and the middle half; the times in any unit of days. */
export function middleTime(spells: readonly { readonly time: number; readonly event: boolean }[]): MiddleTime {
  const curve = kaplanMeier(spells, 'log-log');
  const half = survivalQuantile(curve, 0.5);
  return {
    median: half.value, lower: half.interval[0], upper: half.interval[1],
    quartiles: [survivalQuantile(curve, 0.25).value, survivalQuantile(curve, 0.75).value],
  };
}

function most(values: readonly number[]): number {
  return values.reduce((longest, value) => Math.max(longest, value), 0);
}

/**
 * What a stage is planned to take at most, in business days: the promised answer where the stage starts with our move, otherwise what
 * the candidate is given (start, and window or length) and the answer. Calendar days count as the business days of that share of a week,
 * rounded up. Undefined where nothing says by when the candidate begins, or takes our offer: then nothing is planned that could be exceeded.
 */
export function plannedTime(workspace: Workspace, stage: Stage, role: string): PlannedTime | undefined {
  const { replyWithin, startWithin } = stageTerms(workspace, stage, role);
  const ours = startsAsOurs(stage.kind);
  if (stage.kind === 'offer') return undefined;
  if (ours && replyWithin.unit === 'business day') return { days: replyWithin.to, promise: true };
  if (!ours && startWithin === undefined) return undefined;
  return { days: Math.ceil((stageCost(workspace, stage, role).days * workspace.calendar.workdays.size) / 7), promise: ours };
}

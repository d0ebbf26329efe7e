import { isScored, type StageKind } from '../../model/stage-kind.ts';
import { listed, plural } from '../../model/words.ts';
import type { FunnelStage } from '../funnel.ts';
import type { GoingOn } from '../going-on.ts';
import type { PlannedTime, TimeInStage } from '../time-in-stage.ts';
import type { Waits } from '../waits.ts';
import { businessDays, overPlanned, timeRange } from './funnel.ts';
import { fixed, percent, percentRange } from './numbers.ts';

/** Between a count and what it is of, so that no line breaks there. */
const NBSP = '\u00a0';

/** One stage with what is said of it. */
export interface StageFigures {
  readonly title: string;
  readonly kind: StageKind;
  readonly going: GoingOn;
  readonly time: TimeInStage;
  readonly planned: PlannedTime | undefined;
}

/** What is counted of a stage. */
export type CountedStage = Pick<FunnelStage, 'reached' | 'decided' | 'declined' | 'withdrew' | 'expired'> & { readonly title: string };

/**
 * The title of the counts: where most leave. It compares no rates: with people still waiting, and few of them, a rate would say more
 * than is known.
 */
export function funnelFinding(stages: readonly CountedStage[]): string {
  const first = stages[0]?.reached ?? 0;
  const decided = stages.reduce((sum, stage) => sum + stage.decided, 0);
  if (first === 0) return 'Nobody has applied yet';
  if (decided === 0) return first === 1 ? 'One person has applied and waits' : `All ${first} who applied still wait`;
  const most = Math.max(...stages.map(lost));
  if (most === 0) return `Nobody has left yet: ${plural(first, 'person', 'people')} applied`;
  const where = stages.filter((stage) => lost(stage) === most);
  const [stage] = where;
  if (where.length > 1 || !stage) {
    const all = stages.reduce((sum, each) => sum + lost(each), 0);
    return `${all}${NBSP}of${NBSP}${first} did not go on, ${most} each at the ${listed(where.map(({ title }) => title.toLowerCase()))}`;
  }
  const own = stage.withdrew + stage.expired;
  const themselves = own === 0 ? '' : most === 1 ? ', by their own choice' : `, ${own === most ? 'all' : own} of them by themselves`;
  return `Most leave at ${inText(stage.title)}: ${most}${NBSP}of${NBSP}${stage.decided} did not go on${themselves}`;
}

/** Everybody who reached a stage and is known not to have gone on. */
function lost({ declined, withdrew, expired }: CountedStage): number {
  return declined + withdrew + expired;
}

/** The title of the times: the stage that is over its plan by most, or else the one that takes longest, as far as an interval carries that. */
export function timeFinding(stages: readonly StageFigures[]): string {
  const known = stages.flatMap(({ title, time, planned }) => (time.business?.median === undefined ? [] : [{ title, planned, median: time.business.median, business: time.business }]));
  const [longest, ...others] = known.toSorted((a, b) => b.median - a.median);
  if (!longest) return 'Too few have left any stage to say how long it takes';
  const [worst] = known.filter(({ business, planned }) => overPlanned(business, planned)).sort((a, b) => b.median - (b.planned?.days ?? 0) - (a.median - (a.planned?.days ?? 0)));
  if (worst) return `${worst.title} takes longer than ${worst.planned?.promise ? 'promised' : 'planned'}: ${fixed(worst.median, 1)} days against ${worst.planned?.days ?? 0}`;
  const { lower } = longest.business;
  if (others.length === 0) return `Half leave ${inText(longest.title)} within ${businessDays(longest.median)}`;
  if (lower !== undefined && others.every(({ business }) => business.upper !== undefined && business.upper < lower)) return `${longest.title} takes longest: half leave it within ${businessDays(longest.median)} (${timeRange(longest.business)})`;
  return `No stage clearly takes longest: half leave within ${fixed(others.at(-1)?.median ?? 0, 1)} to ${businessDays(longest.median)}`;
}

/** The title of the shares: the stage from which clearly fewest go on, or two stages that clearly differ, as far as the intervals carry that. */
export function goingFinding(stages: readonly StageFigures[]): string {
  // Nearly everybody goes on from a decision and an offer: that they differ from an assessment says nothing.
  const assessed = stages.filter(({ kind }) => isScored(kind));
  const known = assessed.flatMap(({ title, going: { share, interval, day } }) => (share === undefined || interval === undefined ? [] : [{ title, day, share, interval, words: `${percent(share)} (${percentRange(interval)})` }]));
  const [fewest, ...others] = known.toSorted((a, b) => a.share - b.share);
  if (!fewest) return 'Too few are decided at any stage for a percentage';
  if (others.length === 0) return `From ${inText(fewest.title)}, ${fewest.words} go on within ${plural(fewest.day, 'day')}`;
  const above = others.filter(({ interval }) => interval[0] > fewest.interval[1]);
  const most = above.at(-1);
  if (!most) return 'No two stages clearly differ in how many go on';
  if (above.length === others.length) return `Fewest go on from ${inText(fewest.title)}: ${fewest.words} within ${plural(fewest.day, 'day')}`;
  return `Fewer go on from ${inText(fewest.title)} than from ${inText(most.title)}: ${fewest.words} against ${most.words}`;
}

/** The title of who waits: for whom most wait, in counts. */
export function waitsFinding({ moves, late }: Waits): string {
  const all = moves.manager + moves.reviewers + moves.candidate;
  if (all === 0) return 'Nobody waits';
  const ours = moves.manager + moves.reviewers;
  const longer = late === 0 ? '' : `, ${ours === 1 ? '' : `${late} of them `}longer than promised`;
  return `${ours} of ${all} ${ours === 1 ? 'waits' : 'wait'} for us${longer}`;
}

/** "the technical challenge": stage titles are written as titles. */
function inText(title: string): string {
  return `the ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

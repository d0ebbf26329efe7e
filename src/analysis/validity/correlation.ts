import { isConstant } from '../statistics/constant.ts';
import { correctForAttenuation, correctForRangeRestriction } from '../statistics/corrections.ts';
import { pearson } from '../statistics/pearson.ts';
import { spearman } from '../statistics/spearman.ts';
import { coefficient, coefficientRange } from '../words/numbers.ts';

/** Below so many hires no figure is shown; below the second it is too few to tell. */
export const HIDDEN_BELOW = 10;
export const FEW_BELOW = 30;

/** How alike two managers would rate the same work: one rating's reliability as studies of jobs found it. An assumption, never measured here. Source: Viswesvaran, Ones and Schmidt, J. Applied Psychology 81 (1996) 557–574. */
export const RATING_RELIABILITY = 0.52;

type Interval = readonly [number, number];

/** A correlation of scores in hiring with how the work went, over hires. */
export interface Correlation {
  readonly n: number;
  /** Ranks; Bonett–Wright interval. Undefined below the guard, or where one side never differs. */
  readonly spearman: { readonly value: number; readonly interval: Interval | undefined } | undefined;
  /** Fisher interval. */
  readonly pearson: { readonly value: number; readonly interval: Interval | undefined } | undefined;
  /** What Pearson would be, if the stated assumptions held; undefined below 30 hires, where it would only make chance look larger. */
  readonly ifCorrected: Corrected | undefined;
  /** `hidden` below 10, `few` below 30. */
  readonly guard: 'hidden' | 'few' | undefined;
  readonly says: string;
}

/** First for the unreliability of the rating, then for having seen hires alone. */
export interface Corrected {
  readonly attenuation: number;
  readonly value: number;
  readonly interval: Interval | undefined;
  readonly reliability: number;
  /** Standard deviation of everybody scored against that of those hired. */
  readonly sdRatio: number;
  readonly says: string;
}

/** One hire: the score in hiring and how it went. */
export type Pair = readonly [score: number, outcome: number];

/**
 * Sets scores against outcomes. @param all scores of everybody who was scored, hired or not
 * Source: Bonett and Wright (2000); Fisher (1921); Thorndike, Personnel Selection (1949), case 2.
 */
export function correlation(pairs: readonly Pair[], all: readonly number[]): Correlation {
  const n = pairs.length;
  const guard = n < HIDDEN_BELOW ? 'hidden' : n < FEW_BELOW ? 'few' : undefined;
  const none = { n, spearman: undefined, pearson: undefined, ifCorrected: undefined, guard } as const;
  if (guard === 'hidden') return { ...none, says: `${n === 0 ? 'No hire has' : n === 1 ? 'One hire has' : `${n} hires have`} both; nothing is said below ${HIDDEN_BELOW}.` };
  const [scores, outcomes] = [pairs.map(([score]) => score), pairs.map(([, outcome]) => outcome)];
  if (isConstant(outcomes)) return { ...none, says: `All ${n} were rated alike, so there is nothing to foretell.` };
  if (isConstant(scores)) return { ...none, says: `All ${n} had the same score, so it foretells nothing.` };
  const [ranks, line] = [spearman(scores, outcomes), pearson(scores, outcomes)];
  if (!ranks || !line) return { ...none, says: `With ${n} hires nothing can be computed.` };
  return {
    n, guard,
    spearman: { value: ranks.value, interval: ranks.interval },
    pearson: { value: line.value, interval: line.interval },
    ifCorrected: guard === 'few' ? undefined : corrected(line.value, line.interval, scores, all),
    says: says(n, guard, ranks.value, ranks.interval),
  };
}

function says(n: number, guard: Correlation['guard'], value: number, interval: Interval | undefined): string {
  const figures = interval === undefined ? coefficient(value) : `${coefficient(value)} (${coefficientRange(interval)})`;
  if (guard === 'few') return `Too few to tell: ${figures} with ${n} hires.`;
  if (interval === undefined) return `${figures} with ${n} hires: too even to have an interval.`;
  if (interval[0] > 0) return `Who scored higher did better: ${figures} with ${n} hires.`;
  if (interval[1] < 0) return `Who scored higher did worse: ${figures} with ${n} hires.`;
  return `${figures} with ${n} hires: it may foretell something or nothing.`;
}

function corrected(value: number, interval: Interval | undefined, scores: readonly number[], all: readonly number[]): Corrected | undefined {
  const [hired, everybody] = [deviation(scores), deviation(all)];
  if (hired === undefined || everybody === undefined || hired === 0) return undefined;
  const sdRatio = everybody / hired;
  const attenuation = correctForAttenuation(value, RATING_RELIABILITY);
  // A correlation that is too high for the reliability says that the assumption does not hold here.
  const found = attenuation === undefined ? undefined : correctForRangeRestriction(attenuation, sdRatio);
  if (attenuation === undefined || found === undefined) return undefined;
  // Both corrections rise with the correlation, so the ends of its interval are the ends of the corrected one, at most 1.
  const through = (end: number): number => correctForRangeRestriction(correctForAttenuation(end, RATING_RELIABILITY) ?? Math.sign(end), sdRatio) ?? end;
  const ends = interval && ([through(interval[0]), through(interval[1])] as const);
  return {
    attenuation, value: found, interval: ends, reliability: RATING_RELIABILITY, sdRatio,
    says: `If one rating of the work had a reliability of ${coefficient(RATING_RELIABILITY)}, as studies of jobs found, and everybody scored had been hired, ${coefficient(value)} would be ${coefficient(found)}${ends === undefined ? '' : ` (${coefficientRange(ends)})`}.`,
  };
}

/** Standard deviation with n − 1; undefined below two values. */
function deviation(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined;
  const centre = values.reduce((total, value) => total + value, 0) / values.length;
  return Math.sqrt(values.reduce((total, value) => total + (value - centre) ** 2, 0) / (values.length - 1));
}


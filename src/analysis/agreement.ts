import { plural } from '../model/words.ts';
import { exactAgreement } from './statistics/exact.ts';
import { gwetAc } from './statistics/gwet.ts';
import { krippendorffAlpha } from './statistics/krippendorff.ts';
import { activeRaters, type Coefficient, type Ratings } from './statistics/ratings.ts';
import { alphaWords, TENTATIVE } from './words/bands.ts';
import { coefficient, coefficientRange, percent } from './words/numbers.ts';

/** Coefficients appear from so many units that two or more marked, and so many reviewers. */
export const AGREEMENT_UNITS = 8;
export const AGREEMENT_REVIEWERS = 3;
/** Two reviewers need more of them. */
export const UNITS_WITH_TWO = 10;
/** Below so many units a coefficient is called preliminary. */
export const PRELIMINARY_BELOW = 15;
/** Above this share of marks in one category alpha says little, and Gwet's AC2 stands beside it. */
export const ONE_CATEGORY = 0.8;
/** Below so many pairs there are counts and no percentage. */
const PERCENT_FROM = 5;

/** What was judged, in words: `sample`, or `visit`. */
export type Unit = 'sample' | 'visit';

/** A coefficient with its 95 % interval and what both say. */
export interface Figure {
  readonly value: number;
  readonly interval: readonly [number, number] | undefined;
  /** From the interval, not the value; two bands spanned are both named. */
  readonly words: string;
}

/** How far reviewers agree on one criterion. */
export interface Agreement {
  /** Units that two reviewers or more marked, and reviewers who marked one of them. */
  readonly units: number;
  readonly reviewers: number;
  /** Pairs of marks on the same unit; of these the equal ones, and those at most one level apart. */
  readonly pairs: number;
  readonly exact: number;
  readonly within: number;
  /** Why there is no coefficient, as a sentence. */
  readonly missing: string | undefined;
  readonly preliminary: boolean;
  /** Krippendorff's alpha, ordinal. */
  readonly alpha: Figure | undefined;
  /** The mark that more than 80 % of all marks are, and Gwet's AC2 (quadratic) for then. */
  readonly usual: { readonly mark: number; readonly share: number } | undefined;
  readonly ac2: Figure | undefined;
  /** The whole interval lies below what allows even tentative conclusions; where AC2 stands beside alpha, that of AC2. */
  readonly poor: boolean;
  readonly says: string;
}

/**
 * Agreement on one criterion (METHODS.md, Agreement): holes allowed, any number of reviewers.
 * @param ratings one row per unit, one column per reviewer, a hole where nothing was marked
 * @param scale levels of the rubric, lowest first
 */
export function agreementOn(ratings: Ratings, scale: readonly number[], unit: Unit = 'sample'): Agreement {
  const shared = ratings.filter((row) => row.findIndex((mark) => mark !== undefined) !== row.findLastIndex((mark) => mark !== undefined));
  const reviewers = activeRaters(shared);
  const { pairs, agreeing: exact } = exactAgreement(shared, 0);
  const within = exactAgreement(shared, 1).agreeing;
  const missing = missingWords(shared.length, reviewers, unit);
  const usual = usualMark(shared);
  const alpha = missing === undefined ? figure(krippendorffAlpha(shared, 'ordinal'), alphaWords) : undefined;
  const ac2 = missing === undefined && usual !== undefined ? figure(gwetAc(shared, 'quadratic', scale), alphaWords) : undefined;
  const found = { units: shared.length, reviewers, pairs, exact, within, missing, preliminary: missing === undefined && shared.length < PRELIMINARY_BELOW, alpha, usual, ac2, poor: ((ac2 ?? alpha)?.interval?.[1] ?? 1) < TENTATIVE };
  return { ...found, says: sentence(found, unit) };
}

/** What is missing for a coefficient, in one sentence; undefined when nothing is. */
export function missingWords(units: number, reviewers: number, unit: Unit): string | undefined {
  if (reviewers >= AGREEMENT_REVIEWERS ? units >= AGREEMENT_UNITS : reviewers === 2 && units >= UNITS_WITH_TWO) return undefined;
  const what = unit === 'visit' ? 'visits that two scored' : 'samples';
  if (units === 0) return `Needs ${AGREEMENT_UNITS} ${what} and ${AGREEMENT_REVIEWERS} reviewers; no ${unit} has two scores.`;
  if (reviewers === 2 && units >= AGREEMENT_UNITS) return `Needs ${UNITS_WITH_TWO} ${what} with 2 reviewers; there are ${units}.`;
  return `Needs ${AGREEMENT_UNITS} ${what} and ${AGREEMENT_REVIEWERS} reviewers; there are ${units} and ${reviewers}.`;
}

/** A coefficient with the words of its interval; marks that are too even for an interval carry no word. */
export function figure(found: Pick<Coefficient, 'value' | 'interval'> | undefined, words: (interval: readonly [number, number]) => string): Figure | undefined {
  return found && { value: found.value, interval: found.interval, words: found.interval ? words(found.interval) : 'no interval' };
}

/** `0.41 (0.08 to 0.66), unreliable`. */
export function figureWords({ value, interval, words }: Figure): string {
  return `${coefficient(value)}${interval ? ` (${coefficientRange(interval)})` : ''}, ${words}`;
}

/** The mark that more than 80 % of the marks are. */
function usualMark(ratings: Ratings): Agreement['usual'] {
  const counts = new Map<number, number>();
  let total = 0;
  for (const row of ratings) {
    for (const mark of row) {
      if (mark === undefined) continue;
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
      total += 1;
    }
  }
  for (const [mark, count] of counts) if (count > ONE_CATEGORY * total) return { mark, share: count / total };
  return undefined;
}

/** `9 of 24 pairs of marks are equal, 38 %, and 19 at most one apart, 79 %`; counts alone below five pairs. */
function pairsWords({ pairs, exact, within }: Pick<Agreement, 'pairs' | 'exact' | 'within'>): string {
  const share = (count: number): string => (pairs < PERCENT_FROM ? '' : `, ${percent(count / pairs)}`);
  return `${exact} of ${plural(pairs, 'pair')} of marks ${pairs === 1 ? 'is' : 'are'} equal${share(exact)}, and ${within} at most one apart${share(within)}.`;
}

function sentence(found: Omit<Agreement, 'says'>, unit: Unit): string {
  const { pairs, missing, alpha, usual, ac2 } = found;
  if (pairs === 0) return `No ${unit} has two marks to compare.`;
  if (missing !== undefined) return `${pairsWords(found)} ${missing}`;
  if (alpha === undefined) return `${pairsWords(found)} All marks are the same, so alpha cannot say whether reviewers tell one ${unit} from another.`;
  const beside = usual && ac2 ? ` ${percent(usual.share)} of the marks are ${usual.mark}, which makes alpha low whatever reviewers do; AC2 is ${figureWords(ac2)}.` : '';
  return `Alpha ${figureWords(alpha)}.${beside} ${pairsWords(found)}`;
}

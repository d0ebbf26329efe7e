import { markedUnits, type Ratings } from './ratings.ts';

/** How often two raters of the same unit gave marks that lie close together. */
export interface ExactAgreement {
  readonly agreeing: number;
  readonly pairs: number;
  /** From 0 to 1; undefined without a pair. */
  readonly share: number | undefined;
}

/**
 * Pairs of marks on the same unit that lie at most `within` marks apart (0 = equal), of all such pairs. The plain figure beside every
 * coefficient: it is not corrected for chance.
 */
export function exactAgreement(ratings: Ratings, within: number): ExactAgreement {
  let agreeing = 0;
  let pairs = 0;
  for (const marks of markedUnits(ratings, 2)) {
    pairs += (marks.length * (marks.length - 1)) / 2;
    marks.forEach((mark, index) => {
      for (let other = index + 1; other < marks.length; other += 1) if (Math.abs(mark - (marks[other] ?? NaN)) <= within + 1e-9) agreeing += 1;
    });
  }
  return { agreeing, pairs, share: pairs === 0 ? undefined : agreeing / pairs };
}

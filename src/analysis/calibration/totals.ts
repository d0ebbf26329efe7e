import type { Rubric } from '../../model/rubric.ts';
import { figure, figureWords, missingWords, PRELIMINARY_BELOW, type Figure } from '../agreement.ts';
import { COVERAGE_MIN, type Marks } from '../rubric-score.ts';
import { icc, type IccForm } from '../statistics/icc.ts';
import { kendallW } from '../statistics/kendall-w.ts';
import type { Ratings } from '../statistics/ratings.ts';
import { iccWords } from '../words/bands.ts';

/** How far reviewers agree on the weighted total of a sample. */
export interface TotalAgreement {
  /** Samples with a total of every reviewer, and reviewers. */
  readonly samples: number;
  readonly reviewers: number;
  readonly missing: string | undefined;
  readonly preliminary: boolean;
  /** ICC(2,1): what one reviewer's total is worth; ICC(2,k): what the mean of so many is. */
  readonly one: Figure | undefined;
  readonly panel: Figure | undefined;
  /** Other forms, for who knows them: all reviewers interchangeable, and only these reviewers; agreement on the order alone. */
  readonly details: { readonly icc1: Figure | undefined; readonly icc3: Figure | undefined; readonly kendallW: { readonly w: number; readonly p: number } | undefined };
  readonly says: string;
}

type Figures = Pick<TotalAgreement, 'one' | 'panel' | 'details'>;

const NONE: Figures = { one: undefined, panel: undefined, details: { icc1: undefined, icc3: undefined, kendallW: undefined } };

/** The coefficients of totals without a hole, whatever their number: the guards are the caller's. */
export function totalFigures(totals: Ratings): Figures {
  const forms = icc(totals);
  const ranked = kendallW(totals);
  const of = (form: IccForm | undefined): Figure | undefined => (form?.value === undefined ? undefined : figure({ value: form.value, interval: form.interval }, iccWords));
  return { one: of(forms?.two), panel: of(forms?.twoK), details: { icc1: of(forms?.one), icc3: of(forms?.three), kendallW: ranked && { w: ranked.w, p: ranked.p } } };
}

/** A reviewer's weighted total of one sample or visit, in the scale of the rubric; undefined below 70 % of the weights. */
export function totalOf({ criteria }: Rubric, marks: Marks): number | undefined {
  let [all, marked, above] = [0, 0, 0];
  for (const { id, weight } of criteria) {
    const mark = marks.get(id);
    all += weight;
    if (mark === undefined) continue;
    marked += weight;
    above += weight * mark;
  }
  return marked === 0 || marked < COVERAGE_MIN * all - 1e-9 ? undefined : above / marked;
}

/**
 * Agreement on totals: one row per sample, one column per reviewer. Only rows without a hole are used, since the coefficients
 * know no holes.
 */
export function totalAgreement(totals: Ratings): TotalAgreement {
  const whole = totals.filter((row) => row.every((total) => total !== undefined));
  const reviewers = totals[0]?.length ?? 0;
  const missing = missingWords(whole.length, whole.length === 0 ? 0 : reviewers, 'sample');
  const preliminary = missing === undefined && whole.length < PRELIMINARY_BELOW;
  const figures = missing === undefined ? totalFigures(whole) : NONE;
  const { one, panel } = figures;
  return {
    samples: whole.length, reviewers, missing, preliminary, ...figures,
    says: missing ?? (one && panel
      ? `ICC(2,1) is ${figureWords(one)}, for the total of one reviewer; ICC(2,k) is ${figureWords(panel)}, for the mean of ${reviewers}.`
      : 'All totals are the same, so no coefficient can say whether reviewers tell one sample from another.'),
  };
}

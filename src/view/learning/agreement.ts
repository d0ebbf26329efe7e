import { AGREEMENT_UNITS, AGREEMENT_REVIEWERS, type Agreement, type Figure } from '../../analysis/agreement.ts';
import { agreementLive } from '../../analysis/agreement-live.ts';
import { RELIABLE } from '../../analysis/words/bands.ts';
import { RUBRIC_REFERENCE } from '../../model/person.ts';
import type { Criterion } from '../../model/rubric.ts';
import { compareText } from '../../model/problem.ts';
import { listed, plural } from '../../model/words.ts';
import { orNull, rounded } from '../instants.ts';
import type { Lookup } from '../lookup.ts';
import type { PublishedAgreement, PublishedCriterionAgreement, PublishedFigure } from '../published/agreement.ts';

/** Below so many pairs there are counts and no share. */
const SHARE_FROM = 5;

/** Agreement on real submissions, per rubric version; nothing of a panel that is not complete. */
export function publishedAgreement(lookup: Lookup): PublishedAgreement {
  const rubrics = agreementLive(lookup.facts).toSorted((a, b) => compareText(a.rubric.title, b.rubric.title) || b.rubric.version - a.rubric.version).map((live) => {
    const [, rubric = live.reference, version = '0'] = RUBRIC_REFERENCE.exec(live.reference) ?? [];
    return {
      rubric, version: Number(version), title: live.rubric.title, visits: live.visits, reviewers: live.reviewers, missing: orNull(live.missing), preliminary: live.preliminary,
      total: figureOrNull(live.total),
      criteria: live.criteria.flatMap((each) => {
        const criterion = live.rubric.criteria.find(({ id }) => id === each.criterion);
        return criterion ? [publishedAgreementOn(each, criterion)] : [];
      }),
      says: live.says,
    };
  });
  const shown = rubrics.filter(({ missing }) => missing === null);
  return { rubrics, says: overallWords(rubrics.length, shown.map(({ title, version, total }) => ({ name: `${title}, version ${version}`, total }))) };
}

function overallWords(all: number, shown: readonly { readonly name: string; readonly total: PublishedFigure | null }[]): string {
  const need = `coefficients need ${AGREEMENT_UNITS} visits that two scored, of ${AGREEMENT_REVIEWERS} reviewers`;
  if (all === 0) return `No visit has two independent scores yet; ${need}.`;
  if (shown.length === 0) return `${plural(all, 'rubric version')} ${all === 1 ? 'has' : 'have'} visits that two scored, too few of each: ${need}.`;
  const reliable = shown.filter(({ total }) => total?.interval && total.interval[0] >= RELIABLE).map(({ name }) => name);
  const left = shown.length - reliable.length;
  const others = left === 0 ? '' : reliable.length === 0 ? `On none of ${plural(left, 'rubric version')} does the whole interval of the total lie where it is called reliable` : `; for ${plural(left, 'other')} the interval reaches lower`;
  const few = all - shown.length;
  return `${reliable.length === 0 ? '' : `Reviewers agree reliably on the total of ${listed(reliable)}`}${others}.${few === 0 ? '' : ` ${plural(few, 'more version')} ${few === 1 ? 'has' : 'have'} too few visits that two scored.`}`;
}

/** One criterion as published. */
export function publishedAgreementOn(found: Agreement, { id, name, weight }: Pick<Criterion, 'id' | 'name' | 'weight'>): PublishedCriterionAgreement {
  const share = (count: number): number | null => (found.pairs < SHARE_FROM ? null : rounded(count / found.pairs));
  return {
    id, name, weight, units: found.units, reviewers: found.reviewers, pairs: found.pairs, exact: found.exact, within: found.within,
    exactShare: share(found.exact), withinShare: share(found.within),
    missing: orNull(found.missing), preliminary: found.preliminary, alpha: figureOrNull(found.alpha),
    usual: found.usual ? { mark: found.usual.mark, share: rounded(found.usual.share) } : null, ac2: figureOrNull(found.ac2), poor: found.poor, says: found.says,
  };
}

/** A figure cut to what is published. */
export function figureOrNull(figure: Figure | undefined): PublishedFigure | null {
  return figure ? { value: rounded(figure.value), interval: figure.interval ? [rounded(figure.interval[0]), rounded(figure.interval[1])] : null, words: figure.words } : null;
}

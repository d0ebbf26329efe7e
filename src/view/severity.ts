import type { AdjustedVisit, SeverityResult } from '../analysis/severity.ts';
import { isTold, marksOfPercent } from '../analysis/words/severity.ts';
import { compareText } from '../model/problem.ts';
import { rounded } from './instants.ts';
import type { PublishedSeverity } from './published/people.ts';

type Reviewer = PublishedSeverity['reviewers'][number];

/** How far each reviewer's totals lie from the panel's; who may be named with a figure is decided in `analysis`. */
export function publishedSeverity(result: SeverityResult): PublishedSeverity {
  const { shown, says } = result;
  if (!result.shown) return { shown, says, groups: [], reviewers: result.reviewers.map(({ person, visits }) => ({ person, visits, figure: null })) };
  return {
    shown, says, groups: result.groups.map((people) => [...people]),
    reviewers: [
      ...result.reviewers.map(({ person, visits, effect, error, interval: [from, to], marks, says: own }): Reviewer => ({
        person, visits,
        figure: {
          effect: rounded(effect), error: rounded(error), interval: [rounded(from), rounded(to)],
          marks: rounded(marks), marksInterval: [rounded(marksOfPercent(from)), rounded(marksOfPercent(to))], told: isTold({ interval: [from, to] }), says: own,
        },
      })),
      ...result.few.map(({ person, visits }): Reviewer => ({ person, visits, figure: null })),
    ].sort((a, b) => compareText(a.person, b.person)),
  };
}

/** The adjusted visits by `role/candidate/visit`. */
export function adjustedVisits(result: SeverityResult): ReadonlyMap<string, AdjustedVisit> {
  return new Map(result.shown ? result.adjusted.map((each) => [`${each.role}/${each.candidate}/${each.visit}`, each]) : []);
}

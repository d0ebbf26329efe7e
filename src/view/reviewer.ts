import type { Ratio } from '../analysis/reviewers/ratio.ts';
import type { ReviewerFigures } from '../analysis/reviewers/reviewers.ts';
import { orNull, rounded } from './instants.ts';
import { stageTitleOf, visitTitle, type Lookup } from './lookup.ts';
import { spokenPseudonym } from '../model/pseudonym.ts';
import type { PublishedPerson } from './published/people.ts';

type Figures = Pick<PublishedPerson, 'load' | 'turnaround' | 'scored' | 'covered' | 'evidence' | 'marks' | 'agreement'>;

/** What is told of one person as a reviewer: how much, how soon, how fully, how long, and how near to the others. */
export function publishedReviewer({ load, turnaround, covered, evidence, marks, agreement }: ReviewerFigures, lookup: Lookup): Figures {
  const { rows, days, waiting, longest, median, interval: [from, to], says } = turnaround;
  return {
    load: { asked: load.asked, given: load.given, months: load.months.map((month) => ({ ...month })), says: load.says },
    turnaround: { days: [...days], waiting, longest: orNull(longest), median: roundedOrNull(median), interval: [roundedOrNull(from), roundedOrNull(to)], says },
    scored: rows.map(({ candidate, visit, since, submitted, days: took }) => ({
      role: candidate.role, id: candidate.id, spoken: spokenPseudonym(candidate.id),
      visit: visit.name, visitTitle: visitTitle(stageTitleOf(lookup.workspace, candidate.role, visit.stage), visit.number),
      since: orNull(since), submitted, days: orNull(took),
    })),
    covered: {
      scores: covered.scores, all: ratio(covered.all),
      rubrics: covered.rubrics.map((each) => ({ rubric: each.rubric, title: each.title, scores: each.scores, ...ratio(each) })),
      skipped: covered.skipped.map((each) => ({ ...each, others: { ...each.others } })),
      says: covered.says,
    },
    evidence: {
      scores: evidence.scores, pieces: evidence.pieces, short: evidence.short, says: evidence.says,
      quartiles: evidence.quartiles === undefined ? null : [rounded(evidence.quartiles[0]), rounded(evidence.quartiles[1]), rounded(evidence.quartiles[2])],
    },
    marks: { scales: marks.scales.map((each) => ({ ...each, levels: each.levels.map((level) => ({ ...level })) })), says: marks.says },
    agreement: { visits: agreement.visits, exact: ratio(agreement.exact), within: ratio(agreement.within), says: agreement.says },
  };
}

function ratio({ part, whole, share, interval }: Ratio): PublishedPerson['agreement']['exact'] {
  return { part, whole, share: roundedOrNull(share), interval: interval === undefined ? null : [rounded(interval[0]), rounded(interval[1])] };
}

function roundedOrNull(value: number | undefined): number | null {
  return value === undefined ? null : rounded(value);
}

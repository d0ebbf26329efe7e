import { REVIEW_DAYS, reviewAt } from '../../analysis/outcome-reviews.ts';
import { outcomes, type OutcomeRow } from '../../analysis/outcomes.ts';
import { addDays } from '../../analysis/time/day.ts';
import { businessDaysLate, dueAt, officeOf } from '../../analysis/time/office.ts';
import type { Outcome } from '../../model/outcome.ts';
import { RUBRIC_REFERENCE } from '../../model/person.ts';
import { spokenPseudonym } from '../../model/pseudonym.ts';
import type { Rubric } from '../../model/rubric.ts';
import { shownOverall, shownVisit } from '../boundary.ts';
import { orNull, rounded } from '../instants.ts';
import { stageTitleOf, type Lookup } from '../lookup.ts';
import type { PublishedOutcomes } from '../published/outcomes.ts';

type Published = PublishedOutcomes[number];

/** How every hire works out, beside what the process had said. */
export function publishedOutcomes(lookup: Lookup): PublishedOutcomes {
  const { workspace } = lookup;
  return outcomes(workspace, lookup.facts).map((row) => ({
    role: row.role,
    roleTitle: workspace.roles.get(row.role)?.value.title ?? row.role,
    candidate: row.candidate,
    spoken: spokenPseudonym(row.candidate),
    started: row.outcome.started,
    left: orNull(row.outcome.left),
    percent: overallOf(row),
    stages: row.stages.map((each) => ({ stage: each.stage, title: stageTitleOf(workspace, row.role, each.stage), percent: rounded(each.percent) })),
    reviews: row.reviews.map((review) => ({
      day: review.day, on: review.on, by: review.by, performance: review.performance, again: review.again, ...compared(review, row, lookup),
    })),
    next: nextReview(row.outcome, lookup),
  }));
}

function overallOf({ facts }: OutcomeRow): number | null {
  const overall = facts && shownOverall(facts);
  return overall === undefined ? null : rounded(overall.percent);
}

/** The review that has come and is not written; without one, the next that will come. */
function nextReview(outcome: Outcome, { today, now, workspace }: Lookup): Published['next'] {
  const come = reviewAt(outcome, today);
  const day = come ?? REVIEW_DAYS.find((each) => addDays(outcome.started, each) > today && !outcome.reviews.some((review) => review.day === each));
  if (day === undefined || (outcome.left !== undefined && outcome.left <= today)) return null;
  const due = addDays(outcome.started, day);
  const office = officeOf(workspace.calendar);
  return { day, due, lateBy: businessDaysLate(office, dueAt(office, due), now) };
}

/** The marks on the job beside those in hiring, where both hold to the same words. */
function compared(review: Outcome['reviews'][number], row: OutcomeRow, lookup: Lookup): Pick<Published['reviews'][number], 'rubric' | 'marks'> {
  const [, id = '', version = ''] = RUBRIC_REFERENCE.exec(review.rubric ?? '') ?? [];
  const rubric = rubricOf(id, Number(version), lookup);
  const visit = row.facts?.visits.findLast((each) => each.panel?.complete === true && each.rubricId === id && each.rubric?.version === Number(version));
  const hired = visit && shownVisit(visit, lookup.workspace.settings.value).score;
  const inOrder = rubric?.criteria.map((criterion) => criterion.id) ?? Object.keys(review.marks);
  return {
    rubric: rubric === undefined || review.rubric === undefined ? null : { reference: review.rubric, title: rubric.title, version: rubric.version, min: rubric.scale.min, max: rubric.scale.max },
    marks: inOrder.flatMap((criterion) => {
      const job = review.marks[criterion];
      if (job === undefined) return [];
      const mean = hired?.criteria.find((each) => each.id === criterion)?.mean;
      return [{ criterion, name: rubric?.criteria.find((each) => each.id === criterion)?.name ?? criterion, hiring: mean === undefined ? null : rounded(mean), job }];
    }),
  };
}

function rubricOf(id: string, version: number, { workspace }: Lookup): Rubric | undefined {
  const history = workspace.rubrics.get(id);
  if (history === undefined) return undefined;
  return history.current?.value.version === version ? history.current.value : history.versions.get(version)?.value;
}

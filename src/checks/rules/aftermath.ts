import { reviewsDue } from '../../analysis/outcome-reviews.ts';
import { addDays } from '../../analysis/time/day.ts';
import type { Problem } from '../../model/problem.ts';
import { notKnown, unresolved, unresolvedVersion } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { plural } from '../../model/words.ts';

// An outcome belongs to a candidate who was hired, and its marks fit the rubric.
const outcomes: Rule = {
  holds: 'An outcome belongs to a candidate who was hired, and its marks fit the rubric.',
  codes: ['reference/unknown-role', 'reference/unknown-candidate', 'reference/unknown-person', 'reference/unknown-rubric', 'reference/unknown-criterion', 'outcome/not-hired', 'outcome/mark-outside-scale', 'outcome/dates'],
  check: (workspace, { catalogue }) => [...workspace.outcomes].flatMap(([role, byCandidate]) => [...byCandidate].flatMap(([candidate, { path, value }]): Problem[] => {
    const problems: Problem[] = unresolved(workspace, 'role', role, { path }, 'The role of this outcome');
    const folder = workspace.candidates.get(role)?.get(candidate);
    if (workspace.roles.has(role) && !folder) problems.push(notKnown('reference/unknown-candidate', { path }, `The outcome is about “${candidate}”, but “${role}” has no such candidate`, candidate, workspace.candidates.get(role)?.keys() ?? [], 'candidates'));
    if (folder?.record && !folder.record.value.events.some((event) => event.event === 'hired')) problems.push(problem('outcome/not-hired', { path }, `The outcome is about ${candidate}, who was not hired.`, 'Remove the file, or add the event hired.'));
    if (value.left !== undefined && value.left < value.started) problems.push(problem('outcome/dates', { path, key: ['left'] }, `${candidate} left on ${value.left}, before the first day ${value.started}.`, 'Correct started or left.'));
    value.reviews.forEach((review, index) => {
      const key = ['reviews', index];
      problems.push(...unresolved(workspace, 'person', review.by, { path, key: [...key, 'by'] }, 'Who wrote the review'));
      if (review.on < value.started) problems.push(problem('outcome/dates', { path, key: [...key, 'on'] }, `The review after ${review.day} days is from ${review.on}, before the first day ${value.started}.`, 'Correct started or on.'));
      if (review.rubric === undefined) return;
      problems.push(...unresolvedVersion(workspace, review.rubric, { path, key: [...key, 'rubric'] }, 'The rubric of this review'));
      const rubric = catalogue.rubricOf(review.rubric);
      if (!rubric) return;
      const known = rubric.criteria.map((criterion) => criterion.id);
      for (const [id, mark] of Object.entries(review.marks)) {
        if (!known.includes(id)) problems.push(notKnown('reference/unknown-criterion', { path, key: [...key, 'marks', id], atKey: true }, `The review marks “${id}”, which is no criterion of ${review.rubric}`, id, known, 'criteria'));
        else if (mark < rubric.scale.min || mark > rubric.scale.max) problems.push(problem('outcome/mark-outside-scale', { path, key: [...key, 'marks', id] }, `“${id}” has the mark ${mark}, but ${review.rubric} has a scale of ${rubric.scale.min}–${rubric.scale.max}.`, `Allowed: ${rubric.scale.min} to ${rubric.scale.max}.`));
      }
    });
    return problems;
  })),
};

/** Calendar days after which a review that nobody wrote is said. */
const PATIENCE = 30;

// The review of a hire is written within a month of its day.
const reviewed: Rule = {
  holds: 'The review of a hire is written within a month of its day.',
  codes: ['outcome/review-due'],
  check: (workspace, { catalogue: { today }, now }) => reviewsDue(workspace, { now, today }).filter(({ due }) => addDays(due, PATIENCE) < today).map(({ role, candidate, day, due }) => {
    const path = workspace.outcomes.get(role)?.get(candidate)?.path ?? '';
    return problem('outcome/review-due', { path, key: ['started'] }, `The review after ${day} days was due on ${due}, and nobody has written it.`, `Write it down, late as it is: hire outcome ${candidate} --day ${day}`);
  }),
};

// A voluntary count never singles out one to four people, and nobody advances who was not there.
const fairness: Rule = {
  holds: 'A voluntary count never singles out one to four people, and nobody advances who was not there.',
  codes: ['fairness/small-count', 'fairness/advanced-above-reached', 'reference/unknown-role', 'reference/unknown-stage'],
  check: (workspace) => [...workspace.fairness].flatMap(([role, files]) => [...files.values()].flatMap(({ path, value }): Problem[] => {
    const problems: Problem[] = unresolved(workspace, 'role', role, { path }, 'The role of these counts');
    const pipeline = workspace.pipelines.get(workspace.roles.get(role)?.value.pipeline ?? '')?.value;
    const stages = pipeline?.stages.map((stage) => stage.id);
    for (const [stage, groups] of Object.entries(value.stages)) {
      if (stages && !stages.includes(stage)) problems.push(notKnown('reference/unknown-stage', { path, key: ['stages', stage], atKey: true }, `The counts are for the stage “${stage}”, which the pipeline does not have`, stage, stages, 'stages'));
      for (const [group, counts] of Object.entries(groups)) {
        for (const field of ['reached', 'advanced'] as const) {
          const n = counts[field];
          if (n >= 1 && n <= 4) problems.push(problem('fairness/small-count', { path, key: ['stages', stage, group, field] }, `“${group}” counts ${plural(n, 'person', 'people')} in “${stage}”; so few can be recognised.`, 'Merge the group with another one, or leave out the stage for all groups.'));
        }
        const stayed = counts.reached - counts.advanced;
        if (counts.reached > 4 && stayed >= 1 && stayed <= 4) problems.push(problem('fairness/small-count', { path, key: ['stages', stage, group, 'advanced'] }, `${plural(stayed, 'person', 'people')} of “${group}” did not go on from “${stage}”; so few can be recognised.`, 'Merge the group with another one, or leave out the stage for all groups.'));
        if (counts.advanced > counts.reached) problems.push(problem('fairness/advanced-above-reached', { path, key: ['stages', stage, group, 'advanced'] }, `${counts.advanced} of “${group}” advanced from “${stage}”, but only ${counts.reached} reached it.`, 'Correct one of the two counts.'));
      }
    }
    return problems;
  })),
};

// A tombstone's visits are stages of the role's pipeline.
const tombstones: Rule = {
  holds: 'The visits of a tombstone are stages of the role’s pipeline.',
  codes: ['reference/unknown-stage'],
  check: (_workspace, { catalogue }) => catalogue.applications.flatMap(({ folder: { erased }, pipeline }) => {
    const stages = pipeline?.stages.map((stage) => stage.id);
    if (!erased || !stages) return [];
    return erased.value.visits.flatMap((visit, index) => stages.includes(visit.stage) ? [] : [
      notKnown('reference/unknown-stage', { path: erased.path, key: ['visits', index, 'stage'] }, `A visit was to “${visit.stage}”, which the pipeline does not have`, visit.stage, stages, 'stages'),
    ]);
  }),
};

export const aftermath: readonly Rule[] = [outcomes, reviewed, fairness, tombstones];

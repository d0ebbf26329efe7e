import type { Problem } from '../../model/problem.ts';
import { notKnown, unresolved, unresolvedVersion } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { listed } from '../../model/words.ts';

// Everybody in a session scores the same samples with the same rubric.
const sessions: Rule = {
  holds: 'Everybody in a session scores the same samples with the same rubric.',
  codes: ['reference/unknown-person', 'reference/unknown-rubric', 'reference/unknown-sample', 'reference/unknown-criterion', 'calibration/other-rubric', 'calibration/outsider', 'calibration/mark-outside-scale'],
  check: (workspace, { catalogue }) => [...workspace.calibrations.values()].flatMap(({ session, samples, scores, references }) => {
    const { path, value } = session;
    const problems: Problem[] = unresolvedVersion(workspace, value.rubric, { path, key: ['rubric'] }, 'The rubric of this session');
    value.reviewers.forEach((person, index) => problems.push(...unresolved(workspace, 'person', person, { path, key: ['reviewers', index] }, 'A reviewer of this session')));
    const sampleMissing = (sample: string, file: string): Problem[] => samples.has(sample) ? [] : [
      notKnown('reference/unknown-sample', { path: file }, `The file is about the sample “${sample}”, which the session does not have`, sample, samples.keys(), 'samples'),
    ];
    for (const [sample, byPerson] of scores) {
      for (const [person, score] of byPerson) {
        problems.push(...sampleMissing(sample, score.path));
        if (score.value.rubric !== value.rubric) problems.push(problem('calibration/other-rubric', { path: score.path, key: ['rubric'] }, `The sample was scored with ${score.value.rubric}, but the session is about ${value.rubric}.`, `Allowed here: ${value.rubric}.`));
        if (!value.reviewers.includes(person)) problems.push(problem('calibration/outsider', { path: score.path }, `“${person}” scored a sample, but is no reviewer of the session (${listed(value.reviewers)}).`, `Add ${person} to reviewers: of the session.`));
      }
    }
    const rubric = catalogue.rubricOf(value.rubric);
    const known = rubric?.criteria.map((criterion) => criterion.id) ?? [];
    for (const [sample, reference] of references) {
      problems.push(...sampleMissing(sample, reference.path));
      for (const [id, { mark }] of Object.entries(rubric ? reference.value.marks : {})) {
        if (!known.includes(id)) problems.push(notKnown('reference/unknown-criterion', { path: reference.path, key: ['marks', id], atKey: true }, `The reference marks “${id}”, which is no criterion of ${value.rubric}`, id, known, 'criteria'));
        else if (rubric && (mark < rubric.scale.min || mark > rubric.scale.max)) problems.push(problem('calibration/mark-outside-scale', { path: reference.path, key: ['marks', id, 'mark'] }, `“${id}” has the mark ${mark}, but ${value.rubric} has a scale of ${rubric.scale.min}–${rubric.scale.max}.`, `Allowed: ${rubric.scale.min} to ${rubric.scale.max}.`));
      }
    }
    return problems;
  }),
};

export const calibrations: readonly Rule[] = [sessions];

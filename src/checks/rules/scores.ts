import type { Problem } from '../../model/problem.ts';
import type { Rubric } from '../../model/rubric.ts';
import { NOT_OBSERVED, type Mark } from '../../model/score.ts';
import type { Workspace } from '../../model/workspace.ts';
import { notKnown, unresolvedVersion } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { plural } from '../../model/words.ts';

// A score names a rubric version that exists and marks each of its criteria, with evidence.
const marks: Rule = {
  holds: 'A score names a rubric version that exists and marks each of its criteria, with evidence.',
  codes: ['score/unknown-rubric-version', 'score/missing-criterion', 'score/unknown-criterion', 'score/mark-outside-scale', 'score/evidence-short', 'score/because-missing'],
  check: (workspace, { catalogue }) => allScores(workspace).flatMap(({ path, value }) => {
    const rubric = catalogue.rubricOf(value.rubric);
    if (!rubric) return unresolvedVersion(workspace, value.rubric, { path, key: ['rubric'] }, 'The rubric of this score', 'score/unknown-rubric-version');
    return marksOf(path, value.marks, value.rubric, rubric, workspace.settings.value.scores.evidence_min);
  }),
};

function marksOf(path: string, marksById: Readonly<Record<string, Mark>>, reference: string, rubric: Rubric, evidenceMin: number): Problem[] {
  const problems: Problem[] = [];
  const levels = Array.from({ length: rubric.scale.max - rubric.scale.min + 1 }, (_, index) => rubric.scale.min + index).join(', ');
  for (const criterion of rubric.criteria) {
    const key = ['marks', criterion.id];
    const mark = Object.hasOwn(marksById, criterion.id) ? marksById[criterion.id] : undefined;
    if (!mark) {
      problems.push(problem('score/missing-criterion', { path, key: ['marks'], atKey: true }, `The score has no mark for “${criterion.id}”, a criterion of ${reference}.`, `Add ${criterion.id}: with a mark (${levels} or not-observed).`));
    } else if (mark.mark === NOT_OBSERVED) {
      if ((mark.because ?? '').trim() === '') problems.push(problem('score/because-missing', { path, key, atKey: true }, `“${criterion.id}” is not-observed, but does not say why.`, 'Add because: with what there was not to see.'));
    } else {
      if (mark.mark < rubric.scale.min || mark.mark > rubric.scale.max) {
        problems.push(problem('score/mark-outside-scale', { path, key: [...key, 'mark'] }, `“${criterion.id}” has the mark ${mark.mark}, but ${reference} has a scale of ${rubric.scale.min}–${rubric.scale.max}.`, `Allowed: ${levels} or not-observed.`));
      }
      const length = [...(mark.evidence ?? '').trim()].length;
      if (length < evidenceMin) {
        problems.push(problem('score/evidence-short', { path, key: mark.evidence === undefined ? key : [...key, 'evidence'], atKey: true },
          length === 0 ? `“${criterion.id}” has a mark, but no evidence.` : `The evidence for “${criterion.id}” has ${plural(length, 'character')}; a mark needs at least ${evidenceMin}.`,
          'Write evidence: with what in the submission shows it (file and line, or a quote).'));
      }
    }
  }
  const known = rubric.criteria.map((criterion) => criterion.id);
  for (const id of Object.keys(marksById)) {
    if (!known.includes(id)) problems.push(notKnown('score/unknown-criterion', { path, key: ['marks', id], atKey: true }, `The score marks “${id}”, which is no criterion of ${reference}`, id, known, 'criteria'));
  }
  return problems;
}

// Amendments are numbered without gaps and say why; a first score does not.
const amendments: Rule = {
  holds: 'Amendments are numbered without gaps and say why.',
  codes: ['score/amendment-gap', 'score/amendment-because'],
  check: (_, { catalogue }) => catalogue.applications.flatMap(({ folder }) => [...folder.scores].flatMap(([visit, scores]) => {
    if (!scores.some((score) => score.amendment > 1 || score.value.because !== undefined)) return [];
    const had = new Map<string, Set<number>>();
    for (const score of scores) had.set(score.person, (had.get(score.person) ?? new Set()).add(score.amendment));
    return scores.flatMap(({ path, person, amendment, value }): Problem[] => {
      if (amendment === 1) {
        return value.because === undefined ? [] : [problem('score/amendment-because', { path, key: ['because'], atKey: true }, 'A first score has “because”, which says why a score was changed.', 'Move the words to summary, or name the file as an amendment.')];
      }
      const before = `${person}${amendment === 2 ? '' : `.${amendment - 1}`}.yml`;
      const problems: Problem[] = [];
      const beforePath = path.slice(0, path.lastIndexOf('/') + 1) + before;
      if (!had.get(person)?.has(amendment - 1) && !catalogue.isBroken(beforePath) && !folder.sealed.has(beforePath)) {
        problems.push(problem('score/amendment-gap', { path }, `This is amendment ${amendment} of ${person} for “${visit}”, but ${before} is missing.`, `Rename the file to ${before}.`));
      }
      if (value.because === undefined) problems.push(problem('score/amendment-because', { path }, `This is amendment ${amendment} of ${person}, but it does not say why the score changed.`, 'Add because: with the reason.'));
      return problems;
    });
  })),
};

interface AnyScore { readonly path: string; readonly value: { readonly rubric: string; readonly marks: Readonly<Record<string, Mark>> } }

function allScores(workspace: Workspace): AnyScore[] {
  const all: AnyScore[] = [];
  for (const folders of workspace.candidates.values()) for (const folder of folders.values()) for (const scores of folder.scores.values()) all.push(...scores);
  for (const session of workspace.calibrations.values()) for (const scores of session.scores.values()) all.push(...scores.values());
  return all;
}

export const scores: readonly Rule[] = [marks, amendments];

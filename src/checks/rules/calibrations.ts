import { isSampleToWrite, SAMPLE_TO_WRITE } from '../../model/calibration.ts';
import type { KeyPath, Problem } from '../../model/problem.ts';
import { notKnown, unresolved, unresolvedVersion } from '../references.ts';
import { problem, type Place, type Rule } from '../rule.ts';
import { listed } from '../../model/words.ts';
import { lineOf } from './messages.ts';

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

/** Words joined by hyphens, as pseudonyms are; a longer chain is read once, whole. */
const CHAIN = /[a-z0-9]+(?:-[a-z0-9]+)+/gi;

// Nothing in a calibration tells from which application a sample was taken.
const nameless: Rule = {
  holds: 'Nothing in a calibration tells from which application a sample was taken.',
  codes: ['calibration/pseudonym'],
  check: (workspace) => {
    if (workspace.calibrations.size === 0) return [];
    const pseudonyms = new Set([...workspace.candidates.values()].flatMap((folders) => [...folders.keys()]));
    const named = (text: string | undefined): RegExpExecArray[] => [...text?.matchAll(CHAIN) ?? []].filter(([word]) => pseudonyms.has(word.toLowerCase()));
    const told = (place: Place, word: string): Problem => problem('calibration/pseudonym', place, `The text names “${word}”, a candidate: whoever reads it knows whose work it is, and what came of it.`, 'Take the pseudonym out; an address that holds it belongs to a neutral copy.');
    const prose = (path: string, texts: readonly (readonly [key: KeyPath, text: string | undefined])[]): Problem[] =>
      texts.flatMap(([key, text]) => named(text).slice(0, 1).map(([word]) => told({ path, key }, word)));
    return [...workspace.calibrations.values()].flatMap(({ session, samples, scores, references }) => [
      ...prose(session.path, [[['title'], session.value.title]]),
      ...[...samples.values()].flatMap(({ path, value }) => named(value).map(({ 0: word, index }) => told({ path, ...lineOf(value, 1, index, index + word.length) }, word))),
      ...[...scores.values()].flatMap((people) => [...people.values()]).flatMap(({ path, value }) => prose(path, [
        ...Object.entries(value.marks).flatMap(([id, { evidence, because }]) => [[['marks', id, 'evidence'], evidence], [['marks', id, 'because'], because]] as const), [['summary'], value.summary],
      ])),
      ...[...references.values()].flatMap(({ path, value }) => prose(path, Object.entries(value.marks).map(([id, { because }]) => [['marks', id, 'because'], because] as const))),
    ]);
  },
};

// A sample holds work, and not the words that say what to write.
const written: Rule = {
  holds: 'A sample holds work, and not the words that say what to write.',
  codes: ['calibration/sample-not-written'],
  check: (workspace) => [...workspace.calibrations.values()].flatMap(({ samples }) => [...samples.values()].filter(({ value }) => isSampleToWrite(value)).map(({ path, value }) => {
    const from = value.indexOf(SAMPLE_TO_WRITE);
    return problem('calibration/sample-not-written', { path, ...lineOf(value, 1, from, from + SAMPLE_TO_WRITE.length) }, 'The sample is still the text that says what a sample is, so there is nothing to mark.', 'Write the work that everybody marks, or remove the file.');
  })),
};

export const calibrations: readonly Rule[] = [sessions, nameless, written];

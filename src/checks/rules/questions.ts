import type { Problem } from '../../model/problem.ts';
import type { Questions } from '../../model/questions.ts';
import { isHandedIn } from '../../model/stage-kind.ts';
import { notKnown, unresolved } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { listed } from '../../model/words.ts';

// Questions of a set have different ids, and a choice has something to choose from.
const sets: Rule = {
  holds: 'Questions of a set have different ids, and a choice has something to choose from.',
  codes: ['questions/duplicate-id', 'questions/no-options'],
  check: (workspace) => [...workspace.questions.values()].flatMap(({ path, value }) => {
    const problems: Problem[] = [];
    const seen = new Map<string, number>();
    value.questions.forEach((question, index) => {
      const first = seen.get(question.id);
      if (first !== undefined) problems.push(problem('questions/duplicate-id', { path, key: ['questions', index, 'id'] }, `Questions ${first + 1} and ${index + 1} are both called “${question.id}”; their answers could not be told apart.`, 'Give one of them another id.'));
      seen.set(question.id, first ?? index);
      if (question.kind === 'choice' && (question.options?.length ?? 0) < 2) problems.push(problem('questions/no-options', { path, key: ['questions', index] }, `“${question.id}” is a choice, but has ${question.options?.length === 1 ? 'one option' : 'no options'}.`, 'Add options: with at least two answers, or write kind: text.'));
    });
    return problems;
  }),
};

// Answers of a submission belong to questions of the stage's set, or of its challenge.
const answers: Rule = {
  holds: 'Answers of a submission belong to questions of the stage’s set; links and files live with the identity.',
  codes: ['submission/unknown-question', 'submission/identity-answer'],
  check: (workspace, { catalogue }) => catalogue.applications.flatMap(({ folder, visits, pipeline }) => [...folder.submissions].flatMap(([visit, { path, value }]) => {
    const ids = Object.keys(value.answers);
    const stage = pipeline?.stages.find((other) => other.id === visits.get(visit)?.stage);
    if (ids.length === 0 || !stage || (stage.questions !== undefined && !workspace.questions.has(stage.questions))) return [];
    const known = workspace.questions.get(stage.questions ?? '')?.value.questions ?? [];
    return ids.flatMap((id): Problem[] => {
      const question = known.find((other) => other.id === id);
      const place = { path, key: ['answers', id], atKey: true };
      if (!question) return [notKnown('submission/unknown-question', place, stage.questions === undefined ? `“${id}” is answered, but “${stage.id}” asks no questions` : `“${id}” is answered, but “${stage.questions}” asks no such question`, id, known.map((other) => other.id), 'questions')];
      if (question.kind !== 'link' && question.kind !== 'file') return [];
      // A link to the work is what a challenge asks for; a link in an application shows who it is.
      if (question.kind === 'link' && isHandedIn(stage.kind)) return [];
      return [problem('submission/identity-answer', place, `“${id}” asks for a ${question.kind}, and such an answer shows who the candidate is.`, 'Move the answer to the identity folder.')];
    });
  })),
};

// Survey answers belong to the set that was asked and use its options; the token tells nothing.
const surveys: Rule = {
  holds: 'Survey answers belong to the set that was asked and use its options; the token tells nothing.',
  codes: ['reference/unknown-questions', 'reference/unknown-role', 'reference/unknown-challenge', 'survey/unknown-question', 'survey/unknown-answer', 'survey/token', 'questions/wrong-audience'],
  check: (workspace) => [...workspace.surveys].flatMap(([role, tokens]) => [...tokens].flatMap(([token, { path, value }]): Problem[] => {
    const problems: Problem[] = [
      ...unresolved(workspace, 'role', role, { path }, 'The role of this survey'),
      ...unresolved(workspace, 'questions', value.questions, { path, key: ['questions'] }, 'The set that was asked'),
    ];
    if (!isToken(token)) problems.push(problem('survey/token', { path }, `The survey is called “${token}”; a token is random, so that it tells nothing about who answered or when.`, 'Rename the file to a random token of 8 letters and digits (hire new survey draws one).'));
    const set = workspace.questions.get(value.questions)?.value;
    if (set && set.for !== 'survey') problems.push(problem('questions/wrong-audience', { path, key: ['questions'] }, `The survey used “${value.questions}”, a set for ${set.for}.`, 'Name a set with for: survey.'));
    for (const [id, answer] of Object.entries(set ? value.answers : {})) {
      const question = set?.questions.find((other) => other.id === id);
      if (!question) problems.push(notKnown('survey/unknown-question', { path, key: ['answers', id], atKey: true }, `“${id}” is answered, but “${value.questions}” asks no such question`, id, set?.questions.map((other) => other.id) ?? [], 'questions'));
      else {
        const allowed = allowedAnswers(question);
        if (allowed && !allowed.includes(String(answer))) problems.push(problem('survey/unknown-answer', { path, key: ['answers', id] }, `“${id}” is answered with “${answer}”, which is none of its options.`, `Allowed: ${listed(allowed, 'or')}.`));
      }
    }
    for (const challenge of Object.keys(value.minutes)) problems.push(...unresolved(workspace, 'challenge', challenge, { path, key: ['minutes', challenge], atKey: true }, 'The challenge whose time is told'));
    return problems;
  })),
};

/** Values an answer may have; undefined when it is free. A scale without options runs from 1 to 5. */
function allowedAnswers(question: Questions['questions'][number]): string[] | undefined {
  if (question.kind === 'choice') return question.options;
  if (question.kind !== 'scale') return undefined;
  return Array.from({ length: question.options?.length ?? 5 }, (_, index) => String(index + 1));
}

/** Six to thirty-two letters and digits, with both, and no day or counter in them. */
function isToken(token: string): boolean {
  return /^(?=.*[a-z])(?=.*\d)[a-z0-9]{6,32}$/.test(token) && !/20\d\d(0[1-9]|1[0-2])/.test(token);
}

export const questions: readonly Rule[] = [sets, answers, surveys];

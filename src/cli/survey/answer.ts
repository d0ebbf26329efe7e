import { createHash } from 'node:crypto';
import { closest, listed } from '../../model/words.ts';
import type { Questions } from '../../model/questions.ts';
import type { Survey } from '../../model/survey.ts';
import type { Workspace } from '../../model/workspace.ts';
import { stagesOf } from '../../model/stages.ts';
import { asProse } from '../../text/print-scalar.ts';
import type { Given } from './given.ts';

/** An answer that holds to its questions, for one role. */
export interface Answer {
  readonly role: string;
  readonly survey: Survey;
  /** By which the same answer is known when it comes twice. */
  readonly mark: string;
}

const OUTCOMES = ['hired', 'declined', 'withdrew', 'expired', 'open'] as const;
const MOST_MINUTES = 100_000;

/**
 * Holds an answer against its set of questions. What is missing is taken as it is: nobody can be asked again.
 * @param month of the day it is added, for an answer that names none or one to come
 * @returns the answer, or every sentence that says what is wrong with it
 */
export function answerOf({ fields }: Given, workspace: Workspace, month: string): Answer | readonly string[] {
  const faults: string[] = [];
  const role = fields.get('role') ?? '';
  const known = workspace.roles.get(role)?.value;
  if (!known) faults.push(role === '' ? 'The role is missing.' : `There is no role “${role}”.${meant(role, workspace.roles.keys())}`);
  const sets = [...workspace.questions].filter(([, { value }]) => value.for === 'survey');
  const set = fields.get('questions') ?? sets[0]?.[0] ?? '';
  const questions = sets.find(([id]) => id === set)?.[1].value;
  if (!questions) faults.push(`There is no set of questions “${set}” for a survey.`);
  const outcome = fields.get('outcome') ?? '';
  if (!isOutcome(outcome)) faults.push(`The outcome is “${outcome}”; ${listed(OUTCOMES, 'or')}.`);
  const recommend = fields.get('recommend');
  if (recommend !== undefined && !/^(?:[0-9]|10)$/.test(recommend)) faults.push(`recommend is “${recommend}”; 0 to 10.`);
  const challenges = known === undefined ? [] : challengesOf(workspace, known.pipeline, known.with);
  const answers: Record<string, string | number> = {};
  const minutes: Record<string, number> = {};
  for (const [name, written] of [...fields].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (['role', 'questions', 'month', 'outcome', 'recommend', 'id'].includes(name)) continue;
    if (name.startsWith('minutes.')) {
      const challenge = name.slice('minutes.'.length);
      if (known && !challenges.includes(challenge)) faults.push(`“${role}” has no challenge “${challenge}”.${meant(challenge, challenges)}`);
      else if (!/^\d{1,6}$/.test(written) || Number(written) > MOST_MINUTES) faults.push(`The minutes of “${challenge}” are “${written}”; a whole number, please.`);
      else minutes[challenge] = Number(written);
      continue;
    }
    const question = questions?.questions.find(({ id }) => id === name);
    if (questions && !question) faults.push(`“${set}” has no question “${name}”.${meant(name, questions.questions.map(({ id }) => id))}`);
    const value = question && valueOf(question, written);
    if (value !== undefined && typeof value === 'object') faults.push(value.fault);
    else if (value !== undefined && value !== '') answers[name] = value;
  }
  if (faults.length > 0 || !isOutcome(outcome)) return faults;
  const ordered = Object.fromEntries((questions?.questions ?? []).flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])));
  const said = fields.get('month') ?? month;
  const survey: Survey = { questions: set, month: /^\d{4}-(0[1-9]|1[0-2])$/.test(said) && said < month ? said : month, outcome, ...(recommend === undefined ? {} : { recommend: Number(recommend) }), answers: ordered, minutes };
  return { role, survey, mark: markOf(role, survey, fields.get('id')) };
}

/** A mark of what was said, of the month nothing: the same answer may be added again in the next one. */
export function markOf(role: string, { questions, outcome, recommend, answers, minutes }: Survey, drawn?: string): string {
  const sorted = (record: object): unknown => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify([drawn ?? null, role, questions, outcome, recommend ?? null, sorted(answers), sorted(minutes)])).digest('hex').slice(0, 32);
}

/** The words of an answer that somebody wrote freely, by question. */
export function freeWords({ survey }: Answer, questions: Questions): [question: string, words: string][] {
  return questions.questions.flatMap(({ id, kind }): [string, string][] => {
    const words = survey.answers[id];
    return kind === 'text' && typeof words === 'string' ? [[id, words]] : [];
  });
}

/** Challenges of a role, in the order of its stages. */
function challengesOf(workspace: Workspace, pipeline: string, switchedOn: readonly string[]): string[] {
  const found = workspace.pipelines.get(pipeline)?.value;
  return (found ? stagesOf(found, switchedOn) : []).flatMap(({ challenge }) => challenge ?? []);
}

function valueOf(question: Questions['questions'][number], written: string): string | number | { readonly fault: string } {
  const options = question.options ?? (question.kind === 'scale' ? ['1', '2', '3', '4', '5'] : []);
  if (question.kind === 'text') return asProse(written.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ''));
  if (question.kind === 'scale') {
    // Form services hand over the words of a scale, our page its position.
    const place = /^\d$/.test(written) ? Number(written) : options.findIndex((option) => option.toLowerCase() === written.toLowerCase()) + 1;
    return place >= 1 && place <= options.length ? place : { fault: `“${question.id}” is “${written}”; 1 to ${options.length}, or ${listed(options, 'or')}.` };
  }
  const option = options.find((each) => each.toLowerCase() === written.toLowerCase());
  return option ?? { fault: `“${question.id}” is “${written}”; ${listed(options, 'or')}.` };
}

function isOutcome(word: string): word is Survey['outcome'] {
  return (OUTCOMES as readonly string[]).includes(word);
}

function meant(wrong: string, known: Iterable<string>): string {
  const guess = closest(wrong, known);
  return guess === undefined ? '' : ` Did you mean “${guess}”?`;
}

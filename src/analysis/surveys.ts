import type { Survey } from '../model/survey.ts';
import type { Workspace } from '../model/workspace.ts';
import { netPromoter, type NetPromoter } from './statistics/nps.ts';

/** Below so many answers nothing of them is shown; no filter may go below. */
export const SURVEY_GUARD = 5;

/** How often each answer of one question was given. */
export interface SurveyItem {
  readonly set: string;
  readonly question: string;
  /** Words of the answers, from low to high for a scale. */
  readonly options: readonly string[];
  /** By option; undefined below the guard. */
  readonly counts: readonly number[] | undefined;
  readonly n: number;
}

/** The answers of one role, or of all: distributions, never a single answer. */
export interface SurveyResult {
  readonly answers: number;
  /** 11 counts, for 0 to 10; undefined below the guard. */
  readonly recommendCounts: readonly number[] | undefined;
  readonly recommend: NetPromoter | undefined;
  /** Choices and scales of every set that was asked, in the order of sets and questions. */
  readonly items: readonly SurveyItem[];
  /** Reported working minutes by challenge, ascending; a challenge below the guard is left out. */
  readonly minutes: readonly { readonly challenge: string; readonly values: readonly number[] }[];
}

/** Distributions of the answers of months up to today's, of one role or of every role. */
export function surveys(workspace: Workspace, today: string, role?: string): SurveyResult {
  const answers = [...workspace.surveys]
    .filter(([name]) => role === undefined || name === role)
    .flatMap(([, tokens]) => [...tokens.values()].map((stored) => stored.value))
    .filter((survey) => survey.month <= today.slice(0, 7));
  const recommend = answers.flatMap((survey) => survey.recommend ?? []);
  const enough = recommend.length >= SURVEY_GUARD;
  return {
    answers: answers.length,
    recommendCounts: enough ? countsOf(recommend, 0, 10) : undefined,
    recommend: enough ? netPromoter(recommend) : undefined,
    items: items(workspace, answers),
    minutes: minutes(answers),
  };
}

function countsOf(values: readonly number[], from: number, to: number): number[] {
  const counts = Array.from({ length: to - from + 1 }, () => 0);
  for (const value of values) if (value >= from && value <= to) counts[value - from] = (counts[value - from] ?? 0) + 1;
  return counts;
}

function items(workspace: Workspace, answers: readonly Survey[]): SurveyItem[] {
  const sets = [...new Set(answers.map((survey) => survey.questions))].sort();
  return sets.flatMap((set) => {
    const asked = answers.filter((survey) => survey.questions === set);
    return (workspace.questions.get(set)?.value.questions ?? []).flatMap((question) => {
      if (question.kind !== 'scale' && question.kind !== 'choice') return [];
      const given = asked.flatMap((survey) => survey.answers[question.id] ?? []);
      const options = question.options ?? (question.kind === 'scale' ? ['1', '2', '3', '4', '5'] : []);
      // A scale is answered by its position from 1; a choice by its words, or by its position.
      const positions = given.map((answer) => (typeof answer === 'number' ? answer : options.indexOf(answer) + 1)).filter((position) => position >= 1 && position <= options.length);
      return [{ set, question: question.id, options, n: positions.length, counts: positions.length < SURVEY_GUARD ? undefined : countsOf(positions, 1, options.length) }];
    });
  });
}

function minutes(answers: readonly Survey[]): { challenge: string; values: number[] }[] {
  const challenges = [...new Set(answers.flatMap((survey) => Object.keys(survey.minutes)))].sort();
  return challenges
    .map((challenge) => ({ challenge, values: answers.flatMap((survey) => survey.minutes[challenge] ?? []).sort((a, b) => a - b) }))
    .filter(({ values }) => values.length >= SURVEY_GUARD);
}

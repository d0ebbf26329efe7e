import type { Survey } from '../model/survey.ts';
import type { Workspace } from '../model/workspace.ts';
import { netPromoter, type NetPromoter } from './statistics/nps.ts';

/** Below so many answers nothing of them is shown; no filter may go below. */
export const SURVEY_GUARD = 5;

/** How often each answer of one question was given. */
export interface SurveyItem {
  readonly set: string;
  readonly question: string;
  readonly kind: 'scale' | 'choice';
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

/** Which answers a figure is made of; `has` tells whether an answer says anything to it. */
type Choose = (has: (survey: Survey) => boolean) => readonly Survey[];

/**
 * Distributions of the answers of months up to today's, of one role or of every role. What is told of every role can never be taken
 * apart by what is told of one: the answers of roles below the guard are in it only where together they reach it.
 */
export function surveys(workspace: Workspace, today: string, role?: string): SurveyResult {
  const byRole = [...workspace.surveys]
    .filter(([name]) => role === undefined || name === role)
    .map(([, tokens]) => [...tokens.values()].map((stored) => stored.value).filter((survey) => survey.month <= today.slice(0, 7)));
  const all = byRole.flat();
  const choose: Choose = (has) => {
    const telling = byRole.map((answers) => answers.filter(has));
    if (role !== undefined) return telling.flat();
    const few = telling.filter((answers) => answers.length < SURVEY_GUARD).flat();
    return few.length < SURVEY_GUARD ? telling.filter((answers) => answers.length >= SURVEY_GUARD).flat() : telling.flat();
  };
  const recommend = choose((survey) => survey.recommend !== undefined).flatMap((survey) => survey.recommend ?? []);
  const enough = recommend.length >= SURVEY_GUARD;
  return {
    answers: all.length,
    recommendCounts: enough ? countsOf(recommend, 0, 10) : undefined,
    recommend: enough ? netPromoter(recommend) : undefined,
    items: items(workspace, all, choose),
    minutes: minutes(all, choose),
  };
}

function countsOf(values: readonly number[], from: number, to: number): number[] {
  const counts = Array.from({ length: to - from + 1 }, () => 0);
  for (const value of values) if (value >= from && value <= to) counts[value - from] = (counts[value - from] ?? 0) + 1;
  return counts;
}

function items(workspace: Workspace, all: readonly Survey[], choose: Choose): SurveyItem[] {
  const sets = [...new Set(all.map((survey) => survey.questions))].sort();
  return sets.flatMap((set) => (workspace.questions.get(set)?.value.questions ?? []).flatMap((question) => {
    if (question.kind !== 'scale' && question.kind !== 'choice') return [];
    const options = question.options ?? (question.kind === 'scale' ? ['1', '2', '3', '4', '5'] : []);
    // A scale is answered by its position from 1; a choice by its words, or by its position.
    const positionOf = (survey: Survey): number => {
      const answer = survey.questions === set ? survey.answers[question.id] : undefined;
      const position = typeof answer === 'number' ? answer : options.indexOf(answer ?? '') + 1;
      return position >= 1 && position <= options.length ? position : 0;
    };
    const given = choose((survey) => positionOf(survey) > 0).map(positionOf);
    return [{ set, question: question.id, kind: question.kind, options, n: given.length, counts: given.length < SURVEY_GUARD ? undefined : countsOf(given, 1, options.length) }];
  }));
}

function minutes(all: readonly Survey[], choose: Choose): { challenge: string; values: number[] }[] {
  const challenges = [...new Set(all.flatMap((survey) => Object.keys(survey.minutes)))].sort();
  return challenges
    .map((challenge) => ({ challenge, values: choose((survey) => survey.minutes[challenge] !== undefined).flatMap((survey) => survey.minutes[challenge] ?? []).sort((a, b) => a - b) }))
    .filter(({ values }) => values.length >= SURVEY_GUARD);
}

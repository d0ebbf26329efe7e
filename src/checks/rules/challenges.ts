import type { Challenge } from '../../model/challenge.ts';
import { calendarDays, lowerHours, upperHours } from '../../model/duration.ts';
import type { Problem } from '../../model/problem.ts';
import { isHandedIn } from '../../model/stage-kind.ts';
import { unresolved } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { figure } from '../words.ts';

/** Hours of work above which a challenge is questioned, and refused. */
const EFFORT_WARNING = 4;
const EFFORT_LIMIT = 8;
/** The window is at least so many times the effort: candidates sleep, work and have families. */
const WINDOW_FACTOR = 6;
/** Business days of a trial at most. */
const TRIAL_DAYS = 10;

// A challenge is small, and its window several times the work.
const time: Rule = {
  holds: 'A challenge is small, and its window several times the work.',
  codes: ['challenge/no-effort', 'challenge/no-window', 'challenge/effort-high', 'challenge/effort-too-high', 'challenge/window-tight', 'challenge/trial-too-long'],
  check: (workspace) => [...workspace.challenges.values()].flatMap(({ page: { path, value } }) => {
    const problems: Problem[] = [];
    const say = (code: string, key: string | undefined, message: string, hint: string): void => void problems.push(problem(code, key === undefined ? { path } : { path, key: [key] }, message, hint));
    if (value.kind === 'trial') {
      if (!value.length) say('challenge/no-effort', undefined, `“${value.title}” is a trial, but does not say how long it lasts.`, 'Add length: 1 week');
      else if (trialDays(value.length) > TRIAL_DAYS) say('challenge/trial-too-long', 'length', `The trial lasts ${value.length.text}, that is ${figure(trialDays(value.length))} business days; ten are the most that can be asked.`, 'Shorten it to at most 10 business days, or two weeks.');
    }
    if (!isHandedIn(value.kind)) return problems;
    if (!value.effort) say('challenge/no-effort', undefined, `“${value.title}” does not say how much work it is.`, 'Add effort: with honest hours, such as 2-4 h');
    if (!value.window) say('challenge/no-window', undefined, `“${value.title}” does not say how long candidates have.`, 'Add window: such as 72h');
    if (!value.effort) return problems;
    const hours = upperHours(value.effort);
    if (hours > EFFORT_LIMIT) say('challenge/effort-too-high', 'effort', `The effort is ${value.effort.text}; more than ${EFFORT_LIMIT} h of unpaid work turns good people away.`, `Cut the task down to ${EFFORT_WARNING} h or less.`);
    else if (hours > EFFORT_WARNING) say('challenge/effort-high', 'effort', `The effort is ${value.effort.text}; above ${EFFORT_WARNING} h many who have a job cannot take part.`, `Cut the task down to ${EFFORT_WARNING} h or less.`);
    if (value.window && lowerHours(value.window) < WINDOW_FACTOR * hours) {
      say('challenge/window-tight', 'window', `The window is ${value.window.text}, the effort up to ${figure(hours)} h: the window must be at least ${WINDOW_FACTOR} times the effort.`, `Write window: ${Math.ceil((WINDOW_FACTOR * hours) / 24) * 24}h or more, or cut the effort.`);
    }
    return problems;
  }),
};

// A challenge says what done means, what is paid and what may be used, and its rubric exists.
const promises: Rule = {
  holds: 'A challenge says what done means, what is paid and what may be used, and its rubric exists.',
  codes: ['reference/unknown-rubric', 'challenge/no-acceptance', 'challenge/vague-acceptance', 'challenge/trial-unpaid', 'challenge/no-ai-rule', 'challenge/retire-due'],
  check: (workspace, { catalogue }) => [...workspace.challenges.values()].flatMap(({ page: { path, value } }) => {
    const problems: Problem[] = unresolved(workspace, 'rubric', value.rubric, { path, key: ['rubric'] }, 'The rubric of this challenge');
    const say = (code: string, key: (string | number)[] | undefined, message: string, hint: string): void => void problems.push(problem(code, key === undefined ? { path } : { path, key }, message, hint));
    if (isHandedIn(value.kind) && value.acceptance.length === 0) say('challenge/no-acceptance', undefined, `“${value.title}” does not say what “done” looks like.`, 'Add acceptance: with points that can be checked.');
    value.acceptance.forEach((point, index) => {
      const word = vagueWord(point);
      if (word !== undefined) say('challenge/vague-acceptance', ['acceptance', index], `“${point}” hangs on the word “${word}”, which nobody can check.`, 'Say what can be seen: a number, a file, a behaviour.');
    });
    if (value.kind === 'trial' && !value.compensation) say('challenge/trial-unpaid', undefined, `“${value.title}” is a trial, but does not say what it pays.`, 'Add compensation: { amount: …, currency: …, per: week }');
    if (!value.ai) say('challenge/no-ai-rule', undefined, `“${value.title}” does not say whether AI tools may be used.`, 'Add ai: { use: …, means: … }');
    if (value.retire_after !== undefined && value.retire_after < catalogue.today) say('challenge/retire-due', ['retire_after'], `The challenge was to be replaced after ${value.retire_after}.`, 'Write a new version with another task, or set a later day with a reason in the commit.');
    return problems;
  }),
};

// Since when each version is in use is told for the current one too, and a later version comes on a later day.
const versions: Rule = {
  holds: 'Since when each version is in use is told for the current one too, and a later version comes on a later day.',
  codes: ['challenge/version-days'],
  check: (workspace) => [...workspace.challenges.values()].flatMap(({ page: { path, value } }) => {
    const known = value.versions;
    if (known.length === 0) return [];
    if (!known.some(({ version }) => version === value.version)) {
      return [problem('challenge/version-days', { path, key: ['versions'] }, `The challenge is at version ${value.version}, but versions does not say since when it is in use.`, `Add { version: ${value.version}, since: <day> }`)];
    }
    return known.flatMap(({ version, since }, index) => {
      const other = known.find((each, at) => at !== index && (each.version === version || (each.version < version && each.since >= since)));
      if (other === undefined || (other.version === version && known.indexOf(other) > index)) return [];
      return [problem('challenge/version-days', { path, key: ['versions', index, 'since'] }, `Version ${version} is in use since ${since}, but version ${other.version} since ${other.since}: nobody could tell who saw which.`, 'Give each version once, a later one with a later day.')];
    });
  }),
};

/** Two weeks of work are ten business days, whatever unit they were written in. */
function trialDays(length: NonNullable<Challenge['length']>): number {
  return length.unit === 'business day' ? length.to : (calendarDays(length) * 5) / 7;
}

// Only words that carry the whole sentence are vague: “handles errors well” is, “clear error with a reason” is not.
const VAGUE = /(?<![\p{L}\p{N}])(good|nice|nicely|well|properly|appropriately|appropriate|clean|robust|scalable|user-friendly|as needed|best practices?|high[- ]quality|production[- ]ready|etc)(?![\p{L}\p{N}-])/iu;
const CHECKABLE = /[\d`“"]/u;

function vagueWord(point: string): string | undefined {
  const words = point.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words > 8 || CHECKABLE.test(point) ? undefined : VAGUE.exec(point)?.[0];
}


export const challenges: readonly Rule[] = [time, promises, versions];

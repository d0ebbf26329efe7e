import { upperHours } from '../../model/duration.ts';
import type { Problem } from '../../model/problem.ts';
import { unresolved, unresolvedVersion } from '../references.ts';
import { problem, type Rule } from '../rule.ts';

// The organisation's time zone exists.
const zone: Rule = {
  holds: 'The organisation’s time zone exists.',
  codes: ['settings/unknown-timezone'],
  check: ({ settings: { path, value } }) => isZone(value.timezone) ? [] : [
    problem('settings/unknown-timezone', { path, key: ['timezone'] }, `“${value.timezone}” is no time zone of the IANA list; days end in UTC until it is one.`, 'Write a zone such as Europe/London, America/Toronto or UTC.'),
  ],
};

// There is a default retention, and nothing must be kept longer than it may.
const retention: Rule = {
  holds: 'There is a default retention, and nothing must be kept longer than it may.',
  codes: ['settings/no-default-retention', 'settings/keep-longer-than-erase'],
  check: ({ settings: { path, value } }, { catalogue }) => {
    const problems: Problem[] = [];
    if (!catalogue.hasSettings) return problems;
    if (!Object.hasOwn(value.retention, 'default')) problems.push(problem('settings/no-default-retention', { path, key: ['retention'] }, 'The settings name no default retention: records of other places would be kept for ever.', 'Add default: { erase_after: 12 months, keep_min: 6 months }'));
    for (const [place, { erase_after: erase, keep_min: keep }] of Object.entries(value.retention)) {
      if (upperHours(keep) > upperHours(erase)) problems.push(problem('settings/keep-longer-than-erase', { path, key: ['retention', place, 'keep_min'] }, `“${place}” must be kept for ${keep.text}, but erased after ${erase.text}.`, 'Make keep_min at most erase_after.'));
    }
    return problems;
  },
};

// A pilot names an opening and questions that exist, and ends after it begins.
const pilot: Rule = {
  holds: 'A pilot names an opening and questions that exist, and ends after it begins.',
  codes: ['reference/unknown-role', 'reference/unknown-questions', 'settings/pilot-dates'],
  check: (workspace) => {
    const { path, value: { pilot: tried } } = workspace.settings;
    if (!tried) return [];
    return [
      ...unresolved(workspace, 'role', tried.role, { path, key: ['pilot', 'role'] }, 'The opening of the pilot'),
      ...unresolved(workspace, 'questions', tried.questions, { path, key: ['pilot', 'questions'] }, 'What is asked after the pilot'),
      ...(tried.ask_on > tried.from ? [] : [problem('settings/pilot-dates', { path, key: ['pilot', 'ask_on'] }, `The pilot begins on ${tried.from}, but its people are asked on ${tried.ask_on}.`, 'Write an ask_on two weeks after from.')]),
    ];
  },
};

// An account belongs to one person, time zones and days make sense, and what a person was trained on exists.
const people: Rule = {
  holds: 'An account belongs to one person, time zones and days make sense, and what a person was trained on exists.',
  codes: ['person/unknown-timezone', 'person/duplicate-account', 'person/active-dates', 'reference/unknown-rubric', 'reference/unknown-session'],
  check: (workspace) => {
    const accounts = new Map<number, string>();
    return [...workspace.people].flatMap(([id, { path, value }]) => {
      const problems: Problem[] = [];
      const other = value.github && accounts.get(value.github.id);
      if (value.github && other !== undefined) problems.push(problem('person/duplicate-account', { path, key: ['github', 'id'] }, `The account ${value.github.id} belongs to “${other}” already; it decides whose score a file is.`, 'Write the numeric id of this person’s own account.'));
      if (value.github) accounts.set(value.github.id, other ?? id);
      if (value.timezone !== undefined && !isZone(value.timezone)) problems.push(problem('person/unknown-timezone', { path, key: ['timezone'] }, `“${value.timezone}” is no time zone of the IANA list.`, 'Write a zone such as Europe/London, America/Toronto or UTC.'));
      if (value.active.until !== undefined && value.active.until < value.active.from) problems.push(problem('person/active-dates', { path, key: ['active', 'until'] }, `“${id}” takes part until ${value.active.until}, but only from ${value.active.from} on.`, 'Correct from or until.'));
      value.trained.forEach((entry, index) => {
        problems.push(...unresolvedVersion(workspace, entry.rubric, { path, key: ['trained', index, 'rubric'] }, `What “${id}” was trained on`));
        if (entry.by !== undefined) problems.push(...unresolved(workspace, 'session', entry.by, { path, key: ['trained', index, 'by'] }, 'The session of the training'));
      });
      return problems;
    });
  },
};

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}

export const settings: readonly Rule[] = [zone, retention, pilot, people];

import { processCost, roleCost, type ProcessCost } from '../../analysis/process-cost.ts';
import { calendarDays, type Duration } from '../../model/duration.ts';
import type { KeyPath, Problem } from '../../model/problem.ts';
import { problem, type Place, type Rule } from '../rule.ts';
import { figure } from '../words.ts';

/** Business days within which candidates should hear from us, and from which on silence is contempt. */
const REPLY_WARNING = 5;
const REPLY_LIMIT = 10;
/** Unpaid hours and calendar days of a whole process above which it is questioned. */
const UNPAID_HOURS = 8;
const TOTAL_DAYS = 45;

// No promise is slower than five business days, and none lasts ten.
const replies: Rule = {
  holds: 'No promise is slower than five business days, and none lasts ten.',
  codes: ['promise/slow', 'promise/too-slow'],
  check: (workspace) => {
    const problems: Problem[] = [];
    const judge = (path: string, key: KeyPath, promise: Duration | undefined, what: string): void => {
      if (!promise || promise.unit === 'min') return;
      const limit = promise.unit === 'business day' ? promise.to : calendarDays(promise);
      const calm = promise.unit === 'business day' ? REPLY_WARNING : Math.ceil((7 * REPLY_WARNING) / 5);
      if (limit >= REPLY_LIMIT) problems.push(problem('promise/too-slow', { path, key }, `${what} promises an answer within ${promise.text}; ${REPLY_LIMIT} days tell candidates that their time does not count.`, `Write reply_within: ${REPLY_WARNING} business days or less.`));
      else if (limit > calm) problems.push(problem('promise/slow', { path, key }, `${what} promises an answer within ${promise.text}; three to five business days are what good candidates wait.`, `Write reply_within: ${REPLY_WARNING} business days or less.`));
    };
    judge(workspace.settings.path, ['promises', 'reply_within'], workspace.settings.value.promises.reply_within, 'The organisation');
    for (const { path, value } of workspace.roles.values()) judge(path, ['promises', 'reply_within'], value.promises?.reply_within, 'The role');
    for (const { path, value } of workspace.pipelines.values()) value.stages.forEach((stage, index) => judge(path, ['stages', index, 'reply_within'], stage.reply_within, `“${stage.id}”`));
    return problems;
  },
};

// A whole process asks for at most eight unpaid hours and takes at most 45 days.
const length: Rule = {
  holds: 'A whole process asks for at most eight unpaid hours and takes at most 45 days.',
  codes: ['pipeline/too-much-unpaid', 'pipeline/too-many-days'],
  check: (workspace) => {
    const problems: Problem[] = [];
    const judge = (place: Place, cost: ProcessCost | undefined, what: string): void => {
      if (cost && cost.hours > UNPAID_HOURS) problems.push(problem('pipeline/too-much-unpaid', place, `${what} asks for ${figure(cost.hours)} h of unpaid time; more than ${UNPAID_HOURS} h turn good people away.`, 'Shorten or drop a stage, or pay for it.'));
      if (cost && cost.days > TOTAL_DAYS) problems.push(problem('pipeline/too-many-days', place, `${what} takes up to ${cost.days} days from application to answer; after ${TOTAL_DAYS} days good people are gone.`, 'Shorten start_within, window or reply_within of the longest stages.'));
    };
    const tooLong = new Set<string>();
    for (const [id, { path, value }] of workspace.pipelines) {
      judge({ path, key: ['stages'] }, processCost(workspace, id), `“${value.title}”`);
      if (problems.at(-1)?.path === path) tooLong.add(id);
    }
    for (const [id, { path, value }] of workspace.roles) {
      // A role can only add to its pipeline; where that is too long already, saying it once is enough.
      if (tooLong.has(value.pipeline) || (value.with.length === 0 && !value.promises)) continue;
      judge({ path, key: [value.with.length > 0 ? 'with' : 'promises'] }, roleCost(workspace, id), 'With its optional stages and promises the role');
    }
    return problems;
  },
};

// A candidate who was declined is told; otherwise they go on waiting.
const told: Rule = {
  holds: 'A candidate who was declined is told within a day.',
  codes: ['promise/decided-not-told'],
  check: (workspace, { catalogue, now }) => catalogue.applications.flatMap(({ folder, replay }): Problem[] => {
    const visit = replay?.current;
    // Without a list of messages the team keeps none, and nothing can be said.
    if (!folder.messages || !folder.record || visit?.how !== 'declined' || visit.left === undefined) return [];
    const decided = Date.parse(visit.left);
    if (now - decided < DAY) return [];
    const answered = folder.messages.value.some((sent) => {
      if (Date.parse(sent.at) < decided - DAY || Date.parse(sent.at) > now) return false;
      const languages = workspace.messages.get(sent.message);
      return languages === undefined || [...languages.values()].some(({ value }) => value.answers);
    });
    if (answered) return [];
    const index = folder.record.value.events.findLastIndex((event) => event.event === 'declined');
    return [problem('promise/decided-not-told', { path: folder.record.path, key: ['events', index, 'event'] }, `${folder.id} was declined at ${visit.left}, but no answer was sent since.`, `Write to the candidate, and add the message to messages.yml.`)];
  }),
};

const DAY = 86_400_000;

export const promises: readonly Rule[] = [replies, length, told];

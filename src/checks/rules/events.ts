import type { KeyPath, Problem } from '../../model/problem.ts';
import { CLOCK_TOLERANCE } from '../../model/clock.ts';
import { notKnown, unresolved } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { figure } from '../words.ts';

// The events of a candidate follow the state machine of the format.
const machine: Rule = {
  holds: 'The events of a candidate follow the state machine of the format.',
  codes: ['event/order', 'event/wrong-stage', 'event/not-allowed', 'event/first', 'event/unknown-stage', 'event/target'],
  check: (_workspace, { catalogue }) => catalogue.applications.flatMap(({ folder, replay }) =>
    (replay?.faults ?? []).map((fault) => problem(fault.code, { path: folder.record?.path ?? folder.path, key: faultKey(fault.index, fault.code) }, fault.message, fault.hint))),
};

function faultKey(index: number, code: string): KeyPath {
  const last = { 'event/order': 'at', 'event/wrong-stage': 'stage', 'event/unknown-stage': 'stage', 'event/target': 'to' }[code] ?? 'event';
  return ['events', index, last];
}

// People, stages, sources and reasons in a record are known.
const references: Rule = {
  holds: 'People, stages, sources and reasons in a record are known.',
  codes: ['reference/unknown-person', 'reference/unknown-stage', 'reference/not-in-list'],
  check: (workspace, { catalogue }) => {
    const { sources, decline_reasons: ours, withdraw_reasons: theirs } = workspace.settings.value;
    return catalogue.applications.flatMap(({ folder: { record }, pipeline }) => {
      if (!record) return [];
      const { path, value } = record;
      const problems: Problem[] = [];
      if (catalogue.hasSettings && !sources.includes(value.source)) problems.push(notKnown('reference/not-in-list', { path, key: ['source'] }, `The source is “${value.source}”, which the settings do not list`, value.source, sources, 'sources'));
      value.adjustments.forEach((adjustment, index) => {
        problems.push(...unresolved(workspace, 'person', adjustment.by, { path, key: ['adjustments', index, 'by'] }, 'Who granted the extra time'));
        adjustment.stages.forEach((stage, at) => {
          const known = pipeline?.stages.map((other) => other.id);
          if (known && !known.includes(stage)) problems.push(notKnown('reference/unknown-stage', { path, key: ['adjustments', index, 'stages', at] }, `The adjustment is for the stage “${stage}”, which the pipeline does not have`, stage, known, 'stages'));
        });
      });
      value.events.forEach((event, index) => {
        if (event.by !== undefined && event.by !== 'hire') problems.push(...unresolved(workspace, 'person', event.by, { path, key: ['events', index, 'by'] }, `Who wrote “${event.event}”`));
        if (event.event !== 'declined' && event.event !== 'withdrew') return;
        const reasons = event.event === 'declined' ? ours : theirs;
        if (catalogue.hasSettings && !Object.hasOwn(reasons, event.reason)) {
          const list = event.event === 'declined' ? 'decline_reasons' : 'withdraw_reasons';
          problems.push(notKnown('reference/not-in-list', { path, key: ['events', index, 'reason'] }, `The reason of “${event.event}” is “${event.reason}”, which ${list} in the settings do not list`, event.reason, Object.keys(reasons), 'reasons'));
        }
      });
      return problems;
    });
  },
};

// Nothing has happened in the future; only asked when the clock is the machine's own.
const future: Rule = {
  holds: 'Nothing that is recorded lies in the future.',
  codes: ['time/in-future'],
  check: (_workspace, { catalogue, now, clockFrom }) => {
    if (clockFrom !== 'machine') return [];
    const late = (at: string): boolean => Date.parse(at) > now + CLOCK_TOLERANCE;
    return catalogue.applications.flatMap(({ folder }) => {
      const facts: [string, KeyPath, string][] = [];
      folder.record?.value.events.forEach((event, index) => facts.push([folder.record?.path ?? '', ['events', index, 'at'], event.at]));
      folder.messages?.value.forEach((message, index) => facts.push([folder.messages?.path ?? '', [index, 'at'], message.at]));
      for (const submission of folder.submissions.values()) facts.push([submission.path, ['received'], submission.value.received]);
      for (const scores of folder.scores.values()) for (const score of scores) facts.push([score.path, ['submitted'], score.value.submitted]);
      for (const log of folder.logs.values()) {
        log.value.days.forEach((day, index) => facts.push([log.path, ['days', index, 'on'], day.on]));
        log.value.paid.forEach((payment, index) => facts.push([log.path, ['paid', index, 'on'], payment.on]));
      }
      for (const decision of folder.decisions) facts.push([decision.path, ['decided'], decision.value.decided]);
      return facts.filter(([, , at]) => late(at)).map(([path, key, at]) => problem('time/in-future', { path, key },
        `${at} is ${figure((Date.parse(at) - now) / 3_600_000)} h after now; until then it does not count.`, 'Correct the time, or the clock of the machine.'));
    });
  },
};

export const events: readonly Rule[] = [machine, references, future];

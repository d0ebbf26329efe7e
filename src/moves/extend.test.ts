import { describe, expect, test } from 'vitest';
import { candidateFacts } from '../analysis/candidate.ts';
import { recordText } from '../fixtures/record-text.ts';
import { candidate, miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { parseDuration } from '../model/duration.ts';
import { planExtension, type ExtensionRequest, type PlannedExtension } from './extend.ts';
import type { RefusedMove } from './move.ts';
import { withFolder } from './with-folder.ts';

const at = (text: string): number => Date.parse(text);
const WORKSPACE = miniature({ messages: { extended: { when: { on: 'adjusted' }, subject: 'More time', from: 'manager', answers: false } } });

function plan(input: CandidateInput, extra: string, now: string, more: Partial<ExtensionRequest> = {}): PlannedExtension | RefusedMove {
  const folder = candidate('engineer', 'teal-otter-7f', input);
  const workspace = withFolder(WORKSPACE, folder);
  const request = { by: 'dana', at: at(now), extra: parseDuration(extra) ?? expect.fail(), ...more };
  return planExtension(workspace, candidateFacts(workspace, folder, at(now)), request, (path) => (path === folder.record?.path ? recordText(folder) : undefined));
}

function dates(planned: PlannedExtension | RefusedMove): string {
  if (!('adjustment' in planned)) return `${planned.message}\n${planned.hint}`;
  const text = (epoch: number | undefined): string => (epoch === undefined ? '–' : new Date(epoch).toISOString().slice(0, 16));
  return [`${planned.moved?.what ?? 'nothing'} ${text(planned.moved?.from.at)} → ${text(planned.moved?.to.at)}`, ...planned.notes].join('; ');
}

const ENTERED = ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application advanced'];
const WORKING = [...ENTERED, '2026-10-05T08:00Z task started'];
const INVITE = { at: '2026-10-02T16:05Z', message: 'invite', by: 'dana', promised: { start_by: '2026-10-16' } };
const STARTED = { at: '2026-10-05T08:05Z', message: 'started', by: 'dana', promised: { submit_by: '2026-10-08T08:00Z' } };

describe('extra time', () => {
  test('is one line of the record, before the events, and the next one stands beside it', () => {
    const first = plan({ events: WORKING, messages: [INVITE, STARTED] }, '24h', '2026-10-06T10:00Z');
    const [change] = 'changes' in first ? first.changes : [];
    expect(change?.after).toBe(change?.before?.replace('events:\n', 'adjustments:\n  - { stages: [task], extra: 24h, by: dana, on: 2026-10-06 }\nevents:\n'));
    const more = { events: WORKING, messages: [INVITE, STARTED], adjustments: [{ stages: ['task'], extra: '24h', by: 'dana', on: '2026-10-06' }] };
    const second = plan(more, '2 days', '2026-10-07T10:00Z');
    expect('changes' in second && second.changes[0]?.after).toContain('on: 2026-10-06 }\n  - { stages: [task], extra: 2 days, by: dana, on: 2026-10-07 }\nevents:');
  });
  test('is given once by a command that is given twice', () => {
    const granted = { events: WORKING, messages: [INVITE, STARTED], adjustments: [{ stages: ['task'], extra: '24h', by: 'dana', on: '2026-10-06' }] };
    expect(dates(plan(granted, '24h', '2026-10-06T10:05Z', { once: true }))).toBe('“teal-otter-7f” was given 24h more in “task” on 2026-10-06 already.\nIf you mean as much again: hire extend teal-otter-7f --extra "24h" --again');
    expect(dates(plan(granted, '24h', '2026-10-06T10:05Z'))).toBe('deadline 2026-10-09T08:00 → 2026-10-10T08:00');
  });
  test('moves the end of a window in real time, across a change of the clocks as well', () => {
    expect(dates(plan({ events: WORKING, messages: [INVITE, STARTED] }, '24h', '2026-10-06T10:00Z'))).toBe('deadline 2026-10-08T08:00 → 2026-10-09T08:00');
    const late = [...ENTERED, '2026-10-22T08:00Z task started'];
    expect(dates(plan({ events: late }, '24h', '2026-10-23T10:00Z'))).toBe('deadline 2026-10-25T08:00 → 2026-10-26T08:00');
  });
  test('moves what was promised this very day', () => {
    expect(dates(plan({ events: WORKING, messages: [INVITE, STARTED] }, '24h', '2026-10-05T10:00Z'))).toBe('deadline 2026-10-08T08:00 → 2026-10-09T08:00');
  });
  test('moves the day to start in whole days', () => {
    expect(dates(plan({ events: ENTERED, messages: [INVITE] }, '36h', '2026-10-06T10:00Z'))).toBe('start-by 2026-10-16T22:59 → 2026-10-18T22:59; the window, once started, is as much longer');
  });
  test('works after the deadline, and mends what came late', () => {
    expect(dates(plan({ events: WORKING }, '3 days', '2026-10-09T10:00Z'))).toBe('deadline 2026-10-08T08:00 → 2026-10-11T08:00');
    const late = { events: [...WORKING, '2026-10-08T10:00Z task submitted'] };
    expect(dates(plan(late, '24h', '2026-10-09T10:00Z'))).toBe('deadline 2026-10-08T08:00 → 2026-10-09T08:00; what was handed in is in time with it');
    expect(dates(plan(late, '1h', '2026-10-09T10:00Z'))).toBe('deadline 2026-10-08T08:00 → 2026-10-08T09:00; what was handed in is still 1 h late');
    const planned = plan(late, '24h', '2026-10-09T10:00Z');
    expect('call' in planned && planned.call).toBeUndefined();
  });
  test('holds in stages to come', () => {
    expect(dates(plan({ events: ENTERED.slice(0, 1) }, '24h', '2026-10-01T10:00Z', { stages: ['task', 'talk'] }))).toBe('nothing – → –; holds in “task” and “talk” once they get there');
  });
  test('is refused where nothing moves', () => {
    expect([
      plan({ events: WORKING }, '1h', '2026-10-20T10:00Z'),
      plan({ events: ENTERED.slice(0, 1) }, '24h', '2026-10-01T10:00Z'),
      plan({ events: ENTERED }, '24h', '2026-10-05T10:00Z', { stages: ['taks'] }),
      plan({ events: [...WORKING, '2026-10-06T10:00Z task withdrew reason=personal'] }, '24h', '2026-10-06T12:00Z'),
      plan({ events: [...WORKING, '2026-10-06T10:00Z task advanced', '2026-10-06T11:00Z talk booked for=2026-10-08T11:00Z'] }, '24h', '2026-10-06T12:00Z'),
    ].map(dates).join('\n')).toMatchInlineSnapshot(`
      "With 1h more “teal-otter-7f” would have had until 2026-10-08 10:00, which has passed as well.
      To have time from now on: --extra "14 days"
      “teal-otter-7f” is in “application”, where it is our move: no date of theirs is running.
      For a stage to come, name it: --stage
      “taks” is neither the stage “teal-otter-7f” is in (“task”) nor one that comes.
      Did you mean “task”?
      “teal-otter-7f” is closed: withdrew in “task” at 2026-10-06 11:00 (personal).
      Take it up again first: hire reopen teal-otter-7f
      “teal-otter-7f” is in “talk”, booked for 2026-10-08 12:00: no date of theirs is running.
      Another time for the meeting: hire book teal-otter-7f --for …"
    `);
  });
});

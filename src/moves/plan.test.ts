import { describe, expect, test } from 'vitest';
import { candidateFacts } from '../analysis/candidate.ts';
import cases from '../fixtures/oracles/sla.json' with { type: 'json' };
import { recordText } from '../fixtures/record-text.ts';
import { candidate, miniature, type CandidateInput, type MiniatureInput } from '../fixtures/workspace.ts';
import { parseDuration } from '../model/duration.ts';
import { legalEvents } from '../model/event-rules.ts';
import { isRefused, type MoveRequest, type PlannedMove, type RefusedMove } from './move.ts';
import { planMove } from './plan.ts';
import { withFolder } from './with-folder.ts';
import { VERB_NAMES, VERBS, type Verb } from './verbs.ts';

const at = (text: string): number => Date.parse(text);

const MESSAGES: NonNullable<MiniatureInput['messages']> = {
  started: { when: { on: 'started' }, subject: 'Your window is open', from: 'manager', answers: false },
  'come-back': { when: { on: 'returned' }, subject: 'Once more', from: 'manager', answers: true },
};
const STANDARD = miniature({ messages: MESSAGES });

/** One verb for one candidate, with everything said that it needs, at a moment. */
function plan(input: CandidateInput, verb: Verb, now: string, more: Partial<MoveRequest> = {}, workspaceInput?: MiniatureInput): PlannedMove | RefusedMove {
  const folder = candidate('engineer', 'teal-otter-7f', input);
  const workspace = withFolder(workspaceInput ? miniature({ messages: MESSAGES, ...workspaceInput }) : STANDARD, folder);
  const reason = verb === 'withdraw' ? 'personal' : 'below-bar';
  const request: MoveRequest = { verb, by: 'dana', at: at(now), reason, for: at(now) + 3_600_000, ...more };
  return planMove(workspace, candidateFacts(workspace, folder, at(now)), request, (path) => (path === folder.record?.path ? recordText(folder) : undefined));
}

function fine(planned: PlannedMove | RefusedMove): PlannedMove {
  if (isRefused(planned)) expect.fail(`${planned.message} ${planned.hint}`);
  return planned;
}

function words(planned: PlannedMove | RefusedMove): string {
  return isRefused(planned) ? `${planned.message}\n${planned.hint}` : `planned: ${planned.event.event}`;
}

/** The line that is added to the record. */
function line(planned: PlannedMove | RefusedMove): string | undefined {
  const [change] = fine(planned).changes;
  expect(change?.after?.startsWith(change.before ?? '')).toBe(true);
  return change?.after?.slice(change.before?.length).trim();
}

const APPLIED = ['2026-10-01T09:00Z application applied'];
const TASK = [...APPLIED, '2026-10-02T16:00Z application advanced'];
const INVITE = { at: '2026-10-02T16:05Z', message: 'invite', by: 'dana', promised: { start_by: '2026-10-16', reply_within: '5 business days' } };
const WORKING = [...TASK, '2026-10-05T08:00Z task started'];
const HANDED_IN = [...WORKING, '2026-10-07T20:00Z task submitted'];
const TALK = [...HANDED_IN, '2026-10-13T10:00Z task advanced'];
const TALK_INVITE = { at: '2026-10-13T10:05Z', message: 'talk-invite', by: 'dana' };
const BOOKED = [...TALK, '2026-10-14T10:00Z talk booked for=2026-10-16T09:00Z'];
const HELD = [...BOOKED, '2026-10-16T10:00Z talk held'];
const DECISION = [...HELD, '2026-10-19T10:00Z talk advanced'];
const OFFER = [...DECISION, '2026-10-20T10:00Z decision advanced'];
const OFFERED = [...OFFER, '2026-10-21T10:00Z offer offered'];
const OFFER_SENT = { at: '2026-10-21T10:05Z', message: 'offer', by: 'dana', promised: { submit_by: '2026-10-28' } };
const YES = { decision: 'hire' as const, decided: '2026-10-20T09:00Z', by: ['dana'], bar: 'yes' as const, because: 'Yes.' };
const MESSAGES_SENT = [INVITE, TALK_INVITE, { at: '2026-10-19T10:05Z', message: 'decision-next', by: 'dana' }, { at: '2026-10-20T10:05Z', message: 'offer-next', by: 'dana' }];

describe('which verb is possible where', () => {
  const SITUATIONS: readonly (readonly [string, CandidateInput, string, string])[] = [
    ['application, ours', { events: APPLIED }, '2026-10-02T10:00Z', '2026-10-30T10:00Z'],
    ['task, entered', { events: TASK, messages: [INVITE] }, '2026-10-05T10:00Z', '2026-10-30T10:00Z'],
    ['task, working', { events: WORKING, messages: [INVITE] }, '2026-10-06T10:00Z', '2026-10-30T10:00Z'],
    ['task, ours', { events: HANDED_IN, messages: [INVITE] }, '2026-10-08T10:00Z', '2026-10-30T10:00Z'],
    ['talk, entered', { events: TALK, messages: [INVITE, TALK_INVITE] }, '2026-10-14T10:00Z', '2026-10-30T10:00Z'],
    ['talk, booked', { events: BOOKED, messages: [INVITE, TALK_INVITE] }, '2026-10-15T10:00Z', '2026-10-30T10:00Z'],
    ['talk, ours', { events: HELD, messages: [INVITE, TALK_INVITE] }, '2026-10-17T10:00Z', '2026-10-30T10:00Z'],
    ['decision, ours', { events: DECISION }, '2026-10-20T09:30Z', '2026-10-30T10:00Z'],
    ['offer, ours', { events: OFFER }, '2026-10-21T09:00Z', '2026-10-30T10:00Z'],
    ['offer, ours, decided', { events: OFFER, decisions: [YES] }, '2026-10-21T09:00Z', '2026-10-30T10:00Z'],
    ['offer, theirs', { events: OFFERED, messages: [...MESSAGES_SENT, OFFER_SENT], decisions: [YES] }, '2026-10-22T10:00Z', '2026-10-30T10:00Z'],
    ['closed, declined', { events: [...HANDED_IN, '2026-10-13T10:00Z task declined reason=below-bar'] }, '2026-10-14T10:00Z', '2026-10-30T10:00Z'],
    ['closed, hired', { events: [...OFFERED, '2026-10-23T10:00Z offer hired'], decisions: [YES] }, '2026-10-24T10:00Z', '2026-10-30T10:00Z'],
  ];
  const plans = new Map(SITUATIONS.flatMap(([name, input, ...moments]) => moments.flatMap((now) => VERB_NAMES.map((verb) => [`${name} ${now} ${verb}`, plan(input, verb, now)] as const))));
  const planOf = (name: string, now: string, verb: Verb) => plans.get(`${name} ${now} ${verb}`) ?? expect.fail();
  const possible = (name: string, now: string): Verb[] => VERB_NAMES.filter((verb) => !isRefused(planOf(name, now, verb)));

  test('by stage and phase, in time and after it', () => {
    expect(SITUATIONS.map(([name, , inTime, late]) => {
      const [now, then] = [possible(name, inTime), possible(name, late)];
      const gained = then.filter((verb) => !now.includes(verb)).map((verb) => `+${verb}`);
      const lost = now.filter((verb) => !then.includes(verb)).map((verb) => `-${verb}`);
      return [`${name}: ${now.join(' ')}`, ...(gained.length + lost.length > 0 ? [`(late: ${[...gained, ...lost].join(' ')})`] : [])].join(' ');
    })).toMatchInlineSnapshot(`
      [
        "application, ours: advance decline return withdraw",
        "task, entered: advance decline start submit return withdraw (late: +expire -start)",
        "task, working: advance decline submit return withdraw (late: +expire)",
        "task, ours: advance decline return withdraw",
        "talk, entered: advance decline book return withdraw (late: +expire)",
        "talk, booked: advance decline book return withdraw (late: +hold +expire)",
        "talk, ours: advance decline return withdraw",
        "decision, ours: advance decline return withdraw",
        "offer, ours: decline offer return withdraw",
        "offer, ours, decided: decline offer hire return withdraw",
        "offer, theirs: decline hire return withdraw (late: +expire)",
        "closed, declined: reopen",
        "closed, hired: withdraw reopen",
      ]
    `);
  });

  test('and never what the state machine would refuse', () => {
    for (const [name, , inTime, late] of SITUATIONS) {
      for (const now of [inTime, late]) {
        for (const verb of VERB_NAMES) {
          const planned = planOf(name, now, verb);
          if (isRefused(planned)) continue;
          const { current } = planned.before;
          expect(legalEvents(current?.kind ?? 'offer', current?.phase ?? 'closed', current?.how, current?.kind === 'offer'), `${name} ${verb}`).toContain(VERBS[verb].event);
          const after = candidateFacts(STANDARD, planned.after, at(now));
          expect(after.faults, `${name} ${verb}`).toEqual([]);
        }
      }
    }
  });
});

describe('what is written', () => {
  test('is one line at the end of the record, in the organisation’s zone; every other character stays', () => {
    expect(line(plan({ events: HANDED_IN }, 'advance', '2026-10-13T10:00Z'))).toBe('- { at: 2026-10-13T11:00+01:00, stage: task, event: advanced, by: dana }');
    expect(line(plan({ events: HANDED_IN }, 'advance', '2026-10-13T10:00Z', { to: 'decision' }))).toBe('- { at: 2026-10-13T11:00+01:00, stage: task, event: advanced, by: dana, to: decision }');
    expect(line(plan({ events: HANDED_IN }, 'decline', '2026-10-25T10:00Z'))).toBe('- { at: 2026-10-25T10:00+00:00, stage: task, event: declined, by: dana, reason: below-bar }');
    expect(line(plan({ events: HELD }, 'return', '2026-10-17T10:00Z', { to: 'task' }))).toBe('- { at: 2026-10-17T11:00+01:00, stage: talk, event: returned, by: dana, to: task }');
    expect(line(plan({ events: TALK }, 'book', '2026-10-14T10:00Z', { by: undefined, for: at('2026-10-27T09:00Z') }))).toBe('- { at: 2026-10-14T11:00+01:00, stage: talk, event: booked, for: 2026-10-27T09:00+00:00 }');
  });
  test('the stage that comes anyway is not named', () => {
    expect(line(plan({ events: HANDED_IN }, 'advance', '2026-10-13T10:00Z', { to: 'talk' }))).not.toContain('to:');
  });
  test('the message follows from where it happens and where it leads', () => {
    expect(fine(plan({ events: HANDED_IN }, 'advance', '2026-10-13T10:00Z')).call?.message).toBe('talk-invite');
    expect(fine(plan({ events: HANDED_IN }, 'decline', '2026-10-13T10:00Z')).call?.message).toBe('declined');
    expect(fine(plan({ events: HANDED_IN }, 'withdraw', '2026-10-13T10:00Z')).call).toBeUndefined();
  });
  test('comments and strange layouts are kept, or refused', () => {
    const workspace = miniature({ candidates: { engineer: { 'teal-otter-7f': { events: HANDED_IN } } } });
    const folder = workspace.candidates.get('engineer')?.get('teal-otter-7f') ?? expect.fail();
    const facts = candidateFacts(workspace, folder, at('2026-10-13T10:00Z'));
    const request: MoveRequest = { verb: 'advance', by: 'dana', at: at('2026-10-13T10:00Z') };
    const before = `# from a friend\n${recordText(folder).trimEnd()}   # late in the evening\n# the end\n`;
    const planned = fine(planMove(workspace, facts, request, () => before));
    expect(planned.changes[0]?.after).toBe(before.replace('# the end\n', '  - { at: 2026-10-13T11:00+01:00, stage: task, event: advanced, by: dana }\n# the end\n'));
    expect(words(planMove(workspace, facts, request, () => 'events: [\n'))).toMatchInlineSnapshot(`
      "content/candidates/engineer/teal-otter-7f/candidate.yml: The file has problems of its own; mend those first.
      “hire fmt” puts every event into one line; “hire check” says what else is wrong."
    `);
  });
});

test('a record that another command wrote to while this one read the tree is not written twice', () => {
  const folder = candidate('engineer', 'teal-otter-7f', { events: HANDED_IN });
  const meanwhile = candidate('engineer', 'teal-otter-7f', { events: [...HANDED_IN, '2026-10-13T10:00Z task advanced'] });
  const workspace = withFolder(STANDARD, folder);
  const request: MoveRequest = { verb: 'advance', by: 'dana', at: at('2026-10-13T10:00Z') };
  const planned = planMove(workspace, candidateFacts(workspace, folder, request.at), request, () => recordText(meanwhile));
  expect(words(planned)).toBe('content/candidates/engineer/teal-otter-7f/candidate.yml was changed while it was read.\nGive the command again.');
});

describe('when it happened', () => {
  test('never before the last event', () => {
    expect(words(plan({ events: HANDED_IN }, 'advance', '2026-10-07T19:59Z'))).toMatchInlineSnapshot(`
      "The last event of “teal-otter-7f” (“submitted”) was at 2026-10-07 21:00; nothing can be added before it, at 2026-10-07 20:59.
      Say with --when, at or after that time, when it happened."
    `);
    expect(isRefused(plan({ events: HANDED_IN }, 'advance', '2026-10-07T20:00:59Z'))).toBe(false);
  });
  test('a meeting that is over was held when it ended, unless somebody says otherwise', () => {
    expect(line(plan({ events: BOOKED }, 'hold', '2026-10-19T08:00Z', { by: undefined }))).toBe('- { at: 2026-10-16T11:00+01:00, stage: talk, event: held }');
    expect(line(plan({ events: BOOKED }, 'hold', '2026-10-19T08:00Z', { by: undefined, dated: true }))).toContain('at: 2026-10-19T09:00+01:00');
    expect(fine(plan({ events: BOOKED }, 'hold', '2026-10-16T09:20Z')).notes).toEqual(['before it was booked to end, 2026-10-16 11:00']);
  });
});

describe('a window', () => {
  const entered: CandidateInput = { events: TASK, messages: [INVITE] };
  const range: MiniatureInput = { challenges: { 'task-api': { title: 'Task API', kind: 'take-home', version: 1, rubric: 'craft', effort: '2-4 h', window: '48-72 h', start_within: '14 days' } } };
  const window = (text: string) => ({ window: parseDuration(text) ?? expect.fail() });

  test('is real time, also across a change of the clocks', () => {
    const late = { events: TASK, messages: [{ ...INVITE, promised: { start_by: '2026-10-30' } }] };
    expect(fine(plan(late, 'start', '2026-10-23T09:00Z')).notes).toEqual(['hand-in until 2026-10-26 09:00']);
  });
  test('begins until the last day to start, and not after', () => {
    expect(isRefused(plan(entered, 'start', '2026-10-16T22:59Z'))).toBe(false);
    expect(words(plan(entered, 'start', '2026-10-16T23:00Z'))).toMatchInlineSnapshot(`
      "“teal-otter-7f” could start “task” until 2026-10-16 23:59; that has passed.
      Give more time first: hire extend teal-otter-7f --extra "3 days""
    `);
  });
  test('is the candidate’s choice within its range', () => {
    const chosen = fine(plan(entered, 'start', '2026-10-05T10:00Z', window('48h'), range));
    expect(chosen.notes).toEqual(['hand-in until 2026-10-07 11:00']);
    expect(chosen.call?.message).toBe('started');
    expect(words(plan(entered, 'start', '2026-10-05T10:00Z', window('24h'), range))).toMatchInlineSnapshot(`
      "24h is outside the window of “task”, which is 48-72 h.
      Choose within 48-72 h; more than that is extra time: hire extend teal-otter-7f --extra 24h"
    `);
    expect(words(plan(entered, 'start', '2026-10-05T10:00Z', window('48h'), { ...range, messages: {} }))).toMatchInlineSnapshot(`
      "No message says “started”, and what is chosen here is kept in the promise of a message.
      Add a message for the occasion to content/messages."
    `);
  });
  test('that was missed is said with by how much', () => {
    const handedIn = { handedIn: { links: [{ kind: 'repository' as const, url: 'https://git.example/a', commit: '4921734' }], minutes_reported: 210 } };
    const late = fine(plan({ events: WORKING }, 'submit', '2026-10-08T09:30Z', handedIn));
    expect(late.notes[0]).toBe('1 h 30 min late (until 2026-10-08 09:00)');
    expect(late.changes[1]).toMatchObject({ path: 'content/candidates/engineer/teal-otter-7f/submissions/task.yml', before: undefined });
    expect(late.changes[1]?.after).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../../../../.hire/schemas/submission.json
      received: 2026-10-08T10:30+01:00
      links:
        - { kind: repository, url: "https://git.example/a", commit: "4921734" }
      minutes_reported: 210
      "
    `);
    expect(fine(plan({ events: WORKING }, 'submit', '2026-10-08T08:00Z')).notes).toEqual(['answer due 2026-10-15']);
    const link = { links: [{ kind: 'repository' as const, url: 'http://git.example/a' }] };
    expect(words(plan({ events: WORKING }, 'submit', '2026-10-08T08:00Z', { handedIn: link }))).toMatchInlineSnapshot(`
      "What was handed in cannot be written: links.0.url: expected an https address.
      A link is an https address, a commit is 7 to 64 hexadecimal digits."
    `);
  });
});

describe('the answer that is owed', () => {
  test.each(cases.filter((each) => each.method === 'add_business_days'))('counts business days: $id', ({ input, expected }) => {
    const { start, days, holidays } = input as { start: string; days: number; holidays: string[] };
    const events = [`${start}T08:00Z application applied`, `${start}T08:00Z application advanced`, `${start}T08:00Z task started`];
    const pipelines: MiniatureInput['pipelines'] = { short: { title: 'Short', bar: 'Yes?', stages: [
      { id: 'application', kind: 'screening', why: 'Writing.', rubric: 'craft' },
      { id: 'task', kind: 'take-home', why: 'Craft.', challenge: 'task-api', reply_within: `${days} business days` },
    ] } };
    const planned = fine(plan({ events }, 'submit', `${start}T12:00Z`, {}, { closed: holidays, pipelines }));
    expect(planned.notes).toEqual([`answer due ${(expected as { date: string }).date}`]);
  });
  test('a country whose holidays nobody knows still counts its weekends', () => {
    const settings = { calendar: { workdays: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, holidays: 'XX' } };
    expect(fine(plan({ events: WORKING }, 'submit', '2026-10-08T08:00Z', {}, { settings: { ...settings, calendar: { ...settings.calendar, workdays: [...settings.calendar.workdays] } } })).notes).toEqual(['answer due 2026-10-15']);
  });
});

describe('going on', () => {
  const PANEL = { rubric: 'craft@1', reviewers: [{ person: 'alice', asked: '2026-10-08' }, { person: 'bob', asked: '2026-10-08' }] };
  const score = (code: number | 'not-observed') => ({ at: '2026-10-09T10:00Z', marks: { code, tests: 2, prose: 2 } });
  const guided: MiniatureInput = { pipelines: { short: { title: 'Short', bar: 'Yes?', stages: [
    { id: 'application', kind: 'screening', why: 'Writing.', rubric: 'craft' },
    { id: 'task', kind: 'take-home', why: 'Craft.', challenge: 'task-api', reviewers: 2, advance_at: '65 %' },
    { id: 'talk', kind: 'interview', why: 'Depth.', rubric: 'craft' },
    { id: 'decision', kind: 'final', why: 'The bar.' },
  ] } } };
  const notes = (input: CandidateInput, more: Partial<MoveRequest> = {}) => fine(plan({ events: HANDED_IN, ...input }, 'advance', '2026-10-13T10:00Z', more, guided)).notes;

  test('is allowed without all scores, against guidance, with a must-have unmarked, over a stage: and said', () => {
    expect(notes({ panels: { task: PANEL }, scores: { task: { alice: score(4) } } })).toEqual(['1 of 2 scores missing']);
    expect(notes({ panels: { task: PANEL }, scores: { task: { alice: score(2), bob: score(3) } } })).toEqual(['42 %, guidance to go on is 65 %']);
    expect(notes({ panels: { task: PANEL }, scores: { task: { alice: score('not-observed'), bob: score('not-observed') } } })).toEqual(['must-have “code” unmarked', '33 %, guidance to go on is 65 %']);
    expect(notes({ panels: { task: PANEL }, scores: { task: { alice: score(4), bob: score(4) } } }, { to: 'decision' })).toEqual(['skips “talk”']);
  });
  test('a no against guidance is said as well', () => {
    const declined = (code: number) => fine(plan({ events: HANDED_IN, panels: { task: PANEL }, scores: { task: { alice: score(code), bob: score(code) } } }, 'decline', '2026-10-13T10:00Z', {}, guided)).notes;
    expect([declined(4), declined(2)]).toEqual([['67 %, guidance to go on is 65 %'], []]);
  });
  test('or no, before anything came, is said to come before it', () => {
    expect(fine(plan({ events: TASK }, 'advance', '2026-10-05T10:00Z')).notes).toEqual(['nothing was handed in']);
    expect(fine(plan({ events: BOOKED }, 'decline', '2026-10-15T10:00Z')).notes).toEqual(['the meeting has not taken place: read the message before it goes']);
  });
  test('twice in a row by the same hand is taken for one command given twice', () => {
    const advanced = [...HANDED_IN, '2026-10-13T10:00Z task advanced'];
    expect(words(plan({ events: advanced }, 'advance', '2026-10-13T10:03Z'))).toMatchInlineSnapshot(`
      "“teal-otter-7f” was advanced from “task” to “talk” a moment ago, at 2026-10-13 11:00.
      If you mean one step more: --from talk"
    `);
    expect(isRefused(plan({ events: advanced }, 'advance', '2026-10-13T10:03Z', { from: 'talk' }))).toBe(false);
    expect(isRefused(plan({ events: advanced }, 'advance', '2026-10-13T10:30Z'))).toBe(false);
    expect(words(plan({ events: advanced }, 'advance', '2026-10-13T10:30Z', { from: 'task' }))).toMatchInlineSnapshot(`
      "“teal-otter-7f” is in “talk”, not in “task”.
      Nothing is left to do, if this is where they were to go."
    `);
  });
  test('or back, to where there is something', () => {
    expect(fine(plan({ events: HELD }, 'return', '2026-10-17T10:00Z', { to: 'task' })).notes).toEqual(['back to “task”, as the visit “task.2”']);
    expect(words(plan({ events: HELD }, 'return', '2026-10-17T10:00Z', { to: 'decision' }))).toMatchInlineSnapshot(`
      "“decision” is neither “talk” nor a stage before it.
      Possible after --to: application, task, talk."
    `);
    expect(words(plan({ events: HANDED_IN }, 'advance', '2026-10-17T10:00Z', { to: 'decsion' }))).toMatchInlineSnapshot(`
      "“decsion” is no stage after “task” that is open.
      Did you mean “decision”?"
    `);
  });
});

test('what is refused says where the candidate is and what is possible', () => {
  const refusals: readonly (readonly [string, CandidateInput, Verb, string, Partial<MoveRequest>])[] = [
    ['a stage that has no such event', { events: HANDED_IN }, 'book', '2026-10-08T10:00Z', {}],
    ['the end of the process', { events: OFFER }, 'advance', '2026-10-21T10:00Z', {}],
    ['a closed application', { events: [...HANDED_IN, '2026-10-13T10:00Z task declined reason=below-bar'] }, 'decline', '2026-10-14T10:00Z', {}],
    ['a reason nobody knows', { events: HANDED_IN }, 'decline', '2026-10-14T10:00Z', { reason: 'belowbar' }],
    ['nobody who signs', { events: HANDED_IN }, 'advance', '2026-10-14T10:00Z', { by: undefined }],
    ['a meeting before it was booked', { events: TALK }, 'book', '2026-10-14T10:00Z', { for: at('2026-10-13T10:00Z') }],
    ['a meeting that is booked already', { events: BOOKED }, 'book', '2026-10-15T10:00Z', { for: at('2026-10-16T09:00Z') }],
    ['a meeting that has not come', { events: BOOKED }, 'hold', '2026-10-15T10:00Z', {}],
    ['our own move', { events: HANDED_IN }, 'expire', '2026-12-15T10:00Z', {}],
    ['time that has not run out', { events: WORKING }, 'expire', '2026-10-08T08:00Z', {}],
    ['an invitation nobody sent', { events: TASK }, 'expire', '2026-12-08T08:00Z', {}],
    ['an offer without a day', { events: OFFERED, messages: MESSAGES_SENT }, 'expire', '2026-12-08T08:00Z', {}],
    ['a hire nobody decided', { events: OFFERED }, 'hire', '2026-10-22T10:00Z', {}],
    ['a hire decided otherwise', { events: OFFERED, decisions: [{ ...YES, decision: 'decline' }] }, 'hire', '2026-10-22T10:00Z', {}],
    ['a hire below the bar', { events: OFFERED, decisions: [{ ...YES, bar: 'unsure' }] }, 'hire', '2026-10-22T10:00Z', {}],
    ['an erased record', { erased: { on: '2026-10-01', basis: 'request', visits: [] } }, 'advance', '2026-10-22T10:00Z', {}],
    ['events that contradict each other', { events: [...HANDED_IN, '2026-10-07T20:00Z talk held'] }, 'advance', '2026-10-22T10:00Z', {}],
  ];
  expect(refusals.map(([what, input, verb, now, more]) => `${what}:\n${words(plan(input, verb, now, more))}`).join('\n')).toMatchInlineSnapshot(`
    "a stage that has no such event:
    “teal-otter-7f” is in “task”, where it is our move. “hire book” is not possible there: a stage of kind take-home has no such event.
    Possible now: hire advance, hire decline, hire return, hire withdraw.
    the end of the process:
    “teal-otter-7f” is in “offer”, where it is our move. “hire advance” is not possible there: it is the last stage.
    Possible now: hire decline, hire offer, hire hire, hire return, hire withdraw.
    a closed application:
    “teal-otter-7f” is closed: declined in “task” at 2026-10-13 11:00 (below-bar).
    Possible now: hire reopen.
    a reason nobody knows:
    The settings list no reason “belowbar” for “hire decline”.
    Did you mean “below-bar”?
    nobody who signs:
    “hire advance” has to say who does it.
    Add --by with the id of a person.
    a meeting before it was booked:
    The meeting at 2026-10-13 11:00 lies before 2026-10-14 11:00, when it was booked.
    Correct --for, or say with --when when it was booked.
    a meeting that is booked already:
    “teal-otter-7f” is booked for 2026-10-16 10:00 already.
    Nothing is left to do.
    a meeting that has not come:
    “teal-otter-7f” is booked for 2026-10-16 10:00, after 2026-10-15 11:00.
    If it took place earlier, book that time first: hire book teal-otter-7f --for …
    our own move:
    “teal-otter-7f” is in “task”, where it is our move. “hire expire” is not possible there.
    Possible now: hire advance, hire decline, hire return, hire withdraw.
    time that has not run out:
    “teal-otter-7f” may take until 2026-10-08 09:00 in “task”.
    Nothing expires before.
    an invitation nobody sent:
    “teal-otter-7f” was never told of “task”: nothing has run out, it is our move.
    Tell them first: hire send, or hire draft --due where no draft waits
    an offer without a day:
    Nothing says until when “teal-otter-7f” may take in “offer”, so nothing has run out.
    To end it all the same: hire decline teal-otter-7f --reason no-reply
    a hire nobody decided:
    There is no decision about “teal-otter-7f”, and nobody is hired without one.
    Write it first: hire decide teal-otter-7f (content/candidates/engineer/teal-otter-7f/decision.yml)
    a hire decided otherwise:
    The decision about “teal-otter-7f” says “decline”.
    Revise it first, with the reason: hire decide teal-otter-7f
    a hire below the bar:
    The decision about “teal-otter-7f” answers the bar with “unsure”, and nobody is hired without a yes.
    Revise it first, with the reason: hire decide teal-otter-7f
    an erased record:
    The record of “teal-otter-7f” was erased on 2026-10-01.
    Nothing is possible any more.
    events that contradict each other:
    The events of “teal-otter-7f” contradict each other: “held” names the stage “talk”, but the candidate is in “task”.
    Mend them first; “hire check” shows the line."
  `);
});

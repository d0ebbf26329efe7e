import { expect, test } from 'vitest';
import { candidate, miniature, type CandidateInput } from '../fixtures/workspace.ts';
import type { MessageOccasion } from '../model/message.ts';
import { parseDuration } from '../model/duration.ts';
import type { Draft } from './draft.ts';
import { draftMessage, type DraftInput } from './draft.ts';
import { called, withTemplate } from './test-templates.ts';

const APPLIED = '2026-10-01T09:00+01:00 application applied';
const INVITED = '2026-10-05T10:00+01:00 application advanced';
const STARTED = '2026-10-07T09:00+01:00 task started';
const SUBMITTED = '2026-10-09T20:00+01:00 task submitted';
const TALK = '2026-10-12T10:00+01:00 task advanced';
const BOOKED = '2026-10-13T09:00+01:00 talk booked for=2026-10-20T14:00+01:00';
const BODY = 'start {{start_by | –}} deadline {{deadline | –}} reply {{reply_by | –}} meet {{appointment | –}} extra {{extra | –}} why {{reason | –}}';

/** A letter about the last event, ten minutes after it. */
function letter(on: MessageOccasion, input: CandidateInput, more: Partial<DraftInput> & { readonly answers?: boolean; readonly window?: DraftInput['window']; readonly body?: string; readonly challenge?: string } = {}): Draft {
  const challenges = { 'task-api': { title: 'Task API', kind: 'take-home' as const, version: 1, rubric: 'craft', effort: '2-4 h', window: more.challenge ?? '72h', start_within: '14 days' } };
  const base = miniature({ challenges, candidates: { engineer: { 'teal-otter-7f': input } } });
  const workspace = withTemplate(base, 'letter', { on }, more.body ?? BODY, { answers: more.answers ?? false });
  const folder = candidate('engineer', 'teal-otter-7f', input);
  const last = Date.parse(input.events?.at(-1)?.split(' ')[0] ?? '');
  return draftMessage({ workspace, folder, now: last + 600_000, call: called(workspace, 'letter'), sender: 'dana', ...more });
}

test('what each occasion promises, and nothing the stage does not have', () => {
  const promised = (...args: Parameters<typeof letter>) => {
    const { reply_within: within, ...days } = letter(...args).promised ?? {};
    return { ...days, ...(within && { reply_within: within.text }) };
  };
  expect(promised('applied', { events: [APPLIED] })).toEqual({ reply_by: '2026-10-06' });
  expect(promised('advanced', { events: [APPLIED, INVITED] })).toEqual({ start_by: '2026-10-19', reply_within: '5 business days' });
  expect(promised('started', { events: [APPLIED, INVITED, STARTED] })).toEqual({ submit_by: '2026-10-10T09:00+01:00' });
  expect(promised('submitted', { events: [APPLIED, INVITED, STARTED, SUBMITTED] })).toEqual({ reply_by: '2026-10-16' });
  expect(promised('advanced', { events: [APPLIED, INVITED, SUBMITTED, TALK] })).toEqual({ start_by: '2026-10-19', reply_within: '3 business days' });
  expect(promised('booked', { events: [APPLIED, INVITED, SUBMITTED, TALK, BOOKED] })).toEqual({ reply_within: '3 business days' });
  expect(promised('held', { events: [APPLIED, INVITED, SUBMITTED, TALK, BOOKED, '2026-10-20T15:00+01:00 talk held'] })).toEqual({ reply_by: '2026-10-23' });
  expect(promised('advanced', { events: [APPLIED, '2026-10-05T10:00+01:00 application advanced to=decision'] })).toEqual({ reply_by: '2026-10-07' });
  // The offer of this process names no day.
  const offered = [APPLIED, '2026-10-05T10:00+01:00 application advanced to=offer', '2026-10-06T10:00+01:00 offer offered'];
  expect(promised('offered', { events: offered })).toEqual({});
  expect(promised('offered', { events: offered }, { window: parseDuration('1 week') })).toEqual({ submit_by: '2026-10-13T23:59+01:00' });
  expect(promised('declined', { events: [APPLIED, '2026-10-05T10:00+01:00 application declined reason=below-bar'] })).toEqual({});
  expect(promised('late', { events: [APPLIED] })).toEqual({});
});

test('what an earlier letter promised stands, whatever the stage says today', () => {
  const messages = [{ at: '2026-10-07T09:10+01:00', message: 'letter', by: 'dana', promised: { submit_by: '2026-10-10T09:00+01:00', reply_within: '2 business days' } }];
  expect(letter('submitted', { events: [APPLIED, INVITED, STARTED, SUBMITTED], messages }).promised).toEqual({ reply_by: '2026-10-13' });
});

test('a receipt that comes late promises a day that can still be kept, and an apology names the one that was missed', () => {
  const now = Date.parse('2026-10-14T09:00+01:00');
  expect(letter('applied', { events: [APPLIED] }, { now }).promised).toEqual({ reply_by: '2026-10-19' });
  expect(letter('late', { events: [APPLIED] }, { now }).text).toContain('reply Tuesday 6 October 2026');
  const told = [{ at: '2026-10-01T09:10+01:00', message: 'letter', by: 'dana', promised: { reply_by: '2026-10-06' } }];
  expect(letter('applied', { events: [APPLIED], messages: told }, { now }).promised).toEqual({ reply_by: '2026-10-06' });
});

test('the window a candidate chose, held within what the challenge offers', () => {
  const chosen = (window: string) => letter('started', { events: [APPLIED, INVITED, STARTED] }, { challenge: '48-96 h', window: parseDuration(window) }).promised?.submit_by;
  expect(chosen('60 h')).toBe('2026-10-09T21:00+01:00');
  expect(chosen('3 days')).toBe('2026-10-10T09:00+01:00');
  expect(chosen('10 h')).toBe('2026-10-09T09:00+01:00');
  expect(chosen('30 days')).toBe('2026-10-11T09:00+01:00');
  expect(letter('started', { events: [APPLIED, INVITED, STARTED] }, { challenge: '48-96 h' }).promised?.submit_by).toBe('2026-10-11T09:00+01:00');
});

test('extra time moves the dates, also those promised on the very same day', () => {
  const adjustments = [{ stages: ['task'], extra: '24h', by: 'dana', on: '2026-10-07' }];
  const started = { at: '2026-10-07T09:05+01:00', message: 'invite', by: 'dana', promised: { submit_by: '2026-10-09T09:00+01:00' } };
  const moved = letter('adjusted', { events: [APPLIED, INVITED, STARTED], adjustments, messages: [started] }, { challenge: '48-96 h' });
  expect(moved.promised).toEqual({ submit_by: '2026-10-10T09:00+01:00' });
  expect(moved.text).toContain('extra 24 hours');
  expect(moved.calendar).toMatchObject([{ what: 'deadline', sequence: 1, cancelled: false, uid: 'teal-otter-7f-task-deadline@hiring.example' }]);
  // Told of it, or promised with it in mind on another day: nothing moves twice.
  const again = letter('adjusted', { events: [APPLIED, INVITED, STARTED], adjustments, messages: [started, { ...started, message: 'letter', at: '2026-10-07T09:08+01:00', promised: { submit_by: '2026-10-10T09:00+01:00' } }] }, { challenge: '48-96 h' });
  expect(again.promised).toEqual({ submit_by: '2026-10-10T09:00+01:00' });
  const before = letter('accommodation', { events: [APPLIED, INVITED, STARTED], adjustments: [{ stages: ['task'], extra: '24h', by: 'dana', on: '2026-10-06' }], messages: [{ ...started, promised: { submit_by: '2026-10-11T09:00+01:00' } }] });
  expect(before.promised).toEqual({ submit_by: '2026-10-11T09:00+01:00' });
  const invited = { at: '2026-10-05T10:05+01:00', message: 'invite', by: 'dana', promised: { start_by: '2026-10-19' } };
  const waiting = letter('adjusted', { events: [APPLIED, INVITED], adjustments: [{ ...adjustments[0], stages: ['task'], extra: '36h', by: 'dana', on: '2026-10-05' }], messages: [invited] });
  expect(waiting.promised).toEqual({ start_by: '2026-10-21' });
});

test('dates stand on the clock of the reader, and in UTC', () => {
  const input = { events: [APPLIED, INVITED, STARTED] };
  expect(letter('started', input).text).toContain('deadline Saturday 10 October 2026, 09:00 Europe/London (08:00 UTC, in 3 days)'.replace('in 3 days', 'in 72 hours'));
  const identity = { name: 'Ottilie Placeholder', email: 'o@example.org', links: [], handles: [], timezone: 'America/Los_Angeles' };
  expect(letter('started', input, { identity }).text).toContain('deadline Saturday 10 October 2026, 01:00 America/Los Angeles (08:00 UTC, in 72 hours)');
  expect(letter('started', input, { identity: { ...identity, timezone: 'Mars/Olympus' } }).text).toContain('09:00 Europe/London');
  expect(letter('advanced', { events: [APPLIED, INVITED] }, { identity }).text).toContain('start Monday 19 October 2026, 15:59 America/Los Angeles (22:59 UTC)');
  expect(letter('booked', { events: [APPLIED, INVITED, SUBMITTED, TALK, BOOKED] }, { identity }).text).toContain('meet Tuesday 20 October 2026, 06:00 America/Los Angeles (13:00 UTC, in 7 days)');
});

test('a day that has passed is not named as one to come', () => {
  const text = letter('silence', { events: [APPLIED, INVITED] }, { now: Date.parse('2026-11-02T09:00Z') }).text;
  expect(text).toContain('start – deadline –');
});

test('entries of the calendar: one for what it is about, moved and cancelled by its name', () => {
  const entries = (...args: Parameters<typeof letter>) => letter(...args).calendar.map(({ uid, sequence, cancelled, at, until }) => `${uid.replace('teal-otter-7f-', '').replace('@hiring.example', '')} ${sequence}${cancelled ? ' cancelled' : ''} ${typeof at === 'number' ? new Date(at).toISOString().slice(0, 16) : at}${until === undefined ? '' : typeof until === 'number' ? `/${new Date(until).toISOString().slice(11, 16)}` : `/${until}`}`);
  const inTask = [APPLIED, INVITED, STARTED];
  const promise = { at: '2026-10-07T09:05+01:00', message: 'letter', by: 'dana', promised: { submit_by: '2026-10-10T09:00+01:00' } };
  expect(entries('started', { events: inTask })).toEqual(['task-deadline 0 2026-10-10T08:00']);
  expect(entries('submitted', { events: [...inTask, SUBMITTED], messages: [promise] })).toEqual(['task-reply 0 2026-10-16', 'task-deadline 1 cancelled 2026-10-10T08:00']);
  expect(entries('withdrew', { events: [...inTask, '2026-10-08T09:00+01:00 task withdrew reason=personal'], messages: [promise] })).toEqual(['task-deadline 1 cancelled 2026-10-10T08:00']);
  // Nothing was in the calendar, so nothing is taken out of it.
  expect(entries('withdrew', { events: [...inTask, '2026-10-08T09:00+01:00 task withdrew reason=personal'] })).toEqual([]);
  const booked = [APPLIED, INVITED, SUBMITTED, TALK, BOOKED];
  expect(entries('booked', { events: booked })).toEqual(['talk-appointment 0 2026-10-20T13:00/14:00']);
  const again = [...booked, '2026-10-14T09:00+01:00 talk booked for=2026-10-21T10:00+01:00'];
  expect(entries('booked', { events: again })).toEqual(['talk-appointment 1 2026-10-21T09:00/10:00']);
  expect(entries('declined', { events: [...again, '2026-10-15T09:00+01:00 talk declined reason=below-bar'] })).toEqual(['talk-appointment 2 cancelled 2026-10-21T09:00/10:00']);
  const told = { at: '2026-10-01T09:05+01:00', message: 'letter', by: 'dana', promised: { reply_by: '2026-10-06' } };
  expect(entries('advanced', { events: [APPLIED, INVITED], messages: [told] }, { answers: true })).toEqual(['application-reply 1 cancelled 2026-10-06']);
});

test('a draft says what nobody knew, and never fails', () => {
  const draft = letter('applied', { events: [APPLIED] }, { body: 'Hello {{candidate.first_name | there}}, {{deadline}} {{start_by}} {{deadline}}', sender: 'nobody-here' });
  expect(draft).toMatchObject({ id: 'teal-otter-7f--application--letter', to: undefined, unknown: ['deadline', 'start_by'], text: 'Hello there, [deadline] [start_by] [deadline]', senderName: 'nobody-here' });
  const workspace = withTemplate(miniature(), 'letter', { on: 'applied' }, '{{role.title}} {{stage.title | none}}');
  const lost = draftMessage({ workspace, folder: candidate('elsewhere', 'teal-otter-7f', {}), now: 0, call: called(workspace, 'letter'), sender: 'dana' });
  expect(lost).toMatchObject({ visit: 'none', unknown: ['role.title'], promised: undefined, calendar: [] });
});

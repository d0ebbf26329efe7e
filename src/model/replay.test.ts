import { describe, expect, it } from 'vitest';
import type { CandidateEvent } from './candidate.ts';
import { eventSchema } from './candidate.ts';
import { replay, type StageLike } from './replay.ts';

const STAGES: StageLike[] = [
  { id: 'application', kind: 'screening', open: true },
  { id: 'challenge', kind: 'take-home', open: true },
  { id: 'old-test', kind: 'take-home', open: false },
  { id: 'interview', kind: 'interview', open: true },
  { id: 'decision', kind: 'final', open: true },
  { id: 'offer', kind: 'offer', open: true },
];

let minute = 0;
function event(stage: string, name: CandidateEvent['event'], more: object = {}): CandidateEvent {
  minute += 1;
  const at = new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString().slice(0, 16) + 'Z';
  return eventSchema.parse({ at, stage, event: name, ...more });
}
const by = { by: 'dana' };
const toChallenge = () => [event('application', 'applied'), event('application', 'advanced', by)];
const toInterview = () => [...toChallenge(), event('challenge', 'started'), event('challenge', 'submitted'), event('challenge', 'advanced', by)];
const toOffer = () => [...toInterview(), event('interview', 'booked', { for: '2026-02-01T10:00Z' }), event('interview', 'held'), event('interview', 'advanced', by), event('decision', 'advanced', by)];

describe('a record that runs its whole course', () => {
  it('closes as hired, one visit per stage, skipping the stage that is not open', () => {
    const result = replay(STAGES, [...toOffer(), event('offer', 'offered'), event('offer', 'hired')]);
    expect(result.faults).toEqual([]);
    expect(result.visits.map((visit) => [visit.name, visit.how])).toEqual([
      ['application', 'advanced'], ['challenge', 'advanced'], ['interview', 'advanced'], ['decision', 'advanced'], ['offer', 'hired'],
    ]);
    expect(result.closed).toBe(true);
  });

  it('lets somebody withdraw after being hired, and nobody after being declined', () => {
    const hired = [...toOffer(), event('offer', 'offered'), event('offer', 'hired')];
    expect(replay(STAGES, [...hired, event('offer', 'withdrew', { reason: 'other-offer' })]).current?.how).toBe('withdrew');
    const declined = [...toChallenge(), event('challenge', 'declined', { ...by, reason: 'below-bar' }), event('challenge', 'withdrew', { reason: 'pay' })];
    expect(replay(STAGES, declined).faults.map((fault) => fault.code)).toEqual(['event/not-allowed']);
  });

  it('numbers a second visit and goes back to the phase before when reopened', () => {
    const returned = replay(STAGES, [...toInterview(), event('interview', 'returned', { ...by, to: 'challenge' })]);
    expect(returned.current).toMatchObject({ name: 'challenge.2', number: 2, phase: 'entered' });
    const reopened = replay(STAGES, [...toChallenge(), event('challenge', 'started'), event('challenge', 'expired'), event('challenge', 'reopened', by)]);
    expect(reopened.current).toMatchObject({ name: 'challenge', phase: 'working' });
    expect(reopened.current).not.toHaveProperty('how');
  });

  it('skips stages with `to`, forwards only', () => {
    expect(replay(STAGES, [event('application', 'applied'), event('application', 'advanced', { ...by, to: 'interview' })]).current?.name).toBe('interview');
    expect(replay(STAGES, [...toInterview(), event('interview', 'advanced', { ...by, to: 'application' })]).faults[0]?.code).toBe('event/target');
  });
});

describe('what the state machine refuses', () => {
  it('two advances after a careless merge', () => {
    const twice = [event('application', 'applied'), event('application', 'advanced', by), event('application', 'advanced', by)];
    expect(replay(STAGES, twice).faults).toMatchInlineSnapshot(`
      [
        {
          "code": "event/wrong-stage",
          "hint": "Write stage: challenge, or remove the event if it was merged twice.",
          "index": 2,
          "message": "“advanced” names the stage “application”, but the candidate is in “challenge”.",
        },
      ]
    `);
  });

  it('an expiry while it is our move, with the legal moves named', () => {
    const [fault] = replay(STAGES, [...toChallenge(), event('challenge', 'submitted'), event('challenge', 'expired')]).faults;
    expect(fault).toMatchObject({ code: 'event/not-allowed', hint: 'Possible now: advanced, returned, declined, withdrew.' });
  });

  it('a time that runs backwards, and still replays the rest', () => {
    const [applied, advanced] = toChallenge();
    const result = replay(STAGES, [{ ...applied!, at: '2027-01-01T09:00Z' }, advanced!]);
    expect(result.faults.map((fault) => fault.code)).toEqual(['event/order']);
    expect(result.current?.name).toBe('challenge');
  });

  it('a first event that is no application, and an application in the wrong stage', () => {
    expect(replay(STAGES, [event('challenge', 'started')]).faults[0]?.code).toBe('event/first');
    expect(replay(STAGES, [event('challenge', 'applied')]).faults[0]?.code).toBe('event/first');
  });

  it('a stage that the pipeline does not have', () => {
    expect(replay(STAGES, [event('application', 'applied'), event('chalenge', 'advanced', by)]).faults[0]?.code).toBe('event/unknown-stage');
  });
});

import { describe, expect, test } from 'vitest';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { workspaceFacts } from './candidate.ts';
import { wholeWay, waysOf, type Way } from './whole-way.ts';
import { leavingSays, wholeWaySays } from './words/whole-way.ts';

const NOW = Date.parse('2026-11-20T12:00Z');

function waysFor(candidates: Readonly<Record<string, CandidateInput>>): Way[] {
  const role = { title: 'Engineer', level: 'senior', states: [{ on: '2026-01-01', is: 'open' as const }], headcount: 1, pipeline: 'short', manager: 'dana', panel: ['alice'] };
  const workspace = miniature({ roles: { engineer: role }, candidates: { engineer: candidates } });
  return waysOf(workspace, workspaceFacts(workspace, NOW), 'engineer');
}

const way = (calendar: number, end?: Way['end'], erased = false): Way => ({ calendar, end, erased });

describe('the way of an application', () => {
  test('runs from the first entry to the end, over a reopening, and to today where it is open', () => {
    expect(waysFor({
      declined: { events: ['2026-03-02T09:00Z application applied', '2026-03-09T09:00Z application declined reason=below-bar'] },
      reopened: { events: ['2026-03-02T09:00Z application applied', '2026-03-09T09:00Z application declined reason=below-bar', '2026-04-01T09:00Z application reopened'] },
      waits: { events: ['2026-11-16T09:00Z application applied', '2026-11-18T09:00Z application advanced'] },
    })).toEqual([way(7, 'declined'), way(263), way(4)]);
  });

  test('of an erased candidate is known by the week, and until the erasure where the end is not known', () => {
    const erased = (visits: NonNullable<CandidateInput['erased']>['visits']): CandidateInput => ({ erased: { on: '2026-05-04', basis: 'retention', visits } });
    expect(waysFor({
      known: erased([{ stage: 'application', entered: '2026-W10', left: '2026-W11', how: 'advanced' }, { stage: 'task', entered: '2026-W11', left: '2026-W13', how: 'declined' }]),
      unknown: erased([{ stage: 'application', entered: '2026-W10' }]),
    })).toEqual([way(21, 'declined', true), way(63, undefined, true)]);
  });
});

describe('from application to hire', () => {
  test('counts those who wait for as long as they have, never as a no', () => {
    // At day 10 two of ten are hired; five leave open at day 12; of the three that are left one is hired at day 20.
    const found = wholeWay([way(10, 'hired'), way(10, 'hired'), ...Array.from({ length: 5 }, () => way(12)), way(20, 'hired'), way(20, 'declined'), way(20, 'expired')], 30);
    expect(found).toMatchObject({ applied: 10, hired: 3, ended: 5, day: 30 });
    expect(found.share).toBeCloseTo(0.2 + 0.8 / 3, 12);
    expect(wholeWaySays(found)).toMatch(/^Of 5 applications that have ended, 3 led to a hire\. Within 30 days of applying, 47\u00a0% are hired \(\d+–\d+\u00a0%\): between \d+ and \d+ of 100\. 5 have not ended and count as not yet known\. Half end, whichever way, within 20\.0 calendar days of applying/);
  });

  test('has an interval where nobody is hired, and tells the day that was reached', () => {
    const none = wholeWay(Array.from({ length: 6 }, () => way(3, 'declined')), 30);
    expect(none).toMatchObject({ share: 0, day: 30 });
    expect(none.interval?.[1]).toBeGreaterThan(0.3);
    expect(wholeWaySays(none)).toContain('Of 6 applications that have ended, none led to a hire.');
    expect(wholeWaySays(wholeWay([...Array.from({ length: 5 }, () => way(3, 'hired')), way(9)], 66))).toContain('Nobody could be followed for 66 days.');
  });

  test('tells counts alone of fewer than five, and leaves the erased out of the days', () => {
    expect(wholeWaySays(wholeWay([], 30))).toBe('Nobody has applied.');
    expect(wholeWaySays(wholeWay([way(3)], 30))).toBe('One has applied, and no application has ended.');
    expect(wholeWaySays(wholeWay([way(3, 'hired'), way(4)], 30))).toBe('Of 1 application that has ended, 1 led to a hire: too few for a percentage. 1 has not ended and counts as not yet known.');
    const erased = wholeWay([...Array.from({ length: 5 }, () => way(3, 'declined')), way(21, 'declined', true)], 30);
    expect(erased).toMatchObject({ ended: 6, leftOut: 1, time: { median: 3 } });
    expect(wholeWaySays(erased)).toContain('1 erased, known by the week only, is not in the days.');
  });
});

test('says why people leave in one sentence, and “most” only of more than half', () => {
  const reasons = (declined: number, withdrew: number) => ({ declined: [{ reason: 'bar', count: declined }], withdrew: [{ reason: 'pay', count: withdrew }], expired: 0, unknown: 0 });
  const words = (_: string, reason: string): string => reason;
  expect(leavingSays(reasons(12, 4), 20, 4, words)).toBe('Most who left (12 of 20) were declined because “bar”; 4 of 20 left by themselves.');
  expect(leavingSays(reasons(8, 4), 20, 4, words)).toBe('8 of 20 who left were declined because “bar”; 4 of 20 left by themselves.');
  expect(leavingSays(reasons(2, 2), 4, 2, words)).toBe('2 of 4 left by themselves; no one reason is the most frequent.');
  expect(leavingSays({ declined: [], withdrew: [], expired: 0, unknown: 0 }, 0, 0, words)).toBe('Nobody has left without going on.');
});

import { expect, test } from 'vitest';
import { miniature } from '../fixtures/workspace.ts';
import type { StageSpell } from './funnel-spells.ts';
import { plannedTime, timeInStage, type PlannedTime } from './time-in-stage.ts';
import { timeRange, timeSays } from './words/funnel.ts';

function spell(business: number | undefined, waiting = false): StageSpell {
  return {
    role: 'engineer', candidate: 'teal-otter-7f', visit: 'task', stage: 'task', kind: 'take-home', pipeline: 'short', level: 'senior', source: 'direct', entered: '2026-01-05',
    calendar: business === undefined ? 7 : Math.ceil(business * 1.4), business, followed: 400, how: waiting ? undefined : 'advanced', reason: undefined, erased: business === undefined,
  };
}

const three: PlannedTime = { days: 3, promise: true };

test('half leave by the median; halfway where the curve stays at a half', () => {
  const { business, exits, waiting } = timeInStage([1, 2, 3, 4, 5, 6].map((days) => spell(days)));
  expect({ exits, waiting }).toEqual({ exits: 6, waiting: 0 });
  expect(business).toMatchObject({ median: 3.5, quartiles: [2, 5] });
});

test('whoever still waits holds the median up, and is told', () => {
  const finished = timeInStage([1, 1, 2, 2, 3, 3].map((days) => spell(days)));
  const held = timeInStage([...[1, 1, 2, 2, 3, 3].map((days) => spell(days)), ...[9, 9, 9, 9].map((days) => spell(days, true))]);
  expect(finished.business?.median).toBe(2);
  expect(held.business?.median).toBe(3);
  expect(held).toMatchObject({ waiting: 4, longest: { business: 9, calendar: 13 } });
  expect(timeSays(held, undefined)).toBe('Half leave within 3.0 business days (1.0 or more), 5.0 calendar days. 4 still wait, the longest for 9 business days.');
});

test('longer than planned is said only where the whole interval lies beyond', () => {
  const slow = timeInStage(Array.from({ length: 20 }, (_, index) => spell(8 + (index % 3))));
  expect(timeSays(slow, three)).toContain('Longer than the 3 business days promised.');
  const fast = timeInStage(Array.from({ length: 20 }, (_, index) => spell(index % 5)));
  expect(timeSays(fast, { days: 3, promise: false })).toContain('Not longer than the 3 business days planned at most.');
  const spread = timeInStage([1, 2, 3, 4, 5, 6].map((days) => spell(days)));
  expect(timeSays(spread, three)).toContain('Whether that is longer than the 3 business days promised cannot be told.');
});

test('nothing below five exits, nor before half have left', () => {
  expect(timeInStage([])).toEqual({ exits: 0, waiting: 0, longest: undefined, leftOut: 0, business: undefined, calendar: undefined });
  expect(timeSays(timeInStage([]), three)).toBe('Nobody has left it yet.');
  expect(timeSays(timeInStage([spell(0), spell(2, true)]), three)).toBe('1 has left it: too few for a median. 1 still waits, for 2 business days.');
  const mostWait = timeInStage([...[1, 1, 1, 1, 1].map((days) => spell(days)), ...Array.from({ length: 20 }, () => spell(12, true))]);
  expect(mostWait.business).toMatchObject({ median: undefined });
  expect(timeSays(mostWait, three)).toBe('Fewer than half have left it, so there is no median yet. 20 still wait, the longest for 12 business days.');
  // All on the day they came: a median of nothing is a figure too.
  expect(timeSays(timeInStage(Array.from({ length: 6 }, () => spell(0))), undefined)).toMatch(/^Half leave within 0\.0 business days/);
});

test('the erased are known by the week and left out', () => {
  const found = timeInStage([...[1, 2, 3, 4, 5].map((days) => spell(days)), spell(undefined)]);
  expect(found).toMatchObject({ exits: 5, leftOut: 1 });
  expect(timeSays(found, undefined)).toContain('1 erased entry is known by the week only and left out.');
});

test('limits that are not known are words', () => {
  expect([timeRange({ lower: 1, upper: 2.5 }), timeRange({ lower: 16, upper: undefined }), timeRange({ lower: undefined, upper: 4 }), timeRange({ lower: undefined, upper: undefined })])
    .toEqual(['1.0–2.5', '16.0 or more', 'up to 4.0', 'no limits yet']);
});

test('planned is the promise where we begin, else all that is given; nothing where nothing says when they begin', () => {
  const workspace = miniature({ pipelines: { short: { title: 'Short', bar: 'Yes?', stages: [
    { id: 'application', kind: 'screening', why: 'Writing.', rubric: 'craft', reply_within: '3 business days' },
    { id: 'task', kind: 'take-home', why: 'Craft.', challenge: 'task-api', reply_within: '5 business days' },
    { id: 'talk', kind: 'interview', why: 'Depth.', rubric: 'craft', length: '60 min', reply_within: '3 business days' },
    { id: 'decision', kind: 'final', why: 'The bar.', reply_within: '24 h' },
    { id: 'offer', kind: 'offer', why: 'A yes.', reply_within: '1 business day' },
  ] } } });
  const stages = workspace.pipelines.get('short')?.value.stages ?? [];
  // 14 days to start, 72 h, 5 business days: 14 + 3 + 7 days, five sevenths of them.
  expect(stages.map((stage) => plannedTime(workspace, stage, 'engineer'))).toEqual([{ days: 3, promise: true }, { days: 18, promise: false }, undefined, { days: 1, promise: true }, undefined]);
});

import { beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import type { Outcome } from '../model/outcome.ts';
import type { Workspace } from '../model/workspace.ts';
import { folderFiles } from '../store/folder.ts';
import { loadWorkspace } from '../store/load.ts';
import { workspaceFacts } from './candidate.ts';
import { reviewAt, reviewsDue, startsMissing } from './outcome-reviews.ts';

const review = (day: 30 | 90 | 180 | 365): Outcome['reviews'][number] => ({ day, on: '2026-03-18', by: 'kim', marks: {}, performance: 4, again: 'yes' });
const outcome = (days: readonly (30 | 90 | 180 | 365)[], left?: string): Outcome => ({ started: '2026-02-16', reviews: days.map(review), ...(left !== undefined && { left }) });

test.each([
  ['before the first month', [], '2026-03-17', undefined],
  ['on the day itself', [], '2026-03-18', 30],
  ['written', [30], '2026-03-18', undefined],
  ['the next one', [30], '2026-05-17', 90],
  ['only the latest that has come', [], '2026-08-20', 180],
  ['a later one stands for the earlier', [90], '2026-06-01', undefined],
  ['the last', [30, 90, 180], '2027-02-16', 365],
  ['all written', [30, 90, 180, 365], '2028-01-01', undefined],
] as const)('%s', (_, days, on, expected) => {
  expect(reviewAt(outcome(days), on)).toBe(expected);
});

test('nothing is due after the last working day, and still is before it', () => {
  expect(reviewAt(outcome([], '2026-06-01'), '2026-06-02')).toBeUndefined();
  expect(reviewAt(outcome([], '2026-06-01'), '2026-05-30')).toBe(90);
});

let workspace: Workspace;
beforeAll(async () => {
  ({ workspace } = await loadWorkspace(folderFiles(join(import.meta.dirname, '../fixtures/healthy'))));
});

test('a review is late by business days, and can be seen coming', () => {
  const at = (day: string): Parameters<typeof reviewsDue>[1] => ({ today: day, now: Date.parse(`${day}T12:00Z`) });
  // The first review is written; the second falls on 17 May, a Sunday.
  expect(reviewsDue(workspace, at('2026-05-10'))).toEqual([]);
  expect(reviewsDue(workspace, at('2026-05-10'), 14)).toMatchObject([{ candidate: 'teal-otter-7f', day: 90, due: '2026-05-17', lateBy: 0, manager: 'kim' }]);
  expect(reviewsDue(workspace, at('2026-05-20'))).toMatchObject([{ day: 90, lateBy: 2 }]);
});

test('a hire without a first working day is named', () => {
  expect(startsMissing(workspace, workspaceFacts(workspace, Date.parse('2026-05-10T12:00Z')))).toEqual([]);
  const without = { ...workspace, outcomes: new Map() };
  expect(startsMissing(without, workspaceFacts(without, Date.parse('2026-05-10T12:00Z'))).map(({ id }) => id)).toEqual(['teal-otter-7f']);
});

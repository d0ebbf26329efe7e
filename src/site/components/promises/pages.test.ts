import { expect, it } from 'vitest';
import { byDay, pageOf, pagesOf } from './pages.ts';

const rows = (count: number): never[] => Array.from({ length: count }, (_, index) => index) as never[];

it('one page holds a usual role, and the longest list decides', () => {
  const none = { owed: [], silences: [], theirs: [] };
  expect([pagesOf(none), pagesOf({ ...none, owed: rows(120) }), pagesOf({ ...none, silences: rows(121) }), pagesOf({ ...none, owed: rows(1), theirs: rows(600) })]).toEqual([1, 1, 2, 5]);
});

it('every row stands on exactly one page', () => {
  const all = rows(301);
  expect([1, 2, 3, 4].flatMap((page) => pageOf(all, page))).toEqual(all);
});

it('counts by day', () => {
  expect(byDay([{ due: '2026-11-23' }, { due: '2026-11-24' }, { due: '2026-11-23' }])).toEqual({ '2026-11-23': 2, '2026-11-24': 1 });
});

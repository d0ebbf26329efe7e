import { expect, it } from 'vitest';
import { funnelFinding, waitsFinding, type CountedStage } from './funnel-findings.ts';

const empty: CountedStage = { title: 'Application', reached: 0, decided: 0, declined: 0, withdrew: 0, expired: 0 };
const task: CountedStage = { ...empty, title: 'First task' };

it.each([
  [[empty], 'Nobody has applied yet'],
  [[{ ...empty, reached: 1 }], 'One person has applied and waits'],
  [[{ ...empty, reached: 4 }], 'All 4 who applied still wait'],
  [[{ ...empty, reached: 2, decided: 2 }], 'Nobody has left yet: 2 people applied'],
  [[{ ...empty, reached: 9, declined: 3, decided: 9 }, { ...task, reached: 6, declined: 3, withdrew: 1, decided: 5 }], 'Most leave at the first task: 4\u00a0of\u00a05 did not go on, 1 of them by themselves'],
  [[{ ...empty, reached: 5, withdrew: 2, decided: 5 }], 'Most leave at the application: 2\u00a0of\u00a05 did not go on, all of them by themselves'],
  [[{ ...empty, reached: 5, expired: 1, decided: 5 }], 'Most leave at the application: 1\u00a0of\u00a05 did not go on, by their own choice'],
  [[{ ...empty, reached: 9, declined: 3, decided: 9 }], 'Most leave at the application: 3\u00a0of\u00a09 did not go on'],
  [[{ ...empty, reached: 9, declined: 1, decided: 5 }, { ...task, reached: 4, withdrew: 1, decided: 2 }], '2\u00a0of\u00a09 did not go on, 1 each at the application and first task'],
])('finds what a funnel shows: %#', (funnel, sentence) => {
  expect(funnelFinding(funnel)).toBe(sentence);
});

it.each([
  [0, 0, 0, 'Nobody waits'],
  [1, 0, 0, '1 of 1 waits for us'],
  [1, 2, 1, '1 of 3 waits for us, longer than promised'],
  [0, 2, 0, '0 of 2 wait for us'],
  [4, 2, 1, '4 of 6 wait for us, 1 of them longer than promised'],
])('finds who waits: %#', (manager, candidate, late, sentence) => {
  expect(waitsFinding({ moves: { manager, reviewers: 0, candidate }, late, untold: 0, stages: [], people: [] })).toBe(sentence);
});

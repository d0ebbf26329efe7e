import { expect, test } from 'vitest';
import { miniature } from '../fixtures/workspace.ts';
import { processCost, roleCost } from './process-cost.ts';

test('hours are unpaid efforts and meetings, days are upper ends in calendar days', () => {
  expect(processCost(miniature(), 'short')).toEqual({
    hours: 5, days: 5 + 14 + 3 + 7 + 7 + 5 + 3 + 7,
    stages: [
      { stage: 'application', hours: 0, days: 5, paid: false },
      { stage: 'task', hours: 4, days: 14 + 3 + 7, paid: false },
      { stage: 'talk', hours: 1, days: 7 + 5, paid: false },
      { stage: 'decision', hours: 0, days: 3, paid: false },
      { stage: 'offer', hours: 0, days: 7, paid: false },
    ],
  });
});

test('a role brings its optional stages and its promises', () => {
  const workspace = miniature({ roles: { engineer: { title: 'Engineer', level: 'senior', states: [{ on: '2026-09-01', is: 'open' }], headcount: 1, pipeline: 'short', manager: 'dana', with: ['closing-call'], promises: { reply_within: '1 day' } } } });
  const cost = roleCost(workspace, 'engineer');
  expect(cost?.hours).toBe(5.5);
  expect(cost?.stages.find((stage) => stage.stage === 'closing-call')).toEqual({ stage: 'closing-call', hours: 0.5, days: 1, paid: false });
  expect(cost?.stages.at(-1)?.days).toBe(1);
});

test('paid work costs no unpaid hours, and a trial takes its length', () => {
  const workspace = miniature({
    challenges: { week: { title: 'A week', kind: 'trial', version: 1, rubric: 'craft', effort: '40 h', length: '5 business days', compensation: { amount: 2000, currency: 'EUR', per: 'week' } } },
    pipelines: { trial: { title: 'Trial', bar: 'Better?', stages: [{ id: 'trial', kind: 'trial', why: 'Work.', challenge: 'week', start_within: '2 weeks', reply_within: '3 business days' }] } },
  });
  expect(processCost(workspace, 'trial')).toMatchObject({ hours: 0, days: 14 + 7 + 5, stages: [{ paid: true }] });
});

test('a stage costs until the day it is retired', () => {
  const stages = [{ id: 'application', kind: 'screening' as const, why: 'Writing.', rubric: 'craft', reply_within: '3 days', retired: '2026-12-01' }];
  const workspace = miniature({ pipelines: { old: { title: 'Old', bar: 'Better?', stages } } });
  expect(['2026-11-30', '2026-12-01', undefined].map((today) => processCost(workspace, 'old', today === undefined ? {} : { today })?.days)).toEqual([3, 0, 0]);
});

test('there is no cost of a pipeline that is not there', () => {
  expect([processCost(miniature(), 'nowhere'), roleCost(miniature(), 'nowhere')]).toEqual([undefined, undefined]);
});

import { describe, expect, test } from 'vitest';
import { BERKELEY, berkeleyRole, berkeleyStages } from '../../fixtures/berkeley.ts';
import { miniature } from '../../fixtures/workspace.ts';
import { workspaceFacts } from '../../analysis/candidate.ts';
import type { PublishedFile } from '../published/files.ts';
import { fairnessIndexSchema, fairnessSchema, type PublishedFairnessIndex } from '../published/fairness.ts';
import { fairnessFiles } from './fairness.ts';

type Stages = Record<string, Record<string, { reached: number; advanced: number }>>;

const NOW = Date.parse('2026-11-20T12:00Z');

function published(records: Record<string, Record<string, { stages: Stages }>>): Map<string, object> {
  const workspace = miniature({ fairness: records });
  const facts = workspaceFacts(workspace, NOW);
  const files: readonly PublishedFile[] = [...fairnessFiles({ workspace, now: NOW, today: facts.today, dayOf: () => '2026-11-20', facts })];
  for (const [path, value] of files) (path === 'fairness.json' ? fairnessIndexSchema : fairnessSchema).parse(value);
  return new Map(files);
}
const index = (files: Map<string, object>): PublishedFairnessIndex => files.get('fairness.json') as PublishedFairnessIndex;
const stage = (woman: [number, number], man: [number, number]): Stages => ({ application: { woman: { reached: woman[0], advanced: woman[1] }, man: { reached: man[0], advanced: man[1] } } });

describe('fairness.json', () => {
  test('tells the reversal at Berkeley', () => {
    const { shown, says, pooled, records } = index(published(Object.fromEntries(BERKELEY.map((each) => [berkeleyRole(each.department), { '1973/sex': { stages: berkeleyStages(each) } }]))));
    expect(shown).toBe(true);
    expect(says).toBe('Pooled, women go on less often than men; opening by opening the picture turns round');
    expect(pooled).toMatchObject([{ pattern: 'reversed', adjusted: { ratio: expect.closeTo(1 / 0.9046968, 5) as number }, differ: expect.closeTo(0.0034, 4) as number }]);
    expect(records.reduce((sum, { people }) => sum + (people ?? 0), 0)).toBe(4526);
    // 25 women applied to department B: no verdict, and no page of its own.
    expect(records.filter((each) => !each.shown).map(({ role, says: words }) => [role, words])).toEqual([['department-b', 'Too few to tell: no stage has 30 of each of two groups']]);
  });
  test('says what is missing where there is nothing or too little', () => {
    expect(index(published({}))).toEqual({ shown: false, says: 'Fairness: nothing is counted yet. It takes voluntary counts per group and stage, with 30 people of each of two groups at one stage.', records: [], withheld: [], pooled: [] });
    expect(index(published({ engineer: { '2026/gender': { stages: stage([20, 10], [25, 10]) } } }))).toMatchObject({ shown: false, says: 'Fairness: 1 record, and too few people to tell. It takes 30 people of each of two groups at one stage.' });
    expect(index(published({ engineer: { '2026/gender': { stages: {} } } }))).toMatchObject({ shown: false, records: [{ people: null, stages: 0 }] });
  });
});

describe('what is never published', () => {
  const numbers = (files: Map<string, object>): number[] => [...JSON.stringify([...files.values()]).matchAll(/\d+/g)].map(([digits]) => Number(digits));

  test('a hidden count, its complement, or a total that holds them', () => {
    const records = { engineer: { '2026/gender': { stages: stage([761, 3], [1423, 907]) } }, designer: { '2026/gender': { stages: stage([300, 150], [300, 150]) } }, tester: { '2026/gender': { stages: stage([300, 150], [300, 150]) } } };
    const files = published(records);
    expect(numbers(files)).toEqual(expect.arrayContaining([761, 1423]));
    // 907 and 3 are hidden, 910 is their sum, 1207 and 1210 are what a pooled total would hold.
    for (const hidden of [907, 910, 1207, 1210, 303, 1061, 2023]) expect(numbers(files)).not.toContain(hidden);
    expect(index(files).pooled).toMatchObject([{ leftOut: [{ role: 'engineer' }], together: { focal: { reached: 600 } } }]);
    const shown = published({ ...records, engineer: { '2026/gender': { stages: stage([761, 103], [1423, 907]) } } });
    expect(numbers(shown)).toEqual(expect.arrayContaining([907, 103, 2023]));
  });
  test('a period within another, or what is left of the year could be worked out', () => {
    const files = published({ engineer: { '2026/gender': { stages: stage([61, 30], [70, 35]) }, '2026-h1/gender': { stages: stage([58, 28], [41, 20]) }, '2026-h1/age': { stages: stage([58, 28], [41, 20]) } } });
    expect([...files.keys()]).toEqual(['fairness/engineer/2026/gender.json', 'fairness/engineer/2026-h1/age.json', 'fairness.json']);
    expect(index(files).withheld).toEqual([{ role: 'engineer', roleTitle: expect.any(String) as string, period: '2026-h1', dimension: 'gender', within: '2026', says: 'Not shown: its counts lie within those of 2026, and the one could be subtracted from the other.' }]);
  });
});

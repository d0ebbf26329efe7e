import { describe, expect, it } from 'vitest';
import type { ComparedCandidate, PublishedCompare } from '../../../view/published/compare.ts';
import type { CompareData } from './data.ts';
import { comparison, escaped } from './markup.ts';
import { barCounts, choiceWords, choose, stageSides, unequal } from './side.ts';

type Visit = ComparedCandidate['visits'][number];
const visit = (rubric = 'craft@1', more: Partial<Visit> = {}): Visit => ({
  stage: 'task', visit: 'task', title: 'Task', rubric, percent: 50, spread: [40, 60], coverage: 1, reviewers: 2, incomplete: false, marks: { code: { alice: 4, bob: 2 } }, apart: ['code'], ...more,
});
const candidate = (id: string, more: Partial<ComparedCandidate> = {}): ComparedCandidate => ({
  id, spoken: id, state: 'open', stageTitle: 'Task', overall: { percent: 50, coverage: 0.6, spread: [40, 60] }, visits: [visit()], waiting: [], decision: null,
  answers: [{ person: 'alice', bar: 'yes', recommendation: 'strong-yes', counted: true }, { person: 'bob', bar: 'no', recommendation: 'no', counted: true }, { person: 'chen', bar: 'no', recommendation: 'no', counted: false }], ...more,
});
const rubric = (version: number): PublishedCompare['rubrics'][string] => ({ title: 'Craft', id: 'craft', version, min: 1, max: 4, criteria: [{ id: 'code', name: 'Code', weight: 100, mustHave: true }] });
const process = { stages: [{ stage: 'application', title: 'Application', weight: null }, { stage: 'task', title: 'Task', weight: 60 }], rubrics: { 'craft@1': rubric(1), 'craft@2': rubric(2) } };
const all = ['a', 'b', 'c', 'd', 'e'].map((id) => candidate(id));

describe('a choice', () => {
  it('is taken in the order asked, each once', () => {
    expect(choose(['c', 'a', 'c', ''], all).chosen.map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it.each([
    [[], 'Nobody is chosen yet: two to four stand side by side.'],
    [['a'], 'a stands alone: choose one to three more.'],
    [['a', 'b'], 'a and b stand side by side.'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and d stand side by side. Four fit, so e was left out.'],
    [['a', 'b', 'x'], 'a and b stand side by side. x is not among those who can be compared here.'],
  ])('%j is said in words', (asked, words) => {
    expect(choiceWords(choose(asked, all), ({ id }) => id)).toBe(words);
  });
});

describe('a stage', () => {
  it('stands on one scale where all were held to the same words', () => {
    expect(stageSides(all.slice(0, 2), process)).toMatchObject([{ stage: 'task', groups: [{ rubric: { version: 1 }, scored: [{ candidate: { id: 'a' } }, { candidate: { id: 'b' } }] }], without: [] }]);
  });

  it('stands apart where the versions differ, and says so', () => {
    const chosen = [candidate('a'), candidate('b', { visits: [visit('craft@2')] })];
    expect(stageSides(chosen, process)[0]?.groups.map(({ rubric: { version }, scored }) => [version, scored.length])).toEqual([[1, 1], [2, 1]]);
    expect(comparison(chosen, data(chosen))).toContain('scored against different versions of the rubric');
    expect(comparison(all.slice(0, 2), data(all))).not.toContain('different versions');
  });

  it('says who has nothing to show, and how many scores are in', () => {
    const chosen = [candidate('a'), candidate('b', { visits: [], waiting: [{ stage: 'task', title: 'Task', scoresIn: 2, scoresWanted: 3 }] }), candidate('c', { visits: [], state: 'withdrew' }), candidate('d', { visits: [] })];
    expect(stageSides(chosen, process)[0]?.without.map(({ words, underway }) => [words, underway])).toEqual([['2 of 3 scores in', true], ['withdrew before it was judged here', false], ['not judged here', false]]);
  });
});

describe('totals', () => {
  it('are said not to compare where they stand on different parts', () => {
    expect(unequal(all.slice(0, 3))).toBe('');
    expect(unequal([candidate('a'), candidate('b', { overall: { percent: 90, coverage: 1, spread: [80, 95] } })])).toContain('different parts of the process');
    expect(unequal([candidate('a'), candidate('b', { visits: [visit('craft@2')] })])).toContain('different stages or versions');
  });

  it('of the bar count who counts', () => {
    expect(barCounts(candidate('a'))).toBe('1 yes, 1 no');
    expect(barCounts({ answers: [] })).toBe('');
  });
});

describe('the comparison as HTML', () => {
  it('speaks every mark, marks who stands apart, and leads to the evidence', () => {
    const html = comparison(all.slice(0, 2), data(all));
    expect(html).toContain('aria-label="Alice 4, Bob 2; scale 1 to 4"');
    expect(html).toContain('2 apart');
    expect(html).toContain('href="../candidates/r/a.html#stage-task"');
    expect(html).toContain('It decides nothing.');
  });

  it('holds no markup of the content', () => {
    const evil = '<img src=x onerror="1">\'&';
    const html = comparison([candidate('a'), candidate('b', { decision: evil })], { ...data(all), question: evil, people: { alice: evil }, names: { a: evil }, role: evil });
    expect(html).not.toMatch(/<img|onerror="/);
    expect(html).toContain(escaped(evil));
  });
});

function data(candidates: readonly ComparedCandidate[]): CompareData {
  return { role: 'r', roleTitle: 'R', question: 'Better?', total: candidates.length, candidates: [...candidates], ...process, people: { alice: 'Alice', bob: 'Bob' }, names: {} };
}

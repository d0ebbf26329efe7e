import { expect, test } from 'vitest';
import type { PublishedCriterionAgreement } from '../../../view/published/agreement.ts';
import { agreementRow, countRow, pairsOfAll } from './agreement.ts';
import { listTitle } from './list.ts';
import { byGap, gapLevel, inOrder, sampleHead, scoredWords, shiftCell, toTalkAbout } from './session.ts';

const samples = ['a', 'b', 'c'].map((letter) => ({ id: `sample-${letter}`, label: letter.toUpperCase(), title: `Work ${letter}`, text: '' }));
const gap = (sample: string, criterion: string, spread: number) => ({ sample: `sample-${sample}`, criterion, min: 1, max: 1 + spread, spread });
const gaps = [gap('a', 'tests', 3), gap('b', 'code', 2), gap('c', 'code', 1), gap('a', 'code', 0)];
const question = { sample: 'sample-b', criterion: 'code', low: { person: 'bob', mark: 1 }, high: { person: 'alice', mark: 3 } };
const sources = { levels: 6, criteria: [], samples: [{ id: 'sample-a', levels: 3 }, { id: 'sample-b', levels: 2 }, { id: 'sample-c', levels: 1 }], says: '' };

test('samples begin with the one in question, then the widest gap', () => {
  expect(inOrder({ samples, sources, gaps, question }).map(({ label }) => label)).toEqual(['B', 'A', 'C']);
  expect(inOrder({ samples, sources: null, gaps: [], question: null })).toEqual(samples);
});

test('so does what is to be talked about; criteria of a sample by their gap, then by weight', () => {
  expect(toTalkAbout({ gaps, question }, 2)).toEqual([gaps[1], gaps[0]]);
  const criteria = [{ id: 'prose', name: 'Prose', weight: 20, anchors: {} }, { id: 'code', name: 'Code', weight: 50, anchors: {} }, { id: 'tests', name: 'Tests', weight: 30, anchors: {} }];
  expect(byGap({ criteria, gaps }, 'sample-a').map(({ id }) => id)).toEqual(['tests', 'code', 'prose']);
});

test('a shift has its sign and a tint from a quarter of a mark on; none is a dash', () => {
  expect([0.9, 0.3, 0.24, 0.04, -0.04, -0.25, -0.5, null].map(shiftCell)).toEqual([
    { value: '+0.9', level: 'm2' }, { value: '+0.3', level: 'm1' }, { value: '+0.2' }, { value: '0' }, { value: '0' }, { value: '−0.3', level: 'h1' }, { value: '−0.5', level: 'h2' }, { value: '–' },
  ]);
  expect([0, 1, 2, 3, 4].map(gapLevel)).toEqual([undefined, 'h1', 'h2', 'h3', 'h3']);
});

test('a sample without a heading is named once; days of one month share it', () => {
  expect(sampleHead({ id: 'sample-a', label: 'A', title: 'Data', text: '' })).toBe('A: Data');
  expect(sampleHead({ id: 'late-service', label: 'late-service', title: 'Late service', text: '' })).toBe('Late service');
  expect(sampleHead({ id: 'sample-d', label: 'D', title: 'README', text: '' })).toBe('D: README');
  expect(sampleHead({ id: 'sample-h', label: 'H', title: 'Sample H', text: '' })).toBe('Sample H');
  expect([['2026-09-01', '2026-09-03'], ['2026-08-31', '2026-09-03'], ['2026-09-03', '2026-09-03']].map(([first = '', last = '']) => scoredWords({ first, last }))).toEqual([
    'scored independently, 1–3 Sep 2026', 'scored independently, 31 Aug – 3 Sep 2026', 'scored independently, 3 Sep 2026',
  ]);
});

test('the list is titled by what waits, or by what the newest session found', () => {
  expect(listTitle([])).toBe('Nobody has compared marks yet');
  expect(listTitle([{ hidden: false, finding: 'On Tests, the same work got a 1 and a 4' }])).toBe('On Tests, the same work got a 1 and a 4');
  expect(listTitle([{ hidden: true, finding: 'x' }, { hidden: false, finding: 'y' }])).toBe('A calibration is under way');
});

const criterion: PublishedCriterionAgreement = {
  id: 'tests', name: 'Tests', weight: 30, units: 8, reviewers: 3, pairs: 24, exact: 9, within: 19, exactShare: 0.375, withinShare: 0.7917, missing: null, preliminary: true,
  alpha: { value: 0.41, interval: [0.08, 0.66], words: 'unreliable' }, usual: null, ac2: null, poor: true, says: '',
};

test('a coefficient stands with its interval and its words; a criterion below the guards with its counts', () => {
  expect(agreementRow(criterion, false)).toEqual([
    { value: 'Tests', strong: true }, { value: '0.41', strong: true, alarm: true }, '0.08 to 0.66', 'unreliable', { value: '38\u00a0%', aside: '9 of 24' }, { value: '79\u00a0%', aside: '19 of 24' },
  ]);
  expect(agreementRow({ ...criterion, alpha: null, poor: false }, true).slice(1, 5)).toEqual([null, null, 'all marks the same', null]);
  expect(countRow({ ...criterion, pairs: 3, exact: 1, within: 2, exactShare: null, withinShare: null })).toEqual(['Tests', 3, '1 of 3', '2 of 3']);
  expect(countRow({ ...criterion, pairs: 0, exact: 0, within: 0, exactShare: null, withinShare: null })).toEqual(['Tests', null, null, null]);
  expect(pairsOfAll([criterion, criterion])).toBe('18 of 48 pairs equal, 38 at most one apart');
});

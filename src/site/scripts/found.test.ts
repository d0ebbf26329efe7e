import { expect, it } from 'vitest';
import { find, type Found } from './found.ts';

const index: Found[] = [
  ['Criterion', 'r.html', 'Documentation', 'Technical challenge', 'README explains every test'],
  ['Candidate', 'c.html', 'Teal Otter', 'teal-otter-7f · Take-home', 'open'],
  ['Criterion', 'r.html', 'Core tests', 'Technical challenge', ''],
  ['Criterion', 'r.html', 'Testing', 'Technical challenge', ''],
];

it('finds what holds every word, the titles that begin with them first', () => {
  expect(find(index, 'test').map(([, , title]) => title)).toEqual(['Testing', 'Core tests', 'Documentation']);
  expect(find(index, 'otter 7f').map(([, , title]) => title)).toEqual(['Teal Otter']);
});

it('minds neither case nor accents, and answers nothing to nothing', () => {
  expect(find(index, 'TÉAL')).toHaveLength(1);
  expect(find(index, '  ')).toEqual([]);
});

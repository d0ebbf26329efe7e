import { describe, expect, it } from 'vitest';
import { pack } from './packed.ts';
import { excerpt, find, grouped, searchable, unpack, type Found } from './found.ts';

const TRACE: Found = ['Criteria', 'r.html#trace', 'Tracing', 'Code review', 'Names the cause and not the symptom. It is shown by a run that fails before and holds afterwards, every time.'];
const index: Found[] = [
  ['Criteria', 'r.html', 'Documentation', 'Technical challenge', 'README explains every test'],
  ['Candidates', 'c.html', 'Teal Otter', 'teal-otter-7f · Take-home', 'open'],
  ['Criteria', 'r.html', 'Core tests', 'Technical challenge', ''],
  ['Criteria', 'r.html', 'Testing', 'Technical challenge', ''],
  ['Criteria', 'r.html', 'The latest', '', ''],
  TRACE,
];
const titles = (asked: string): string[] => find(searchable(index), asked).map(([, , title]) => title);

describe('search', () => {
  it('finds what holds every word, the titles that begin with them first', () => {
    expect(titles('test')).toEqual(['Testing', 'Core tests', 'Documentation']);
    expect(titles('otter 7f')).toEqual(['Teal Otter']);
    expect(titles('teal-otter-7f')).toEqual(['Teal Otter']);
  });

  it('minds neither case nor accents nor signs, and answers nothing to nothing', () => {
    expect(titles('TÉAL!')).toEqual(['Teal Otter']);
    expect(titles(' – ')).toEqual([]);
  });

  it('groups by kind, the kind of the best answer first', () => {
    expect(grouped(find(searchable(index), 'te')).map(({ kind, found }) => [kind, found.length])).toEqual([['Candidates', 1], ['Criteria', 3]]);
  });

  it('shows the words that answer where title and note do not', () => {
    expect(excerpt(TRACE, 'symptom')).toBe('Names the cause and not the symptom. It is shown by a run that fails before and …');
    expect(excerpt(TRACE, 'tracing')).toBeUndefined();
    expect(excerpt(['Guide', 'g.html', 'Using AI', '', 'about code tools'], 'tools')).toBeUndefined();
  });

  it('unpacks candidates into the words a person types', () => {
    const role = ['candidates/builder/', 'Builder'];
    const packed = { found: [], candidates: pack([['teal', 'otter', '7f', role, 'Trial', 'hired'], ['navy', 'crane', '9p', role, '', '']]) };
    expect(unpack(packed)).toEqual([
      ['Candidates', 'candidates/builder/teal-otter-7f.html', 'Teal Otter', 'teal-otter-7f · Builder · Trial · hired', ''],
      ['Candidates', 'candidates/builder/navy-crane-9p.html', 'Navy Crane', 'navy-crane-9p · Builder', ''],
    ]);
  });
});

import { expect, it } from 'vitest';
import { csv, csvLink } from './csv.ts';

it('writes figures as figures and nothing as nothing', () => {
  expect(csv(['stage', 'reached'], [['Application', 46], ['Offer', null], ['Shift', -2]])).toBe('stage,reached\r\nApplication,46\r\nOffer,\r\nShift,-2\r\n');
});

it('never lets a text become a formula', () => {
  expect(csv(['a'], [['=1+1'], [' @x'], ['-2'], ['a-b'], ['say "no", then']])).toBe(`a\r\n'=1+1\r\n' @x\r\n'-2\r\na-b\r\n"say ""no"", then"\r\n`);
});

it('is a file inside the page', () => {
  expect(csvLink(['a'], [['é']])).toBe('data:text/csv;charset=utf-8,%EF%BB%BFa%0D%0A%C3%A9%0D%0A');
});

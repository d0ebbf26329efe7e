import { expect, test } from 'vitest';
import { wilson } from '../statistics/wilson.ts';
import { promisesSays, silenceSays } from './promises.ts';
import { recommendSays } from './survey.ts';

const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

test('promises: nothing, nothing due, too few, and what became of the rest', () => {
  const none = { kept: 0, late: 0, overdue: 0, open: 0, interval: undefined };
  expect(promisesSays(none)).toBe('Nobody has been promised an answer.');
  expect(promisesSays({ ...none, open: 1 })).toBe('No promised answer has been due. 1 is not due yet.');
  expect(promisesSays({ ...none, kept: 1 })).toBe('1 of 1 promised answer came in time: too few for a percentage.');
  expect(promisesSays({ ...none, kept: 2, late: 1, overdue: 1, open: 3 })).toBe('2 of 4 promised answers came in time: too few for a percentage; 1 came late and 1 is overdue. 3 are not due yet.');
  expect(plain(promisesSays({ kept: 12, late: 18, overdue: 0, open: 0, interval: wilson(12, 30) }))).toBe('12 of 30 promised answers came in time, 40 % (25–58 %): between 25 and 58 of 100; 18 came late.');
});

test('silence: nobody, one, some', () => {
  expect([silenceSays(0, 0, 5), silenceSays(1, 0, 5), silenceSays(4, 0, 5), silenceSays(1, 1, 5), silenceSays(4, 2, 5)]).toEqual([
    'Nobody waits.', 'Of 1 who waits, nobody has been without word from a person for 5 business days.', 'Of 4 who wait, nobody has been without word from a person for 5 business days.',
    '1 of 1 who waits has heard from no person for 5 business days or more.', '2 of 4 who wait have heard from no person for 5 business days or more.',
  ]);
});

test('a survey claims no more than its interval', () => {
  const said = (nps: number, low: number, high: number): string => recommendSays(9, 5, { n: 9, nps, interval: [low, high] });
  expect(recommendSays(1, 5, undefined)).toBe('1 answer to the survey: nothing is shown below 5.');
  expect(recommendSays(8, 5, undefined)).toBe('8 answers to the survey, fewer than 5 of them on whether they would recommend us: no score is shown.');
  expect(said(50, 10, 80)).toBe('Of 9 answers the Net Promoter Score is 50, between 10 and 80 on a scale from −100 to 100: more would recommend us than not.');
  expect(said(-50, -80, -10)).toMatch(/: fewer would recommend us than not\.$/);
  expect(said(5, -30, 40)).toMatch(/: whether more would recommend us than not cannot be told\.$/);
});

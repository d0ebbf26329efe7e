import { expect, it } from 'vitest';
import { aiWords, aKind, hours, kindWords, titleOf } from './words.ts';

it('says kinds of stages as people do', () => {
  expect(['take-home', 'code-review', 'screening', 'call'].map(kindWords)).toEqual(['take-home', 'code review', 'application', 'call']);
  expect(['take-home', 'interview', 'final', 'offer'].map(aKind)).toEqual(['a take-home', 'an interview', 'the decision', 'the offer']);
});

it('says what may be done with AI', () => {
  expect(['allowed', 'disclosed', 'not-allowed'].map(aiWords)).toEqual(['allowed', 'allowed if disclosed', 'not allowed']);
});

it('makes a title of an id', () => {
  expect(['take-home-invite', 'late', 'declined-no-reply'].map(titleOf)).toEqual(['Take-home invite', 'Late', 'Declined no reply']);
});

it('keeps hours exact and together', () => {
  expect([6.25, 5, 0].map(hours)).toEqual(['6.25\u00a0h', '5\u00a0h', '0\u00a0h']);
});

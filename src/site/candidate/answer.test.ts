import { describe, expect, it } from 'vitest';
import { answerOf, faultOf, printedAnswer, wordsIn, type SurveyForm } from './answer.ts';

const form: SurveyForm = {
  set: 'after', roles: { builder: ['task'], lead: [] },
  questions: [{ id: 'clear', kind: 'scale', words: null, required: true }, { id: 'effort', kind: 'choice', words: null, required: false }, { id: 'better', kind: 'text', words: 3, required: false }],
};
const drawn = { month: '2026-11', id: 'a1' };
const fields = (more: Record<string, string> = {}): Map<string, string> => new Map(Object.entries({ role: 'builder', outcome: 'declined', clear: '4', ...more }));

describe('an answer', () => {
  it('holds the month and what was said, and nothing else', () => {
    expect(answerOf(form, fields({ recommend: '8', effort: 'as stated', better: ' More time ', 'minutes.task': '240' }), drawn)).toEqual({
      role: 'builder', questions: 'after', month: '2026-11', outcome: 'declined', recommend: 8,
      answers: { clear: 4, effort: 'as stated', better: 'More time' }, minutes: { task: 240 }, id: 'a1',
    });
  });

  it('leaves out what was not said, and minutes of a challenge that the role does not have', () => {
    expect(answerOf(form, fields({ role: 'lead', 'minutes.task': '240' }), drawn)).toEqual({ role: 'lead', questions: 'after', month: '2026-11', outcome: 'declined', answers: { clear: 4 }, minutes: {}, id: 'a1' });
  });

  it('names everything that is missing or wrong, in the order of the form', () => {
    expect(answerOf(form, new Map([['better', 'a b c d'], ['role', 'builder'], ['minutes.task', 'four hours']]), drawn)).toEqual([
      { field: 'outcome', message: 'Choose how it ended.' },
      { field: 'clear', message: 'Choose one.' },
      { field: 'better', message: '1 word too many; at most 3.' },
      { field: 'minutes.task', message: 'Minutes as a whole number, such as 240.' },
    ]);
  });

  it('is printed as text that is YAML as well', () => {
    const answer = answerOf(form, fields(), drawn);
    if ('length' in answer) throw new Error('the answer is complete');
    expect(JSON.parse(printedAnswer(answer))).toEqual(answer);
  });
});

describe('a field', () => {
  it('says that an address shows who somebody is', () => {
    expect(faultOf(form, 'better', 'Ask me@home.org')).toMatch(/e-mail address/);
    expect(faultOf(form, 'better', 'Meet @ noon')).toBeUndefined();
  });

  it('counts words as people do', () => {
    expect(wordsIn('  one,  two\nthree ')).toBe(3);
    expect(wordsIn('')).toBe(0);
  });

  it('takes minutes for minutes', () => {
    expect(faultOf(form, 'minutes.task', '99999')).toMatch(/hundred hours/);
    expect(faultOf(form, 'minutes.task', '')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { particulars, whenSentence } from './occasions.ts';

describe('when a message is sent', () => {
  it('keeps kinds of stages together', () => {
    expect(particulars('expired, in call, interview, trial')).toBe('in a call, an interview or a trial');
    expect(particulars('advanced, in screening, call, into final')).toBe('in the application or a call, into the decision');
  });

  it('names waits and reasons', () => {
    expect(particulars('no word from the candidate, in call, offer, after 3 business days')).toBe('in a call or the offer, after 3 business days');
    expect(particulars('the window closes soon, in offer, 2 days before the end')).toBe('in the offer, 2 days before the end');
    expect(particulars('declined, because of below-bar')).toBe('because of below bar');
    expect(particulars('declined, because of below-bar', { 'below-bar': 'The work was below our bar.' })).toBe('because “The work was below our bar”');
  });

  it('reads as a sentence', () => {
    expect(whenSentence('reopened', 'reopened')).toBe('Sent when a closed application is opened again');
    expect(whenSentence('advanced', 'advanced, into take-home')).toBe('Sent when a candidate advances, into a take-home');
    expect(whenSentence('late', 'our answer is late, in final, offer, after 1 h')).toBe('Sent when our answer is late, in the decision or the offer, after 1 h');
  });
});

import { describe, expect, it } from 'vitest';
import { answer, owing, restWords, spelled } from './answer.ts';

const nothing = { decisions: 0, decisionsLate: 0, answersLate: 0, latestBy: 0 };

describe('the title of Today', () => {
  it.each([
    [{}, 'Nothing waits to be decided, and no answer is late'],
    [{ decisions: 1 }, 'One decision waits'],
    [{ decisions: 2, answersLate: 1, latestBy: 1 }, 'Two decisions wait, and one answer is a day late'],
    [{ decisions: 1, answersLate: 1, latestBy: 4 }, 'One decision waits, and one answer is four days late'],
    [{ decisions: 6, answersLate: 3, latestBy: 3 }, 'Six decisions wait, and three answers are late'],
    [{ decisions: 6, decisionsLate: 2 }, 'Six decisions wait, two of them late'],
    [{ decisions: 3, decisionsLate: 1, answersLate: 2, latestBy: 9 }, 'Three decisions wait, one of them late, and two answers are late'],
    [{ decisions: 1, decisionsLate: 1 }, 'One decision is late'],
    [{ decisions: 2, decisionsLate: 2, answersLate: 1, latestBy: 2 }, 'Two decisions are late, and one answer is two days late'],
    [{ answersLate: 13, latestBy: 3 }, '13 answers are late'],
  ])('%j', (waiting, sentence) => {
    expect(answer({ ...nothing, ...waiting })).toBe(sentence);
  });

  it('spells small counts', () => {
    expect([spelled(0), spelled(12), spelled(13)]).toEqual(['no', 'twelve', '13']);
  });
});

describe('the title of the promises', () => {
  it.each([
    [{ overdue: 0, today: 0, all: 0 }, 'Nobody waits for an answer'],
    [{ overdue: 0, today: 0, all: 1 }, 'No answer is late, and one is promised'],
    [{ overdue: 0, today: 2, all: 9 }, 'Two answers are due today'],
    [{ overdue: 1, today: 0, all: 9 }, 'One answer is late'],
    [{ overdue: 2, today: 1, all: 9 }, 'Two answers are late, and one is due today'],
    [{ overdue: 40, today: 13, all: 99 }, '40 answers are late, and 13 are due today'],
  ])('%j', (owed, sentence) => {
    expect(owing(owed)).toBe(sentence);
  });
});

describe('what a section does not show', () => {
  it('is counted, and how much of it is late', () => {
    expect([restWords(4, 'since Friday'), restWords(4, ''), restWords(4, 'decisions', 0), restWords(4, 'decisions', 2), restWords(4, 'decisions', 4)])
      .toEqual(['4 more since Friday', '4 more', '4 more decisions, due later', '4 more decisions, 2 of them late', '4 more decisions, all of them late']);
  });
});

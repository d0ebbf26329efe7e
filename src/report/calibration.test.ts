import { describe, expect, test } from 'vitest';
import { CHANGED_SINCE, calibrationMarkdown, leftOut, markWord, SPELLED_OUT, type CalibrationReport, type SideBySide } from './calibration.ts';

const row = (sample: string, name: string, low: number | undefined, high: number, words = 'Said so.'): SideBySide => ({
  sample, criterion: name.toLowerCase(), name, spread: low === undefined ? undefined : high - low, reference: undefined,
  marks: [{ person: 'alice', mark: high, words }, { person: 'bob', mark: low, words: 'Another.' }],
});
const report = (more: Partial<CalibrationReport> = {}): CalibrationReport => ({
  id: 'autumn', title: 'Autumn', rubric: 'craft@1', finding: 'On Code, the same work got a 2 and a 4', people: ['alice', 'bob', 'chen'], samples: ['sample-a'], table: [row('sample-a', 'Code', 2, 4)],
  apart: [row('sample-a', 'Code', 2, 4)], question: undefined, agreement: [{ name: 'Code', says: '0 of 1 pair.' }], more: [], certification: [], ...more,
});

describe('a calibration as Markdown', () => {
  test('puts marks side by side, and says who did not mark and who saw nothing', () => {
    const text = calibrationMarkdown(report({ table: [row('sample-a', 'Code', undefined, 4)], apart: [] }));
    expect(text).toContain('| Criterion | `alice` | `bob` | `chen` |');
    expect(text).toContain('| Code | 4 | n/o | – |');
    expect(text).toContain('No two marks of the same work differ.');
    expect([markWord(undefined), markWord({ person: 'x', mark: undefined, words: '' })]).toEqual(['–', 'n/o']);
  });
  test('lets nothing that somebody wrote become a link, a mention, a table or HTML', () => {
    const wild = '@everyone [x](https://evil.example) <img src=x> | a |';
    const text = calibrationMarkdown(report({ title: wild, apart: [row('sample-a', 'Code', 2, 4, wild)] }));
    expect(text).not.toMatch(/@everyone|\]\(|<img|https:\/\//);
  });
  test('spells out so many gaps and counts the rest', () => {
    const apart = Array.from({ length: SPELLED_OUT + 3 }, (_, index) => row('sample-a', `C${index}`, 2, 3));
    expect(leftOut(report({ apart }))).toBe('3 more, each 1 level apart.');
    expect(calibrationMarkdown(report({ apart })).match(/1 level apart\n/g)).toHaveLength(SPELLED_OUT);
    expect(leftOut(report())).toBe('');
  });
  test('says that the words in question were changed since, and only then', () => {
    const asked = (reworded: boolean): string => calibrationMarkdown(report({
      question: {
        name: 'Code', sample: 'sample-a', low: { person: 'bob', mark: 2 }, high: { person: 'alice', mark: 4 }, anchors: [{ level: 2, text: 'Half.' }], answeredBy: undefined, reworded,
        change: { path: 'rubrics/craft.md', section: 'Code', text: '## Code', line: 9, link: undefined },
      },
    }));
    expect(asked(true)).toContain(`${CHANGED_SINCE}\n\nTo change them again: Change `);
    expect(asked(false)).not.toContain(CHANGED_SINCE);
    expect(asked(false)).toContain('Would other words have brought you together? Change');
  });
  test('keeps the fence of a change shut', () => {
    const text = calibrationMarkdown(report({
      question: {
        name: 'Code', sample: 'sample-a', low: { person: 'bob', mark: 2 }, high: { person: 'alice', mark: 4 }, anchors: [{ level: 2, text: 'Half.' }], answeredBy: 2, reworded: false,
        change: { path: 'rubrics/craft.md', section: 'Code', text: '## Code\n~~~\n@everyone', line: 9, link: undefined },
      },
    }));
    expect(text.match(/^~~~/gm)).toHaveLength(2);
    expect(text).toContain('Version 2 of the rubric has other words for them already.');
    expect(text).toContain('`rubrics/craft.md`, line 9');
  });
});

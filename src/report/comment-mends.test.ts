import { expect, it } from 'vitest';
import type { Problem } from '../model/problem.ts';
import { mendsOf, mendText } from './comment-mends.ts';

const RUBRIC = 'rubrics/talk.md';
const TEXT = `---
title: Talk
version: 2
---
| Criterion | Weight | Indicators |
| --- | ---: | --- |
| Depth \\| width | 60% | Says why |
| Clarity | 50 % | Is understood |
`;

const problem = (of: Partial<Problem>): Problem => ({ code: 'a/b', severity: 'error', path: RUBRIC, line: 1, column: 1, message: 'It is so.', ...of });
/** The lines that are proposed, when these lines were changed; everything is shown. */
const mends = (of: Partial<Problem>, changed: readonly number[] = [], text = TEXT, shown = true): string[] =>
  mendsOf([problem(of)], { text: () => text, isChanged: (_, line) => changed.includes(line), isShown: () => shown }).map(({ line, after }) => `${line}: ${after}`);

it.each(['rubric/changed-in-place', 'rubric/version-behind', 'rubric/version-mismatch'])('%s: the version that the hint names', (code) => {
  expect(mends({ code, line: 3, hint: 'Write version: 3 (hire rubric bump talk), or take the change back.' })).toEqual(['3: version: 3']);
  expect(mends({ code, line: 2, hint: 'Write version: 3' })).toEqual([]);
});

it('one weight, where one was changed', () => {
  const sum = { code: 'rubric/weights-sum', line: 5 };
  expect(mends(sum, [7])).toEqual(['7: | Depth \\| width | 50% | Says why |']);
  expect(mends(sum, [8])).toEqual(['8: | Clarity | 40 % | Is understood |']);
  expect(mends(sum, [8], TEXT.replace('60%', '12.5%'))).toEqual(['8: | Clarity | 87.5 % | Is understood |']);
});

it('no weight where two could be meant, or none would be left', () => {
  const sum = { code: 'rubric/weights-sum', line: 5 };
  expect([mends(sum, [7, 8]), mends(sum, []), mends(sum, [8], TEXT.replace('60%', '100%')), mends(sum, [8], TEXT.replace('50 %', 'half'))]).toEqual([[], [], [], []]);
});

it('a slip in a name that stands there whole', () => {
  const at = { code: 'reference/unknown-person', path: 'content/roles/a.mdx', line: 2, column: 10, endColumn: 14, hint: 'Did you mean dana?' };
  expect(mends(at, [], 'title: A\nmanager: dnaa # the one\n')).toEqual(['2: manager: dana # the one']);
  expect(mends({ ...at, endColumn: 16 }, [], 'title: A\nmanager: "dnaa" # the one\n')).toEqual(['2: manager: "dana" # the one']);
  expect(mends({ ...at, endColumn: 20 }, [], 'title: A\nmanager: dnaa or who\n')).toEqual([]);
  expect(mends({ ...at, hint: 'Known people: dana, jonas.' }, [], 'title: A\nmanager: dnaa\n')).toEqual([]);
});

it('nothing of a score, nothing secret, and nothing where GitHub takes no suggestion', () => {
  const at = { code: 'schema/value', path: 'content/roles/a.mdx', line: 1, column: 7, endColumn: 10, hint: 'Did you mean `yes`?' };
  expect(mends(at, [], 'open: yse')).toEqual(['1: open: yes']);
  expect(mends({ ...at, path: 'content/candidates/a/teal-otter-7f/scores/talk/alice.yml' }, [], 'open: yse')).toEqual([]);
  expect(mends({ ...at, code: 'leak/name' }, [], 'open: yse')).toEqual([]);
  expect(mends(at, [], 'open: yse', false)).toEqual([]);
});

it('is a block that no text of a file ends', () => {
  expect(mendText({ path: 'a', line: 1, code: 'a/b', after: 'x ``` y', why: 'So.' })).toBe('So. (`a/b`)\n\n````suggestion\nx ``` y\n````\n');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rubric } from '../../fixtures/workspace.ts';
import { columns } from '../../report/terminal-text.ts';
import type { Key } from '../keys.ts';
import { PLAIN } from '../screen/frame.ts';
import { reflowed, wrapped } from '../screen/lines.ts';
import { picture } from './picture.ts';
import { edited, press } from './press.ts';
import { EMPTY_SHEET, lacking, minutesOf, progressWords, type Sitting } from './sitting.ts';
import type { Marking } from './task.ts';

const WORK = 'A page on **decisions** with a link https://git.example/copies/amber-fox-22-and-a-very-long-name-that-fits-no-line.\n\n字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字 \u001b[31mred\u0007';
const task: Marking = {
  title: 'amber-fox-22', stage: 'Task', by: 'alice', reference: 'craft@1', rubric: rubric('craft', { criteria: { code: 60, prose: 40 }, mustHave: ['code'] }),
  verdict: { bar: 'Would this person make our team measurably better?', conflict: 'content/candidates/engineer/amber-fox-22/conflicts/alice.yml' }, evidenceMin: 20, due: 'Due Mon 23 Nov, today',
  path: 'content/candidates/engineer/amber-fox-22/scores/task/alice.yml', draft: '.hire/drafts/engineer/amber-fox-22/task/alice.json', first: EMPTY_SHEET, before: undefined, amends: false, about: 'amber-fox-22, task', command: 'hire score amber-fox-22', notes: ['Nobody noted that you were trained on craft@1.'],
  reading: (width) => wrapped(reflowed(WORK), width).map((text) => ({ text })),
};
const SIZE = { columns: 80, rows: 24 };
const BEGIN: Sitting = { mode: { is: 'read' }, scroll: 0, sheet: EMPTY_SHEET, said: undefined };
const EVIDENCE = 'What stands in the work and shows it.';
const keysOf = (words: string): Key[] => {
  const name = /^<([a-z-]+)>$/.exec(words)?.[1];
  return name === undefined ? [...words].map((sign) => ({ name: sign, text: sign })) : [{ name }];
};
const after = (...script: string[]): Sitting => script.flatMap(keysOf).reduce((sitting, key) => press(task, sitting, key, SIZE).state, BEGIN);
const MARKED = ['m', `3${EVIDENCE}`, '<enter>', `0${EVIDENCE}`, '<enter>'];

const KEY_NAMES = ['m', 'c', 'r', 'w', 'y', '?', 'b', 'q', ' ', '0', '1', '2', '4', '9', 'é', '字', '👩‍💻', '<enter>', '<escape>', '<tab>', '<shift-tab>', '<up>', '<down>', '<pageup>', '<pagedown>', '<home>', '<end>', '<left>', '<right>', '<backspace>', '<resize>', '<ctrl-u>'];

test('whatever is pressed, the screen holds every line, no line is too wide, and nothing commands the terminal', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...KEY_NAMES, ...MARKED), { maxLength: 60 }), fc.integer({ min: 40, max: 140 }), fc.integer({ min: 10, max: 50 }), (names, width, rows) => {
    const size = { columns: width, rows };
    let sitting = BEGIN;
    for (const key of names.flatMap(keysOf)) {
      const { lines, cursor } = picture(task, sitting, size, PLAIN);
      expect(lines.length).toBeLessThanOrEqual(rows);
      for (const line of lines) expect(columns(line), line).toBeLessThanOrEqual(width);
      if (cursor) expect(lines[cursor.row]).toMatch(/^> /);
      expect(lines.join('')).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
      sitting = press(task, sitting, key, size).state;
    }
  }), { numRuns: 25 });
});

test('one goes from criterion to criterion, and on to what is open; no total is on any screen', () => {
  expect(after('m').mode).toEqual({ is: 'mark', criterion: 0 });
  expect(after(...MARKED).mode).toEqual({ is: 'recommend' });
  expect(after(...MARKED, '2').mode).toEqual({ is: 'bar' });
  const done = after(...MARKED, '2', '3', '<enter>', '<enter>');
  expect(done.mode).toEqual({ is: 'write' });
  expect(lacking(task, done.sheet)).toEqual([]);
  const shown = picture(task, done, SIZE, PLAIN).lines.join('\n');
  expect(shown).toContain('  3  code: What stands');
  expect(shown).toContain('not observed  prose: What stands');
  expect(shown).not.toMatch(/total|overall|\d(?:\.\d)? ?(?:%|of 4)/i);
  expect(press(task, done, { name: 'y', text: 'y' }, SIZE).then).toBe('write');
  expect(press(task, done, { name: 'x', text: 'x' }, SIZE)).toMatchObject({ state: { mode: { is: 'read' } } });
});

test('what is typed is kept with every sign, and what is left is found again', () => {
  expect(after('m', '3half', '<escape>', '<escape>').sheet.marks).toEqual({ code: { mark: 3, words: 'half' } });
  expect(after('m', '3half', '<escape>', '<escape>', 'm', '<enter>').mode).toMatchObject({ is: 'words', criterion: 0, typing: { text: 'half' } });
  const open = after('m', '<tab>', `2${EVIDENCE}`, '<enter>');
  expect(open.mode).toEqual({ is: 'mark', criterion: 0 });
  expect(edited(task, after('m', '3'), 'a\r\nb\n').sheet.marks).toEqual({ code: { mark: 3, words: 'a\nb' } });
  expect(edited(task, after('m', '3'), undefined).said).toContain('$EDITOR');
});

test('a conflict is declared, taken back by Escape, and forgotten by whoever marks after all', () => {
  expect(after('c', '2', 'A cousin.', '<enter>')).toMatchObject({ mode: { is: 'write' }, sheet: { conflict: { kind: 'family-or-friend', note: 'A cousin.' } } });
  expect(after('c', '2', '<enter>', 'x', 'c', '<escape>').sheet.conflict).toBeUndefined();
  expect(after('c', '2', '<enter>', 'x', 'm').sheet.conflict).toBeUndefined();
});

test('minutes are what was measured until somebody says otherwise', () => {
  expect([minutesOf({ ...EMPTY_SHEET, seconds: 12 }), minutesOf({ ...EMPTY_SHEET, seconds: 1500 }), minutesOf({ ...EMPTY_SHEET, seconds: 1e9 }), minutesOf({ ...EMPTY_SHEET, seconds: 1500, minutes: 0 }), minutesOf({ ...EMPTY_SHEET, seconds: 0, minutes: 45 })])
    .toEqual([undefined, 25, 2000, undefined, 45]);
});

test('a sample is marked and nothing else: no recommendation, no bar, no conflict, and nothing of them on a screen', () => {
  const sample: Marking = { ...task, title: 'sample-a', stage: 'Autumn', verdict: undefined };
  const marked = ['c', ...MARKED, '<enter>', '<enter>'].flatMap(keysOf).reduce((sitting, key) => press(sample, sitting, key, SIZE).state, BEGIN);
  expect(marked).toMatchObject({ mode: { is: 'write' }, sheet: { marks: { code: { mark: 3 }, prose: { mark: 'not-observed' } } } });
  expect(marked.sheet).not.toHaveProperty('bar');
  expect([lacking(sample, marked.sheet), progressWords(sample, marked.sheet)]).toEqual([[], '2 of 2 criteria']);
  for (const is of ['read', 'help', 'write'] as const) expect(picture(sample, { ...marked, mode: { is } }, SIZE, PLAIN).lines.join('\n')).not.toMatch(/recommend|bar\b|conflict/i);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columns } from '../../report/terminal-text.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Key } from '../keys.ts';
import { nameKey } from '../terminal-keys.ts';
import { ends, fitted, parted, reflowed, wrapped } from './lines.ts';
import { INK, PLAIN } from './frame.ts';
import { picture } from './picture.ts';
import { edited, press } from './press.ts';
import { lacking, sheetOf, type Item, type Pile, type Sitting } from './sitting.ts';
import { typed, typingOf, window } from './typing.ts';

const anchor = (level: number, text: string): { level: number; text: string } => ({ level, text });
const rubric: Rubric = {
  title: 'Application', version: 1, scale: { min: 1, max: 4 }, kind: 'screening', status: 'live', mustHave: ['thinking'], communication: ['thinking'], collaboration: [], intro: 'Ten minutes are enough.',
  criteria: [
    { id: 'thinking', name: 'Thinking in writing', weight: 60, indicators: 'A position and its reasons', anchors: [anchor(1, 'No answer.'), anchor(2, 'An answer.'), anchor(3, 'A position.'), anchor(4, 'As 3, and its limits.')], about: '' },
    { id: 'part', name: 'Own part', weight: 40, indicators: 'What was theirs', anchors: [anchor(1, 'None.'), anchor(4, 'A messy detail.')], about: '' },
  ],
};
const item = (id: string, more: Partial<Item> = {}): Item => ({
  id, visit: 'application', stage: 'Application', due: 'Answer promised by Mon 23 Mar, in 1 business day', applied: 'applied Wed 18 Mar', text: undefined, elsewhere: ['cv'], rubric, reference: 'application@1',
  noScore: undefined, stillWanted: 0, complete: false, scored: [], quick: true,
  answers: [{ ask: 'What was yours?', criterion: 'part', looksFor: undefined, answer: 'The queue, alone.' }, { ask: 'How would two parts agree?', criterion: 'thinking', looksFor: 'A position', answer: '一つの事実、二つの部品。'.repeat(30) }],
  ...more,
});
const pile = (items: readonly Item[]): Pile => ({ role: 'builder-2026', title: 'Builder', by: 'mia', items, leftOut: [], reasons: [['generic', 'The application stayed general'], ['below-bar', 'The work did not show it']], bar: 'Would this person make our work better?', evidenceMin: 20 });
const begin: Sitting = { at: 0, mode: { is: 'read' }, scroll: 0, sheets: {}, past: [], said: undefined };
const SIZE = { columns: 80, rows: 24 };
const EVIDENCE = 'Names the queue and what it cost.';

function keysOf(script: string): Key[] {
  return [...script.matchAll(/<([a-z-]+)>|([\s\S])/gu)].map(([, name, sign]) => (name === undefined ? { name: sign ?? '', text: sign ?? '' } : { name }));
}

function play(of: Pile, script: string, from: Sitting = begin): Sitting {
  return keysOf(script).reduce((sitting, key) => press(of, sitting, key, SIZE).sitting, from);
}

const screenOf = (of: Pile, sitting: Sitting): string => picture(of, sitting, SIZE, PLAIN).lines.join('\n');

test('an application is marked criterion by criterion, then recommended, and goes on', () => {
  const of = pile([item('a'), item('b')]);
  const marked = play(of, `m3${EVIDENCE}<enter>0No link to any of it.<enter>32<enter>`);
  expect(sheetOf(marked, of.items[0])).toMatchObject({
    marks: { thinking: { mark: 3, words: EVIDENCE }, part: { mark: 'not-observed', words: 'No link to any of it.' } }, recommendation: 'yes', bar: 'unsure',
  });
  expect(marked).toMatchObject({ at: 0, mode: { is: 'read' }, said: 'Scored. a goes on, d declines, x keeps the score alone.' });
  const on = play(of, 'a', marked);
  expect(on.at).toBe(1);
  expect(sheetOf(on, of.items[0]).verdict).toBe('advance');
  expect(screenOf(of, play(of, 'p', on))).toContain('Marks 3 0   yes   bar unsure');
});

test('evidence that is too short keeps the key Enter waiting, and is kept', () => {
  const of = pile([item('a')]);
  const short = play(of, 'm2Too short<enter>');
  expect(short.mode.is).toBe('words');
  expect(screenOf(of, short)).toContain('A mark needs at least 20 characters of evidence');
  const left = play(of, '<escape><escape>', short);
  expect(left.mode.is).toBe('read');
  expect(lacking(item('a'), sheetOf(left, of.items[0]), 20)).toEqual(['Thinking in writing', 'Own part', 'recommendation', 'bar']);
  expect(sheetOf(left, of.items[0]).marks['thinking']).toEqual({ mark: 2, words: 'Too short' });
});

test('nobody goes on unscored, and a quick decline needs no score where the stage has no weight', () => {
  const of = pile([item('a'), item('b', { quick: false }), item('c', { complete: true, noScore: 'Its scores are in: a goes on, d declines.' }), item('d', { stillWanted: 1 })]);
  expect(play(of, 'a').said).toBe('Nobody goes on unscored: mark it first (m). Missing: Thinking in writing, Own part, recommendation and bar.');
  expect(sheetOf(play(of, 'd2'), of.items[0])).toMatchObject({ verdict: 'decline', reason: 'below-bar' });
  expect(play(of, 'nd').said).toContain('counts in the whole');
  expect(sheetOf(play(of, 'nna'), of.items[2]).verdict).toBe('advance');
  expect(play(of, 'nnm').said).toBe('Its scores are in: a goes on, d declines.');
  const scored = play(of, `nnnm1${EVIDENCE}<enter>1${EVIDENCE}<enter>13<enter>`);
  expect(play(of, 'a', scored).said).toBe('1 more score is wanted before it can go on; x keeps yours.');
  expect(sheetOf(play(of, 'x', scored), of.items[3]).verdict).toBe('score');
});

test('undo goes back step by step, also over what was decided by a slip', () => {
  const of = pile([item('a'), item('b')]);
  const slipped = play(of, 'd1s');
  expect([sheetOf(slipped, of.items[0]).verdict, sheetOf(slipped, of.items[1]).verdict]).toEqual(['decline', 'aside']);
  const once = play(of, 'u', slipped);
  expect([once.at, sheetOf(once, of.items[0]).verdict, sheetOf(once, of.items[1]).verdict]).toEqual([1, 'decline', undefined]);
  expect(play(of, 'uu', once)).toMatchObject({ at: 0, sheets: {}, said: 'There is nothing to undo.' });
});

test('a conflict of interest takes one out of it, with a note or without', () => {
  const of = pile([item('a'), item('b')]);
  const declared = play(of, 'c1We shared an office.<enter>');
  expect(sheetOf(declared, of.items[0]).conflict).toEqual({ kind: 'worked-together', note: 'We shared an office.' });
  expect(declared.at).toBe(1);
  expect(sheetOf(play(of, 'c5<enter>'), of.items[0]).conflict).toEqual({ kind: 'other', note: '' });
});

test('the question that a criterion is about comes into view', () => {
  const of = pile([item('a', { answers: [{ ask: 'First', criterion: undefined, looksFor: undefined, answer: 'x\n\n'.repeat(40) }, ...item('a').answers] })]);
  expect(screenOf(of, play(of, ''))).not.toContain('How would two parts agree?');
  expect(screenOf(of, play(of, 'm'))).toContain('How would two parts agree?');
});

test('before it is written one sees what would be, and any key but y leads back', () => {
  const of = pile([item('a'), item('b')]);
  const asked = play(of, 'd1w');
  expect(screenOf(of, asked)).toContain('a  → declined: generic');
  expect(press(of, asked, { name: 'x', text: 'x' }, SIZE)).toMatchObject({ sitting: { mode: { is: 'read' } } });
  expect(press(of, asked, { name: 'y', text: 'y' }, SIZE).then).toBe('write');
});

test('the editor’s words take the place of the line, and a failed editor changes nothing', () => {
  const of = pile([item('a')]);
  const typing = play(of, 'm3abc');
  expect(press(of, typing, { name: 'ctrl-o' }, SIZE).then).toBe('edit');
  const done = edited(of, typing, 'First line.\r\nSecond line.\n');
  expect(sheetOf(done, of.items[0]).marks['thinking']?.words).toBe('First line.\nSecond line.');
  expect(screenOf(of, done)).toContain('First line.⏎Second line.');
  expect(edited(of, typing, undefined)).toMatchObject({ mode: typing.mode, said: expect.stringContaining('$EDITOR') });
});

const KEY_NAMES = ['m', 'd', 'a', 'x', 's', 'c', 'u', 'r', 'n', 'p', 'g', '?', 'w', 'b', ' ', '0', '1', '2', '3', '4', '9', 'é', '字', '👩‍💻', '<enter>', '<escape>', '<tab>', '<shift-tab>', '<up>', '<down>', '<pageup>', '<pagedown>', '<home>', '<end>', '<left>', '<right>', '<backspace>', '<delete>', '<resize>', '<ctrl-u>', '<ctrl-w>'];

test('whatever is pressed, the screen holds every line and no line is too wide', () => {
  const of = pile([item('a'), item('b', { noScore: 'You are not on the panel.', text: '- a list\n  with more\n\n```\ncode   kept\n```' }), item('c', { complete: true, scored: ['noa: yes, bar yes'] })]);
  fc.assert(fc.property(fc.array(fc.constantFrom(...KEY_NAMES), { maxLength: 60 }), fc.integer({ min: 40, max: 140 }), fc.integer({ min: 10, max: 50 }), (names, width, rows) => {
    const size = { columns: width, rows };
    let sitting = begin;
    for (const key of names.flatMap(keysOf)) {
      const { lines, cursor } = picture(of, sitting, size, PLAIN);
      expect(lines.length).toBeLessThanOrEqual(rows);
      for (const line of lines) expect(columns(line), line).toBeLessThanOrEqual(width);
      if (cursor) expect(lines[cursor.row]).toMatch(/^> /);
      if (cursor) expect(cursor.column).toBeLessThan(width);
      sitting = press(of, sitting, key, size).sitting;
    }
  }), { numRuns: 25 });
});

test('what a candidate wrote never commands the terminal', () => {
  const of = pile([item('a', { answers: [{ ask: 'What?', criterion: undefined, looksFor: undefined, answer: 'Red \u001b[31mand\u0007 \u202egnikcab' }], text: '\u001b]0;title\u0007' })]);
  const shown = screenOf(of, begin);
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(shown).toContain('␛[31mand');
});

test('ink is bold and dim and nothing else, and none is left on', () => {
  const lines = picture(pile([item('a')]), begin, SIZE, INK).lines.join('\n');
  expect([...lines.matchAll(/\u001b\[(\d+)m/g)].map(([, code]) => code).filter((code) => !['1', '2', '22'].includes(code ?? ''))).toEqual([]);
  expect(lines.match(/\u001b\[[12]m/g)?.length).toBe(lines.match(/\u001b\[22m/g)?.length);
});

test('lines are wrapped by what they take on a terminal', () => {
  expect(wrapped('一つの事実', 8)).toEqual(['一つの事', '実']);
  expect(wrapped('- an item that is longer than the line', 20)).toEqual(['- an item that is', '  longer than the', '  line']);
  expect(wrapped('a\n\n  b', 20)).toEqual(['a', '', '  b']);
  expect(fitted('abcdef', 4)).toBe('abc…');
  expect(ends('left side', 'right', 12)).toBe('left…  right');
  expect(parted(['q quit', 'n next', '? help'], 14)).toEqual(['q quit  n next', '? help']);
});

test('a paragraph is one, whatever the file was wrapped at; lists, quotes and code are not touched', () => {
  expect(reflowed('One line\nand its rest.\n\n- first\n- second\n  and more\n> said\n\n```\na\nb\n```\nlast')).toBe('One line and its rest.\n\n- first\n- second and more\n> said\n\n```\na\nb\n```\nlast');
});

test('a line is typed as one expects', () => {
  const type = (script: string, text = ''): string => keysOf(script).reduce((typing, key) => typed(typing, key) ?? typing, typingOf(text)).text;
  expect(type('abc<left><backspace>x')).toBe('axc');
  expect(type('two words<ctrl-w>')).toBe('two ');
  expect(type('<home>a<end>z', 'mm')).toBe('ammz');
  expect(type('👩‍💻<backspace>')).toBe('');
  expect(typed(typingOf('a'), { name: 'paste', text: ' b\r\nc\u001b' })?.text).toBe('a b\nc ');
  expect(window({ text: 'abcdefgh', cursor: 8 }, 5)).toEqual({ shown: 'efgh', column: 4 });
});

test('keys have our names', () => {
  expect(nameKey('a', { name: 'a', sequence: 'a' })).toEqual({ name: 'a', text: 'a' });
  expect(nameKey('A', { name: 'a', shift: true })).toEqual({ name: 'A', text: 'A' });
  expect(nameKey('\u0003', { name: 'c', ctrl: true })).toEqual({ name: 'quit' });
  expect(nameKey('\r', { name: 'return' })).toEqual({ name: 'enter' });
  expect(nameKey(undefined, { name: 'pageup' })).toEqual({ name: 'pageup' });
  expect(nameKey('\u000f', { name: 'o', ctrl: true })).toEqual({ name: 'ctrl-o' });
  expect(nameKey('\u001bx', { name: 'x', meta: true })).toBeUndefined();
});

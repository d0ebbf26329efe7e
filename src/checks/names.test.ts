import { expect, test } from 'vitest';
import type { Identity } from '../model/identities.ts';
import { nameFinder } from './names.ts';

const person = (name: string, more: Partial<Identity> = {}): Identity => ({ name, links: [], handles: [], ...more });
const finder = nameFinder(new Map([
  ['teal-otter-7f', person('Rósa Muster-Example', { email: 'rosa@example.com', handles: ['@rosa_m'], links: ['https://git.example/rosam/'] })],
  ['plum-heron-2k', person('Will Rust')],
  ['navy-crane-9p', person('田中 花子')],
  ['gold-finch-3x', person('مه‌سا رضایی')],
  ['jade-viper-8r', person('Seán O’Sample')],
  ['sage-moose-4w', person('Łucja')],
  ['ruby-koala-6t', person('Ольга Примерова')],
]));
const found = (text: string, owner?: string): string[] => finder.find(text, owner).map(({ candidate, what, from, to }) => `${candidate} ${what} ${text.slice(from, to)}`);

test('full names are found in every text, whatever the accents, the order and the case', () => {
  expect(found('by rosa muster-example today')).toEqual(['teal-otter-7f name rosa muster-example']);
  expect(found('Muster-Example, Rósa')).toEqual(['teal-otter-7f name Muster-Example, Rósa']);
  expect(found('Will\nRust wrote it')).toEqual(['plum-heron-2k name Will\nRust']);
  expect(found('SEÁN O\'SAMPLE')).toEqual(['jade-viper-8r name SEÁN O\'SAMPLE']);
  expect(found('Ольга Примерова')).toEqual(['ruby-koala-6t name Ольга Примерова']);
});

test('scripts without blanks, and with joiners', () => {
  expect(found('これは田中花子の回答です')).toEqual(['navy-crane-9p name 田中花子']);
  expect(found('نام من مهسا رضایی است')).toEqual(['gold-finch-3x name مهسا رضایی']);
});

test('a part of a name counts in the candidate’s own files only, and only where it looks like a name', () => {
  expect(found('Thanks, Rósa', 'teal-otter-7f')).toEqual(['teal-otter-7f name Rósa']);
  expect(found('Thanks, Rósa', 'plum-heron-2k')).toEqual([]);
  expect(found('the rosa variable', 'teal-otter-7f')).toEqual([]);
  expect(found('Łucja napisała', 'sage-moose-4w')).toEqual(['sage-moose-4w name Łucja']);
  expect(found('It will Rust. Rust will do.', 'plum-heron-2k')).toEqual([]);
});

test('words are whole: a name inside another word is none', () => {
  expect(found('Rosamunde, prose, Willow Rustic', 'teal-otter-7f')).toEqual([]);
});

test('handles, addresses and links', () => {
  expect(found('ping @rosa_m please')).toEqual(['teal-otter-7f handle rosa_m']);
  expect(found('write to ROSA@example.com.')).toEqual(['teal-otter-7f address ROSA@example.com']);
  expect(found('see https://www.git.example/rosam/tasks#readme, ok')).toEqual(['teal-otter-7f link https://www.git.example/rosam/tasks#readme']);
  expect(found('see https://git.example/rosamunde')).toEqual([]);
});

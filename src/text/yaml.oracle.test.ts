import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, LineCounter, isMap, isScalar, isSeq, visit } from 'yaml';
import { plainValue } from './scalar.ts';
import { parseYaml } from './yaml.ts';

/**
 * A second reader with nothing in common with the first but our rules: package `yaml`, strict, scalars by our rule.
 * @returns the value, or undefined where it refuses
 */
function oracle(text: string): { value: unknown } | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', version: '1.2', uniqueKeys: true, strict: true, lineCounter, merge: false });
  if (document.errors.length > 0) return undefined;
  let refused = false;
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) refused = true;
      if (node.tag !== undefined && node.srcToken && 'tag' in node) refused = refused || (node.tag !== undefined && !/^tag:yaml.org,2002:(?:str|map|seq)$/.test(node.tag));
    },
    Alias: () => { refused = true; },
  });
  return refused ? undefined : { value: valueOf(document.contents) };
}

function valueOf(node: unknown): unknown {
  if (isScalar(node)) {
    if (node.type === 'PLAIN' || node.type === undefined) return node.value === null || node.source === undefined ? null : plainValue(String(node.source));
    return node.value;
  }
  if (isSeq(node)) return node.items.map(valueOf);
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.source ?? pair.key.value ?? '') : JSON.stringify(valueOf(pair.key)), valueOf(pair.value)]));
  return null;
}

/** Pieces that YAML gives a meaning to, thrown together: most results are broken, in every way there is. */
const piece = fc.constantFrom(
  'a', 'key', 'b: ', 'c:', '- ', '-', '? ', ': ', ', ', '[', ']', '{', '}', '"', "'", '|', '>', '|-', '|2', '\n', '\n  ', '\n    ', '\n- ', '\n\n', ' ', '  ', '\t',
  '# x', ' # x', '#', '&a ', '*a', '!t ', '!!str ', '---', '\n---\n', '...', '%YAML 1.2\n', '<<: ', '\\', '\\n', '007', '1', '1.5', 'null', 'true', '~', 'yes', '.inf', '@', '`', 'é', '\r\n', '\r',
  '__proto__: ', 'constructor', '1e3', '-', '0x1', '2026-01-01',
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));

/** Whole records as people write them, in every layout. */
const word = fc.constantFrom('alice', 'yes', '3', '007', '2026-10-01', '30 %', 'two words', "it's", '5 business days', 'a:b', 'http://x.example/y', 'teal-otter-7f', 'true', '12-14', '1.50');
const flow = fc.letrec<{ value: string; list: string; map: string }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, word, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
  map: fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd-e'), tie('value')), { selector: ([key]) => key, maxLength: 3 }).map((pairs) => `{ ${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')} }`),
})).value;
const record = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.oneof(flow, fc.constantFrom('|\n  one\n   two\n\n  three', '>-\n  one\n  two', '\n  - x\n  - { y: 1 }', '\n  k: v  # note', '', '"quo\\"ted"', "'it''s'"))), { selector: ([key]) => key, minLength: 1 })
  .map((pairs) => `${pairs.map(([key, value]) => `${key}: ${value}`).join('\n')}\n`);

/** Records with a few characters or pieces put in, taken out or doubled. */
const damaged = fc.tuple(record, fc.array(fc.tuple(fc.nat(400), fc.nat(6), fc.oneof(piece, fc.constant(''))), { minLength: 1, maxLength: 4 })).map(([text, cuts]) =>
  cuts.reduce((result, [at, length, put]) => result.slice(0, at % (result.length + 1)) + put + result.slice((at % (result.length + 1)) + length), text));

/** Whether both read the same; also counted, so that a test that compares nothing would show. */
function compare(text: string): 'both' | 'only-theirs' | 'neither' {
  const ours = parseYaml(text);
  const theirs = oracle(text);
if (ours.faults) return theirs ? 'only-theirs' : 'neither';
  expect(theirs, `accepted by us alone: ${JSON.stringify(text)}`).toBeDefined();
  expect(ours.value, JSON.stringify(text)).toEqual(theirs?.value);
  return 'both';
}

describe('held against another reader', () => {
  it('accepts nothing that the other one refuses, and reads the same, whatever is thrown at it', () => {
    const counts = { both: 0, 'only-theirs': 0, neither: 0 };
    fc.assert(fc.property(hostile, (text) => { counts[compare(text)]++; }), { numRuns: 1000, seed: 7, endOnFailure: true });
    expect(counts.both).toBeGreaterThan(50);
    expect(counts.neither).toBeGreaterThan(50);
  });

  it('also when records are damaged', () => {
    const counts = { both: 0, 'only-theirs': 0, neither: 0 };
    fc.assert(fc.property(damaged, (text) => { counts[compare(text)]++; }), { numRuns: 1000, seed: 7, endOnFailure: true });
    expect(counts.both).toBeGreaterThan(50);
    expect(counts.neither).toBeGreaterThan(50);
  });

  it('accepts what people write, and reads the same', () => {
    fc.assert(fc.property(record, (text) => { expect(compare(text)).toBe('both'); }), { numRuns: 200, seed: 7 });
  });
});

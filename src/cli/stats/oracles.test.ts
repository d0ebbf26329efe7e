import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HEALTHY, runHire } from '../test-context.ts';
import { STAT_METHODS } from './methods.ts';

interface ReferenceCase {
  readonly id: string;
  readonly method: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: number;
}

const FOLDER = join(import.meta.dirname, '../../fixtures/oracles');
const CASES = readdirSync(FOLDER).flatMap((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as ReferenceCase[]);

/** What a source printed, what was put into a simulation, and how far a case may be trusted are no results. */
const isResult = (key: string): boolean => !/^(published|true_)/.test(key) && key !== 'accuracy';

/** Where a result is not what the case expects, by path; every key of the case must be there. */
function differences(found: unknown, expected: unknown, tolerance: number, path = ''): string[] {
  if (typeof expected === 'number') return typeof found === 'number' && Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected)) ? [] : [`${path}: ${String(found)} instead of ${expected}`];
  if (Array.isArray(expected) && (!Array.isArray(found) || found.length !== expected.length)) return [`${path}: another length`];
  if (typeof expected !== 'object' || expected === null) return Object.is(found, expected) ? [] : [`${path}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`];
  if (typeof found !== 'object' || found === null) return [`${path}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`];
  return Object.entries(expected).filter(([key]) => isResult(key)).flatMap(([key, value]) => differences((found as Readonly<Record<string, unknown>>)[key], value, tolerance, `${path}/${key}`));
}

/** Every number of a value with its path, and how to say it a little differently. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'number') return [path];
  return value === null || typeof value !== 'object' ? [] : Object.entries(value).filter(([key]) => isResult(key)).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function changed(value: unknown, [key, ...rest]: readonly string[], change: (number: number) => unknown): unknown {
  if (key === undefined) return change(value as number);
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = changed(copy[key], rest, change);
  return copy;
}

const run = async ({ method, input }: Pick<ReferenceCase, 'method' | 'input'>): Promise<unknown> => {
  const { code, out, err } = await runHire(HEALTHY, ['stats', method, '--json'], { piped: JSON.stringify(input) });
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
};

describe('hire stats gives what other programs give', () => {
  for (const each of CASES) test(each.id, async () => expect(differences(await run(each), each.expected, each.tolerance)).toEqual([]));

  test('every method of the reference cases is offered', () => {
    const offered = new Set(STAT_METHODS.map((method) => method.name));
    expect([...new Set(CASES.map((each) => each.method))].filter((method) => !offered.has(method))).toEqual([]);
    expect(offered.size).toBe(STAT_METHODS.length);
  });

  test('the comparison bites: each expected number, moved by little more than the tolerance, is found', async () => {
    for (const each of CASES) {
      const found = await run(each);
      const paths = leaves(each.expected);
      const where = paths.slice(0, 12);
      for (const path of where) {
        const moved = changed(each.expected, path, (number) => number + 3 * each.tolerance * Math.max(1, Math.abs(number)) + (each.tolerance === 0 ? 1 : 0));
        expect(differences(found, moved, each.tolerance), `${each.id} ${path.join('/')}`).toHaveLength(1);
        expect(differences(changed(found, path, () => null), each.expected, each.tolerance)).toHaveLength(1);
      }
    }
  });
});

describe('every example is valid, and every method stands numbers at their limits', () => {
  for (const method of STAT_METHODS) {
    test(method.name, async () => {
      const result = await run({ method: method.name, input: method.example });
      expect(result).not.toHaveProperty('reason');
      const table = await runHire(HEALTHY, ['stats', method.name], { piped: JSON.stringify(method.example) });
      expect(table.code).toBe(0);
      expect(table.out).toMatch(/^.+\.\n\n {2}\S/);
      expect(table.out).not.toMatch(/NaN|undefined|Infinity/);
    });
  }
});

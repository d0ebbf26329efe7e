import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fairness } from '../../model/fairness.ts';
import { GROUP_MIN, hiddenCounts, type Hidden } from './suppression.ts';
import { tableOf, type Table } from './table.ts';

/** A chain of counts per group: who came, who went on, who went on from there. */
type Chains = readonly (readonly number[])[];

const record = (chains: Chains): Fairness => ({
  stages: Object.fromEntries((chains[0] ?? []).slice(1).map((_, stage) => [`stage-${stage}`, Object.fromEntries(chains.map((chain, group) => [`g${group}`, { reached: chain[stage] ?? 0, advanced: chain[stage + 1] ?? 0 }]))])),
});

/** What hides the small counts and nothing else: the positive control. */
const onlySmall = (table: Table): Hidden => {
  const few = (n: number): boolean => n > 0 && n < GROUP_MIN;
  const cell = (group: number, column: number): boolean => {
    const [here, before] = [table.at(column, group), table.at(column - 1, group)];
    return few(here?.reached ?? 0) || few(before?.advanced ?? 0) || few((before?.reached ?? 0) - (before?.advanced ?? 0));
  };
  return { any: true, reached: (stage, group) => cell(group, stage), advanced: (stage, group) => cell(group, stage + 1) };
};

/**
 * Everything that could have been: whole numbers that agree with all that is shown, with the total of every column, and with nobody
 * going on who was not there. The attacker tries them all.
 */
function possible(chains: Chains, hidden: Hidden): number[][][] {
  const columns = chains[0]?.length ?? 0;
  const shown = (group: number, column: number): boolean => !(column < columns - 1 ? hidden.reached(column, group) : hidden.advanced(column - 1, group));
  const fill = (column: number, group: number, rest: number, done: readonly number[], before: readonly number[] | undefined): number[][] => {
    const most = Math.min(before?.[group] ?? Infinity, rest);
    const true_ = chains[group]?.[column] ?? 0;
    if (group === chains.length - 1) return rest <= most && (!shown(group, column) || true_ === rest) ? [[...done, rest]] : [];
    const tries = shown(group, column) ? (true_ <= most ? [true_] : []) : Array.from({ length: most + 1 }, (_, value) => value);
    return tries.flatMap((value) => fill(column, group + 1, rest - value, [...done, value], before));
  };
  let worlds: number[][][] = [[]];
  for (let column = 0; column < columns; column += 1) {
    const total = chains.reduce((sum, chain) => sum + (chain[column] ?? 0), 0);
    worlds = worlds.flatMap((world) => fill(column, 0, total, [], world.at(-1)).map((next) => [...world, next]));
  }
  return worlds;
}

/** The values a count can have, as the attacker sees it. */
const values = (worlds: readonly number[][][], of: (world: number[][]) => number): number => new Set(worlds.map(of)).size;

/** Small counts with the number of values they can take: cells, and those who did not go on. */
function exposed(chains: Chains, worlds: readonly number[][][]): { readonly what: string; readonly values: number }[] {
  const few = (n: number): boolean => n > 0 && n < GROUP_MIN;
  return chains.flatMap((chain, group) => chain.flatMap((count, column) => {
    const here = (world: number[][]): number => world[column]?.[group] ?? 0;
    const stayed = (world: number[][]): number => (world[column]?.[group] ?? 0) - (world[column + 1]?.[group] ?? 0);
    return [
      ...(few(count) ? [{ what: `g${group} column ${column}`, values: values(worlds, here) }] : []),
      ...(column + 1 < chain.length && few(count - (chain[column + 1] ?? 0)) ? [{ what: `g${group} stayed at ${column}`, values: values(worlds, stayed) }] : []),
    ];
  }));
}

const hiddenCells = (chains: Chains, hidden: Hidden): [number, number][] => chains.flatMap((chain, group) => chain.flatMap((_, column): [number, number][] => ((column < chain.length - 1 ? hidden.reached(column, group) : hidden.advanced(column - 1, group)) ? [[group, column]] : [])));

const chain = (length: number) => fc.array(fc.integer({ min: 0, max: 14 }), { minLength: length, maxLength: length }).map((all) => all.toSorted((a, b) => b - a));
const tables = fc.integer({ min: 2, max: 3 }).chain((length) => fc.array(chain(length), { minLength: 2, maxLength: 3 }));

describe('no hidden count can be worked out', () => {
  test('by trying everything that agrees with what is shown', () => {
    fc.assert(fc.property(tables, (chains) => {
      const hidden = hiddenCounts(tableOf(record(chains)));
      const cells = hiddenCells(chains, hidden);
      // Where the whole record is hidden nothing is shown that could be attacked.
      if (cells.length === chains.length * (chains[0]?.length ?? 0)) return;
      const worlds = possible(chains, hidden);
      for (const { what, values: n } of exposed(chains, worlds)) expect(n, `${what} in ${JSON.stringify(chains)}`).toBeGreaterThanOrEqual(GROUP_MIN);
      for (const [group, column] of cells) expect(values(worlds, (world) => world[column]?.[group] ?? 0)).toBeGreaterThan(1);
    }), { numRuns: 400 });
  });

  test('and with the small counts alone hidden, the same attack finds them', () => {
    const chains = [[30, 14, 3], [41, 19, 9]];
    const found = (hidden: Hidden): number[] => exposed(chains, possible(chains, hidden)).map((each) => each.values);
    expect(found(onlySmall(tableOf(record(chains))))).toEqual([1]);
    expect(found(hiddenCounts(tableOf(record(chains))))).toEqual([13]);
  });
});

describe('what is hidden', () => {
  const shown = (chains: Chains): string[] => {
    const hidden = hiddenCounts(tableOf(record(chains)));
    return chains.map((each, group) => each.map((count, column) => ((column < each.length - 1 ? hidden.reached(column, group) : hidden.advanced(column - 1, group)) ? '–' : String(count))).join(' '));
  };
  test('nothing where every count is five or more, or none', () => {
    expect(shown([[96, 34, 19], [173, 71, 0]])).toEqual(['96 34 19', '173 71 0']);
  });
  test('a small count with the next smallest, and no more than that', () => {
    expect(shown([[60, 30], [50, 25], [9, 3]])).toEqual(['60 30', '50 –', '9 –']);
  });
  test('those who did not go on are people too', () => {
    expect(shown([[60, 30], [50, 48]])).toEqual(['60 –', '50 –']);
  });
  test('who went on from a stage and who reached the next are hidden together', () => {
    const hidden = hiddenCounts(tableOf(record([[96, 34, 4], [173, 71, 20]])));
    expect([hidden.reached(0, 0), hidden.advanced(0, 0), hidden.reached(1, 0), hidden.advanced(1, 0), hidden.advanced(1, 1)]).toEqual([false, false, false, true, true]);
  });
  test('a group that one stage leaves out may be small, so another is hidden there', () => {
    const hidden = hiddenCounts(tableOf({ stages: {
      first: { a: { reached: 60, advanced: 30 }, b: { reached: 50, advanced: 25 }, c: { reached: 12, advanced: 6 } },
      second: { a: { reached: 30, advanced: 12 }, b: { reached: 25, advanced: 12 } },
    } }));
    expect([hidden.advanced(0, 2), hidden.advanced(0, 1), hidden.advanced(1, 1), hidden.reached(0, 2), hidden.advanced(1, 0)]).toEqual([true, true, true, false, false]);
  });
  test('one group, no stage, nobody', () => {
    expect(hiddenCounts(tableOf({ stages: {} })).any).toBe(false);
    expect(hiddenCounts(tableOf({ stages: { first: {} } })).any).toBe(false);
    expect(hiddenCounts(tableOf({ stages: { first: { a: { reached: 0, advanced: 0 } } } })).any).toBe(false);
    expect(hiddenCounts(tableOf({ stages: { first: { a: { reached: 9, advanced: 3 } } } })).reached(0, 0)).toBe(true);
  });
});

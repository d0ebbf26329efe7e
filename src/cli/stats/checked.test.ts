import { expect, it } from 'vitest';
import { METHODS } from '../../view/reference/methods/index.ts';
import { STAT_METHODS } from './methods.ts';

it('names no command on the page of methods that there is not', () => {
  const known = new Set(STAT_METHODS.map(({ name }) => name));
  const named = METHODS.flatMap(({ check }) => check ?? []);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

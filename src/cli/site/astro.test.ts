import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { workingFolder } from './astro.ts';

const engine = mkdtempSync(join(tmpdir(), 'hiring-'));
afterAll(() => rmSync(engine, { recursive: true, force: true }));

it.each([join(engine, 'dist'), join(tmpdir(), 'elsewhere')])('starts Astro in the engine for %s', (out) => {
  expect(workingFolder(engine, out)).toBe(engine);
});

it('does not let a folder beside the engine whose name begins alike pass for one inside', () => {
  for (const out of [`${engine}-site`, join(`${engine}-site`, 'deeper')]) {
    const folder = workingFolder(engine, out);
    expect(out.startsWith(folder)).toBe(false);
    expect(folder.startsWith(`${engine}${sep}`)).toBe(true);
    expect(existsSync(folder)).toBe(true);
  }
});

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundle, embeddable, entryOf } from './inline-scripts.ts';

const weight = async (...names: string[]) => {
  const codes = await Promise.all(names.map((name) => bundle(entryOf(name))));
  return codes.reduce((sum, code) => sum + gzipSync(code).length, 0);
};

describe('the scripts of a page', () => {
  it('weigh at most 10 kB compressed without charts', async () => {
    expect(await weight('boot', 'page', 'search')).toBeLessThan(10_000);
    expect(await weight('boot', 'page', 'filter')).toBeLessThan(10_000);
    expect(await weight('boot', 'page', 'candidates')).toBeLessThan(10_000);
    expect(await weight('boot', 'page', 'compare')).toBeLessThan(10_000);
  });

  it('weigh at most 75 kB compressed with charts', async () => {
    expect(await weight('boot', 'page', 'charts')).toBeLessThan(75_000);
  });
});

it('no script can close its own element', () => {
  expect(embeddable('a = "</script><!--"')).toBe('a = "<\\/script><\\!--"');
});

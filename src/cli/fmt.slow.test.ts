import { join } from 'node:path';
import { expect, it } from 'vitest';
import { benchOf } from './test-context.ts';
import { meaningOf } from './test-meaning.ts';

it('never changes what the example says', async () => {
  const bench = benchOf(join(import.meta.dirname, '../..'));
  try {
    const before = await meaningOf(bench.root);
    expect((await bench.hire(['fmt'])).code).toBe(0);
    expect(await meaningOf(bench.root)).toBe(before);
    expect(await bench.hire(['fmt', '--check'])).toEqual({ code: 0, out: '', err: 'Everything is tidy.\n' });
  } finally {
    bench.remove();
  }
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inTurn } from './turn.ts';

const folder = mkdtempSync(join(tmpdir(), 'hire-turn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const never = new AbortController().signal;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('builds take turns', () => {
  it('one after the other, also when one fails', async () => {
    let inside = 0;
    let most = 0;
    const build = async (fails: boolean): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await pause();
      inside -= 1;
      if (fails) throw new Error('broken');
    };
    const all = await Promise.allSettled([false, true, false].map((fails) => inTurn(join(folder, 'a'), never, () => build(fails))));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(most).toBe(1);
  });

  it('and do not wait for a process that is gone', async () => {
    writeFileSync(join(folder, 'b'), '4194305');
    expect(await inTurn(join(folder, 'b'), never, () => Promise.resolve('built'))).toBe('built');
  });

  it('nor for ever', async () => {
    writeFileSync(join(folder, 'c'), String(process.pid));
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    await expect(inTurn(join(folder, 'c'), stop.signal, () => Promise.resolve())).rejects.toThrow('Interrupted');
  });
});

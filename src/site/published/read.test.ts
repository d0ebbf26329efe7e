import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readIfThere } from './read.ts';

it('a page stands although what it names was left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hire-read-'));
  mkdirSync(join(folder, 'v1/challenges'), { recursive: true });
  writeFileSync(join(folder, 'v1/challenges/task.json'), '{"id":"task"}');
  vi.stubEnv('HIRE_PUBLISHED', folder);
  expect([readIfThere('challenges/task.json'), readIfThere('challenges/lost.json')]).toEqual([{ id: 'task' }, undefined]);
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

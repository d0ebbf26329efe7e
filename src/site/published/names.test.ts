import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hire-names-'));
  vi.stubEnv('HIRE_PUBLISHED', folder);
  // The file is read once a build.
  vi.resetModules();
});
afterEach(() => rmSync(folder, { recursive: true }));

it('knows no name where no file of names lies beside the published data', async () => {
  const { given } = await import('./names.ts');
  expect(given({ role: 'builder-2026', id: 'teal-otter-7f' })).toBeUndefined();
});

it('knows the name of one application and of no other', async () => {
  writeFileSync(join(folder, 'names.json'), JSON.stringify({ 'builder-2026/teal-otter-7f': { name: 'Tia Invented', language: 'pt' } }));
  const { given } = await import('./names.ts');
  expect(given({ role: 'builder-2026', id: 'teal-otter-7f' })).toEqual({ name: 'Tia Invented', language: 'pt' });
  expect(given({ role: 'builder-2025', id: 'teal-otter-7f' })).toBeUndefined();
});

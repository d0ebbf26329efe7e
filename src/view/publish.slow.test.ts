import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const HEALTHY = new URL('../fixtures/healthy', import.meta.url).pathname;

it('what is published is the same byte for byte in two time zones and languages', () => {
  const [first, second] = [['Pacific/Auckland', 'de_DE.UTF-8'], ['America/Los_Angeles', 'C']].map(([zone, language]) => {
    const out = mkdtempSync(join(tmpdir(), 'hire-bytes-'));
    try {
      const hire = new URL('../../scripts/hire.mjs', import.meta.url).pathname;
      execFileSync(process.execPath, [hire, 'aggregate', '--root', HEALTHY, '--out', out, '--now', '2026-03-20T12:00Z', '--no-cache'], { env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language }, stdio: 'pipe' });
      return readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort().map((file) => [file.slice(out.length), readFileSync(file, 'utf8')]);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });
  expect(first?.length).toBeGreaterThan(30);
  expect(first).toEqual(second);
});

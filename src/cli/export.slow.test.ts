import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
beforeEach(() => {
  bench = benchOf(HEALTHY);
  mkdirSync(join(bench.root, '../identities/teal-otter-7f'), { recursive: true });
  writeFileSync(join(bench.root, '../identities/teal-otter-7f/identity.yml'), 'name: =Ada Placeholder\nemail: ada@mail.example\n');
  bench.write('.hire/local.yml', 'identities: ../identities\n');
});
afterEach(() => bench.remove());

const beside = (name: string) => join(bench.root, '..', name);

it('has every candidate once, and says the same as CSV and as JSON', async () => {
  const csv = await bench.hire(['export']);
  expect([csv.code, csv.err]).toEqual([0, '']);
  const rows = parse(csv.out, { columns: true }) as Record<string, string>[];
  const data = JSON.parse((await bench.hire(['export', '--format', 'json'])).out) as Record<string, unknown>[];
  expect(rows.map((row) => row['candidate'])).toEqual(['gold-finch-3x', 'navy-crane-9p', 'plum-heron-2k', 'sage-moose-4w', 'teal-otter-7f']);
  expect(rows).toEqual(data.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Array.isArray(value) ? value.join(' ') : value === null ? '' : String(value)]))));
  expect(data[4]).toEqual({
    candidate: 'teal-otter-7f', role: 'builder-2026', source: 'referral', stage: 'offer', state: 'closed', applied: '2026-01-13', days_in_stage: 2, whose_move: 'manager', owes: 'answer', people: ['kim'], due: '2026-02-05', late_by: 31,
    percent: expect.any(Number) as number, outcome: 'hired', reason: null,
  });
  expect(csv.out).not.toMatch(/Ada|mail\.example/);
});

it('knows any day and any opening', async () => {
  const states = async (today: string) => (JSON.parse((await bench.hire(['export', '--json', '--today', today])).out) as { candidate: string; stage: string | null }[]).find(({ candidate }) => candidate === 'teal-otter-7f')?.stage;
  expect([await states('2026-01-14'), await states('2026-01-21'), await states('2026-02-04')]).toEqual(['application', 'small-task', 'decision']);
  expect((await bench.hire(['export', '--role', 'bilder-2026'])).err).toBe('--role: There is no role “bilder-2026”. Did you mean “builder-2026”?\n');
  expect((await bench.hire(['export', '--format', 'xlsx'])).err).toBe('--format: There is no format “xlsx”. There are: csv, json.\n');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: bench.root });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-q', '-m', 'first');
  bench.write('content/candidates/builder-2026/red-fox-22/candidate.yml', 'source: direct\nconsent: { keep_until: 2027-06-30 }\nevents:\n  - { at: 2026-03-16T09:00+00:00, stage: application, event: applied }\n');
  const count = async (...words: string[]) => (JSON.parse((await bench.hire(['export', '--json', '--today', '2026-03-20', ...words])).out) as unknown[]).length;
  expect([await count(), await count('--at', 'HEAD')]).toEqual([6, 5]);
});

it('gives names to a person’s own file alone', async () => {
  expect((await bench.hire(['export', '--names', '--out', beside('out.csv')])).code).toBe(0);
  const text = readFileSync(beside('out.csv'), 'utf8');
  expect(text.startsWith('\ufeffcandidate,')).toBe(true);
  expect(text).toContain(",'=Ada Placeholder,ada@mail.example\r\n");
  expect(statSync(beside('out.csv')).mode & 0o777).toBe(0o600);
  symlinkSync(beside('out.csv'), beside('link.csv'));
  expect((await bench.hire(['export', '--names', '--out', beside('link.csv')])).err).toContain('is a symbolic link; nothing was written.');
  // Into the repository they never go, whatever leads there.
  symlinkSync(join(bench.root, 'content'), beside('inside'));
  for (const out of ['names.csv', 'content/names.csv', beside('inside/names.csv')]) {
    expect((await bench.hire(['export', '--names', '--out', out])).err).toBe('--out: the file would lie inside the repository, and names never do. Choose a place outside it.\n');
    expect(existsSync(join(bench.root, out))).toBe(false);
  }
  expect((await bench.hire(['export', '--names'], { env: { CI: 'true' } })).err).toBe('--names: names never leave the machines of those who may see them, and this is CI.\n');
  bench.write('.hire/local.yml', 'me: kim\n');
  expect((await bench.hire(['export', '--names'])).err).toMatch(/^Names were asked for, and this machine has no folder for them\. Two lines make one/);
  // The control: without names any place will do.
  expect((await bench.hire(['export', '--out', 'plain.csv'])).code).toBe(0);
});

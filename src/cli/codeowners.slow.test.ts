import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
beforeEach(() => void (bench = benchOf(HEALTHY)));
afterEach(() => bench.remove());
const FILE = '.github/CODEOWNERS';
const read = (): string => readFileSync(join(bench.root, FILE), 'utf8');

it('writes the file once, and says when people and file part', async () => {
  expect(await bench.hire(['codeowners', '--check'])).toMatchObject({ code: 1, err: `${FILE} is missing. “hire codeowners” writes it.\n` });
  expect(await bench.hire(['codeowners', '--dry-run'])).toMatchObject({ code: 0 });
  expect(existsSync(join(bench.root, FILE))).toBe(false);
  expect(await bench.hire(['codeowners'])).toMatchObject({ code: 0, out: `${FILE}\n` });
  expect(read()).toContain('* @kim_example\n');
  expect(await bench.hire(['codeowners', '--check'])).toMatchObject({ code: 0, err: `${FILE} is current.\n` });
  expect(await bench.hire(['codeowners'])).toMatchObject({ code: 0, out: '' });
  bench.write('content/people/mia.yml', readFileSync(join(bench.root, 'content/people/mia.yml'), 'utf8').replace('roles: [reviewer]', 'roles: [reviewer, hiring-manager]'));
  expect(await bench.hire(['codeowners', '--check', '--json'])).toMatchObject({ code: 1, out: `{"path":"${FILE}","stale":true}\n` });
  await bench.hire(['codeowners']);
  expect(read()).toContain('/content/candidates/ @kim_example @mia_example\n');
});

it('commits it on a branch of its own', async () => {
  const git = (...words: string[]): string => execFileSync('git', ['-C', bench.root, '-c', 'user.name=Sample', '-c', 'user.email=sample@mail.example', ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Sample');
  git('config', 'user.email', 'sample@mail.example');
  git('add', '--all');
  git('commit', '-qm', 'Base');
  expect(await bench.hire(['codeowners'])).toMatchObject({ code: 0 });
  expect(git('show', '--name-only', '--format=%s', 'hire/codeowners')).toBe(`Ask whom content/people names\n\n${FILE}`);
});

it('replaces nothing that somebody wrote, unless told', async () => {
  bench.write(FILE, '* @somebody\n');
  expect(await bench.hire(['codeowners'])).toMatchObject({ code: 2, err: `${FILE} was written by hand. --force replaces it; git keeps what it says now.\n` });
  expect(await bench.hire(['codeowners', '--check'])).toMatchObject({ code: 1 });
  expect(read()).toBe('* @somebody\n');
  expect(await bench.hire(['codeowners', '--force'])).toMatchObject({ code: 0 });
  expect(await bench.hire(['codeowners', '--check'])).toMatchObject({ code: 0 });
});

it('asks no stranger for the people of the example', async () => {
  bench.write('content/settings.yml', `${readFileSync(join(bench.root, 'content/settings.yml'), 'utf8')}\nexample: { today: 2026-03-20 }\n`);
  expect(await bench.hire(['codeowners'])).toMatchObject({ code: 2 });
  expect(await bench.hire(['codeowners', '--check'])).toMatchObject({ code: 0 });
  bench.write(FILE, '* @somebody\n');
  expect(await bench.hire(['codeowners', '--check'])).toMatchObject({ code: 0 });
});

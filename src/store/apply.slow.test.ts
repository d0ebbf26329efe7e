import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../model/change.ts';
import { applyChanges } from './apply.ts';

let root = '';
const git = (...args: string[]): string => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' } }).trimEnd();
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string): string | undefined => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);
const COMMIT = { message: 'Advance two candidates\n\nTo the next stage.\n', branch: 'hire/advance' };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hire-apply-'));
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Dana Example');
  git('config', 'user.email', 'dana@mail.example');
  put('.gitignore', '.hire/\n');
  put('content/a.yml', 'a: 1\n');
  put('content/b.yml', 'b: 1\n');
  put('content/people/zoë.yml', 'name: Zoë\n');
  put('content/old/gone.yml', 'old\n');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const CHANGES: Change[] = [
  { path: 'content/a.yml', before: 'a: 1\n', after: 'a: 2\n' },
  { path: 'content/new/deep/c.yml', before: undefined, after: 'c: ö\n' },
  { path: 'content/people/zoë.yml', before: 'name: Zoë\n', after: 'name: Zoë Sample\n' },
  { path: 'content/old/gone.yml', before: 'old\n', after: undefined },
];

describe('changes', () => {
  it('are written and committed on a new branch, and nothing else is', async () => {
    put('content/b.yml', 'b: my own edit\n');
    put('content/staged.yml', 'staged\n');
    git('add', 'content/staged.yml');
    const applied = await applyChanges(root, CHANGES, { commit: COMMIT });
    expect(applied).toMatchObject({ paths: CHANGES.map(({ path }) => path), commit: { branch: 'hire/advance', created: true, from: 'main' } });
    expect(git('-c', 'core.quotePath=false', 'show', '--name-status', '--no-renames', '--format=%B%an', 'HEAD')).toBe('Advance two candidates\n\nTo the next stage.\nDana Example\n\nM\tcontent/a.yml\nA\tcontent/new/deep/c.yml\nD\tcontent/old/gone.yml\nM\tcontent/people/zoë.yml');
    expect(git('status', '--porcelain')).toBe(' M content/b.yml\nA  content/staged.yml');
    expect(git('branch', '--show-current')).toBe('hire/advance');
    expect(read('content/new/deep/c.yml')).toBe('c: ö\n');
    expect(existsSync(join(root, 'content/old'))).toBe(false);
    git('switch', '-q', '-');
    expect(git('branch', '--show-current')).toBe('main');
    expect(read('content/a.yml')).toBe('a: 1\n');
  });
});

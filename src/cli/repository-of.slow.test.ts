import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repositoryOf } from './repository-of.ts';

let root: string;
const git = (...args: string[]): void => void execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hire-where-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a folder that nobody pushes anywhere is nowhere', async () => {
  expect(await repositoryOf(root, {})).toBeNull();
  git('init', '-q');
  expect(await repositoryOf(root, {})).toBeNull();
  git('remote', 'add', 'origin', root);
  expect(await repositoryOf(root, {})).toBeNull();
});

test('the remote says where, and what stands beside the address in it stays behind', async () => {
  git('init', '-q');
  git('remote', 'add', 'origin', 'https://someone:secret-token@github.com/sample-works/hiring.git');
  expect(await repositoryOf(root, {})).toEqual({ owner: 'sample-works', name: 'hiring', web: 'https://github.com', api: 'https://api.github.com', branch: 'main', prefix: '' });
  git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
  mkdirSync(join(root, 'people', 'hiring'), { recursive: true });
  expect(await repositoryOf(join(root, 'people', 'hiring'), {})).toMatchObject({ branch: 'trunk', prefix: 'people/hiring/' });
});

test('an Enterprise Server has both on one host, and a workflow says so itself', async () => {
  const env = { GITHUB_REPOSITORY: 'sample-works/hiring', GITHUB_API_URL: 'https://git.example/api/v3' };
  expect(await repositoryOf(root, env)).toMatchObject({ web: 'https://git.example', api: 'https://git.example/api/v3' });
  // A token must not travel in the open.
  expect(await repositoryOf(root, { ...env, GITHUB_API_URL: 'http://git.example/api/v3' })).toBeNull();
});

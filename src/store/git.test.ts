import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../model/files.ts';
import { commandFiles, commitFiles, isomorphicFiles } from './commit.ts';
import { folderFiles } from './folder.ts';
import { commandHistory, history, isomorphicHistory } from './history.ts';

let root = '';
let first = '';
let second = '';

function git(...args: string[]): string {
  return execFileSync('git', ['-C', root, '-c', 'core.autocrlf=false', ...args], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org',
      GIT_AUTHOR_DATE: '2026-10-01T10:00:00Z', GIT_COMMITTER_DATE: '2026-10-01T10:00:00+02:00',
    },
  }).trim();
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hire-git-'));
  git('init', '-q', '-b', 'main');
  write('content/settings.yml', 'format: 1\n');
  write('content/people/alice.yml', 'name: Alice Sample\n');
  write('content/people/zoë.yml', 'name: "Zoë"\n');
  write('content/challenges/task-api/starter/logo.bin', new Uint8Array(300_000).map((_, index) => (index * 7) % 256));
  write('content/challenges/task-api/starter/empty.txt', '');
  write('content/challenges/task-api/starter/run.sh', '#!/bin/sh\n');
  chmodSync(join(root, 'content/challenges/task-api/starter/run.sh'), 0o755);
  symlinkSync('../settings.yml', join(root, 'content/people/link.yml'));
  write('rubrics/code-review.md', '# x\n');
  write('src/not-ours.ts', 'export {};\n');
  git('add', '.');
  git('commit', '-q', '-m', 'Begin\nof it\n\nWith more words.');
  first = git('rev-parse', 'HEAD');
  git('update-index', '--add', '--cacheinfo', `160000,${first},content/people/other`);
  write('content/people/alice.yml', 'name: Alice Sample\ncapacity: 3\n');
  git('add', 'content/people/alice.yml');
  git('commit', '-q', '-m', 'Change');
  second = git('rev-parse', 'HEAD');
  git('tag', 'v1', first);
  git('tag', '-a', 'v2', '-m', 'annotated', second);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function contents(files: Files): Promise<unknown[]> {
  const entries = await files.list();
  return Promise.all(entries.map(async ({ path, mode, oid }) => [path, mode, oid, mode === 'submodule' ? 0 : Buffer.from(await files.read(path)).toString('base64')]));
}

describe('the tree of a commit', () => {
  it('is the same with the git command and without it, entry by entry and byte by byte', async () => {
    for (const commit of [first, second]) {
      const command = await contents(commandFiles(root, commit));
      expect(command.length).toBeGreaterThan(7);
      expect(await contents(isomorphicFiles(root, commit))).toEqual(command);
    }
  });

  it('knows links, programs and submodules, and lists no more than the data', async () => {
    const entries = await (await commitFiles(root, second)).list();
    expect(entries.map(({ path, mode, size }) => `${mode} ${path} ${size ?? '-'}`)).toMatchInlineSnapshot(`
      [
        "file content/challenges/task-api/starter/empty.txt 0",
        "file content/challenges/task-api/starter/logo.bin 300000",
        "executable content/challenges/task-api/starter/run.sh 10",
        "file content/people/alice.yml 31",
        "symlink content/people/link.yml 15",
        "submodule content/people/other -",
        "file content/people/zoë.yml 13",
        "file content/settings.yml 10",
        "file rubrics/code-review.md 4",
      ]
    `);
  });

  it('does not care what stands in the folder meanwhile', async () => {
    const text = async (commit: string) => new TextDecoder().decode(await (await commitFiles(root, commit)).read('content/people/alice.yml'));
    expect([await text(first), await text(second)]).toEqual(['name: Alice Sample\n', 'name: Alice Sample\ncapacity: 3\n']);
  });

  it('reads packed objects, many at once', async () => {
    git('gc', '-q');
    const files = commandFiles(root, second);
    const read = await Promise.all(Array.from({ length: 200 }, () => files.read('content/challenges/task-api/starter/logo.bin')));
    expect(new Set(read.map((bytes) => bytes.length))).toEqual(new Set([300_000]));
    expect(await contents(isomorphicFiles(root, second))).toEqual(await contents(commandFiles(root, second)));
  });

  it('says so when there is no such commit or path', async () => {
    const missing = '1'.repeat(40);
    await expect(commandFiles(root, missing).list()).rejects.toThrow('has no commit');
    await expect(isomorphicFiles(root, missing).list()).rejects.toThrow('has no commit');
    await expect(commandFiles(root, '--output=x').list()).rejects.toThrow('full id');
    await expect(commandFiles(root, first).read('content/none.yml')).rejects.toThrow('has no content/none.yml');
  });
});

describe('the folder itself', () => {
  it('never follows a link, and tells programs apart', async () => {
    const files = folderFiles(root);
    const entries = await files.list();
    expect(entries.filter(({ mode }) => mode !== 'file').map(({ path, mode }) => `${mode} ${path}`)).toEqual(['executable content/challenges/task-api/starter/run.sh', 'symlink content/people/link.yml']);
    await expect(files.read('content/people/link.yml')).rejects.toThrow();
  });
});

describe('names of commits', () => {
  it('mean the same with the git command and without it', async () => {
    for (const name of ['HEAD', 'main', 'v1', 'v2', first, first.slice(0, 8), 'HEAD~1', 'HEAD^', 'v2~', 'nothing', 'HEAD~9', '', '--all', 'HEAD..main', 'a b', '$(touch x)', '-1']) {
      expect([name, await isomorphicHistory(root).resolve(name)]).toEqual([name, await commandHistory(root).resolve(name)]);
    }
  });

  it('come with the committer’s time and the subject', async () => {
    expect(await (await history(root)).resolve('v1')).toEqual({ id: first, committed: Date.parse('2026-10-01T08:00Z'), subject: 'Begin of it' });
    expect(await (await history(root)).resolve('--help')).toBeUndefined();
  });
});

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemWords } from './system-words.ts';
import { benchOf, type Bench } from './test-context.ts';

const HEALTHY = new URL('../fixtures/healthy', import.meta.url).pathname;
let bench: Bench;
beforeEach(() => { bench = benchOf(HEALTHY); });
afterEach(() => bench.remove());

const at = (path: string): string => join(bench.root, path);

it('names a link and shows nothing of what lies at its other end', async () => {
  writeFileSync(at('../outside.txt'), 'canary-outside\n');
  symlinkSync('../../../outside.txt', at('content/people/lee.yml'));
  for (const format of ['terminal', 'github', 'markdown', 'json']) {
    const { code, out, err } = await bench.hire(['check', '--format', format]);
    expect([code, out.includes('path/symlink'), `${out}${err}`.includes('canary-outside')]).toEqual([1, true, false]);
  }
  const out = at('../published');
  expect((await bench.hire(['aggregate', '--keep-going', '--out', out])).code).toBe(1);
  expect(() => execFileSync('grep', ['-rq', 'canary-outside', out])).toThrow();
});

// Windows has no such pipes.
it.skipIf(process.platform === 'win32')('names a pipe and does not wait for it', async () => {
  rmSync(at('content/policies/reply-times.md'));
  execFileSync('mkfifo', [at('content/policies/reply-times.md')]);
  const { code, out } = await bench.hire(['check']);
  expect([code, out.includes('path/not-a-file')]).toEqual([1, true]);
});

it('says in a sentence what the machine refuses', async () => {
  writeFileSync(at('../taken'), 'a file');
  const { code, err } = await bench.hire(['aggregate', '--out', at('../taken')]);
  expect([code, err]).toEqual([2, `“${at('../taken')}” cannot be used: something else stands there already. Move it away, or name another place.\n`]);
  expect(systemWords(Object.assign(new Error('x'), { code: 'EROFS', syscall: 'open', path: '/srv/x' }))).toBe('“/srv/x” cannot be used: the disk can only be read. Name another place.');
  expect(systemWords(Object.assign(new Error('x'), { code: 'ERR_OURS' }))).toBeUndefined();
});

it('knows no “constructor”, which every object of JavaScript has', async () => {
  const candidate = 'content/candidates/builder-2026/navy-crane-9p/candidate.yml';
  bench.write(candidate, readFileSync(at(candidate), 'utf8').replace(/reason: [a-z-]+/, 'reason: constructor'));
  bench.write('content/people/constructor.yml', 'name: Con Structor\n');
  for (const word of ['constructor', 'nul']) expect((await bench.hire(['new', 'pipeline', word])).err).toContain(`“${word}” is a `);
  const { code, out } = await bench.hire(['aggregate', '--keep-going', '--out', at('../published')]);
  expect([code, out]).toEqual([1, expect.stringContaining('files in')]);
  const { problems } = JSON.parse((await bench.hire(['check', '--json'])).out) as { problems: { code: string; path: string; line: number; message: string }[] };
  expect(problems.map(({ code: name, path, message }) => `${path} ${name}: ${message}`)).toEqual(expect.arrayContaining([
    expect.stringMatching(/navy-crane-9p\/candidate.yml schema\/format: .*constructor/), expect.stringMatching(/people\/constructor.yml path\/id: /),
  ]));
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

const ENTRY = join(import.meta.dirname, '../../scripts/hire.ts');
/** Tells on the error stream, at the end, what was loaded. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  const seen = [];
  registerHooks({ load(url, context, next) { seen.push(url); return next(url, context); } });
  process.on('exit', () => process.stderr.write('LOADED ' + JSON.stringify(seen)));
`)}`;

let bench: Bench;
beforeAll(() => void (bench = benchOf(HEALTHY)));
afterAll(() => bench.remove());

/** The packages, and the files of ours, that a run of hire loads. */
function loaded(...words: string[]): { packages: string[]; ours: string[]; status: number | null } {
  const { stderr, status } = spawnSync(process.execPath, ['--import', WATCH, ENTRY, ...words], { cwd: bench.root, encoding: 'utf8' });
  const urls = JSON.parse(/LOADED (.*)$/s.exec(stderr)?.[1] ?? '[]') as string[];
  const packages = urls.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? []);
  return { packages: [...new Set(packages)].sort(), ours: urls.flatMap((url) => /\/(src\/.+)$/.exec(url)?.[1] ?? []).filter((path) => !path.includes('node_modules')), status };
}

describe('what is loaded', () => {
  it('of hire --version: no package, and hardly a file', () => {
    const { packages, ours, status } = loaded('--version');
    expect(status).toBe(0);
    expect(packages).toEqual([]);
    expect(ours.length).toBeGreaterThan(3);
    expect(ours.length).toBeLessThan(15);
  });

  it('of the list of commands: no package either', () => {
    expect(loaded('--help').packages).toEqual([]);
  });

  it('of hire check, once the holidays are known: only what reads and judges', () => {
    // The first run works the calendar out: the hook does see a package that is loaded late.
    expect(loaded('check', '--today', '2026-03-20').packages).toContain('date-holidays');
    const { packages, ours, status } = loaded('check', '--today', '2026-03-20');
    expect(status).toBe(0);
    for (const heavy of ['date-holidays', 'gray-matter', 'isomorphic-git', 'octokit', '@octokit/core', 'astro', 'vite', 'sirv', 'unified', 'rehype-sanitize', 'nodemailer']) expect(packages).not.toContain(heavy);
    expect(packages).toEqual(expect.arrayContaining(['js-yaml', 'zod']));
    expect(ours.filter((path) => /^src\/(site|view|github|fixtures|cli\/(new|init|site))\b/.test(path))).toEqual([]);
  });

  it.each([['fmt', '--check'], ['explain', 'rubric/weights-sum'], ['rubric', 'bump', 'nothing'], ['new', 'policy', 'rest', '--dry-run']])('of hire %s: neither git nor GitHub nor the site', (...words) => {
    const { packages } = loaded(...words);
    expect(packages.filter((name) => /octokit|astro|vite|isomorphic-git|sirv|rehype/.test(name))).toEqual([]);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderFiles } from '../store/folder.ts';
import { swapContent } from './init/swap.ts';
import { isExample } from '../fixtures/is-example.ts';
import { benchOf, type Bench } from './test-context.ts';

const OURS = join(import.meta.dirname, '../..');
const NOW = { now: Date.parse('2026-12-01T09:30:05Z') };
const FLAGS = ['--organisation', 'Tiny: Works', '--site-url', 'https://hiring.tiny.example', '--timezone', 'Europe/Lisbon', '--holidays', 'PT', '--reply-within', '3 business days'];
const BACKUP = '.hire/before-init-20261201-093005/content';

let bench: Bench;
beforeEach(() => void (bench = benchOf(OURS)));
afterEach(() => bench.remove());

const read = (path: string) => readFileSync(join(bench.root, path), 'utf8');
const paths = async () => (await folderFiles(bench.root).list()).map((entry) => entry.path);
const errors = async (root = bench.root) => (JSON.parse((await bench.hire(['check', '--json', '--root', root], NOW)).out) as { problems: { severity: string; code: string; path: string }[] }).problems.filter((problem) => problem.severity === 'error').map(({ code, path }) => `${code} ${path}`);

describe.runIf(isExample)('hire init', () => {
  it('makes the example a repository without an error and without a trace of the cast', async () => {
    const before = read('content/settings.yml');
    const { code, out, err } = await bench.hire(['init', ...FLAGS], NOW);
    expect(code, err).toBe(0);
    expect(out).toBe('This is your repository now. Next: hire new person, hire new role, hire doctor.\n');
    expect(await errors()).toEqual([]);
    expect((await paths()).filter((path) => /^content\/(candidates|calibrations|surveys|outcomes|fairness|people|roles)\//.test(path))).toEqual([]);
    expect((await paths()).filter((path) => /^content\/(pipelines|challenges|questions|messages|guide|policies)\//.test(path)).length).toBeGreaterThan(80);
    const after = read('content/settings.yml');
    expect(after).not.toMatch(/^example:|Example Ltd/m);
    // The address that candidates write to was the example's, and goes with its comment.
    expect(after.match(/#.*$/gm)).toEqual(before.split('\n').filter((line) => !line.startsWith('  email:')).join('\n').match(/#.*$/gm));
    expect(after.split('\n').filter((line) => !before.split('\n').includes(line)).join('\n')).toMatchInlineSnapshot(`
      "organisation: "Tiny: Works"
        title: "Hiring at Tiny: Works"
        url: "https://hiring.tiny.example"
      timezone: Europe/Lisbon
        holidays: PT
        closed: []
        reply_within: 3 business days        # where a stage or a role does not promise better"
    `);
    expect(readdirSync(join(bench.root, BACKUP))).toContain('candidates');
    expect(readdirSync(join(bench.root, '.hire')).filter((name) => name.startsWith('content-') || name === 'init')).toEqual([]);
  });

  it('asks a person five questions, shows the plan, and does nothing without a yes', async () => {
    const before = await paths();
    const { code, err } = await bench.hire(['init'], { ...NOW, answers: ['Tiny Works', '', '', 'hiring.tiny.example', 'https://hiring.tiny.example', 'Europe/Lisbonne', 'Europe/Lisbon', 'PX', 'PT', 'soon', '', 'no'] });
    expect(code).toBe(0);
    expect(err.replace(/\d+ files?/g, 'N files').replace(/\[(?:UTC|[A-Z]\w+\/[\w/]+)\]/g, '[zone]')).toMatchInlineSnapshot(`
      "What is your organisation called? What is the site to be called? [Hiring at Tiny Works] At which https address will it live? Nothing was typed, and an address is needed: https and the name of the host, without a slash at its end, such as https://hiring.example.
      At which https address will it live? “hiring.tiny.example” is no https address without a slash at its end, such as https://hiring.example.
      At which https address will it live? In which time zone does your day end? [zone] “Europe/Lisbonne” is no time zone such as Europe/London, America/Toronto or UTC.
      In which time zone does your day end? [zone] Whose public holidays are no business days (GB, DE-BY, …; “none” for no country)? [none] There is no country “PX” whose holidays are known. Write two letters such as GB or PT, or none.
      Whose public holidays are no business days (GB, DE-BY, …; “none” for no country)? [none] Within which time do you answer candidates? [5 business days] “soon” is no duration such as 5 business days or 72h.
      Within which time do you answer candidates? [5 business days] Write  content/settings.yml: Tiny Works, https://hiring.tiny.example, Europe/Lisbon, holidays of PT, an answer within 5 business days
      Remove content/calibrations: N files
      Remove content/candidates: N files
      Remove content/fairness: N files
      Remove content/outcomes: N files
      Remove content/people: N files
      Remove content/roles: N files
      Remove content/surveys: N files
      Keep   N files of the process
      Do it? [y/N] Nothing was changed.
      "
    `);
    expect(await paths()).toEqual(before);
    expect(read('content/settings.yml')).toContain('Example Ltd');
  });

  it('shows the plan and stops with --dry-run', async () => {
    const before = await paths();
    expect((await bench.hire(['init', ...FLAGS, '--dry-run'], NOW)).out).toBe('Nothing was changed (--dry-run).\n');
    expect(await paths()).toEqual(before);
    expect(existsSync(join(bench.root, '.hire'))).toBe(existsSync(join(bench.root, '.hire/cache')));
  });

  it('keeps people and openings on request, closed and untrained', async () => {
    await bench.hire(['init', ...FLAGS, '--example', 'keep'], NOW);
    expect(await errors()).toEqual([]);
    expect(read('content/roles/senior-backend-2026.mdx')).toContain('  - { on: 2026-12-01, is: closed, because: It belonged to the example }\n');
    expect(read('content/people/alice.yml')).toMatch(/^trained: \[\]$/m);
    expect((await paths()).filter((path) => path.startsWith('content/candidates/'))).toEqual([]);
  });

  it('works for no country', async () => {
    await bench.hire(['init', ...FLAGS.map((word) => (word === 'PT' ? 'none' : word))], NOW);
    expect(read('content/settings.yml')).not.toContain('holidays:');
    expect(await errors()).toEqual([]);
  });

  it('needs an example, or --force', async () => {
    await bench.hire(['init', ...FLAGS], NOW);
    expect((await bench.hire(['init', ...FLAGS], NOW)).err).toMatchInlineSnapshot(`
      "This repository is no example any more: content/settings.yml has no “example:”. To start over and take every candidate, person and opening out of it, add --force.
      "
    `);
    expect((await bench.hire(['init', ...FLAGS, '--force'], { now: NOW.now + 60_000 })).code).toBe(0);
  });

  it('refuses what is no answer, before anything is changed', async () => {
    const said: Record<string, string> = {};
    for (const [option, value] of [['--site-url', 'http://x.example'], ['--timezone', 'Lisbon'], ['--holidays', 'PX'], ['--holidays', 'DE-XX'], ['--reply-within', 'soon'], ['--example', 'some']] as const) {
      const { code, err } = await bench.hire(['init', ...FLAGS.filter((word, at) => word !== option && FLAGS[at - 1] !== option), option, value], NOW);
      expect(code).toBe(2);
      said[`${option} ${value}`] = err.trimEnd();
    }
    said['no answer'] = (await bench.hire(['init'], NOW)).err.trimEnd();
    expect(said).toMatchInlineSnapshot(`
      {
        "--example some": "--example takes keep or remove, found “some”.",
        "--holidays DE-XX": "--holidays: There is no region of DE “XX”. There are: BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH.",
        "--holidays PX": "--holidays: There is no country “PX” whose holidays are known. Write two letters such as GB or PT, or none.",
        "--reply-within soon": "--reply-within: “soon” is no duration such as 5 business days or 72h.",
        "--site-url http://x.example": "--site-url: “http://x.example” is no https address without a slash at its end, such as https://hiring.example.",
        "--timezone Lisbon": "--timezone: “Lisbon” is no time zone such as Europe/London, America/Toronto or UTC.",
        "no answer": "--organisation is missing. What is your organisation called?",
      }
    `);
    expect(existsSync(join(bench.root, BACKUP))).toBe(false);
  });
});

/** Runs the real `hire init` and kills it after so many milliseconds; how long it ran. */
async function killed(after: number): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(OURS, 'scripts/hire.mjs'), 'init', ...FLAGS], { cwd: bench.root, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  await once(child, 'exit');
  clearTimeout(timer);
  return performance.now() - began;
}

describe.runIf(isExample)('all or nothing', () => {
  it('a failure before the exchange leaves everything as it was', async () => {
    const before = await paths();
    const inode = statSync(join(bench.root, 'content')).ino;
    expect(() => swapContent(bench.root, ['content/settings.yml', 'content/not-there.yml'], new Map(), 'x')).toThrow();
    expect(() => swapContent(bench.root, ['content/settings.yml'], new Map([['content/../../x', '']]), 'x')).toThrow();
    expect(await paths()).toEqual(before);
    expect(statSync(join(bench.root, 'content')).ino).toBe(inode);
    expect(readdirSync(join(bench.root, '.hire'))).toEqual([]);
  });

  it('a process that is killed at any moment leaves the old content, or the new, or what the next run puts right', async () => {
    const before = (await paths()).length;
    const whole = await killed(60_000);
    const after = (await paths()).length;
    expect(after).toBeLessThan(before);
    const ends = new Set<number>();
    for (const share of [0.5, 0.7, 0.8, 0.9, 0.95]) {
      bench.remove();
      bench = benchOf(OURS);
      await killed(whole * share);
      await bench.hire(['init', ...FLAGS, '--dry-run'], NOW);
      ends.add((await paths()).length);
    }
    for (const count of ends) expect([before, after]).toContain(count);
  });

  it('a machine that stopped between the two renames is put right by the next run', async () => {
    const before = await paths();
    mkdirSync(join(bench.root, '.hire/init'), { recursive: true });
    renameSync(join(bench.root, 'content'), join(bench.root, '.hire/init/content'));
    const { code, err } = await bench.hire(['init', ...FLAGS, '--dry-run'], NOW);
    expect(code, err).toBe(0);
    expect(err).toContain('The run before this one was interrupted; its half was undone.');
    expect(await paths()).toEqual(before);
  });

  it('a machine that stopped just after them keeps what was there, and leaves nothing lying about', async () => {
    mkdirSync(join(bench.root, '.hire/init/content'), { recursive: true });
    mkdirSync(join(bench.root, '.hire/content-a1b2c3/content'), { recursive: true });
    bench.write('.hire/init/content/settings.yml', 'old');
    expect((await bench.hire(['init', ...FLAGS], NOW)).code).toBe(0);
    const kept = readdirSync(join(bench.root, '.hire')).filter((name) => name.startsWith('before-init-'));
    expect(kept.map((name) => readFileSync(join(bench.root, '.hire', name, 'content/settings.yml'), 'utf8') === 'old').sort()).toEqual([false, true]);
    expect(readdirSync(join(bench.root, '.hire')).filter((name) => name.startsWith('content-') || name === 'init')).toEqual([]);
  });
});

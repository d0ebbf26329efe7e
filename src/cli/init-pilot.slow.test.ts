import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isExample } from '../fixtures/is-example.ts';
import { benchOf, type Bench } from './test-context.ts';

const NOW = { now: Date.parse('2026-12-01T09:30:05Z') };
const FLAGS = ['--organisation', 'Tiny Works', '--site-url', 'https://hiring.tiny.example', '--timezone', 'Europe/Lisbon', '--holidays', 'PT'];
const PILOT = ['--pilot', '--title', 'Platform engineer', '--manager', 'Mara Placeholder', '--with', 'Otto Sample, Ines Mockup'];

let bench: Bench;
beforeEach(() => void (bench = benchOf(join(import.meta.dirname, '../..'))));
afterEach(() => bench.remove());

const read = (path: string) => readFileSync(join(bench.root, path), 'utf8');

describe.runIf(isExample)('hire init --pilot', () => {
  it('sets up one opening with one process, its people, a first day and the questions after two weeks', async () => {
    const { code, err, out } = await bench.hire(['init', ...FLAGS, ...PILOT], NOW);
    expect(code, err).toBe(0);
    expect(err).toContain('Set up content/roles/platform-engineer-2026.mdx with the process senior-trial, open from 2026-12-07; 3 people; on 2026-12-21 they are asked');
    expect(out).toBe('This is your repository now. Next: describe the opening in content/roles/platform-engineer-2026.mdx, read content/policies/pilot.md, hire doctor.\n');
    const { problems } = JSON.parse((await bench.hire(['check', '--json'], NOW)).out) as { problems: { severity: string; code: string; path: string }[] };
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(problems.filter(({ path }) => /pilot|platform-engineer|people/.test(path)).map(({ code: each, path }) => `${each} ${path}`)).toEqual([]);
    expect(read('content/settings.yml')).toContain('pilot: { role: platform-engineer-2026, from: 2026-12-07, ask_on: 2026-12-21, questions: pilot-review }');
    expect(read('content/roles/platform-engineer-2026.mdx')).toMatch(/is: draft[\s\S]*on: 2026-12-07\n {4}is: open[\s\S]*manager: mara\npanel: \[otto, ines\]/);
    expect(read('content/policies/pilot.md')).toContain('| Asked how it was | 2026-12-21, with [nine questions](/questions/pilot-review) |');
    expect(read('content/questions/pilot-review.yml').match(/- id:/g)).toHaveLength(9);
  });

  it('asks a person for it, again where an answer cannot be', async () => {
    const { code, err } = await bench.hire(['init', ...FLAGS, '--site-title', 'Hiring', '--reply-within', '5 business days', '--pilot'], {
      ...NOW, answers: ['Platform engineer', '2026-11-30', 'soon', '', 'senior', 'senior-async', 'Mara Placeholder', '麻里', 'Otto Sample, Ines Mockup', 'yes'],
    });
    expect(code, err).toBe(0);
    expect(err).toContain('2026-11-30 has passed; a pilot begins today or later.\n');
    expect(err).toContain('“soon” is no day such as 2026-12-07.\n');
    expect(err).toContain('“麻里” gives no id; write the name in Latin letters, you can change it in the file.\n');
    expect(read('content/roles/platform-engineer-2026.mdx')).toContain('pipeline: senior-async');
  });

  it('refuses what cannot be, before anything is changed', async () => {
    const before = read('content/settings.yml');
    const said = async (...words: string[]) => (await bench.hire(['init', ...FLAGS, ...words], NOW)).err.trimEnd();
    expect(await said(...PILOT, '--example', 'keep')).toBe('--pilot sets up an opening of your own; with --example keep there would be two casts. Leave one of them out.');
    expect(await said(...PILOT, '--from', '2026-11-01')).toBe('--from: 2026-11-01 has passed; a pilot begins today or later.');
    expect(await said(...PILOT.slice(0, -1), 'Otto A, Otto B')).toBe('Two people would have the id “otto”; write more of their names.');
    expect(await said('--pilot')).toBe('--title is missing. Which one opening do you try it with (its title)?');
    expect(read('content/settings.yml')).toBe(before);
  });
});

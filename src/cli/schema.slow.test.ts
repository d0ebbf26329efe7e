import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEditor, type Editor } from '../fixtures/language-server.ts';
import type { Overlay } from '../fixtures/every-problem/overlay.ts';
import type { Problem } from '../model/problem.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

const SOURCE = join(import.meta.dirname, '..');
const OVERLAYS = join(SOURCE, 'fixtures/every-problem/schema');
const OTTER = 'content/candidates/builder-2026/teal-otter-7f';
const CANDIDATE = `${OTTER}/candidate.yml`;
const SENT = `${OTTER}/messages.yml`;
const SCORE = `${OTTER}/scores/small-task/mia.yml`;
/** A score whose first line does not name the schema of its rubric. */
const PLAIN_SCORE = `${OTTER}/scores/small-task/noa.yml`;
const PIPELINE = 'content/pipelines/craft.yml';
const SETTINGS = 'content/settings.yml';
const MODELINE = '# yaml-language-server: $schema=../../../../../../.hire/schemas/score.small-task@2.json\n';

let bench: Bench;
let editor: Editor;
/** What a file says before anybody changes it. */
let before: (path: string) => string;

beforeAll(async () => {
  bench = benchOf(HEALTHY);
  before = (path) => readFileSync(join(bench.root, path), 'utf8');
  bench.write(SCORE, MODELINE + before(SCORE));
  expect((await bench.hire(['schema'])).code).toBe(0);
  const { config } = ts.parseConfigFileTextToJson('settings.json', readFileSync(join(SOURCE, '../.vscode/settings.json'), 'utf8')) as { config: Record<string, unknown> };
  editor = await openEditor(bench.root, config);
});

afterAll(async () => {
  // Nothing is asked of the network: the schemas lie in the repository.
  expect(await editor.close()).toEqual([]);
  bench.remove();
});

/** The lines that the editor underlines and those that `hire check` names, after a change to one file. */
async function lines(path: string, from: string | RegExp, to: string): Promise<{ editor: number[]; check: number[]; said: string }> {
  const old = before(path);
  const text = old.replace(from, () => to);
  expect(text, `${path} holds ${String(from)}`).not.toBe(old);
  bench.write(path, text);
  try {
    const { problems } = JSON.parse((await bench.hire(['check', '--json'])).out) as { problems: Problem[] };
    const underlined = await editor.open(path, text);
    return {
      editor: sorted(underlined.map(({ line }) => line)),
      check: sorted(problems.filter((problem) => problem.path === path).map(({ line }) => line ?? 0)),
      said: underlined.map(({ message }) => message).join('\n'),
    };
  } finally {
    bench.write(path, old);
  }
}

function yamlFiles(): string[] {
  return readdirSync(join(bench.root, 'content'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yml')).map((name) => `content/${name}`);
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

describe('the editor', () => {
  it('is content with every file of a workspace that is in order', async () => {
    const files = yamlFiles();
    expect(files.length).toBeGreaterThan(30);
    const underlined = await Promise.all(files.map(async (path) => (await editor.open(path, before(path))).map(({ line, message }) => `${path}:${line} ${message}`)));
    expect(underlined.flat()).toEqual([]);
  });

  it('has a schema for every kind of YAML file: an unknown key is underlined in each', async () => {
    const files = yamlFiles();
    const more = [`${OTTER}/decision.2.yml`, `${OTTER}/scores/small-task/mia.3.yml`];
    const blind = await Promise.all([...files, ...more].map(async (path) => ((await editor.open(path, 'no-such-key: 1\n')).length > 0 ? [] : [path])));
    expect(blind.flat()).toEqual([]);
  });
});

describe('the editor underlines the line that hire check names', () => {
  it.each(readdirSync(OVERLAYS).filter((name) => name.endsWith('.ts')))('every-problem/schema/%s', async (name) => {
    const { overlay } = (await import(join(OVERLAYS, name))) as { overlay: Overlay };
    const [change] = overlay;
    if (change?.kind !== 'edit') throw new Error('Only edits of one file are schema problems.');
    const { editor: underlined, check } = await lines(change.path, change.from, change.to);
    expect(check).toHaveLength(1);
    expect(underlined).toEqual(check);
  });

  it.each([
    ['an unknown event', CANDIDATE, 'event: applied', 'event: aplied'],
    ['an event without its person', CANDIDATE, 'event: advanced, by: kim }', 'event: advanced }'],
    ['a key of another event', CANDIDATE, 'event: started', 'event: started, reason: below-bar'],
    ['an impossible time', CANDIDATE, 'at: 2026-01-13T09:12', 'at: 2026-01-33T09:12'],
    ['a time with seconds', CANDIDATE, '09:12+00:00', '09:12:00+00:00'],
    ['an impossible day', CANDIDATE, 'keep_until: 2027-06-30', 'keep_until: 2027-06-31'],
    ['a missing day', CANDIDATE, 'keep_until: 2027-06-30, ', ''],
    ['an id with blanks', CANDIDATE, 'source: referral', 'source: A friend'],
    ['no value', CANDIDATE, 'source: referral', 'source:'],
    ['a mark out of scale', SCORE, 'mark: 4', 'mark: 7'],
    ['a mark of another scale', SCORE, 'mark: 4', 'mark: 5'],
    ['a mark in quotes', SCORE, 'mark: 4', 'mark: "4"'],
    ['a mark in quotes, without the schema of the rubric', PLAIN_SCORE, 'mark: 3', 'mark: "3"'],
    ['half a mark', SCORE, 'mark: 4', 'mark: 2.5'],
    ['a missing criterion', SCORE, /  explanation:[^]*?(?=\n\w)/, ''],
    ['not observed without a reason', SCORE, 'mark: 4', 'mark: not-observed'],
    ['not observed without a reason, without the schema of the rubric', PLAIN_SCORE, /    because: \|\n.*\n/, ''],
    ['no evidence', SCORE, /    evidence: \|\n.*\n/, ''],
    ['short evidence', SCORE, /evidence: \|\n.*/, 'evidence: |\n      Good.'],
    ['another rubric', SCORE, 'rubric: small-task@2', 'rubric: small-task@1'],
    ['a rubric without its version', PLAIN_SCORE, 'rubric: small-task@2', 'rubric: small-task'],
    ['a missing recommendation', PLAIN_SCORE, 'recommendation: yes\n', ''],
    ['an undeclared conflict', SCORE, 'conflict: none', 'conflict: some'],
    ['a day that is none', `${OTTER}/panels/small-task.yml`, /asked: [\d-]+/, 'asked: yesterday'],
    ['neither a day nor a time', SENT, /start_by: [^, ]+/, 'start_by: soon'],
    ['an unknown promise', SENT, 'promised: {', 'promised: { reply_soon: 1 h,'],
    ['a month as a number', 'content/surveys/builder-2026/k7m2q9xv.yml', /month: .*/, 'month: 202603'],
    ['only blanks', SETTINGS, 'timezone: Europe/London', 'timezone: " "'],
    ['an address that anybody can read along the way', SETTINGS, 'https://hiring', 'http://hiring'],
    ['a key that is no id', SETTINGS, 'below-bar:', 'Below the bar:'],
    ['another format', SETTINGS, 'format: 1', 'format: 2'],
    ['a duration that is none', SETTINGS, '12 months', 'a year'],
    ['a missing key of a block', SETTINGS, /default: .*/, 'default:\n    erase_after: 12 months'],
    ['one word of a list', SETTINGS, ', fri]', ', friday]'],
    ['an empty list', SETTINGS, /workdays: \[.*?\]/, 'workdays: []'],
    ['a word for a list', SETTINGS, /sources: .*/, 'sources: referral'],
    ['a percentage above 100', PIPELINE, 'weight: 60 %', 'weight: 160 %'],
    ['a percentage without its sign', PIPELINE, 'weight: 60 %', 'weight: 60'],
  ])('%s', async (_, path, from, to) => {
    const { editor: underlined, check, said } = await lines(path, from, to);
    expect(check.length, said).toBeGreaterThan(0);
    expect(underlined).toEqual(check);
    // Words, never the pattern that was not matched.
    expect(said).not.toMatch(/\\d|\(\?/);
  });

  it.each([
    ['a range that runs backwards', PIPELINE, 'length: 45 min', 'length: 45-20 min'],
    ['a number that YAML reads and we keep as it was written', SCORE, 'mark: 4', 'mark: 4.0'],
    ['a word that other readers of YAML take for true', CANDIDATE, 'talent_pool: false', 'talent_pool: False'],
  ])('but for what no schema can hold: %s', async (_, path, from, to) => {
    const { editor: underlined, check } = await lines(path, from, to);
    expect(check).toHaveLength(1);
    expect(underlined).toEqual([]);
  });
});

describe('while somebody writes a score', () => {
  const place = (text: string, words: string): [number, number] => {
    const start = text.slice(0, text.indexOf(words) + words.length).split('\n');
    return [start.length, (start.at(-1) ?? '').length + 1];
  };
  const offered = async (from: string | RegExp, to: string): Promise<readonly string[]> => {
    const text = before(SCORE).replace(from, `${to}§`);
    await editor.open(SCORE, text.replace('§', ''));
    const [line, column] = place(text, '§');
    return editor.complete(SCORE, line, column - 1);
  };

  it('hovering a mark shows its anchors', async () => {
    const text = before(SCORE);
    await editor.open(SCORE, text);
    const shown = await editor.hover(SCORE, ...place(text, 'mark: '));
    for (const words of ['- **1** Nothing of it can be seen.', '- **4** As 3, and it says where its limits are.']) expect(shown).toContain(words);
  });

  it('the criteria that have no mark yet are offered', async () => {
    const criteria = await offered(/  explanation:[^]*?(?=\n\w)/, '  ');
    expect(criteria).toContain('explanation');
    expect(criteria).not.toContain('correctness');
  });

  it('so are the levels of the scale, and the words of a closed list', async () => {
    expect(await offered('mark: 4', 'mark: ')).toEqual(['1', '2', '3', '4', 'not-observed']);
    expect((await offered(/recommendation: .*/, 'recommendation: ')).map((label) => label.replaceAll('"', ''))).toEqual(['strong-no', 'no', 'yes', 'strong-yes']);
  });
});

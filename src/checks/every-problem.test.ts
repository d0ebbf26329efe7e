import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CRANE, edit, HERON, MOOSE, OTTER, TRIAL_LOG, VOLE, withChanges, withTrial, write, type Overlay } from '../fixtures/every-problem/overlay.ts';
import type { Identity } from '../model/identities.ts';
import type { Problem } from '../model/problem.ts';
import { printProblems } from '../report/problems.ts';
import { loadWorkspace } from '../store/load.ts';
import { positioned } from '../store/locate.ts';
import { EXPLANATIONS } from './explain/index.ts';
import { RULES } from './registry.ts';
import type { CheckContext } from './rule.ts';
import { judgeText, runChecks } from './run.ts';

const SOURCE = join(import.meta.dirname, '..');
const OVERLAYS = join(SOURCE, 'fixtures/every-problem');
const NOW = Date.parse('2026-03-20T12:00Z');
const IDENTITIES = new Map<string, Identity>([['teal-otter-7f', { name: 'Rósa Muster', handles: ['@rosa_m'], links: ['https://git.example/rosam'] }]]);

const healthy = new Map<string, Uint8Array>();
beforeAll(() => {
  const root = join(SOURCE, 'fixtures/healthy');
  // Only the tree: a command that ran on the fixture leaves its cache beside it.
  for (const path of ['content', 'rubrics'].flatMap((folder) => filesBelow(join(root, folder)))) healthy.set(relative(root, path), readFileSync(path));
});

interface Judged { readonly problems: readonly Problem[]; readonly texts: (path: string) => string | undefined }

async function judge(overlay: Overlay, more: Partial<CheckContext> = {}): Promise<Judged> {
  const files = withChanges(healthy, overlay);
  const { workspace, problems } = await loadWorkspace(files);
  const read = new Map<string, string>();
  for (const { path } of await files.list()) {
    const content = await files.read(path).catch(() => undefined);
    if (content) read.set(path, new TextDecoder().decode(content));
  }
  const texts = (path: string): string | undefined => read.get(path);
  const found = runChecks(workspace, { now: NOW, clockFrom: 'machine', identities: IDENTITIES, texts, ...more });
  return { problems: positioned([...problems, ...found], texts), texts };
}

test('the healthy workspace has no problem, awkward text and all', async () => {
  const { problems, texts } = await judge([]);
  expect(printProblems(problems, { format: 'terminal', readText: texts })).toBe('No problems found.\n');
});

test('a workspace with settings alone has no problem either', async () => {
  const { workspace, problems } = await loadWorkspace(withChanges(new Map([['content/settings.yml', readFileSync(join(SOURCE, 'fixtures/empty/content/settings.yml'))]]), []));
  expect([...problems, ...runChecks(workspace, { now: NOW, clockFrom: 'machine', texts: () => undefined })]).toEqual([]);
});

test('at an earlier day, whoever applied or was hired later is no problem of an opening that had not begun', async () => {
  const { workspace } = await loadWorkspace(withChanges(healthy, []));
  const at = (day: string): string[] => runChecks(workspace, { now: Date.parse(`${day}T12:00Z`), clockFrom: 'option', texts: () => undefined }).map(({ code }) => code).filter((code) => code.startsWith('role/'));
  expect([at('2026-01-06'), at('2026-02-01')]).toEqual([[], []]);
  const filled = withChanges(healthy, [edit('content/roles/builder-2026.mdx', 'headcount: 2', 'headcount: 1')]);
  const one = (await loadWorkspace(filled)).workspace;
  const codes = (day: string): string[] => runChecks(one, { now: Date.parse(`${day}T12:00Z`), clockFrom: 'option', texts: () => undefined }).map(({ code }) => code);
  expect(codes('2026-02-08')).not.toContain('role/headcount-reached');
  expect(codes('2026-02-10')).toContain('role/headcount-reached');
});

test('the healthy workspace has none when every file was saved on Windows', async () => {
  const windows = [...healthy].map(([path, content]) => write(path, new TextDecoder().decode(content).replaceAll('\n', '\r\n')));
  const { problems, texts } = await judge(windows);
  expect(printProblems(problems, { format: 'terminal', readText: texts })).toBe('No problems found.\n');
});

const CODES = filesBelow(OVERLAYS).map((path) => relative(OVERLAYS, path).replace(/\.ts$/, '')).filter((code) => code.includes('/')).sort();

describe.each(CODES)('%s', (code) => {
  test('the overlay yields this code and no other', async () => {
    const { overlay } = (await import(join(OVERLAYS, `${code}.ts`))) as { overlay: Overlay };
    const { problems, texts } = await judge(overlay);
    const printed = printProblems(problems, { format: 'terminal', readText: texts });
    expect(new Set(problems.map((problem) => problem.code)), printed).toEqual(new Set([code]));
    expect(new Set(problems.map((problem) => problem.severity)), printed).toEqual(new Set([EXPLANATIONS.get(code)?.severity]));
    for (const problem of problems) {
      expect(problem.message, 'one sentence').toMatch(/[.?!]$/);
      expect(problem.hint ?? '', 'a hint').not.toBe('');
    }
    await expect(printed).toMatchFileSnapshot(join(OVERLAYS, `${code}.txt`));
  });
});

describe('finer points', () => {
  const told = async (overlay: Overlay, more?: Partial<CheckContext>): Promise<string[]> =>
    (await judge(overlay, more)).problems.map(({ code, line, severity }) => `${severity} ${code} ${line ?? 0}`);
  const PIPELINE = 'content/pipelines/craft.yml';
  const SETTINGS = 'content/settings.yml';

  test('records from before a stage was retired stay valid, and nobody enters it later', async () => {
    const retired = [edit(PIPELINE, 'discusses: small-task\n', 'discusses: small-task\n    retired: 2026-03-01\n'), edit(PIPELINE, 'weight: 60 %', 'weight: 100 %')];
    expect(await told(retired)).toEqual([]);
    const later = edit(`${MOOSE}/candidate.yml`, 'event: withdrew, reason: other-offer }', 'event: advanced, by: kim, to: talk }');
    expect(await told([...retired, later])).toEqual(['error event/target 5']);
  });

  test('a later version of a challenge comes on a later day, and each is there once', async () => {
    const since = (...days: readonly (readonly [number, string])[]): Overlay => [edit('content/challenges/small-task/challenge.mdx', 'version: 1\n', `version: 2\nversions:\n${days.map(([version, day]) => `  - { version: ${version}, since: ${day} }\n`).join('')}`)];
    expect(await told(since([1, '2026-01-05'], [2, '2026-02-05']))).toEqual([]);
    expect(await told(since([2, '2026-02-05'], [1, '2026-01-05']))).toEqual([]);
    expect(await told(since([1, '2026-02-05'], [2, '2026-02-05']))).toEqual(['warning challenge/version-days 7']);
    expect(await told(since([2, '2026-01-05'], [2, '2026-02-05']))).toEqual(['warning challenge/version-days 7']);
  });

  test('those who did not go on are counted as well', async () => {
    const counts = (words: string): Overlay => [edit('content/fairness/builder-2026/2026-q1/gender.yml', 'reached: 6, advanced: 0', words)];
    expect(await told(counts('reached: 9, advanced: 9'))).toEqual([]);
    expect(await told(counts('reached: 9, advanced: 6'))).toEqual(['error fairness/small-count 1']);
    expect(await told(counts('reached: 3, advanced: 0'))).toEqual(['error fairness/small-count 1']);
  });

  test('a careless merge is told where it stands', async () => {
    const line = '  - { at: 2026-02-04T10:00+00:00, stage: talk, event: advanced, by: kim }\n';
    expect(await told([edit(`${OTTER}/candidate.yml`, line, line + line)])).toEqual(['error event/wrong-stage 14']);
  });

  test('a future fact is a warning by the machine’s clock, and no problem by another', async () => {
    const future = edit(`${MOOSE}/candidate.yml`, '2026-03-11T09:12', '2026-04-11T09:12');
    expect(await told([future])).toEqual(['warning time/in-future 5']);
    expect(await told([future], { clockFrom: 'commit' })).toEqual([]);
  });

  test('an uncalibrated reviewer is what the settings say', async () => {
    const untrained = edit('content/people/mia.yml', '  - { rubric: application@1, on: 2025-12-01 }\n', '');
    expect(await told([untrained])).toEqual(['warning score/uncalibrated 1']);
    expect(await told([untrained, edit(SETTINGS, 'uncalibrated: warn', 'uncalibrated: refuse')])).toEqual(['error score/uncalibrated 1']);
    expect(await told([untrained, edit(SETTINGS, 'uncalibrated: warn', 'uncalibrated: ignore')])).toEqual([]);
  });

  test.each(['3 business days', '24h', '7 days', '1 week'])('a promise of %s is fine', async (promise) => {
    expect(await told([edit(SETTINGS, 'reply_within: 5 business days', `reply_within: ${promise}`)])).toEqual([]);
  });

  test.each([['6 business days', 'warning promise/slow'], ['8 days', 'warning promise/slow'], ['10 days', 'error promise/too-slow'], ['2 weeks', 'error promise/too-slow'], ['8-12 business days', 'error promise/too-slow']])('a promise of %s is not', async (promise, expected) => {
    expect(await told([edit(SETTINGS, 'reply_within: 5 business days', `reply_within: ${promise}`)])).toEqual([`${expected} 6`]);
  });

  test.each([['2-4 h', '24h', []], ['2-4 h', '23h', ['error challenge/window-tight 7']], ['30-45 min', '24-72 h', []], ['8 h', '48h', ['warning challenge/effort-high 6']]])('effort %s in a window of %s', async (effort, window, expected) => {
    const problems = await told([edit('content/challenges/small-task/challenge.mdx', 'effort: 2-3 h\nwindow: 72h', `effort: ${effort}\nwindow: ${window}`)]);
    expect(problems.filter((problem) => !problem.includes('too-much-unpaid'))).toEqual(expected);
  });

  test('whoever has a conflict of interest may be asked no more, and a released person counts no more', async () => {
    expect(await told([edit(`${CRANE}/panels/small-task.2.yml`, ', released: 2026-01-24, reason: conflict', '')])).toEqual(['warning panel/conflict 5']);
  });

  test('a trial is paid within five business days, and a day too early or late is no day of it', async () => {
    expect(await told(withTrial(TRIAL_LOG))).toEqual([]);
    expect(await told(withTrial(undefined))).toEqual(['warning trial/unpaid 7']);
    // Held on a Friday: the fifth business day is the next one, which still counts.
    expect(await told(withTrial(undefined), { now: Date.parse('2026-03-13T23:00Z'), clockFrom: 'commit' })).toEqual([]);
    expect(await told(withTrial(undefined), { now: Date.parse('2026-03-14T01:00Z'), clockFrom: 'commit' })).toEqual(['warning trial/unpaid 7']);
    expect(await told(withTrial(TRIAL_LOG.replace('1500', '1600')))).toEqual(['warning trial/pay-differs 4']);
    expect(await told(withTrial(TRIAL_LOG.replace('EUR }', 'EUR }\n  - { on: 2026-03-10, by: kim, amount: 60, currency: USD, for: A train ticket }')))).toEqual([]);
    expect(await told(withTrial(TRIAL_LOG.replace('on: 2026-03-02', 'on: 2026-03-07')))).toEqual(['error trial/day-outside 2']);
    expect(await told(withTrial(TRIAL_LOG.replace('by: mia', 'by: nobody').replace('by: kim', 'by: noone')))).toEqual(['error reference/unknown-person 2', 'error reference/unknown-person 4']);
    expect(await told([...withTrial(TRIAL_LOG), write(`${VOLE}/log/trial.2.yml`, TRIAL_LOG)])).toEqual(['error visit/unknown 1']);
    // Money that is to be sent is not sent.
    expect(await told(withTrial(TRIAL_LOG.replace('on: 2026-03-10', 'on: 2026-03-30')))).toEqual(['warning time/in-future 4']);
    // Somebody who is stopped on the second day has worked two days, and is paid for the week as agreed.
    const stopped = edit(`${VOLE}/candidate.yml`, '2026-03-06T16:00+00:00, stage: trial, event: held', '2026-03-03T16:00+00:00, stage: trial, event: withdrew, reason: other-offer');
    expect(await told([...withTrial(undefined), stopped])).toEqual(['warning trial/unpaid 7']);
  });

  test('the notes of a trial are read for names and addresses like every other record', async () => {
    expect(await told(withTrial(TRIAL_LOG.replace('Set up', 'Set up with Rósa Muster')))).toEqual(['error leak/name 2']);
    expect(await told(withTrial(TRIAL_LOG.replace('Set up', 'Set up with robin@somewhere.org')))).toEqual(['error leak/e-mail 2']);
  });

  test('a broken file is one problem: what names it is not blamed', async () => {
    for (const path of [PIPELINE, 'rubrics/small-task.md', 'rubrics/versions/small-task/2.md', 'content/people/kim.yml', 'content/roles/builder-2026.mdx', 'content/challenges/small-task/challenge.mdx', 'content/questions/apply.yml', 'content/questions/talk-guide.yml', 'content/messages/next.en.md', 'content/messages/declined.en.md', `${OTTER}/candidate.yml`, `${OTTER}/decision.yml`, `${OTTER}/scores/small-task/noa.yml`, 'content/calibrations/2026-01-small-task/session.yml', SETTINGS]) {
      const { problems } = await judge([write(path, path.endsWith('.yml') ? 'a: [' : '---\na: [\n---\n')]);
      expect(problems.filter((problem) => problem.path !== path).map(({ code, path: where }) => `${path} broken: ${code} ${where}`)).toEqual([]);
    }
  });

  test('a link to an anonymous copy is fine, one to its owner is not', async () => {
    const link = (url: string): Overlay => [edit(`${HERON}/submissions/small-task.yml`, 'https://git.example/copies/plum-heron-2k', `"${url}"`)];
    for (const fine of ['https://github.com/sample-works/plum-heron-2k', 'https://docs.example/d/1a2b', 'https://1.1.1.1/x']) expect(await told(link(fine)), fine).toEqual([]);
    for (const bad of ['https://github.com/someone', 'https://www.linkedin.com/in/someone', 'https://someone.github.io/task', 'https://videos.example/@someone/1']) expect(await told(link(bad)), bad).toEqual(['error submission/link-reveals 2']);
    for (const bad of ['https://localhost/x', 'https://10.1.2.3/x', 'https://[::1]/x', 'https://[fe80::1]/x', 'https://nas.local/x', 'https://172.20.0.1/x']) expect(await told(link(bad)), bad).toEqual(['error submission/link-private 2']);
  });

  test('what a text says is the same whether it was asked while it was read, or is asked now', async () => {
    const token = `ghp_${'b2'.repeat(18)}`;
    const overlay = [
      edit('content/challenges/small-task/starter/src/total.ts', 'let sum', `// ${token}\n  let sum`),
      write(`${OTTER}/submissions/small-task.md`, 'Ask robin@somewhere.org.\n'),
      // Refused before anybody reads it as a record, and looked at all the same.
      write('content/people/key.txt', `AGE-SECRET-KEY-1${'Q'.repeat(58)}\n`),
    ];
    const { judged } = await loadWorkspace(withChanges(healthy, overlay), { judge: judgeText });
    expect(judged.get(`${OTTER}/submissions/small-task.md`)?.map(({ code }) => code)).toEqual(['leak/e-mail']);
    expect(judged.get('content/people/key.txt')).toBeUndefined();
    // Names of the identity folder are looked for in every text, each time.
    const nobody = { identities: new Map<string, Identity>() };
    const now = await judge(overlay, nobody);
    const readAgain: string[] = [];
    const before = await judge(overlay, { ...nobody, judged: (path) => judged.get(path), texts: (path) => (judged.has(path) && readAgain.push(path), now.texts(path)) });
    expect(before.problems).toEqual(now.problems);
    expect(now.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['secret/token', 'leak/e-mail', 'secret/age-key']));
    expect(readAgain.filter((path) => !path.startsWith('rubrics/'))).toEqual([]);
  });

  test('a secret is found in starters and policies, and never repeated', async () => {
    const token = `ghp_${'b2'.repeat(18)}`;
    const { problems } = await judge([edit('content/challenges/small-task/starter/src/total.ts', 'let sum', `// ${token}\n  let sum`)]);
    expect(problems).toMatchObject([{ code: 'secret/token', line: 2 }]);
    expect(JSON.stringify(problems)).not.toContain(token);
  });
});

describe('codes, explanations and overlays belong together', () => {
  test('every explanation has an overlay and every overlay an explanation', () => {
    expect(CODES).toEqual([...EXPLANATIONS.keys()].filter((code) => !WITHOUT_OVERLAY.has(code.split('/')[0] ?? '')).sort());
  });

  test('every code in the sources is explained, and every explanation belongs to a code in the sources', () => {
    const families = new Set([...EXPLANATIONS.keys()].map((code) => code.split('/')[0]));
    const stated = new Set<string>();
    for (const folder of ['checks/rules', 'checks/references.ts', 'model', 'text', 'store', 'gate'].map((name) => join(SOURCE, name))) {
      for (const path of filesBelow(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
        for (const [, code = ''] of readFileSync(path, 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*)'/g)) {
          if (families.has(code.split('/')[0])) stated.add(code);
        }
      }
    }
    expect([...stated].sort()).toEqual([...EXPLANATIONS.keys()]);
  });

  test('every rule names codes that are explained, and says what it holds', () => {
    for (const rule of RULES) {
      expect(rule.holds).toMatch(/\.$/);
      for (const code of rule.codes) expect(EXPLANATIONS.has(code), code).toBe(true);
    }
  });

  test('an explanation is complete, and its examples differ', () => {
    for (const { code, title, why, wrong, right } of EXPLANATIONS.values()) {
      expect(title, code).not.toMatch(/[.]$/);
      expect(why, code).toMatch(/[.]$/);
      expect(wrong, code).not.toBe(right);
    }
  });
});

/** Families that compare two trees, and need more than one. */
const WITHOUT_OVERLAY = new Set(['gate']);

function filesBelow(root: string): string[] {
  if (root.endsWith('.ts')) return [root];
  try {
    return readdirSync(root, { withFileTypes: true, recursive: true }).filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name)).sort()
      .filter((path) => !path.endsWith('.txt') || !path.startsWith(OVERLAYS));
  } catch {
    return [];
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { withChanges, write, type Overlay } from '../fixtures/every-problem/overlay.ts';
import type { Identity } from '../model/identities.ts';
import type { Problem } from '../model/problem.ts';
import { printProblems } from '../report/problems.ts';
import { loadWorkspace } from '../store/load.ts';
import { positioned } from '../store/locate.ts';
import { EXPLANATIONS } from './explain/index.ts';
import { RULES } from './registry.ts';
import { runChecks } from './run.ts';

const SOURCE = join(import.meta.dirname, '..');
const OVERLAYS = join(SOURCE, 'fixtures/every-problem');
const NOW = Date.parse('2026-03-20T12:00Z');
const IDENTITIES = new Map<string, Identity>([['teal-otter-7f', { name: 'Rósa Muster', handles: ['@rosa_m'], links: ['https://git.example/rosam'] }]]);

const healthy = new Map<string, Uint8Array>();
beforeAll(() => {
  const root = join(SOURCE, 'fixtures/healthy');
  for (const path of filesBelow(root)) healthy.set(relative(root, path), readFileSync(path));
});

interface Judged { readonly problems: readonly Problem[]; readonly texts: (path: string) => string | undefined }

async function judge(overlay: Overlay): Promise<Judged> {
  const files = withChanges(healthy, overlay);
  const { workspace, problems } = await loadWorkspace(files);
  const read = new Map<string, string>();
  for (const { path } of await files.list()) {
    const content = await files.read(path).catch(() => undefined);
    if (content) read.set(path, new TextDecoder().decode(content));
  }
  const texts = (path: string): string | undefined => read.get(path);
  const found = runChecks(workspace, { now: NOW, clockFrom: 'machine', identities: IDENTITIES, texts });
  return { problems: positioned([...problems, ...found], texts), texts };
}

test('the healthy workspace has no problem, awkward text and all', async () => {
  const { problems, texts } = await judge([]);
  expect(printProblems(problems, { format: 'terminal', readText: texts })).toBe('No problems found.\n');
});

test('nor has it when every file was saved on Windows', async () => {
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

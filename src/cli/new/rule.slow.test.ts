import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context, Input } from '../command.ts';
import { Mistake } from '../command.ts';
import { newRule } from './rule.ts';

const OURS = join(import.meta.dirname, '../../..');
const CREATED = ['src/checks/rules/role-no-pay.ts', 'src/checks/rules/role-no-pay.test.ts', 'src/fixtures/every-problem/role/no-pay.ts'];
const CHANGED = ['src/checks/explain/role.ts', 'src/checks/registry.ts'];

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'hire-'));
  for (const path of ['package.json', 'tsconfig.json', 'vitest.config.ts']) cpSync(join(OURS, path), join(copy, path));
  for (const room of ['model', 'text', 'store', 'checks', 'analysis', 'messages', 'report', 'fixtures']) cpSync(join(OURS, 'src', room), join(copy, 'src', room), { recursive: true });
  symlinkSync(join(OURS, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(copy, path), 'utf8');
const replace = (path: string, from: string, to: string) => {
  expect(read(path)).toContain(from);
  writeFileSync(join(copy, path), read(path).replace(from, to));
};

async function begin(code: string | undefined, options: Input['options'] = {}): Promise<{ out: string; err: string }> {
  const said = { out: '', err: '' };
  const context = { stdout: (text: string) => void (said.out += text), stderr: (text: string) => void (said.err += text) } as Context;
  await newRule(context, { options, words: ['rule'] }, code, copy);
  return said;
}

function test(...words: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(OURS, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'fast', ...words], { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', CI: '1' } });
  return { status, output: stdout + stderr };
}

describe('hire new rule', () => {
  it('takes the code of a problem that is not there yet', async () => {
    await expect(async () => begin(undefined)).rejects.toThrow(Mistake);
    await expect(async () => begin('No Pay')).rejects.toThrowErrorMatchingInlineSnapshot(`[Mistake: hire new rule takes the code of a problem, such as role/no-pay: a family and what is wrong, in lower-case letters and single hyphens; found “No Pay”.]`);
    await expect(async () => begin('role/no-panel')).rejects.toThrowErrorMatchingInlineSnapshot(`[Mistake: There is a problem “role/no-panel” already; “hire explain role/no-panel” says what it means.]`);
  });

  it('writes nothing with --dry-run', async () => {
    expect(await begin('role/no-pay', { 'dry-run': true })).toMatchInlineSnapshot(`
      {
        "err": "Nothing was written (--dry-run). This would be:
      Fill in check in src/checks/rules/role-no-pay.ts, the overlay that breaks it, and the explanation; then: npx vitest run src/checks/rules/role-no-pay.test.ts
      The problem as people see it is kept beside the overlay: npx vitest run src/checks -u writes it, and the review reads it.
      ",
        "out": "src/checks/rules/role-no-pay.ts
      src/checks/rules/role-no-pay.test.ts
      src/fixtures/every-problem/role/no-pay.ts
      src/checks/explain/role.ts (one entry)
      src/checks/registry.ts (one entry)
      ",
      }
    `);
    for (const path of CREATED) expect(existsSync(join(copy, path)), path).toBe(false);
    for (const path of CHANGED) expect(read(path)).toBe(readFileSync(join(OURS, path), 'utf8'));
  });

  it('writes rule, test, overlay and explanation, and registers them', async () => {
    await begin('role/no-pay');
    for (const path of CREATED) expect(existsSync(join(copy, path)), path).toBe(true);
    for (const path of CHANGED) expect(read(path), path).toContain('no-pay');
    await expect(async () => begin('role/no-pay')).rejects.toThrow('There is a problem “role/no-pay” already');
  });

  it('fails until it is filled in, and says what to fill in', () => {
    const { status, output } = test('src/checks/rules/role-no-pay.test.ts');
    expect(status).toBe(1);
    expect(output).toContain('Fill in src/fixtures/every-problem/role/no-pay.ts: the fewest edits that break the rule.');
    expect(output).toContain('Fill in “role/no-pay” in src/checks/explain/role.ts: what is wrong, and why it matters.');
    replace(CREATED[2] ?? '', 'Overlay = []', "Overlay = [{ kind: 'edit', path: 'content/roles/builder-2026.mdx', from: 'pay: €70,000–80,000\\n', to: '' }]");
    expect(test('src/checks/rules/role-no-pay.test.ts').output).toContain('Fill in check in src/checks/rules/role-no-pay.ts: it finds nothing where the overlay breaks it.');
  });

  it('passes once it is, together with the tests that hold codes, overlays and explanations together', () => {
    const rule = CREATED[0] ?? '';
    replace(rule, "value.title !== ''", 'value.pay !== undefined');
    replace(rule, "key: ['title']", "key: ['level']");
    replace(rule, 'State what holds when everything is in order.', 'A role says what it pays.');
    replace(rule, 'Say in one sentence what stands there and what it contradicts.', 'The role does not say what it pays, though candidates read it.');
    replace(rule, 'Say the exact edit that mends it.', 'Add pay: with a figure or a range.');
    replace('src/checks/explain/role.ts', 'Say what is wrong in a few words', 'The role does not say what it pays');
    replace('src/checks/explain/role.ts', 'Say why it matters, to somebody who does not write programs.', 'Who does not know the pay cannot decide whether to apply.');
    const alone = test('src/checks/rules/role-no-pay.test.ts');
    expect(alone.status, alone.output).toBe(0);
    const together = test('src/checks/every-problem.test.ts', '-t', 'belong together');
    expect(together.status, together.output).toBe(0);
  });

  it('begins a family that is new', async () => {
    await begin('weather/rain');
    expect(read('src/checks/explain/index.ts')).toContain("import { weather } from './weather.ts';");
    const { output } = test('src/checks/rules/weather-rain.test.ts');
    expect(output).toContain('Fill in “weather/rain” in src/checks/explain/weather.ts');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { edit, withChanges } from '../../fixtures/every-problem/overlay.ts';
import { loadWorkspace } from '../../store/load.ts';
import { printProblems } from '../../report/problems.ts';
import { runChecks } from '../run.ts';

const HEALTHY = new URL('../../fixtures/healthy', import.meta.url).pathname;
const healthy = new Map(['content', 'rubrics'].flatMap((folder) => readdirSync(join(HEALTHY, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile()).map((entry) => [relative(HEALTHY, join(entry.parentPath, entry.name)).replaceAll('\\', '/'), new Uint8Array(readFileSync(join(entry.parentPath, entry.name)))] as const));

/** Problems of one file that was made long, and how many milliseconds finding and printing them took. */
async function told(path: string, words: string): Promise<{ readonly code: string | undefined; readonly took: number }> {
  const files = withChanges(healthy, [edit(path, /$/, words)]);
  const { workspace } = await loadWorkspace(files);
  const text = new TextDecoder().decode(await files.read(path));
  const began = performance.now();
  const found = runChecks(workspace, { now: Date.parse('2026-03-20T12:00Z'), clockFrom: 'option', texts: () => undefined }).filter((problem) => problem.path === path);
  printProblems(found, { format: 'terminal', readText: () => text });
  return { code: found[0]?.code, took: performance.now() - began };
}

it.each([
  ['braces that are no token', 'content/messages/declined.en.md', `${'{'.repeat(900)}\n`, 600, 'message/malformed-token'],
  ['components that lead nowhere', 'content/guide/process.mdx', '\n<Criteria rubric="nope"/>\n', 20_000, 'reference/unknown-rubric'],
])('a file full of %s is told of, in a time that grows with its length and no faster', async (_, path, line, lines, code) => {
  const eighth = await told(path, line.repeat(lines / 8));
  const whole = await told(path, line.repeat(lines));
  expect([eighth.code, whole.code]).toEqual([code, code]);
  // Eight times as much work takes some eight times as long; by the square of the length it would be sixty-four. A busy machine moves both.
  expect(whole.took / (eighth.took + 5)).toBeLessThan(40);
});

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

it.each([
  ['braces that are no token', 'content/messages/declined.en.md', `${'{'.repeat(900)}\n`.repeat(600), 'message/malformed-token'],
  ['components that lead nowhere', 'content/guide/process.mdx', '\n<Criteria rubric="nope"/>\n'.repeat(20_000), 'reference/unknown-rubric'],
])('a file full of %s is told of and keeps nobody waiting', async (_, path, words, code) => {
  const files = withChanges(healthy, [edit(path, /$/, words)]);
  const { workspace } = await loadWorkspace(files);
  const text = new TextDecoder().decode(await files.read(path));
  const began = performance.now();
  const found = runChecks(workspace, { now: Date.parse('2026-03-20T12:00Z'), clockFrom: 'option', texts: () => undefined }).filter((problem) => problem.path === path);
  expect(found[0]).toMatchObject({ code });
  printProblems(found, { format: 'terminal', readText: () => text });
  expect(performance.now() - began).toBeLessThan(1000);
});

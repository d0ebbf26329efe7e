import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANARY, CANARY_NUMBER, plantCanaries } from '../fixtures/canaries.ts';
import { folderFiles } from '../store/folder.ts';
import { loadWorkspace } from '../store/load.ts';
import { ENGINE } from './engine.ts';
import type { Opened } from './open.ts';
import { processContext } from './process-context.ts';
import { publishForCandidatesTo } from './publish-for-candidates.ts';
import { buildSite } from './site/astro.ts';
import { HEALTHY } from './test-context.ts';

const NOW = Date.parse('2026-03-20T12:00Z');

describe('the public guide of a workspace with a canary in every field', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hire-canaries-'));
  let bytes = '';
  beforeAll(async () => {
    const { workspace } = plantCanaries((await loadWorkspace(folderFiles(HEALTHY))).workspace);
    publishForCandidatesTo(join(folder, 'published'), { workspace, clock: { now: NOW, from: 'option' } } as Opened);
    const built = await buildSite(processContext(), { audience: 'candidate', engine: ENGINE, published: join(folder, 'published'), out: join(folder, 'site'), keepGoing: false });
    expect(built.ok, built.said).toBe(true);
    // Every byte of every file, and the names of the files.
    const files = readdirSync(join(folder, 'site'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    bytes = files.map((file) => `${file.slice(folder.length)}\n${readFileSync(file, 'latin1')}`).join('\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds canaries of the fields that are public', () => {
    for (const field of ['role title', 'role body', 'guide body', 'guide title', 'pipeline stages why', 'rubric criteria name', 'challenge not_marked', 'questions questions ask', 'settings organisation', 'person name']) expect(bytes, field).toContain(`${CANARY} ${field} end`);
  });

  it('and of no other: nothing of a candidate, a reviewer, a score or a key', () => {
    const kinds = new Set([...bytes.matchAll(new RegExp(`${CANARY} ([a-z-]+) (.+?) end`, 'g'))].map((match) => match[1]));
    expect([...kinds].sort()).toEqual(['challenge', 'guide', 'person', 'pipeline', 'questions', 'role', 'rubric', 'settings']);
    for (const secret of ['looks_for', 'follow_ups', 'anchors text', 'states because', 'deliverables', 'acceptance', 'do_not_build', `${CANARY}-candidate`, `${CANARY}-person`, String(CANARY_NUMBER), 'mia', 'noa']) expect(bytes, secret).not.toContain(secret);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { edit, HERON, OTTER, withChanges, type Overlay } from '../../fixtures/every-problem/overlay.ts';
import { loadWorkspace } from '../../store/load.ts';
import { publish } from '../publish.ts';

const HEALTHY = join(import.meta.dirname, '../../fixtures/healthy');
const healthy = new Map(readdirSync(HEALTHY, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
  const file = join(entry.parentPath, entry.name);
  return [relative(HEALTHY, file).split(sep).join('/'), new Uint8Array(readFileSync(file))] as const;
}));

const RUBRIC = 'rubrics/small-task.md';
const WORDS = 'Nothing of it runs at all.';
const reworded = edit(RUBRIC, '- **1** Nothing of it can be seen.', `- **1** ${WORDS}`);
/** Plum heron waits for a score, teal otter was hired long ago. */
const NOW = Date.parse('2026-03-20T12:00Z');
const SHEET = HERON.replace('content/candidates', 'score').concat('/small-task.json');
const PAST = OTTER.replace('content/', '').concat('.json');

/** What is published after changes to the healthy workspace, by its path. */
async function published(overlay: Overlay): Promise<(path: string) => string> {
  const { workspace } = await loadWorkspace(withChanges(healthy, overlay));
  const files = new Map(publish({ workspace, now: NOW, problems: [], build: { commit: null, engine: '0.0.0', repository: null, warnings: [], leftOut: [] } }));
  return (path) => JSON.stringify(files.get(path) ?? expect.fail(`${path} is not published`));
}

const rubricOf = (json: string) => JSON.parse(json) as { versions: { version: number; criteria: { anchors: Record<string, string> }[] }[]; changes: unknown[]; reworded: { from: number; to: number; rows: { where: string; words: { kind: string; text: string }[] }[] } | null };

test('a new wording reaches whoever scores now and the page of the rubric, which lists it', async () => {
  const found = await published([reworded]);
  expect(found(SHEET)).toContain(WORDS);
  const page = rubricOf(found('rubrics/small-task.json'));
  expect(page.versions.map(({ version, criteria }) => [version, criteria[0]?.anchors['1']])).toEqual([[2, WORDS], [1, 'Nothing of it can be seen.']]);
  expect(page.reworded).toMatchObject({ from: 2, to: 2, rows: [{ where: 'anchor 1' }] });
  expect(page.reworded?.rows[0]?.words).toContainEqual({ kind: 'removed', text: 'can' });
});

test('a visit that is over keeps the words of the frozen copy', async () => {
  const found = (await published([reworded]))(PAST);
  expect(found).toContain('Nothing of it can be seen.');
  expect(found).not.toContain(WORDS);
});

test('nothing is listed where nothing was changed', async () => {
  const found = await published([]);
  expect(rubricOf(found('rubrics/small-task.json')).reworded).toBeNull();
  expect(found(SHEET)).not.toContain(WORDS);
});

test('what changes the meaning of a mark reaches nobody before it has a version of its own', async () => {
  const found = await published([reworded, edit(RUBRIC, '62.5%', '60%'), edit(RUBRIC, '37.5%', '40%')]);
  expect(found(SHEET)).not.toContain(WORDS);
  const page = rubricOf(found('rubrics/small-task.json'));
  expect(page.versions[0]?.criteria[0]?.anchors['1']).toBe('Nothing of it can be seen.');
  expect(page.reworded).toBeNull();
});

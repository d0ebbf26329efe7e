import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workspaceFacts } from '../analysis/candidate.ts';
import { officeOf } from '../analysis/time/office.ts';
import { copy, HERON, withChanges, write, type Overlay } from '../fixtures/every-problem/overlay.ts';
import { loadWorkspace } from '../store/load.ts';
import { scoringSchema, type PublishedScoring } from './published/scoring.ts';
import { publishedScoring } from './scoring.ts';

const HEALTHY = new URL('../fixtures/healthy', import.meta.url).pathname;
/** Mia has scored plum-heron-2k, Noa has not. */
const NOW = Date.parse('2026-03-20T12:00Z');

const healthy = new Map(readdirSync(HEALTHY, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
  const path = join(entry.parentPath, entry.name);
  return [relative(HEALTHY, path).split(sep).join('/'), readFileSync(path)] as const;
}));

async function sheets(changes: Overlay = [], now = NOW): Promise<PublishedScoring[]> {
  const { workspace } = await loadWorkspace(withChanges(healthy, changes));
  const facts = workspaceFacts(workspace, now);
  const zone = officeOf(workspace.calendar).zone;
  return facts.all.flatMap((each) => publishedScoring(each, { workspace, now, today: facts.today, dayOf: (epoch) => zone.dayOf(epoch), facts }) ?? []).map((sheet) => scoringSchema.parse(sheet));
}

describe('the sheet for scoring', () => {
  it('is there only while a visit waits for scores', async () => {
    expect((await sheets()).map(({ candidate, visit }) => `${candidate} ${visit}`)).toEqual(['plum-heron-2k small-task']);
    // Before the work was handed in, and once everybody has scored.
    expect(await sheets([], Date.parse('2026-03-17T12:00Z'))).toEqual([]);
    expect(await sheets([copy(`${HERON}/scores/small-task/mia.yml`, `${HERON}/scores/small-task/noa.yml`)])).toEqual([]);
  });

  it('says who is in and who may score, and no mark, word or key', async () => {
    const [sheet] = await sheets();
    expect(sheet).toMatchObject({
      scoresIn: 1, scoresWanted: 2, evidenceMin: 20, rubric: { reference: 'small-task@2', min: 1, max: 4 },
      people: [{ person: 'mia', in: true }, { person: 'noa', in: false }],
    });
    expect(JSON.stringify(sheet)).not.toMatch(/total of three lines|honest summary|"mark"|"recommendation"/);
    expect(sheet?.task?.key).toBe('content/challenges/small-task/key.yml');
  });

  it('names nobody who declared a conflict', async () => {
    const [sheet] = await sheets([write(`${HERON}/conflicts/noa.yml`, 'kind: referred\ndeclared: 2026-03-19\n')]);
    expect((sheet?.people ?? []).map(({ person }) => person)).not.toContain('noa');
  });
});

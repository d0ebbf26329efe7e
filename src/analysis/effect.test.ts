import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Stage } from '../model/pipeline.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Workspace } from '../model/workspace.ts';
import { folderFiles } from '../store/folder.ts';
import { loadWorkspace } from '../store/load.ts';
import { workspaceFacts, type WorkspaceFacts } from './candidate.ts';
import { processEffect } from './effect-process.ts';
import { rubricEffect } from './effect-rubric.ts';
import { differencesOf } from './effect-values.ts';

let workspace: Workspace;
let facts: WorkspaceFacts;
let rubric: Rubric;
beforeAll(async () => {
  ({ workspace } = await loadWorkspace(folderFiles(join(import.meta.dirname, '../fixtures/healthy'))));
  facts = workspaceFacts(workspace, Date.parse('2026-03-20T12:00Z'));
  const current = workspace.rubrics.get('small-task')?.current?.value;
  if (!current) throw new Error('The miniature has no such rubric.');
  rubric = current;
});

const weighed = (...weights: readonly number[]): Rubric => ({ ...rubric, criteria: rubric.criteria.map((criterion, index) => ({ ...criterion, weight: weights[index] ?? 0 })) });
const effect = (after: Rubric | undefined, mayShow = true) => rubricEffect(workspace, facts.all, 'small-task', after, () => mayShow);

describe('another text of a rubric', () => {
  it('changes nothing while the weights stay', () => {
    expect(effect(rubric)).toMatchObject({ moved: [], compared: 2, apart: 0, held: [{ version: 2, visits: 4, open: 1 }] });
  });

  it('moves past scores as its weights do', () => {
    const [first, second] = effect(weighed(10, 90)).moved;
    // Crane: correctness 1, explanation 2 on a scale of 1–4: 100 · (0.9 · 1) / 3.
    expect(first).toMatchObject({ candidate: 'navy-crane-9p', before: 12.5, guidance: 60, crosses: undefined, near: false });
    expect(first?.after).toBeCloseTo(30, 9);
    expect(second?.candidate).toBe('teal-otter-7f');
  });

  it('counts only the criteria that are left', () => {
    const only = (id: string): Rubric => ({ ...rubric, criteria: rubric.criteria.filter((criterion) => criterion.id === id) });
    expect(effect(only('explanation')).moved.find(({ candidate }) => candidate === 'navy-crane-9p')?.after).toBeCloseTo(100 / 3, 9);
    expect(effect({ ...rubric, criteria: rubric.criteria.map((criterion) => ({ ...criterion, id: `${criterion.id}-new` })) })).toMatchObject({ moved: [], compared: 0, apart: 2 });
  });

  it('says who would cross the guidance, and who comes near it', () => {
    const cross = (guidance: number): (string | boolean | undefined)[] => {
      const pipelines = new Map([...workspace.pipelines].map(([id, stored]) => [id, { ...stored, value: { ...stored.value, stages: stored.value.stages.map((stage) => ({ ...stage, advance_at: guidance })) } }]));
      const moved = rubricEffect({ ...workspace, pipelines }, facts.all, 'small-task', weighed(30, 70), () => true).moved;
      const otter = moved.find(({ candidate }) => candidate === 'teal-otter-7f');
      return [otter?.crosses, otter?.near];
    };
    expect([cross(60), cross(70), cross(75), cross(80)]).toEqual([[undefined, false], [undefined, true], ['down', true], [undefined, false]]);
  });

  it('compares neither scales nor what may not be seen', () => {
    expect(effect({ ...weighed(10, 90), scale: { min: 1, max: 5 } })).toMatchObject({ moved: [], apart: 2 });
    expect(effect(weighed(10, 90), false)).toMatchObject({ moved: [], compared: 0, apart: 0 });
    expect(effect(undefined)).toMatchObject({ moved: [], compared: 0, held: [{ version: 2 }] });
  });
});

describe('another process', () => {
  const changed = (edit: (stages: readonly Stage[]) => unknown[]): Workspace => ({
    ...workspace,
    pipelines: new Map([...workspace.pipelines].map(([id, stored]) => [id, { ...stored, value: { ...stored.value, stages: edit(stored.value.stages) as Stage[] } }])),
  });
  const of = (after: Workspace) => processEffect(workspace, after, facts.all, '2026-03-20');

  it('is none where everything stays', () => {
    expect(of(changed((stages) => [...stages]))).toEqual([]);
  });

  it('names what comes, goes, moves and changes, and who is in it', () => {
    const [role] = of(changed((stages) => stages.filter(({ id }) => id !== 'small-task')));
    expect(role).toMatchObject({ role: 'builder-2026', stages: [{ stage: 'small-task', how: 'removed' }], open: 1, touched: ['plum-heron-2k'] });
    expect(role?.after?.hours).toBeLessThan(role?.before?.hours ?? 0);
    expect(of(changed((stages) => [...stages, { ...stages[0], id: 'again' }]))[0]?.stages).toMatchObject([{ stage: 'again', how: 'added' }]);
    expect(of(changed((stages) => stages.map((stage) => (stage.id === 'small-task' ? { ...stage, reviewers: 3 } : stage))))[0]?.stages).toEqual([{ stage: 'small-task', title: 'Small task', how: 'changed', what: [{ key: 'reviewers', before: '2', after: '3' }] }]);
    const swapped = of(changed(([first, second, third, ...rest]) => [first, third, second, ...rest]))[0]?.stages;
    expect(swapped?.map(({ stage, how }) => [stage, how])).toEqual([['small-task', 'moved'], ['chat', 'moved']]);
  });

  it('tells openings that are new or gone', () => {
    const without = { ...workspace, roles: new Map() };
    expect(processEffect(without, workspace, [], '2026-03-20')[0]).toMatchObject({ before: undefined, after: { days: 40 } });
    expect(processEffect(workspace, without, [], '2026-03-20')[0]).toMatchObject({ after: undefined });
  });
});

describe('differences of two records', () => {
  it('are told by key, and durations as they were written', () => {
    const duration = (text: string) => ({ from: 1, to: 1, unit: 'day', text });
    expect(differencesOf({ a: { b: duration('1 day'), c: [1, 2], gone: true }, same: 1 }, { a: { b: duration('2 days'), c: [1, 3] }, same: 1, list: [{ x: 'new' }] })).toEqual([
      { key: 'a.b', before: '1 day', after: '2 days' }, { key: 'a.c', before: '1, 2', after: '1, 3' }, { key: 'list[1].x', before: undefined, after: 'new' }, { key: 'a.gone', before: 'true', after: undefined },
    ]);
    expect(differencesOf({ a: [] }, { a: [] })).toEqual([]);
  });
});

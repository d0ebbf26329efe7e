import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { copy, edit, withChanges, type Overlay } from '../fixtures/every-problem/overlay.ts';
import { miniature, type CandidateInput, type ScoreInput } from '../fixtures/workspace.ts';
import type { Files } from '../model/files.ts';
import { folderFiles } from '../store/folder.ts';
import { loadWorkspace } from '../store/load.ts';
import { publish } from './publish.ts';
import { candidateSchema } from './published/candidate.ts';
import { PUBLISHED } from './published/files.ts';
import { personSchema, severitySchema } from './published/people.ts';

const HEALTHY = new URL('../fixtures/healthy', import.meta.url).pathname;
/** Mia has scored plum-heron-2k, Noa has not: the panel is incomplete. */
const NOW = Date.parse('2026-03-20T12:00Z');
const SCORE = 'content/candidates/builder-2026/plum-heron-2k/scores/small-task/mia.yml';
const SETTINGS = 'content/settings.yml';
const build = { commit: null, engine: '0.0.0', repository: null, warnings: [], leftOut: [] };

async function published(files: Files, now = NOW): Promise<Map<string, string>> {
  const { workspace } = await loadWorkspace(files);
  const found = new Map<string, string>();
  for (const [path, value] of publish({ workspace, now, problems: [], build })) found.set(path, JSON.stringify(value));
  return found;
}

const healthy = new Map(readdirSync(HEALTHY, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
  const file = join(entry.parentPath, entry.name);
  return [relative(HEALTHY, file).split(sep).join('/'), new Uint8Array(readFileSync(file))] as const;
}));

async function changed(overlay: Overlay): Promise<string> {
  return [...(await published(withChanges(healthy, overlay))).values()].join('\n');
}

describe('what is published', () => {
  it('holds to its schemas, every file of it', async () => {
    const files = await published(folderFiles(HEALTHY));
    for (const [path, json] of files) {
      const pattern = Object.keys(PUBLISHED).find((each) => new RegExp(`^${each.replace(/<[^>]+>/g, '[^/]+')}$`).test(path));
      expect(pattern, `${path} has a schema`).toBeDefined();
      const result = PUBLISHED[pattern as keyof typeof PUBLISHED].safeParse(JSON.parse(json));
      expect(result.error?.issues ?? [], path).toEqual([]);
    }
    expect(Object.keys(PUBLISHED).filter((pattern) => ![...files.keys()].some((path) => new RegExp(`^${pattern.replace(/<[^>]+>/g, '[^/]+')}$`).test(path)))).toEqual([]);
  });

  it('is the same whatever the order of the folder', async () => {
    const files = folderFiles(HEALTHY);
    const shuffled: Files = { list: async () => [...(await files.list())].reverse(), read: (path) => files.read(path) };
    expect([...(await published(shuffled))]).toEqual([...(await published(files))]);
  });
});

describe('what never leaves the repository', () => {
  const canary = 'zanzibar-canary-words';
  const telling = [edit(SCORE, 'A short and honest summary.', canary), edit(SCORE, 'The total of three lines is right', canary), edit(SCORE, 'mark: 3', 'mark: 4'), edit(SCORE, 'recommendation: yes', 'recommendation: strong-no')];

  it('a mark, evidence or recommendation of an incomplete panel', async () => {
    const files = await published(withChanges(healthy, telling));
    expect([...files.values()].join('\n')).not.toContain(canary);
    const candidate = candidateSchema.parse(JSON.parse(files.get('candidates/builder-2026/plum-heron-2k.json') ?? ''));
    const visit = candidate.visits.find((each) => each.name === 'small-task');
    expect(visit).toMatchObject({ hidden: true, scores: [], result: null, panel: { scoresIn: 1, scoresWanted: 2, complete: false } });
    expect(candidate).toMatchObject({ talkAbout: [], notAssessed: [], row: { disagreements: 0 } });
    expect(candidate.bar.answers.map((each) => each.visit)).not.toContain('small-task');
  });

  it('so the published bytes are the same whatever the hidden marks are', async () => {
    const other = [edit(SCORE, 'mark: 3', 'mark: 1'), edit(SCORE, 'mark: 2', 'mark: 4'), edit(SCORE, 'A short', 'A quite different'), edit(SCORE, 'bar: yes', 'bar: no'), edit(SCORE, 'minutes: 40', 'minutes: 90')];
    expect(await changed(other)).toBe(await changed(telling));
  });

  it('and is seen once the settings hide nothing: the test can fail', async () => {
    expect(await changed([...telling, edit(SETTINGS, 'hidden_until: complete', 'hidden_until: never')])).toContain(canary);
  });

  it('what a hidden mark would add to the health of a challenge or of a rubric', async () => {
    const health = async (overlay: Overlay): Promise<string> => {
      const files = await published(withChanges(healthy, overlay));
      return ['challenges/small-task.json', 'rubrics/small-task.json', 'validity.json'].map((path) => files.get(path) ?? expect.fail(path)).join('\n');
    };
    const [low, high] = [[edit(SCORE, 'mark: 3', 'mark: 1')], [edit(SCORE, 'mark: 3', 'mark: 4')]];
    expect(await health(low)).toBe(await health(high));
    // Once the other reviewer is in, the marks count: the test can fail.
    const noa = copy(SCORE, SCORE.replace('mia', 'noa'));
    expect(await health([...low, noa])).not.toBe(await health([...high, noa]));
  });

  it('what the key of a challenge says', async () => {
    expect(await changed([edit('content/challenges/small-task/key.yml', 'The last line of an order', canary)])).not.toContain(canary);
    expect(await changed([edit('content/challenges/small-task/challenge.mdx', /deliverables:\n\s+- .*|deliverables: \[[^\]]*\]/, `deliverables: [${canary}]`)])).toContain(canary);
  });

  it('the references and marks of a calibration that is open', async () => {
    const session = 'content/calibrations/2026-01-small-task/session.yml';
    const marked = edit('content/calibrations/2026-01-small-task/references/a.yml', 'One edge is missing.', canary);
    expect(await changed([marked, edit(session, 'state: closed', 'state: open')])).not.toContain(canary);
    expect(await changed([marked])).toContain(canary);
  });

  it('so every published byte is the same whatever the marks of an open calibration are', async () => {
    const [session, score] = ['content/calibrations/2026-01-small-task/session.yml', 'content/calibrations/2026-01-small-task/scores/a/mia.yml'];
    const [low, high] = [[edit(score, 'mark: 3', 'mark: 1')], [edit(score, 'mark: 3', 'mark: 4'), edit(score, 'minutes: 40', 'minutes: 90'), edit(score, 'The total', 'Another total')]];
    const open = edit(session, 'state: closed', 'state: open');
    expect(await changed([...low, open])).toBe(await changed([...high, open]));
    expect(await changed(low)).not.toBe(await changed(high));
  });

  it('what a hidden mark would add to the agreement on candidates’ work', async () => {
    const agreement = async (overlay: Overlay): Promise<string> => (await published(withChanges(healthy, overlay))).get('agreement.json') ?? expect.fail();
    const [low, high] = [[edit(SCORE, 'mark: 3', 'mark: 1')], [edit(SCORE, 'mark: 3', 'mark: 4')]];
    expect(await agreement(low)).toBe(await agreement(high));
    const noa = copy(SCORE, SCORE.replace('mia', 'noa'));
    expect(await agreement([noa, ...low])).not.toBe(await agreement([noa, ...high]));
  });
});

describe('what is told of reviewers', () => {
  const TASK = ['2026-02-02T09:00Z application applied', '2026-02-03T16:00Z application advanced', '2026-02-05T08:00Z task started', '2026-02-07T20:00Z task submitted'];
  const people = ['alice', 'bob', 'chen'];
  /** Somebody on the task with a score of each of these; `asked` more than have scored leave the panel incomplete. */
  const on = (scores: Readonly<Record<string, ScoreInput['marks']>>, asked: readonly string[] = people): CandidateInput => ({
    events: TASK, panels: { task: { rubric: 'craft@1', reviewers: asked.map((person) => ({ person, asked: '2026-02-08' })) } },
    scores: { task: Object.fromEntries(Object.entries(scores).map(([person, marks]) => [person, { at: '2026-02-09T10:00Z', marks }])) },
  });
  /** Visits that all three have scored, alice a mark lower than the others, the first without chen; then one more. */
  const six = Array.from({ length: 6 }, (_, index) => {
    const two = { alice: { code: 1 + (index % 3), tests: 2, prose: 1 + (index % 2) }, bob: { code: 2 + (index % 3), tests: 3, prose: 2 } };
    const panel = index === 0 ? two : { ...two, chen: { code: 2 + (index % 3), tests: 3, prose: 2 + (index % 2) } };
    return on(panel, Object.keys(panel));
  });
  function told(last: CandidateInput): Map<string, string> {
    const workspace = miniature({ candidates: { engineer: Object.fromEntries([...six, last].map((each, index) => [`teal-otter-${index}f`, each])) } });
    return new Map([...publish({ workspace, now: NOW, problems: [], build })].map(([path, value]) => [path, JSON.stringify(value)]));
  }
  const low = { code: 1, tests: 'not-observed', prose: 1 } as const;
  const high = { code: 4, tests: 4, prose: 4 } as const;
  const parsed = <T extends { parse: (value: unknown) => unknown }>(schema: T, files: Map<string, string>, path: string) => schema.parse(JSON.parse(files.get(path) ?? '')) as ReturnType<T['parse']>;

  it('is the same, to the byte, whatever stands in a score of an incomplete panel', () => {
    const files = told(on({ alice: low }));
    expect([...files]).toEqual([...told(on({ alice: high }))]);
    expect(parsed(severitySchema, files, 'severity.json')).toMatchObject({ shown: true });
    expect(parsed(personSchema, files, 'people/alice.json')).toMatchObject({ scores: 7, covered: { scores: 6 }, evidence: { pieces: 18 } });
  });

  it('and differs once everybody is in: severity, the adjusted score, and every figure made of marks', () => {
    const [a, b] = [told(on({ alice: low }, ['alice'])), told(on({ alice: high }, ['alice']))];
    const differs = (path: string, part: (json: Record<string, unknown>) => unknown): boolean => JSON.stringify(part(JSON.parse(a.get(path) ?? ''))) !== JSON.stringify(part(JSON.parse(b.get(path) ?? '')));
    expect(['covered', 'evidence', 'marks'].filter((part) => differs('people/alice.json', (json) => json[part]))).toEqual(['covered', 'evidence', 'marks']);
    const [c, d] = [told(on({ alice: low, bob: low, chen: low })), told(on({ alice: high, bob: low, chen: low }))];
    for (const path of ['severity.json', 'candidates/engineer/teal-otter-0f.json', 'people/bob.json']) expect(c.get(path), path).not.toBe(d.get(path));
    const adjusted = candidateSchema.parse(JSON.parse(c.get('candidates/engineer/teal-otter-0f.json') ?? '')).visits.at(-1)?.result;
    expect(adjusted?.adjusted?.percent).not.toBe(adjusted?.percent);
  });

  it('below the guards has no figure and no adjusted score, and says what is missing', () => {
    const workspace = miniature({ candidates: { engineer: { 'teal-otter-0f': six[1] ?? on({}) } } });
    const files = new Map<string, object>([...publish({ workspace, now: NOW, problems: [], build })]);
    expect(files.get('severity.json')).toMatchObject({ shown: false, reviewers: people.map((person) => ({ person, figure: null })), says: expect.stringContaining('Needs') as string });
    expect(JSON.stringify(files.get('candidates/engineer/teal-otter-0f.json'))).toContain('"adjusted":null');
  });
});

test('a score without a must-have, or over too few criteria, stands in no list and beside no decision', () => {
  const of = (marks: ScoreInput['marks']): Map<string, string> => {
    const candidate: CandidateInput = {
      events: ['2026-11-02T09:00Z application applied', '2026-11-03T16:00Z application advanced', '2026-11-07T20:00Z task submitted'],
      messages: [{ at: '2026-11-03T16:05Z', message: 'invite', by: 'dana' }],
      panels: { task: { rubric: 'craft@1', reviewers: ['alice', 'bob'].map((person) => ({ person, asked: '2026-11-08' })) } },
      scores: { task: Object.fromEntries(['alice', 'bob'].map((person) => [person, { at: '2026-11-09T10:00Z', marks }])) },
    };
    const workspace = miniature({ candidates: { engineer: { 'teal-otter-7f': candidate } } });
    return new Map([...publish({ workspace, now: Date.parse('2026-11-20T12:00Z'), problems: [], build })].map(([path, value]) => [path, JSON.stringify(value)]));
  };
  const figures = (files: Map<string, string>): unknown[] => {
    const [row] = JSON.parse(files.get('candidates.json') ?? '') as { percent: number | null }[];
    const { overall } = JSON.parse(files.get('candidates/engineer/teal-otter-7f.json') ?? '') as { overall: { percent: number } | null };
    const { board } = JSON.parse(files.get('workspace.json') ?? '') as { board: { decide: { rows: { score: number | null }[] } } };
    return [row?.percent, overall?.percent, board.decide.rows[0]?.score];
  };
  expect(figures(of({ code: 4, tests: 4, prose: 4 }))).toEqual([100, 100, 4]);
  expect(figures(of({ code: 'not-observed', tests: 4, prose: 4 }))).toEqual([null, undefined, null]);
  expect(figures(of({ code: 4, tests: 'not-observed', prose: 'not-observed' }))).toEqual([null, undefined, null]);
});

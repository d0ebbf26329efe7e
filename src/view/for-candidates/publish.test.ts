import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CANARY, CANARY_NUMBER, plantCanaries, privateKinds } from '../../fixtures/canaries.ts';
import type { Role } from '../../model/role.ts';
import type { Workspace } from '../../model/workspace.ts';
import { folderFiles } from '../../store/folder.ts';
import { loadWorkspace } from '../../store/load.ts';
import { publishForCandidates } from './publish.ts';
import { PUBLISHED_FOR_CANDIDATES } from './published.ts';

const NOW = Date.parse('2026-03-20T12:00Z');
const { workspace: healthy } = await loadWorkspace(folderFiles(new URL('../../fixtures/healthy', import.meta.url).pathname));
const planted = plantCanaries(healthy);

const published = (workspace: Workspace, now = NOW): Map<string, string> => new Map([...publishForCandidates(workspace, now)].map(([path, value]) => [path, typeof value === 'string' ? value : JSON.stringify(value)]));

/** The fields whose canaries are found, `role title` for `role.title`. */
const found = (texts: Iterable<string>): string[] => [...new Set([...texts].flatMap((text) => [...text.matchAll(new RegExp(`${CANARY} (.+?) end`, 'g'))].map((match) => match[1] ?? '')))].sort();

/** Everything of the content that candidates may read, by kind and field. What is not in this list is not public. */
const PUBLIC = [
  'challenge ai means', 'challenge not_marked',
  'guide body', 'guide summary', 'guide title',
  'person name',
  'pipeline bar', 'pipeline stages title', 'pipeline stages why',
  'questions intro', 'questions questions ask', 'questions questions options', 'questions title',
  'role body', 'role level', 'role pay', 'role stack', 'role title',
  'rubric criteria indicators', 'rubric criteria name',
  'settings organisation',
];

const withRole = (change: (role: Role) => Role): Workspace => ({ ...healthy, roles: new Map([...healthy.roles].map(([id, role]) => [id, { ...role, value: change(role.value) }])) });

describe('what candidates may read', () => {
  it('holds to its schemas, every file of it', () => {
    for (const [path, text] of published(healthy)) {
      if (path.startsWith('text/')) continue;
      const [, schema] = Object.entries(PUBLISHED_FOR_CANDIDATES).find(([pattern]) => new RegExp(`^${pattern.replace(/<[^>]+>/g, '[^/]+')}$`).test(path)) ?? [];
      expect(schema?.safeParse(JSON.parse(text)).error?.issues, path).toBeUndefined();
    }
  });

  it('names nobody who judges or is judged: no field is there for it', () => {
    const names = JSON.stringify(Object.values(PUBLISHED_FOR_CANDIDATES).map((schema) => z.toJSONSchema(schema))).match(/"[a-z]+"(?=:\{)/gi) ?? [];
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => /candidate|reviewer|panel|scores?\b|marks\b|anchor|looks|follow|recommend|decision|identity|keyPoints|defect/i.test(name))).toEqual([]);
  });

  it('is exactly these fields of the content, of all that were planted', () => {
    const texts = published(planted.workspace);
    expect(found(texts.values())).toEqual(PUBLIC);
    for (const kind of privateKinds()) expect([...planted.fields].some((field) => field.startsWith(`${kind}.`)), `${kind} was planted`).toBe(true);
    for (const field of ['questions.questions.looks_for', 'questions.questions.follow_ups', 'rubric.criteria.anchors.text', 'role.states.because', 'score.marks.<id>.evidence', 'decision.because', 'key.defects.what']) expect([...planted.fields], field).toContain(field);
  });

  it('holds no id of a candidate or a person, and no number of a private record', () => {
    const all = [...published(planted.workspace).values(), ...published(planted.workspace).keys()].join('\n');
    expect(all).not.toContain(`${CANARY}-candidate`);
    expect(all).not.toContain(`${CANARY}-person`);
    expect(all).not.toContain(String(CANARY_NUMBER));
  });

  it('names the manager who signs, and no reviewer', () => {
    const all = [...published(planted.workspace).values()].join('\n');
    expect([...all.matchAll(/person name end (\w+)/g)].map((match) => match[1])).toEqual(['kim']);
  });

  it('finds a canary in a public field: the search can fail', () => {
    expect([...published(withRole((role) => ({ ...role, title: `${CANARY} role title end` }))).values()].join('\n')).toContain(CANARY);
    expect(found(published(healthy).values())).toEqual([]);
  });
});

describe('an opening', () => {
  it.each(['draft', 'paused', 'closed'] as const)('that is %s has no page', (is) => {
    const paths = [...published(withRole((role) => ({ ...role, states: [...role.states, { on: '2026-03-01', is }] }))).keys()];
    expect(paths.filter((path) => path.includes('roles/'))).toEqual([]);
    expect([...published(healthy).keys()].filter((path) => path.includes('roles/'))).toEqual(['roles/builder-2026.json', 'text/roles/builder-2026.mdx']);
  });

  it('that is planned and not open yet is named nowhere, in the survey neither', () => {
    const texts = [...published(withRole((role) => ({ ...role, states: [{ on: '2026-01-05', is: 'draft' }] }))).values()].join('\n');
    expect(texts).not.toContain('"Builder"');
  });

  it('that has closed may still be spoken of in the survey, for a while', () => {
    const closed = withRole((role) => ({ ...role, states: [...role.states, { on: '2026-03-01', is: 'closed' }] }));
    expect(published(closed).get('survey.json')).toContain('"Builder"');
    expect(published(closed, Date.parse('2026-08-20T12:00Z')).get('survey.json')).toBeUndefined();
  });
});

describe('figures in a text', () => {
  it('are those it names, and no others', () => {
    expect(JSON.parse(published(healthy).get('facts.json') ?? '')).toEqual({ efforts: { 'small-task': '2-3 h' }, windows: { 'small-task': '72h' }, promises: { 'craft/small-task': '5 business days' }, criteria: {} });
  });

  it('come without the front matter of the text', () => {
    expect(published(healthy).get('text/roles/builder-2026.mdx')).not.toMatch(/^---|states:|because/m);
  });
});

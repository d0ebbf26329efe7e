import { describe, expect, it } from 'vitest';
import type { PublishedCandidate, PublishedVisit } from '../../../view/published/candidate.ts';
import { cssText, judgedVisits, points, sheetStyle, table, voices } from './sheet.ts';

const score = (person: string, mark: number | null, counted = true) => ({ person, initial: person.charAt(0), counted, marks: { code: { mark, words: `<p>${person} saw it</p>`, plain: '' } } });
const criterion = { id: 'code', name: 'Code', weight: 50, anchors: { '2': 'runs', '4': 'runs well' } };
const visit = (name: string, more: object = {}) => ({
  name, title: name, kind: 'take-home', left: null, reply: null, panel: { asked: [{ person: 'alice', released: null, shadow: false }, { person: 'gone', released: '2026-01-01', shadow: false }, { person: 'learner', released: null, shadow: true }], scoresIn: 3, complete: true },
  scores: [score('alice', 4), score('bob', 2), score('chen', 3), score('dana', 1, false)], result: { criteria: [criterion] }, ...more,
}) as unknown as PublishedVisit;
const talk = { visit: 'task', visitTitle: 'Task', criterion: 'code', name: 'Code', weight: 50, spread: 2 };
const row = { move: { on: 'reviewers', people: [] } } as unknown as PublishedCandidate['row'];

describe('what to talk about', () => {
  it('sets both ends against each other with the anchor each chose, and keeps who stands between', () => {
    const [point] = points({ talkAbout: [talk], visits: [visit('task')] });
    expect(point?.ends.map(({ person, mark, anchor }) => [person, mark, anchor])).toEqual([['alice', 4, 'runs well'], ['bob', 2, 'runs']]);
    expect(point?.between.map(({ person, anchor }) => [person, anchor])).toEqual([['chen', undefined]]);
  });

  it('names nobody who is not counted', () => {
    expect(voices(visit('task'), criterion as never).map(({ person }) => person)).toEqual(['alice', 'bob', 'chen']);
  });

  it('leaves out what is no longer there', () => {
    expect(points({ talkAbout: [{ ...talk, criterion: 'gone' }, { ...talk, visit: 'gone' }], visits: [visit('task')] })).toEqual([]);
  });
});

it('begins with the latest stage and waits for one whose scores are not all in', () => {
  const visits = [visit('first'), visit('second'), visit('third', { result: null, panel: { complete: false, scoresIn: 1, asked: [] } }), visit('fourth', { result: null, panel: { complete: false, scoresIn: 0, asked: [] } }), visit('fifth', { result: null, panel: null })];
  expect(judgedVisits({ visits }).map(({ name }) => name)).toEqual(['third', 'second', 'first']);
});

it('seats whoever counts and who decides, each once', () => {
  expect(table({ visits: [visit('task')], row, decisions: [] }, 'erin')).toEqual(['alice', 'bob', 'chen', 'erin']);
  expect(table({ visits: [], row, decisions: [{ by: ['erin'] }] as never }, 'erin')).toEqual(['erin']);
});

describe('the edge of a sheet', () => {
  it('says who, which role, which day and which sheet', () => {
    expect(sheetStyle({ who: 'Teal Otter', role: 'Engineer', day: '22 November 2026' })).toContain('@top-left{content:"Teal Otter"');
    expect(sheetStyle({ who: '', role: '', day: '' })).toContain('counter(page) " of " counter(pages)');
  });

  it('lets no title end the string or the style element', () => {
    expect(cssText('A "quoted" \\ title</style>')).toBe('"A \\22 quoted\\22  \\5c  title\\3c \\2f style\\3e "');
  });
});

import { describe, expect, test } from 'vitest';
import { workspaceFacts } from '../analysis/candidate.ts';
import { miniature } from '../fixtures/workspace.ts';
import { notYetJudged, selectCandidates, type Filter } from './select.ts';

const TASK = ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application advanced', '2026-10-05T08:00Z task started', '2026-10-07T20:00Z task submitted'];
const PANEL = { rubric: 'craft@1', reviewers: [{ person: 'alice', asked: '2026-10-08' }, { person: 'bob', asked: '2026-10-08' }] };
const score = (mark: number) => ({ at: '2026-10-09T10:00Z', marks: { code: mark, tests: mark, prose: mark } });
const handedIn = (...marks: number[]) => ({ events: TASK, panels: { task: PANEL }, scores: { task: Object.fromEntries(marks.map((mark, index) => [['alice', 'bob'][index] ?? '', score(mark)])) } });

const workspace = miniature({
  candidates: {
    engineer: {
      applied: { events: TASK.slice(0, 1) }, working: { events: TASK.slice(0, 3) }, weak: handedIn(1, 1), strong: handedIn(4, 4), half: handedIn(1), unread: handedIn(),
      declined: { events: [...TASK, '2026-10-12T10:00Z task declined reason=below-bar'] }, gone: { erased: { on: '2026-10-01', basis: 'request', visits: [] } },
    },
  },
});
const facts = workspaceFacts(workspace, Date.parse('2026-10-13T12:00Z')).all;
const ids = (filter: Filter): string[] => selectCandidates(facts, filter).map((each) => each.id);

describe('a filter', () => {
  test('means open applications, unless it asks for closed ones', () => {
    expect(ids({ role: 'engineer' })).toEqual(['applied', 'half', 'strong', 'unread', 'weak', 'working']);
    expect(ids({ role: 'engineer', phase: 'closed' })).toEqual(['declined']);
    expect(ids({ ended: 'below-bar' })).toEqual(['declined']);
    expect(ids({ phase: 'closed', ended: 'personal' })).toEqual([]);
    expect(ids({ role: 'other' })).toEqual([]);
  });
  test('narrows by stage, phase, source and waiting', () => {
    expect(ids({ stage: 'application' })).toEqual(['applied']);
    expect(ids({ phase: 'working' })).toEqual(['working']);
    expect(ids({ source: 'direct', stage: 'application' })).toEqual(['applied']);
    expect(ids({ source: 'referral' })).toEqual([]);
    expect(ids({ waiting: 8 })).toEqual(['applied']);
    expect(selectCandidates(facts, { waiting: 8 }, () => 8)).toHaveLength(6);
  });
  test('by score reaches nobody whose panel is not complete, and says who that is', () => {
    expect(ids({ scoreBelow: 50 })).toEqual(['weak']);
    expect(ids({ scoreAbove: 50 })).toEqual(['strong']);
    expect(ids({ scoreBelow: 100 })).toEqual(['weak']);
    expect(ids({ scoreAbove: 0, scoreBelow: 100 })).toEqual([]);
    expect(notYetJudged(facts, { stage: 'task', scoreBelow: 50 }).map((each) => each.id)).toEqual(['half', 'unread']);
    expect(notYetJudged(facts, { stage: 'task' })).toEqual([]);
  });
});

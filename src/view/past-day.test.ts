import { expect, test } from 'vitest';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { publish } from './publish.ts';
import type { CandidateRow } from './published/common.ts';
import type { PublishedRole } from './published/role.ts';
import type { PublishedWorkspace } from './published/workspace.ts';

const CANDIDATES: Readonly<Record<string, CandidateInput>> = {
  'teal-otter-7f': { events: ['2026-02-02T09:00Z application applied', '2026-02-03T16:00Z application declined reason=below-bar'], messages: [{ at: '2026-02-10T09:00Z', message: 'survey-invitation', by: 'dana' }] },
  'gold-finch-3x': { events: ['2026-02-02T09:00Z application applied', '2026-02-04T16:00Z application withdrew reason=personal'] },
  'plum-heron-2k': { events: ['2026-03-02T09:00Z application applied'] },
  'navy-crane-9p': { erased: { on: '2026-02-20', basis: 'request', visits: [{ stage: 'application', entered: '2026-W05', left: '2026-W06', how: 'declined' }] } },
};

interface Seen {
  readonly list: readonly CandidateRow[];
  readonly role: PublishedRole;
  readonly workspace: PublishedWorkspace;
}

function seenOn(day: string): Seen {
  const build = { commit: null, engine: '0.0.0', repository: null, warnings: [], leftOut: [] };
  const files = new Map(publish({ workspace: miniature({ candidates: { engineer: CANDIDATES } }), now: Date.parse(`${day}T20:00Z`), problems: [], build }));
  return { list: files.get('candidates.json') as CandidateRow[], role: files.get('roles/engineer.json') as PublishedRole, workspace: files.get('workspace.json') as PublishedWorkspace };
}

test('an application ends on the day of the event that ended it, whatever is sent afterwards', () => {
  const { list, role } = seenOn('2026-03-20');
  const days = Object.fromEntries(list.map(({ id, ended, last }) => [id, [ended, last]]));
  expect(days).toEqual({
    'teal-otter-7f': ['2026-02-03', '2026-02-10'], 'gold-finch-3x': ['2026-02-04', '2026-02-04'], 'plum-heron-2k': [null, '2026-03-02'], 'navy-crane-9p': ['2026-02-20', null],
  });
  expect(role.closed.map(({ id }) => id)).toEqual(['navy-crane-9p', 'gold-finch-3x', 'teal-otter-7f']);
});

test('whoever applies after the day that is looked at stands in no list and in no count', () => {
  const { list, role, workspace } = seenOn('2026-02-25');
  expect(list.map(({ id }) => id)).not.toContain('plum-heron-2k');
  expect([...role.closed, ...role.stuck].map(({ id }) => id)).not.toContain('plum-heron-2k');
  expect([role.counts.applied, workspace.counts.candidates, workspace.roles[0]?.total]).toEqual([3, 3, 3]);
  // Once they have applied they do: the test can fail.
  const later = seenOn('2026-03-20');
  expect(later.list.map(({ id }) => id)).toContain('plum-heron-2k');
  expect([later.role.counts.applied, later.role.counts.open, later.workspace.counts.candidates]).toEqual([4, 1, 4]);
});

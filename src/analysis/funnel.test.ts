import { expect, test } from 'vitest';
import fc from 'fast-check';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { workspaceFacts } from './candidate.ts';
import { conversion, funnel, type Funnel } from './funnel.ts';

const NOW = Date.parse('2026-11-20T12:00Z');
const APPLIED = '2026-10-01T09:00Z application applied';
const INVITE = { at: '2026-10-02T16:05Z', message: 'invite', by: 'dana' };

const CANDIDATES: Readonly<Record<string, CandidateInput>> = {
  waiting: { events: [APPLIED] },
  declined: { events: [APPLIED, '2026-10-02T16:00Z application declined reason=below-bar'], messages: [{ at: '2026-10-20T10:00Z', message: 'declined', by: 'dana' }] },
  returned: {
    events: [APPLIED, '2026-10-02T16:00Z application advanced', '2026-10-05T10:00Z task submitted', '2026-10-06T10:00Z task returned to=task', '2026-10-07T10:00Z task expired'],
    messages: [INVITE, { at: '2026-10-06T10:05Z', message: 'invite', by: 'dana' }],
  },
  skipped: { events: [APPLIED, '2026-10-02T16:00Z application advanced to=decision', '2026-10-03T16:00Z decision withdrew reason=personal'], messages: [INVITE] },
  hired: {
    events: [APPLIED, '2026-10-02T16:00Z application advanced to=offer', '2026-10-03T16:00Z offer offered', '2026-10-05T16:00Z offer hired'],
    messages: [INVITE, { at: '2026-10-03T16:05Z', message: 'offer', by: 'dana' }],
  },
  erased: { erased: { on: '2026-11-02', basis: 'retention', visits: [{ stage: 'application', entered: '2026-W40', left: '2026-W41', how: 'advanced' }, { stage: 'task', entered: '2026-W41' }] } },
};

function of(candidates: Readonly<Record<string, CandidateInput>>): Funnel {
  const workspace = miniature({ candidates: { engineer: candidates } });
  return funnel(workspace, 'engineer', workspaceFacts(workspace, NOW).roles.get('engineer') ?? []);
}

test('every visit is counted once, by how it ended', () => {
  const { stages, counts } = of(CANDIDATES);
  expect(stages.map(({ stage, reached, people, waiting, advanced, returned, declined, withdrew, expired, hired, gone, erased, skipped }) =>
    [stage, { reached, people, waiting, advanced, returned, declined, withdrew, expired, hired, gone, erased, skipped }])).toEqual([
    ['application', { reached: 6, people: 6, waiting: 1, advanced: 4, returned: 0, declined: 1, withdrew: 0, expired: 0, hired: 0, gone: 0, erased: 1, skipped: 0 }],
    ['task', { reached: 3, people: 2, waiting: 0, advanced: 0, returned: 1, declined: 0, withdrew: 0, expired: 1, hired: 0, gone: 1, erased: 1, skipped: 2 }],
    ['talk', { reached: 0, people: 0, waiting: 0, advanced: 0, returned: 0, declined: 0, withdrew: 0, expired: 0, hired: 0, gone: 0, erased: 0, skipped: 2 }],
    ['decision', { reached: 1, people: 1, waiting: 0, advanced: 0, returned: 0, declined: 0, withdrew: 1, expired: 0, hired: 0, gone: 0, erased: 0, skipped: 1 }],
    ['offer', { reached: 1, people: 1, waiting: 0, advanced: 0, returned: 0, declined: 0, withdrew: 0, expired: 0, hired: 1, gone: 0, erased: 0, skipped: 0 }],
  ]);
  expect(counts).toEqual({ applied: 6, open: 1, hired: 1, declined: 1, withdrew: 1, expired: 1, erased: 1, returns: 1, late: 1 });
});

test('whoever applies later has not applied yet', () => {
  const later = { later: { events: ['2026-12-01T09:00Z application applied'] } };
  expect(of(later).counts).toMatchObject({ applied: 0, open: 0 });
  expect(of({ ...CANDIDATES, ...later }).counts).toEqual(of(CANDIDATES).counts);
});

test('promises: late and overdue are broken, a withdrawal in time leaves none', () => {
  const { stages, promises } = of(CANDIDATES);
  expect(stages.find((stage) => stage.stage === 'application')?.promises).toEqual({ kept: 3, broken: 2, open: 0 });
  expect(stages.find((stage) => stage.stage === 'decision')?.promises).toEqual({ kept: 0, broken: 0, open: 0 });
  expect(promises).toEqual({ kept: 5, broken: 2, open: 0 });
});

test('reached is waiting, returned, decided and gone; the order of candidates never matters', () => {
  const names = Object.keys(CANDIDATES);
  const expected = of(CANDIDATES);
  for (const stage of expected.stages) expect(stage.waiting + stage.returned + stage.decided + stage.gone).toBe(stage.reached);
  fc.assert(fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (order) => {
    expect(of(Object.fromEntries(order.map((name) => [name, CANDIDATES[name] ?? {}])))).toEqual(expected);
  }), { numRuns: 20 });
});

test('a share is shown from five decided visits on', () => {
  const [application] = of(CANDIDATES).stages;
  expect(application && conversion(application)).toMatchObject({ share: 0.8 });
  expect(application && conversion({ ...application, decided: 4 })).toBeUndefined();
});

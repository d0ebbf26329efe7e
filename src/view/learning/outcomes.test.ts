import { describe, expect, it } from 'vitest';
import { workspaceFacts } from '../../analysis/candidate.ts';
import { miniature, type MiniatureInput } from '../../fixtures/workspace.ts';
import type { Lookup } from '../lookup.ts';
import type { PublishedOutcomes } from '../published/outcomes.ts';
import { publishedOutcomes } from './outcomes.ts';

type Outcomes = NonNullable<MiniatureInput['outcomes']>[string][string];

const TASK = ['2026-02-02T09:00Z application applied', '2026-02-03T16:00Z application advanced', '2026-02-05T08:00Z task started', '2026-02-07T20:00Z task submitted', '2026-02-20T10:00Z task advanced to=offer'];
const scores = { task: { alice: { at: '2026-02-09T10:00Z', marks: { code: 4, tests: 3, prose: 2 } }, bob: { at: '2026-02-10T10:00Z', marks: { code: 2, tests: 3, prose: 'not-observed' as const } } } };
const review = (day: 30 | 90 | 180 | 365, more: object = {}) => ({ day, on: '2026-06-01', by: 'dana', rubric: 'craft@1', marks: { tests: 2, code: 4 }, performance: 4, again: 'yes' as const, ...more });

function published(outcome: Outcomes, now: string, more: MiniatureInput = {}): PublishedOutcomes[number] {
  const workspace = miniature({ ...more, candidates: { engineer: { 'teal-otter-7f': { events: TASK, scores } } }, outcomes: { engineer: { 'teal-otter-7f': outcome } } });
  const facts = workspaceFacts(workspace, Date.parse(now));
  const lookup: Lookup = { workspace, now: facts.now, today: facts.today, dayOf: (epoch) => new Date(epoch).toISOString().slice(0, 10), facts };
  return publishedOutcomes(lookup)[0] ?? expect.fail('nobody has started');
}

describe('the next review', () => {
  it.each([
    ['is the first to come', [], '2026-03-20T12:00Z', { day: 30, due: '2026-04-01', lateBy: 0 }],
    ['is due on its day', [], '2026-04-01T12:00Z', { day: 30, due: '2026-04-01', lateBy: 0 }],
    ['is late by business days', [], '2026-04-08T12:00Z', { day: 30, due: '2026-04-01', lateBy: 5 }],
    ['follows the one that is written', [review(30)], '2026-06-02T12:00Z', { day: 90, due: '2026-05-31' }],
    ['is none after the last', [review(365)], '2027-06-02T12:00Z', null],
  ] as const)('%s', (_, reviews, now, next) => {
    const found = published({ started: '2026-03-02', reviews: [...reviews] }, now).next;
    if (next === null) expect(found).toBeNull();
    else expect(found).toMatchObject(next);
  });

  it('never comes for somebody who has left', () => {
    expect(published({ started: '2026-03-02', left: '2026-05-01' }, '2026-06-02T12:00Z').next).toBeNull();
    expect(published({ started: '2026-03-02', left: '2026-09-01' }, '2026-06-02T12:00Z').next).not.toBeNull();
  });
});

describe('marks on the job', () => {
  it('stand beside the mean in hiring, in the order of the rubric', () => {
    expect(published({ started: '2026-03-02', reviews: [review(90)] }, '2026-06-02T12:00Z').reviews[0]).toMatchObject({
      rubric: { reference: 'craft@1', min: 1, max: 4 }, marks: [{ criterion: 'code', hiring: 3, job: 4 }, { criterion: 'tests', hiring: 3, job: 2 }],
    });
  });

  it('stand alone against another version, and without a rubric', () => {
    const rubrics = { craft: [{ version: 1, criteria: { code: 50, tests: 30, prose: 20 } }, { version: 2, criteria: { code: 60, tests: 40 } }] };
    // The first version is the current one here, so hiring held to it.
    const second = published({ started: '2026-03-02', reviews: [review(90, { rubric: 'craft@2' })] }, '2026-06-02T12:00Z', { rubrics: { craft: rubrics.craft.toReversed() } });
    expect(second.reviews[0]?.marks.map(({ hiring, job }) => [hiring, job])).toEqual([[null, 4], [null, 2]]);
    expect(published({ started: '2026-03-02', reviews: [review(90, { rubric: undefined })] }, '2026-06-02T12:00Z').reviews[0]?.rubric).toBeNull();
  });
});

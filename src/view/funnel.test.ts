import { describe, expect, it } from 'vitest';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { workspaceFacts } from '../analysis/candidate.ts';
import { officeOf } from '../analysis/time/office.ts';
import { publishedFunnel } from './funnel.ts';
import type { Lookup } from './lookup.ts';
import { funnelSchema } from './published/funnel.ts';
import { roleSchema } from './published/role.ts';
import { publishedRole } from './role.ts';

const NOW = Date.parse('2026-11-20T12:00Z');

function lookupOf(candidates: Readonly<Record<string, CandidateInput>>, roles: readonly string[] = ['engineer']): Lookup {
  const role = { title: 'Engineer', level: 'senior', states: [{ on: '2026-01-01', is: 'open' as const }], headcount: 1, pipeline: 'short', manager: 'dana', panel: ['alice'] };
  const workspace = miniature({ roles: Object.fromEntries(roles.map((id) => [id, role])), candidates: Object.fromEntries(roles.map((id) => [id, Object.fromEntries(Object.entries(candidates).filter(([name]) => roles.length === 1 || name.startsWith(id)))])) });
  const facts = workspaceFacts(workspace, NOW);
  return { workspace, now: NOW, today: facts.today, dayOf: (epoch) => officeOf(workspace.calendar).zone.dayOf(epoch), facts };
}

/** So many who applied in spring, and how many of them went on. */
function applied(prefix: string, count: number, went: number, month = '03'): Record<string, CandidateInput> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}-${index}`, {
    events: [`2026-${month}-02T09:00Z application applied`, `2026-${month}-04T09:00Z application ${index < went ? 'advanced' : 'declined reason=below-bar'}`],
  }]));
}

describe('the funnel that is published', () => {
  it('says what is missing, and no page is shown, while every difference would be too wide', () => {
    for (const candidates of [{}, applied('one', 1, 1), { ...applied('one', 12, 6), ...applied('two', 9, 2, '06') }]) {
      const found = funnelSchema.parse(publishedFunnel(lookupOf(candidates)));
      expect(found.shown).toBe(false);
      expect(found.says).toContain('once two of them have 20 entries');
    }
  });

  it('titles the page with a difference that is clear, and with none that is not', () => {
    const clear = publishedFunnel(lookupOf({ ...applied('early', 40, 36), ...applied('late', 40, 8, '06') }));
    expect(clear).toMatchObject({ shown: true, comparisons: 1, chance: '' });
    expect(clear.says).toMatch(/^June 2026: between \d\d and \d\d of 100 fewer go on from the application than of March 2026$/);
    const unclear = publishedFunnel(lookupOf({ ...applied('early', 20, 10), ...applied('late', 20, 8, '06') }));
    expect(unclear).toMatchObject({ shown: true, says: 'No group gets on clearly more or less often than the others' });
    expect(unclear.segments.flatMap(({ stages }) => stages.map(({ says }) => says))).toContain('Application: no clear difference between times of entry');
  });

  it('does not pass over a difference that stands out on its own, and does not call it clear', () => {
    const found = publishedFunnel(lookupOf({ ...applied('one', 20, 14), ...applied('two', 20, 7), ...applied('six', 20, 12) }, ['one', 'two', 'six']));
    expect(found.says).toBe('One difference stands out among 5 comparisons, and may still be chance: two at the application');
    expect(found.segments.flatMap(({ stages }) => stages.map(({ says }) => says))).toContainEqual(expect.stringMatching(/^two: between \d+ and \d+ of 100 fewer go on from the application than of all others, taken on its own$/));
  });

  it('tells two openings of one title apart, and says who is not compared yet', () => {
    const found = publishedFunnel(lookupOf({ ...applied('first', 20, 10), ...applied('second', 20, 10, '11') }, ['first', 'second']));
    const role = found.segments.find(({ dimension }) => dimension === 'role')?.stages.find(({ stage }) => stage === 'application');
    expect(role?.rows.map(({ words }) => words)).toEqual(['first', 'second']);
    expect(role).toMatchObject({ comparisons: [], notes: ['second: 0 of 20 entered at least 30 days ago; compared from 10 on.'], says: 'Application: too few in each group to compare' });
    // Today's board is of those who wait, and stands apart.
    expect(found.snapshot).toMatchObject([{ role: 'first', waiting: 10 }, { role: 'second', waiting: 10, stages: [{ stage: 'task', waiting: 10 }] }]);
  });
});

describe('a role', () => {
  it('has a sentence for every figure, whatever there is', () => {
    for (const candidates of [{}, applied('one', 1, 0), applied('one', 2, 2), applied('one', 30, 12), { ...applied('one', 4, 2), ...applied('two', 3, 3, '11') }]) {
      const lookup = lookupOf(candidates);
      const role = lookup.workspace.roles.get('engineer');
      const found = roleSchema.parse(role && publishedRole('engineer', role.value, lookup));
      const sentences = [...found.funnel.flatMap(({ going, time, left }) => [going.says, time.says, left.says]), found.waits.says, ...Object.values(found.findings)];
      for (const says of sentences) expect(says).toMatch(/^[A-Z0-9](?!.*(NaN|undefined|null|Infinity)).+/);
      expect(found.entries).toHaveLength(lookup.facts.all.reduce((sum, { visits }) => sum + visits.length, 0));
    }
  });

  it('counts what is left of an erased candidate and tells it of nobody', () => {
    const erased = { erased: { on: '2026-05-02', basis: 'retention' as const, visits: [{ stage: 'application', entered: '2026-W10', left: '2026-W11', how: 'declined' as const }] } };
    const lookup = lookupOf({ ...applied('one', 5, 2), 'gone-for-good': erased });
    const role = lookup.workspace.roles.get('engineer');
    const found = role && publishedRole('engineer', role.value, lookup);
    expect(found?.funnel[0]).toMatchObject({ reached: 6, going: { decided: 6 }, time: { exits: 5, leftOut: 1 }, left: { unknown: 1 } });
    expect(found?.entries.map(({ candidate }) => candidate)).not.toContain('gone-for-good');
    expect(found?.entries.map(({ candidate }) => candidate)).toContain('one-0');
  });

  it('counts a share, a median and reasons of the same entries as the bars', () => {
    const lookup = lookupOf(applied('one', 30, 12));
    const role = lookup.workspace.roles.get('engineer');
    const found = role && publishedRole('engineer', role.value, lookup).funnel[0];
    expect(found).toMatchObject({
      reached: 30, decided: 30,
      going: { went: 12, decided: 30, share: 0.4, day: 30 },
      time: { exits: 30, business: { median: 2 }, planned: { days: 3, promise: true }, over: false },
      left: { declined: [{ reason: 'below-bar', words: 'Below the bar', count: 18 }], says: '18 were declined, because: “Below the bar”.' },
    });
  });
});

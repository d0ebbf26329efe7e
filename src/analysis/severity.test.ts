import { describe, expect, test } from 'vitest';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { workspaceFacts } from './candidate.ts';
import { severity, type SeverityResult } from './severity.ts';
import { spearman } from './statistics/spearman.ts';

type Totals = Readonly<Record<string, number>>;

const NOW = Date.parse('2026-11-20T12:00Z');
const EVENTS = ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application advanced', '2026-10-07T20:00Z task submitted'];
const NAMES = new Map([['alice', 'Alice'], ['bob', 'Bob'], ['chen', 'Chen']]);

/** A visit of a take-home that each of these people gave one mark. */
function scored(totals: Totals, more: CandidateInput & { readonly without?: string } = {}): CandidateInput {
  const { without, ...input } = more;
  const people = Object.keys(totals);
  return {
    events: EVENTS,
    panels: { task: { rubric: 'craft@1', reviewers: [...people, ...without === undefined ? [] : [without]].map((person) => ({ person, asked: '2026-10-08' })) } },
    scores: { task: Object.fromEntries(people.map((person) => [person, { at: '2026-10-09T10:00Z', marks: { code: totals[person] ?? 1 } }])) },
    ...input,
  };
}

function of(candidates: readonly CandidateInput[], people: readonly string[] = ['alice', 'bob', 'chen'], max = 4): SeverityResult {
  const standard = ['alice', 'bob', 'chen'];
  const workspace = miniature({
    rubrics: { craft: [{ criteria: { code: 100 }, scale: { min: 1, max } }] },
    people: Object.fromEntries(people.filter((person) => !standard.includes(person)).map((person) => [person, { name: person, roles: ['reviewer' as const], active: { from: '2026-01-01' } }])),
    candidates: { engineer: Object.fromEntries(candidates.map((candidate, index) => [`teal-otter-${String(index).padStart(3, '0')}`, candidate])) },
  });
  return severity(workspaceFacts(workspace, NOW), (person) => NAMES.get(person) ?? person);
}

/** Alice and Chen agree but for a mark now and then, Bob stands a mark below them. */
const STRICT: readonly Totals[] = [
  { alice: 4, bob: 3, chen: 4 }, { alice: 3, bob: 2, chen: 3 }, { alice: 3, bob: 2, chen: 4 }, { alice: 2, bob: 1, chen: 2 }, { alice: 4, bob: 3, chen: 3 },
  { alice: 3, bob: 3, chen: 3 }, { alice: 4, bob: 3, chen: 4 }, { alice: 2, bob: 1, chen: 3 },
];

describe('what is missing', () => {
  const says = (result: SeverityResult): string => { expect(result.shown).toBe(false); return result.says; };
  test('nobody, one candidate, two reviewers', () => {
    expect(says(of([]))).toBe('Needs 3 reviewers with 5 candidates each whom somebody else scored too; there are 0.');
    expect(of([scored({ alice: 3, bob: 2 })])).toEqual({
      shown: false, says: 'Needs 3 reviewers with 5 candidates each whom somebody else scored too; there are 0.', reviewers: [{ person: 'alice', visits: 1 }, { person: 'bob', visits: 1 }],
    });
    expect(says(of(STRICT.map(({ alice = 1, bob = 1 }) => scored({ alice, bob }))))).toContain('there are 2.');
  });
  test('candidates whom nobody else scored tell nothing', () => {
    expect(says(of(STRICT.map(({ alice = 1 }) => scored({ alice }))))).toContain('there are 0.');
  });
  test('groups that no work joins, all of them too small', () => {
    const pairs = STRICT.flatMap(({ alice = 1, bob = 1, chen = 1 }) => [{ alice, bob }, { chen, udo: bob }]);
    expect(says(of(pairs.map((totals) => scored(totals)), ['alice', 'bob', 'chen', 'udo'])))
      .toBe('Needs 3 reviewers who are joined by work that two of them scored; they fall into 2 groups: Alice and Bob; Chen and udo.');
    // One candidate between them is enough, and so it is no other thing that hides them.
    expect(of([...pairs, { alice: 3, udo: 3 }].map((totals) => scored(totals)), ['alice', 'bob', 'chen', 'udo']).shown).toBe(true);
  });
  test('marks that never differ', () => {
    expect(says(of(STRICT.map(({ alice = 1 }) => scored({ alice, bob: alice, chen: alice }))))).toBe('Totals of the same work differ too little, or too seldom, to tell a habit from chance.');
    expect(says(of(STRICT.map(() => scored({ alice: 3, bob: 3, chen: 3 }))))).toContain('too little');
  });
});

describe('who lies apart', () => {
  test('in the order of ids, in percent points, with a sentence that blames nobody', () => {
    const result = of(STRICT.map((totals) => scored(totals)));
    if (!result.shown) return expect.fail(result.says);
    expect(result.reviewers.map(({ person, visits }) => [person, visits])).toEqual([['alice', 8], ['bob', 8], ['chen', 8]]);
    const bob = result.reviewers[1] ?? expect.fail();
    expect(bob.effect).toBeLessThan(-15);
    expect(bob.marks).toBeCloseTo((bob.effect * 3) / 100, 9);
    expect(bob.says).toBe('Bob’s marks lie 0.58 below the panel’s on the same work (−1.06 to −0.09): more than chance would bring.');
    expect(result.says).toBe('On the same work, marks lie apart from the panel’s by more than chance would bring: Bob’s below. 3 reviewers, 8 visits that two or more scored.');
    expect(result.few).toEqual([]);
  });
  test('no more than chance could bring', () => {
    const result = of([[3, 2, 3], [2, 2, 3], [4, 3, 3], [1, 1, 2], [3, 3, 2], [2, 3, 2]].map(([alice = 1, bob = 1, chen = 1]) => scored({ alice, bob, chen })));
    if (!result.shown) return expect.fail(result.says);
    expect(result.says).toBe('Nobody’s marks lie apart from the panel’s by more than chance could bring: 3 reviewers, 6 visits that two or more scored.');
    expect(result.reviewers.map(({ says }) => says)).toEqual([['Alice', 0.4], ['Bob', 0.42], ['Chen', 0.4]].map(([name, half]) => `${name}’s marks lie where the panel’s do on the same work (−${Number(half).toFixed(2)} to +${Number(half).toFixed(2)}): no more than chance could bring.`));
    expect(result.adjusted[0]?.says).toBe('56\u00a0% as marked, and about the same with the reviewers’ habits taken out.');
  });
  test('groups that no work joins are compared within themselves', () => {
    const people = ['alice', 'bob', 'chen', 'udo', 'vera', 'wim'];
    const others = STRICT.map(({ alice = 1, bob = 1, chen = 1 }) => ({ udo: alice, vera: bob, wim: chen }));
    const [one, both] = [of(STRICT.map((totals) => scored(totals))), of([...STRICT, ...others].map((totals) => scored(totals)), people)];
    if (!one.shown || !both.shown) return expect.fail();
    expect(both.groups).toEqual([['alice', 'bob', 'chen'], ['udo', 'vera', 'wim']]);
    const values = (list: typeof one.reviewers): readonly (readonly number[])[] => list.map(({ effect, error }) => [effect, error]);
    expect(values(both.reviewers)).toEqual([...values(one.reviewers), ...values(one.reviewers)]);
    expect(both.says).toContain('Bob’s and vera’s below. 6 reviewers, 16 visits that two or more scored; no work joins Alice, Bob and Chen with udo, vera and wim, so each is compared within their group.');
  });
  test('who has scored too few is in the sums, and nothing is said of them', () => {
    const result = of([...STRICT, { alice: 3, udo: 1 }].map((totals) => scored(totals)), ['alice', 'bob', 'chen', 'udo']);
    if (!result.shown) return expect.fail(result.says);
    expect(result.reviewers.map(({ person }) => person)).toEqual(['alice', 'bob', 'chen']);
    expect(result.few).toEqual([{ person: 'udo', visits: 1 }]);
  });
});

describe('which marks enter', () => {
  const base = STRICT.map((totals) => scored(totals));
  test('a panel that is not complete changes nothing; once it is, it does', () => {
    const open = (mark: number, without?: string): SeverityResult => of([...base, scored({ alice: 4, bob: mark }, without === undefined ? {} : { without })]);
    expect(open(1, 'chen')).toEqual(open(4, 'chen'));
    expect(open(1, 'chen')).toEqual(of([...base, { events: EVENTS }]));
    expect(open(1)).not.toEqual(open(4));
  });
  test('a score that does not count changes nothing', () => {
    const conflicted = (mark: number): SeverityResult => of([...base, scored({ alice: 4, bob: mark }, { conflicts: { bob: { kind: 'referred', declared: '2026-10-07' } } })]);
    expect(conflicted(1)).toEqual(conflicted(4));
  });
  test('percents: another scale gives the same picture', () => {
    const three = STRICT.map(({ alice = 1, bob = 1, chen = 1 }): Totals => ({ alice: Math.min(alice, 3), bob: Math.min(bob, 3), chen: Math.min(chen, 3) }));
    const usual = of(three.map((totals) => scored(totals)), undefined, 3);
    const wide = of(three.map(({ alice = 1, bob = 1, chen = 1 }) => scored({ alice: 2 * alice - 1, bob: 2 * bob - 1, chen: 2 * chen - 1 })), undefined, 5);
    if (!wide.shown || !usual.shown) return expect.fail();
    expect(wide.reviewers.map(({ effect }) => effect)).toEqual(usual.reviewers.map(({ effect }) => expect.closeTo(effect, 4)));
  });
  test('the order of people and candidates changes nothing', () => {
    const turned = STRICT.toReversed().map((totals) => scored(Object.fromEntries(Object.entries(totals).toReversed())));
    const [a, b] = [of(base), of(turned)];
    if (!a.shown || !b.shown) return expect.fail();
    expect(b.reviewers).toEqual(a.reviewers.map((one) => ({ ...one, effect: expect.closeTo(one.effect, 4), error: expect.closeTo(one.error, 4), marks: expect.closeTo(one.marks, 4), interval: one.interval.map((end) => expect.closeTo(end, 4)) })));
  });
});

describe('the adjusted score', () => {
  test('work that only a strict reviewer saw rises, work that only a generous one saw falls, raw stays beside it', () => {
    const result = of([...STRICT.map((totals) => scored(totals)), scored({ bob: 2 }), scored({ alice: 4 })]);
    if (!result.shown) return expect.fail(result.says);
    const [strict, generous] = result.adjusted.slice(-2);
    expect(strict?.raw).toBeCloseTo(33.333, 3);
    expect(strict?.adjusted).toBeGreaterThan(45);
    expect(strict?.says).toMatch(/^33\u00a0% as marked; \d+\u00a0% \(\d+–\d+\u00a0%\) with the reviewers’ habits taken out\.$/);
    expect(generous?.raw).toBe(100);
    expect(generous?.adjusted).toBeLessThan(100);
  });
  test('ranks no worse than the raw one where reviewers differ, with a fixed seed', () => {
    // Two reviews for each candidate: habits of 0.5 marks, chance of 0.6, candidates who differ by 0.8.
    let state = 20261122;
    const random = (): number => { state = (state * 1664525 + 1013904223) % 2 ** 32; return (state + 0.5) / 2 ** 32; };
    const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const people = ['alice', 'bob', 'chen', 'udo', 'vera', 'wim'];
    const gains = Array.from({ length: 8 }, () => {
      const habits = new Map(people.map((person) => [person, 0.5 * normal()]));
      const truth = Array.from({ length: 48 }, () => 0.8 * normal());
      const candidates = truth.map((worth, index) => scored(Object.fromEntries([index % 6, (index + 1 + Math.floor(index / 6) % 5) % 6].map((at) => {
        const person = people[at] ?? '';
        const mark = Math.min(5, Math.max(1, Math.round(3 + 1.1 * (worth + (habits.get(person) ?? 0) + 0.6 * normal()))));
        return [person, mark];
      }))));
      const result = of(candidates, people, 5);
      if (!result.shown) return expect.fail(result.says);
      const rank = (values: readonly number[]): number => spearman(values, truth)?.value ?? NaN;
      return rank(result.adjusted.map(({ adjusted }) => adjusted)) - rank(result.adjusted.map(({ raw }) => raw));
    });
    expect(gains.reduce((sum, gain) => sum + gain, 0) / gains.length).toBeGreaterThan(0.01);
  });
});

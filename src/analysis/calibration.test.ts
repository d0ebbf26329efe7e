import { describe, expect, test } from 'vitest';
import { miniature, type MiniatureInput, type ScoreInput } from '../fixtures/workspace.ts';
import { agreementOn } from './agreement.ts';
import { calibration, type CalibrationResult } from './calibration.ts';

const NOW = Date.parse('2026-11-20T12:00Z');
type Mark = number | 'not-observed';
const score = (code: Mark, tests: Mark = 3, prose: Mark = 2): ScoreInput => ({ at: '2026-11-01T10:00Z', marks: { code, tests, prose } });
const reviewers = ['bob', 'alice', 'chen'];

function of(scores: Readonly<Record<string, Readonly<Record<string, ScoreInput>>>>, session: Partial<NonNullable<MiniatureInput['calibrations']>[string]['session']> = {}): CalibrationResult {
  const workspace = miniature({ calibrations: { autumn: { session: { rubric: 'craft@1', state: 'closed', reviewers, ...session }, scores } } });
  return calibration(workspace, workspace.calibrations.get('autumn') ?? expect.fail(), NOW);
}

/** As many samples as marks are given: those of Alice, Bob and Chen for `code`; the rest is equal everywhere. */
const many = (marks: readonly (readonly [Mark, Mark, Mark])[]): Record<string, Record<string, ScoreInput>> =>
  Object.fromEntries(marks.map(([alice, bob, chen], index) => [`sample-${String.fromCharCode(97 + index)}`, { alice: score(alice), bob: score(bob), chen: score(chen) }]));

const numbers = (value: unknown): number[] => (typeof value === 'number' ? [value] : value instanceof Map ? [...value.values()].flatMap(numbers) : value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbers) : []);

describe('a session of one sample and two reviewers', () => {
  const result = of({ 'sample-a': { alice: score(4), bob: score(1) } }, { reviewers: ['alice', 'bob'] });
  test('has a finding, the anchors in question and every count', () => {
    expect(result.title).toBe('On code, the same work got a 1 and a 4');
    expect(result.question).toEqual({ sample: 'sample-a', criterion: 'code', low: { person: 'bob', mark: 1 }, high: { person: 'alice', mark: 4 } });
    expect(result.criteria[0]).toMatchObject({ pairs: 1, exact: 0, within: 0, alpha: undefined, says: '0 of 1 pair of marks is equal, and 0 at most one apart. Needs 8 samples and 3 reviewers; there are 1 and 2.' });
    expect(result.sources.says).toBe('Of all levels between two marks of the same work, 3 of 3 lie on code.');
    expect(result.shiftSays).toBe('Whose marks are shifted needs 5 samples that two scored; there is 1.');
  });
  test('says each difference, and how often each mark was given', () => {
    expect(result.shifts[0]?.says).toBe('1 above the others’, 3 marks on 1 sample.');
    expect(result.givenSays).toBe('Most alike on tests: 2 of 2 marks are 3. On every criterion some mark was never given.');
  });
  test('and says of every coefficient what is missing', () => {
    expect(result.total).toMatchObject({ one: undefined, panel: undefined, says: 'Needs 8 samples and 3 reviewers; there are 1 and 2.' });
    expect(result.severity).toMatchObject({ effects: [], says: 'Needs 3 reviewers with 5 samples each; there are none.' });
  });
});

describe('a session of eight samples and three reviewers', () => {
  const apart = of(many([[1, 4, 2], [4, 1, 3], [2, 3, 4], [3, 1, 1], [1, 2, 4], [4, 3, 1], [2, 4, 1], [3, 2, 4]]));
  const close = of(many([[1, 1, 1], [4, 4, 4], [2, 2, 2], [3, 3, 3], [1, 1, 1], [4, 4, 4], [2, 2, 3], [3, 3, 3]]));
  test('names the criterion whose whole interval is below what may be relied on', () => {
    expect(apart.title).toBe('On code, reviewers do not agree yet');
    expect(apart.criteria[0]).toMatchObject({ poor: true, preliminary: true });
    expect(apart.criteria[0]?.alpha?.words).toBe('unreliable');
  });
  test('claims no more than that where the interval does not carry it', () => {
    expect(close.title).toBe('Reviewers part most on code');
    expect(close.criteria[0]).toMatchObject({ poor: false, pairs: 24, exact: 22, within: 24 });
    expect(close.criteria[0]?.says).toMatch(/^Alpha 0\.9\d \(0\.\d\d to 1\.00\), reliable\. 22 of 24 pairs of marks are equal, 92\u00a0%, and 24 at most one apart, 100\u00a0%\.$/);
  });
  test('says of a criterion with one mark alone why there is no coefficient', () => {
    expect(close.criteria.find(({ criterion }) => criterion === 'tests')).toMatchObject({ alpha: undefined, missing: undefined, exact: 24 });
    expect(close.criteria.find(({ criterion }) => criterion === 'tests')?.says).toContain('All marks are the same');
  });
  test('whose marks are shifted, with the interval the sentence rests on', () => {
    const shifted = of(many([[2, 3, 2], [1, 3, 1], [3, 4, 3], [2, 3, 3], [3, 4, 2], [2, 4, 2], [1, 2, 1], [3, 4, 3]]));
    expect(shifted.shiftSays).toMatch(/^On code, Bob’s marks lie 1\.\d above the others’ \(0\.\d to 1\.\d\) and Alice’s 0\.\d below/);
    const effect = shifted.severity.effects.find(({ person }) => person === 'bob');
    expect(effect?.told).toBe(true);
    expect(shifted.severity.says).toMatch(/^Bob’s totals lie 0\.\d\d above the panel’s \(0\.\d\d to 0\.\d\d\)/);
  });
});

test('marks that lie apart by as much on every sample are told, without an interval of no width', () => {
  const even = of(many([[2, 3, 2], [1, 2, 1], [3, 4, 3], [2, 3, 2], [1, 2, 1], [3, 4, 3], [2, 3, 2], [3, 4, 3]]));
  expect(even.shiftSays).toBe('On code, Bob’s marks lie 1 above the others’ (on each of 8 samples) and Alice’s 0.5 below (on each of 8 samples).');
  expect(even.severity.says).toMatch(/^Bob’s totals lie 0\.\d\d above the panel’s\b/);
  expect(even.severity.says).not.toContain('(');
  const alone = of({ a: { alice: score(3) } });
  expect(alone.givenSays).toMatch(/^Most alike on code: 1 of 1 mark is 3\./);
});

test('Gwet’s coefficient stands beside alpha once more than four fifths of the marks are the same', () => {
  const row = (a: number, b: number, c: number) => [a, b, c];
  const usual = agreementOn([row(3, 3, 3), row(3, 3, 3), row(3, 3, 3), row(3, 3, 4), row(3, 3, 3), row(3, 4, 3), row(3, 3, 3), row(3, 3, 3)], [1, 2, 3, 4]);
  expect(usual.usual).toEqual({ mark: 3, share: 22 / 24 });
  expect(usual.ac2?.value).toBeGreaterThan(0.9);
  expect(usual.alpha?.value).toBeLessThan(0.1);
  expect(usual.poor).toBe(false);
  expect(usual.says).toContain('92\u00a0% of the marks are 3, which makes alpha low whatever reviewers do; AC2 is 0.9');
  const varied = agreementOn([row(1, 1, 1), row(4, 4, 3), row(2, 2, 2), row(3, 3, 4), row(1, 1, 1), row(3, 4, 3), row(2, 2, 2), row(4, 4, 4)], [1, 2, 3, 4]);
  expect(varied).toMatchObject({ usual: undefined, ac2: undefined });
});

describe('the guards', () => {
  const table = (rows: number, columns: number) => Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => 1 + ((row + (column === 0 ? 0 : row % 2)) % 4)));
  test.each([[8, 3, undefined], [7, 3, 'Needs 8 samples and 3 reviewers; there are 7 and 3.'], [9, 2, 'Needs 10 samples with 2 reviewers; there are 9.'], [10, 2, undefined], [20, 1, 'Needs 8 samples and 3 reviewers; no sample has two scores.']])('%i samples, %i reviewers', (samples, people, missing) => {
    expect(agreementOn(table(samples, people), [1, 2, 3, 4]).missing).toBe(missing);
  });
  test('preliminary below fifteen', () => {
    expect([14, 15].map((samples) => agreementOn(table(samples, 3), [1, 2, 3, 4]).preliminary)).toEqual([true, false]);
  });
});

describe('bad input has a defined answer', () => {
  const sessions: Record<string, CalibrationResult> = {
    'no samples': of({}),
    'one reviewer': of({ a: { alice: score(4) } }, { reviewers: ['alice'] }),
    'the same reviewer twice': of({ a: { alice: score(4) } }, { reviewers: ['alice', 'alice'] }),
    'constant marks': of(many(Array.from({ length: 9 }, () => [3, 3, 3] as const))),
    'nothing observed': of(many(Array.from({ length: 9 }, () => ['not-observed', 'not-observed', 'not-observed'] as const))),
    'nothing at all observed': of({ a: { alice: score('not-observed', 'not-observed', 'not-observed'), bob: score('not-observed', 'not-observed', 'not-observed') } }),
    'an unknown rubric': of({ a: { alice: score(4), bob: score(2) } }, { rubric: 'nowhere@7' }),
    'nobody scored the same': of({ a: { alice: score(4) }, b: { bob: score(2) }, c: { chen: score(1) } }),
  };
  test.each(Object.entries(sessions))('%s', (_, result) => {
    expect(numbers(result).filter((value) => !Number.isFinite(value))).toEqual([]);
    const sentences = [result.title, result.shiftSays, result.total.says, result.severity.says, result.sources.says, ...result.criteria.map(({ says }) => says)];
    expect(sentences.filter((says) => says === '' || /NaN|undefined|Infinity/.test(says))).toEqual([]);
  });
  test('and says what it is', () => {
    expect(Object.values(sessions).map(({ title }) => title)).toEqual([
      'There are no two marks to compare yet', 'There are no two marks to compare yet', 'There are no two marks to compare yet', 'All marks of the same work are the same',
      'All marks of the same work are the same', 'There are no two marks to compare yet', 'There are no two marks to compare yet', 'There are no two marks to compare yet',
    ]);
    expect(sessions['constant marks']?.total.says).toBe('All totals are the same, so no coefficient can say whether reviewers tell one sample from another.');
    expect(sessions['constant marks']?.severity).toMatchObject({ effects: [{ effect: 0 }, { effect: 0 }, { effect: 0 }] });
  });
});

test('a total counts only with seventy percent of the weights behind it', () => {
  const result = of(Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`s${index}`, { alice: score('not-observed', 1 + (index % 4)), bob: score(3, 1 + (index % 4)), chen: score(3, 2) }])));
  expect(result.total).toMatchObject({ samples: 0, missing: 'Needs 8 samples and 3 reviewers; no sample has two scores.' });
});

import { describe, expect, test } from 'vitest';
import oracles from '../../fixtures/oracles/irr.json' with { type: 'json' };
import { RATED, ratingSession, turned, type RatingTable } from '../../fixtures/rating-session.ts';
import { miniature, type CandidateInput, type MiniatureInput, type ScoreInput } from '../../fixtures/workspace.ts';
import { calibration } from '../../analysis/calibration.ts';
import { totalFigures } from '../../analysis/calibration/totals.ts';
import { workspaceFacts } from '../../analysis/candidate.ts';
import type { Lookup } from '../lookup.ts';
import { agreementSchema } from '../published/agreement.ts';
import { calibrationSchema, type PublishedCalibration } from '../published/calibration.ts';
import { publishedAgreement } from './agreement.ts';
import { publishedCalibration } from './calibration.ts';

const NOW = Date.parse('2026-11-20T12:00Z');

function lookupOf(input: MiniatureInput): Lookup {
  const workspace = miniature(input);
  const facts = workspaceFacts(workspace, NOW);
  return { workspace, now: NOW, today: facts.today, dayOf: (epoch) => new Date(epoch).toISOString().slice(0, 10), facts };
}

function published(input: MiniatureInput, session: string): PublishedCalibration {
  const lookup = lookupOf(input);
  return calibrationSchema.parse(JSON.parse(JSON.stringify(publishedCalibration(session, lookup.workspace.calibrations.get(session) ?? expect.fail(), lookup))));
}

/** A reference case as it is printed: `expected` differs by method. */
interface Case {
  readonly input: { readonly ratings: RatingTable };
  readonly expected: Readonly<Record<string, unknown>>;
}
const oracle = (id: string): Case => (oracles as unknown as readonly (Case & { readonly id: string })[]).find((each) => each.id === id) ?? expect.fail(id);
/** What is published is cut to six decimals. */
const DIGITS = 5.5;

describe('published tables of ratings as calibration sessions', () => {
  const session = (table: RatingTable): PublishedCalibration => published(ratingSession(table), RATED.session);
  const only = (found: PublishedCalibration) => found.agreement[0] ?? expect.fail();

  test('Krippendorff’s example C: ordinal alpha of four observers, with holes', () => {
    const { input, expected } = oracle('kripp-2011-C');
    const found = only(session(turned(input.ratings)));
    // The last of twelve units has one value, which no other can be compared with.
    expect(found).toMatchObject({ units: 11, reviewers: 4, missing: null, preliminary: true, notObserved: 7 });
    expect(found.alpha?.value).toBeCloseTo(expected['ordinal'] as number, DIGITS);
  });
  test('Krippendorff’s example A: two observers who agree little beyond chance', () => {
    const { input, expected } = oracle('kripp-2011-A');
    // Two categories, so every level of measurement gives the same; the scale here begins at 1.
    const found = session(turned(input.ratings).map((row) => row.map((value) => (value === null ? null : value + 1))));
    expect(only(found).alpha?.value).toBeCloseTo(expected['nominal'] as number, DIGITS);
    expect(found.finding).not.toContain('Reviewers agree');
  });
  test('Fleiss’ psychiatrists: thirty patients, six raters', () => {
    const { input, expected } = oracle('fleiss-1971-psychiatrists');
    const found = only(session(input.ratings));
    expect(found).toMatchObject({ units: 30, reviewers: 6, pairs: 450, preliminary: false });
    expect(found.details.fleiss?.value).toBeCloseTo(expected['kappa'] as number, DIGITS);
  });
  test('Gwet’s four raters with holes: Fleiss’ kappa, its interval to two figures as printed', () => {
    const { input, expected } = oracle('gwet-raw4raters-unweighted');
    const fleiss = only(session(input.ratings)).details.fleiss ?? expect.fail();
    const { coeff, ci } = expected['fleiss'] as { coeff: number; ci: string };
    expect(fleiss.value).toBeCloseTo(coeff, 4);
    expect(`(${fleiss.interval?.map((end) => Number(end.toFixed(3))).join(',') ?? ''})`).toBe(ci);
  });
  test('two abstractors: Cohen’s kappa with quadratic weights', () => {
    const { input, expected } = oracle('agree-table-cont3x3abstractors') as unknown as { input: { table: number[][] }; expected: { quadratic: { cohen: number } } };
    const rows = input.table.flatMap((line, a) => line.flatMap((count, b) => Array.from({ length: count }, () => [a + 1, b + 1])));
    expect(only(session(rows)).details.kappas[0]).toMatchObject({ samples: 100, kappa: { value: expect.closeTo(expected.quadratic.cohen, 5) as number } });
  });
  test('Shrout and Fleiss: six targets are below the guard, so the page says so; the function gives the table’s figures', () => {
    const { input, expected } = oracle('icc-shrout-fleiss');
    const halved = input.ratings.map((row) => row.map((value) => Math.ceil((value ?? 0) / 2)));
    expect(session(halved).total).toMatchObject({ one: null, panel: null, missing: 'Needs 8 samples and 3 reviewers; there are 6 and 4.' });
    const { one, panel, details } = totalFigures(input.ratings.map((row) => row.map((value) => value ?? undefined)));
    const wanted = (form: string) => expected[form] as { icc: number; lower: number; upper: number };
    for (const [found, form] of [[one, 'ICC2'], [panel, 'ICC2k'], [details.icc1, 'ICC1'], [details.icc3, 'ICC3']] as const) {
      expect([found?.value, ...found?.interval ?? []]).toEqual([wanted(form).icc, wanted(form).lower, wanted(form).upper].map((value) => expect.closeTo(value, 8) as number));
    }
  });
  test('Siegel’s interviewers: Kendall’s W', () => {
    const { input, expected } = oracle('kendall-w-siegel');
    expect(totalFigures(input.ratings.map((row) => row.map((value) => value ?? undefined))).details.kendallW?.w).toBeCloseTo(expected['W'] as number, 9);
  });
});

describe('an open session', () => {
  const at = '2026-11-01T10:00Z';
  const of = (state: 'open' | 'closed', marks: readonly [number, number]) => published({
    calibrations: { autumn: { session: { rubric: 'craft@1', state, reviewers: ['alice', 'bob', 'chen'] }, scores: { 'sample-a': { alice: { at, marks: { code: marks[0], tests: 2, prose: 1 } }, bob: { at, marks: { code: marks[1], tests: 4, prose: 3 } } } } } },
  }, 'autumn');

  test('says who is in and what comes next', () => {
    expect(of('open', [1, 4])).toMatchObject({ finding: '2 of 3 reviewers are in; Chen is missing', next: 'npx hire calibrate score autumn', hidden: true, scoresIn: 2, scoresWanted: 3, progress: [{ person: 'alice', scored: 1 }, { person: 'bob', scored: 1 }, { person: 'chen', scored: 0 }] });
  });
  test('is the same byte for byte whatever the marks are, and is not once it is closed', () => {
    expect(JSON.stringify(of('open', [1, 4]))).toBe(JSON.stringify(of('open', [3, 2])));
    expect(JSON.stringify(of('closed', [1, 4]))).not.toBe(JSON.stringify(of('closed', [3, 2])));
  });
  test('tells nothing that follows from marks', () => {
    expect(of('open', [1, 4])).toMatchObject({ scored: null, marks: [], gaps: [], agreement: [], total: null, sources: null, shifts: [], shiftSays: null, severity: null, certification: [], question: null, change: null, references: [] });
  });
});

describe('the change that is begun', () => {
  const scores = { 'sample-a': { alice: { at: '2026-11-01T10:00Z', marks: { code: 4, tests: 3, prose: 3 } }, bob: { at: '2026-11-01T10:00Z', marks: { code: 2, tests: 3, prose: 3 } } } };
  const autumn = { session: { rubric: 'craft@1', state: 'closed' as const, reviewers: ['alice', 'bob'] }, scores };
  test('is the section with both readings under their marks', () => {
    const { change } = published({ calibrations: { autumn } }, 'autumn');
    expect(change).toMatchObject({ path: 'rubrics/craft.md', section: 'code', answeredBy: null });
    expect(change?.text.split('\n').map((line) => line.slice(0, 30))).toEqual(['## code', '- **1** Level 1', '- **2** Level 2', '  Read here as 2, not 4: What ', '- **3** Level 3', '- **4** Level 4', '  Read here as 4, not 2: What ']);
  });
  test('says so once the words of that very version were changed, and begins with the new ones', () => {
    const lookup = lookupOf({ calibrations: { autumn } });
    const craft = lookup.workspace.rubrics.get('craft') ?? expect.fail();
    const current = craft.current ?? expect.fail();
    const mended = (level: number): Lookup => {
      const criteria = current.value.criteria.map((each) => (each.id === 'code' ? { ...each, anchors: each.anchors.map((anchor) => (anchor.level === level ? { level, text: 'In other words' } : anchor)) } : each));
      return { ...lookup, workspace: { ...lookup.workspace, rubrics: new Map([['craft', { ...craft, current: { ...current, value: { ...current.value, criteria } } }]]) } };
    };
    const of = (found: Lookup) => publishedCalibration('autumn', found.workspace.calibrations.get('autumn') ?? expect.fail(), found);
    const { change, criteria } = of(mended(4));
    expect(change).toMatchObject({ reworded: true, answeredBy: null, text: expect.stringContaining('In other words') as string });
    expect(criteria.find(({ id }) => id === 'code')?.anchors['4']).toBe('Level 4');
    expect(of(mended(1)).change).toMatchObject({ reworded: false });
    expect(of(lookup).change).toMatchObject({ reworded: false });
  });
  test('is answered once a later version has no such criterion', () => {
    const { change } = published({ calibrations: { autumn }, rubrics: { craft: [{ criteria: { code: 50, tests: 30, prose: 20 } }, { version: 2, criteria: { design: 50, tests: 30, prose: 20 } }] } }, 'autumn');
    expect(change).toMatchObject({ answeredBy: 2 });
  });
});

test('a session whose rubric is unknown has a page that says so', () => {
  const session = { rubric: 'nowhere@3', state: 'closed' as const, reviewers: ['alice', 'bob'] };
  expect(published({ calibrations: { autumn: { session, scores: { a: { alice: { at: '2026-11-01T10:00Z', marks: { code: 3 } } } } } } }, 'autumn')).toMatchObject({
    finding: 'The rubric of this session cannot be read', rubricId: 'nowhere', rubricVersion: 3, agreement: [], question: null, change: null,
  });
});

describe('agreement on candidates’ work', () => {
  const people = ['alice', 'bob', 'chen'];
  const day = (index: number): string => `2026-10-${String(index + 1).padStart(2, '0')}`;
  /** One visit to the talk with its scores, by person: the mark for code, and when. */
  const visit = (index: number, scores: Readonly<Record<string, readonly [mark: number, at?: string]>>, asked = ['alice', 'bob', 'chen'].filter((person) => Object.hasOwn(scores, person))) => ({
    events: [`${day(index)}T08:00Z application applied`, `${day(index)}T09:00Z application advanced to=talk`, `${day(index)}T10:00Z talk booked for=${day(index)}T11:00Z`, `${day(index)}T12:00Z talk held`],
    panels: { talk: { rubric: 'craft@1', reviewers: asked.map((person) => ({ person, asked: day(index) })) } },
    scores: { talk: Object.fromEntries(Object.entries(scores).map(([person, [code, at]]) => [person, { at: at ?? `${day(index)}T13:00Z`, marks: { code, tests: 1 + (index % 4), prose: 2 } }])) },
  });
  /** The same with the marks of two people, so that three are in it. */
  const marked = (index: number, ...both: readonly [ScoreInput['marks'], ScoreInput['marks']]): CandidateInput => {
    const two = [people[index % 3] ?? '', people[(index + 1) % 3] ?? ''];
    return { ...visit(index, { [two[0] ?? '']: [1], [two[1] ?? '']: [1] }), scores: { talk: Object.fromEntries(two.map((person, at) => [person, { at: `${day(index)}T13:00Z`, marks: both[at] ?? {} }])) } };
  };
  const pseudonym = (index: number): string => `teal-otter-${String(index).padStart(2, '0')}`;
  const live = (visits: readonly CandidateInput[]) => agreementSchema.parse(publishedAgreement(lookupOf({ candidates: { engineer: Object.fromEntries(visits.map((each, index) => [pseudonym(index), each])) } })));
  /** Two of three people each, who agree but for one in four. */
  const nine = Array.from({ length: 9 }, (_, index) => visit(index, { [people[index % 3] ?? '']: [1 + (index % 4)], [people[(index + 1) % 3] ?? '']: [Math.min(4, 1 + (index % 4) + (index % 4 === 1 ? 1 : 0))] }));

  test('from eight visits that two of three people scored', () => {
    const found = live(nine).rubrics[0];
    expect(found).toMatchObject({ rubric: 'craft', version: 1, visits: 9, reviewers: 3, missing: null, preliminary: true });
    expect(found?.criteria[0]).toMatchObject({ id: 'code', units: 9, pairs: 9, exact: 7, within: 9 });
    expect(found?.criteria[0]?.alpha?.value).toBeGreaterThan(0.8);
    expect(found?.criteria.find(({ id }) => id === 'prose')?.says).toContain('All marks are the same');
  });
  test('marks that are all the same have a whole sentence, and so has a single criterion that was marked', () => {
    const same = Array.from({ length: 9 }, (_, index) => marked(index, { code: 3, tests: 3, prose: 3 }, { code: 3, tests: 3, prose: 3 }));
    expect(live(same).rubrics[0]).toMatchObject({ total: null, says: 'From 9 visits that two or more scored: their marks are all the same, or too few are on the same criterion, so alpha cannot be computed.' });
    const one = Array.from({ length: 9 }, (_, index) => marked(index, { code: 'not-observed', tests: 'not-observed', prose: 1 + (index % 3) }, { code: 'not-observed', tests: 'not-observed', prose: 2 }));
    expect(live(one).rubrics[0]?.says).toMatch(/^From 9 visits that two or more scored: alpha is lowest on prose, /);
  });
  test('below that the counts and what is missing', () => {
    expect(live(nine.slice(0, 7)).rubrics[0]).toMatchObject({ missing: 'Needs 8 visits that two scored and 3 reviewers; there are 7 and 3.', total: null });
    expect(live([]).says).toBe('No visit has two independent scores yet; coefficients need 8 visits that two scored, of 3 reviewers.');
  });
  test('a panel that is not complete changes no byte; a complete one does', () => {
    const waiting = (mark: number) => visit(9, { alice: [mark], bob: [1] }, people);
    expect(JSON.stringify(live([...nine, waiting(1)]))).toBe(JSON.stringify(live([...nine, waiting(4)])));
    expect(JSON.stringify(live([...nine, waiting(1)]))).toBe(JSON.stringify(live(nine)));
    expect(JSON.stringify(live([...nine, visit(9, { alice: [4], bob: [1] })]))).not.toBe(JSON.stringify(live(nine)));
  });
  test('what was amended after the panel was complete is not independent', () => {
    const amended = visit(9, { alice: [4], bob: [1], 'alice.2': [1, `${day(9)}T18:00Z`] });
    expect(JSON.stringify(live([...nine, amended]))).toBe(JSON.stringify(live([...nine, visit(9, { alice: [4], bob: [1] })])));
  });
});

test('the order of reviewers never shows', () => {
  const { input } = oracle('fleiss-1971-psychiatrists');
  const lookup = lookupOf(ratingSession(input.ratings));
  const folder = lookup.workspace.calibrations.get(RATED.session) ?? expect.fail();
  const turnedRound = { ...folder, session: { ...folder.session, value: { ...folder.session.value, reviewers: folder.session.value.reviewers.toReversed() } } };
  expect(calibration(lookup.workspace, turnedRound, NOW)).toEqual(calibration(lookup.workspace, folder, NOW));
});

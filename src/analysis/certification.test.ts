import { describe, expect, test } from 'vitest';
import type { Reference } from '../model/score.ts';
import type { CalibrationFolder } from '../model/workspace.ts';
import { miniature, type ScoreInput } from '../fixtures/workspace.ts';
import { certification, certificationSays } from './certification.ts';

const NOW = Date.parse('2026-11-20T12:00Z');
const score = (code: number | 'not-observed', tests = 3, at = '2026-11-01T10:00Z'): ScoreInput => ({ at, marks: { code, tests, prose: 2 } });
const reference = (code: number, tests = 3): Reference => ({ marks: { code: { mark: code }, tests: { mark: tests }, prose: { mark: 2 } } });

function folderOf(scores: Record<string, Record<string, ScoreInput>>, references: Record<string, Reference>, { state = 'closed' as 'open' | 'closed', tolerance = 1 } = {}): CalibrationFolder {
  const workspace = miniature({ calibrations: { autumn: { session: { rubric: 'craft@1', state, reviewers: ['bob', 'alice'], tolerance }, scores } } });
  const folder = workspace.calibrations.get('autumn') ?? expect.fail();
  return { ...folder, references: new Map(Object.entries(references).map(([sample, value]) => [sample, { path: `references/${sample}.yml`, value }])) };
}

describe('certification', () => {
  const scores = { one: { alice: score(4), bob: score(2) }, two: { alice: score(3), bob: score(3) } };

  test('every mark of every reference sample within the tolerance certifies, and a mark outside is named', () => {
    const [alice, bob] = certification(folderOf(scores, { one: reference(4), two: reference(2) }), undefined, NOW);
    expect(alice).toMatchObject({ person: 'alice', samples: 2, compared: 6, within: 6, outside: [], certified: true, says: 'All 6 marks are within 1 level of the reference on 2 samples: certified for craft@1.' });
    expect(bob).toMatchObject({ within: 5, certified: false, outside: [{ sample: 'one', criterion: 'code', mark: 2, reference: 4 }], says: '5 of 6 marks are within 1 level of the reference; not code of one.' });
  });
  test('what is noted of a person and what the references say stand in one sentence', () => {
    const noted = (references: Record<string, Reference>, by?: string): string[] => {
      const folder = folderOf(scores, references);
      const people = { alice: { trained: [] }, bob: { trained: [{ rubric: 'craft@1', on: '2026-11-10', by }] } };
      const workspace = miniature({ calibrations: {} });
      const [person] = workspace.people.values();
      const known = new Map(Object.entries(people).map(([id, more]) => [id, { path: '', value: { ...(person?.value ?? expect.fail()), ...more } }]));
      return certification(folder, undefined, NOW).map((each) => certificationSays({ ...workspace, people: known, calibrations: new Map([['autumn', folder]]) }, 'autumn', each, '2026-11-20'));
    };
    expect(noted({ one: reference(4), two: reference(2) }, 'autumn')[1]).toBe('Calibrated since 2026-11-10 by autumn; against the reference marks of this session, code of one lies outside.');
    expect(noted({ one: reference(3) }, 'autumn')[1]).toMatch(/certified for craft@1\. Calibrated since 2026-11-10 by autumn\.$/);
    expect(noted({}, 'autumn')).toEqual(['No sample of the session has reference marks, so it certifies nobody.', 'Calibrated since 2026-11-10 by autumn, noted by hand: no sample of this session has reference marks.']);
    expect(noted({}, 'spring')[1]).toBe('Calibrated since 2026-11-10 by spring; no sample of this session has reference marks.');
  });
  test('no tolerance means the same mark', () => {
    const found = certification(folderOf(scores, { one: reference(4), two: reference(2) }, { tolerance: 0 }), undefined, NOW);
    expect(found.map(({ certified, within }) => [certified, within])).toEqual([[false, 5], [false, 4]]);
    expect(found[0]?.says).toBe('5 of 6 marks are equal to the reference; not code of two.');
  });
  test('a sample not scored, a score to come, and nothing to see do not certify', () => {
    const found = certification(folderOf({ one: { alice: score('not-observed'), bob: score(4, 3, '2026-12-01T10:00Z') } }, { one: reference(4) }), undefined, NOW);
    expect(found).toMatchObject([
      { outside: [{ criterion: 'code', mark: undefined, reference: 4 }], says: '2 of 3 marks are within 1 level of the reference; not code of one.' },
      { samples: 0, compared: 0, certified: false, says: 'The reference sample is not scored.' },
    ]);
  });
  test('without references nobody is certified; of an open session nothing is told', () => {
    expect(certification(folderOf(scores, {}), undefined, NOW).map(({ certified, says }) => `${String(certified)} ${says}`)).toEqual(Array(2).fill('false No sample of the session has reference marks, so it certifies nobody.'));
    expect(certification(folderOf(scores, { one: reference(4) }, { state: 'open' }), undefined, NOW)).toEqual([]);
  });
  test('a reference of a criterion that the rubric does not have, and of a sample that is not there, counts in nothing', () => {
    const folder = folderOf(scores, { one: { marks: { ...reference(4).marks, style: { mark: 1 } } }, three: reference(1) });
    const workspace = miniature({ calibrations: {} });
    const craft = workspace.rubrics.get('craft')?.versions.get(1)?.value ?? workspace.rubrics.get('craft')?.current?.value ?? expect.fail();
    expect(certification(folder, craft, NOW)[0]).toMatchObject({ compared: 3, certified: true });
  });
});

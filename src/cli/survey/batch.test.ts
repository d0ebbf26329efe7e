import { describe, expect, it } from 'vitest';
import type { Survey } from '../../model/survey.ts';
import { surveySchema } from '../../model/survey.ts';
import { parseYaml } from '../../text/yaml.ts';
import { asBatch, batchChanges, printSurvey } from './batch.ts';
import { emptyHolding, withAnswer } from './held.ts';

const survey = (month: string, more: Partial<Survey> = {}): Survey => ({ questions: 'after', month, outcome: 'declined', answers: { clear: 4 }, minutes: {}, ...more });
const random = { below: (limit: number): number => (draw++ * 7 + 5) % limit };
let draw = 0;

describe('a batch', () => {
  const months = ['2026-08', '2026-11', '2026-09', '2026-10', '2026-08'];
  const holding = months.reduce((all, month, index) => withAnswer(all, `mark-${index}`, survey(month, { recommend: index })), emptyHolding('builder'));

  it('gives every answer the month of the latest, a token of its own, and an order that tells nothing', () => {
    const { batch, waiting } = asBatch(holding, new Set(), random);
    expect(waiting).toEqual([]);
    expect(batch.map(({ survey: { month } }) => month)).toEqual(months.map(() => '2026-11'));
    expect(new Set(batch.map(({ token }) => token)).size).toBe(5);
    expect(batch.every(({ token }) => /^[0-9a-f]{12}$/.test(token))).toBe(true);
    expect(batch.map(({ survey: { recommend } }) => recommend)).not.toEqual([0, 1, 2, 3, 4]);
    expect(batch.map(({ survey: { recommend } }) => recommend).sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('is files under the tokens alone', () => {
    const changes = batchChanges(asBatch(holding, new Set(), random));
    expect(changes.map(({ path }) => path)).toEqual([...changes.map(({ path }) => path)].sort());
    expect(changes.every(({ path, before }) => /^content\/surveys\/builder\/[0-9a-f]{12}\.yml$/.test(path) && before === undefined)).toBe(true);
  });

  it('takes the same answer once', () => {
    expect(withAnswer(holding, 'mark-2', survey('2026-12'))).toBe(holding);
  });
});

describe('a printed answer', () => {
  it('is read back as it was', () => {
    const whole = survey('2026-10', { recommend: 8, answers: { clear: 4, effort: 'as stated: about', better: 'More time.\n# and less of it\n' }, minutes: { 'task-api': 240 } });
    expect(surveySchema.parse(parseYaml(printSurvey(whole)).value)).toEqual(whole);
    expect(surveySchema.parse(parseYaml(printSurvey(survey('2026-10', { answers: {} }))).value)).toEqual(survey('2026-10', { answers: {} }));
  });
});

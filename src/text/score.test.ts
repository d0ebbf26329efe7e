import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreSchema, type Score } from '../model/score.ts';
import { asProse, printFlow, printScore } from './score.ts';
import { parseYaml } from './yaml.ts';

const score: Score = {
  rubric: 'technical-challenge@3', submitted: '2026-11-02T14:05Z', minutes: 45,
  marks: {
    testing: { mark: 'not-observed', because: asProse('No test files were in the archive.') },
    'code-quality': { mark: 3, evidence: asProse('Modules follow the domain; errors are typed (src/tasks.ts:40-62@a1b2c3d).\n\n- bug #42: { fixed }') },
  },
  recommendation: 'yes', bar: 'unsure', summary: asProse('Solid.'), conflict: 'none',
};

describe('a score', () => {
  it('is printed as people would write it', () => {
    expect(printScore(score, ['code-quality', 'testing'], '../../.hire/schemas/score.json')).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../.hire/schemas/score.json
      rubric: technical-challenge@3
      submitted: 2026-11-02T14:05Z
      minutes: 45
      marks:
        code-quality:
          mark: 3
          evidence: |
            Modules follow the domain; errors are typed (src/tasks.ts:40-62@a1b2c3d).

            - bug #42: { fixed }
        testing:
          mark: not-observed
          because: |
            No test files were in the archive.
      recommendation: yes
      bar: unsure
      summary: |
        Solid.
      conflict: none
      "
    `);
  });

  it('parse ∘ print = id, whatever the words', () => {
    const words = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ minLength: 1, unit: 'binary' }),
      fc.array(fc.constantFrom('a', ' ', '\n', '\n\n', '#', ': ', '- ', '|', '{', '}', '"', "'", '\t', '\r', '---', '...', '\u2028', '\u0085', '\ufeff', '%', '\\', '&', '*', '!', '\ud800', '\u0007', 'é', '👩‍💻'), { minLength: 1, maxLength: 20 }).map((parts) => parts.join('')),
    ).filter((text) => text.trim() !== '');
    const mark = fc.oneof(
      fc.record({ mark: fc.integer({ min: 1, max: 5 }), evidence: words }),
      fc.record({ mark: fc.constant('not-observed' as const), because: words }),
    );
    const scores = fc.record({
      rubric: fc.constant('technical-challenge@3'), submitted: fc.constantFrom('2026-11-02T14:05Z', '2026-11-02T14:05+05:30'),
      marks: fc.dictionary(fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,4})?$/), mark, { maxKeys: 5 }),
      recommendation: fc.constantFrom('strong-no', 'no', 'yes', 'strong-yes'), bar: fc.constantFrom('yes', 'unsure', 'no'), conflict: fc.constant('none'),
    }, { noNullPrototype: true });
    fc.assert(fc.property(scores, fc.option(words, { nil: undefined }), (base, summary) => {
      const value = scoreSchema.parse({ ...base, ...(summary !== undefined && { summary }) });
      const parsed = parseYaml(printScore(value, []));
      expect(parsed.faults).toBeUndefined();
      expect(scoreSchema.parse(parsed.value)).toEqual(value);
    }), { numRuns: 500, seed: 5 });
  });
});

describe('one line', () => {
  it('quotes only what needs it', () => {
    expect(printFlow({ at: '2026-10-01T09:12+01:00', stage: 'application', event: 'applied', n: 3, word: 'yes', number: '007', truth: 'true', text: 'a, b', pair: 'a: b', sharp: 'x #1', empty: '', list: ['a', 'b c'], none: undefined }))
      .toMatchInlineSnapshot(`"{ at: 2026-10-01T09:12+01:00, stage: application, event: applied, n: 3, word: yes, number: 007, truth: "true", text: "a, b", pair: "a: b", sharp: "x #1", empty: "", list: [a, b c] }"`);
  });

  it('parse ∘ print = id', () => {
    const flow = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('true', '1', '-', 'null', '~', '5 ', ' 5', 'a:b', 'x #y', '2026-10-01T09:12Z', '2026-10-01T09:12Z,'), fc.integer(), fc.boolean(), fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.string({ minLength: 1 }).filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)), tie('value'), { maxKeys: 3, noNullPrototype: true })),
    })).value;
    fc.assert(fc.property(flow, (value) => {
      const result = parseYaml(`- ${printFlow(value as Parameters<typeof printFlow>[0])}\n`);
      expect(result.faults).toBeUndefined();
      expect(result.value).toEqual([value]);
    }), { numRuns: 500, seed: 5 });
  });
});

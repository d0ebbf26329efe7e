import { z } from 'zod';
import { id, instant, oneOf, text, whole } from './scalar.ts';
import { rubricReference } from './person.ts';

/** A mark that says: there was nothing to see. */
export const NOT_OBSERVED = 'not-observed';

export const RECOMMENDATIONS = ['strong-no', 'no', 'yes', 'strong-yes'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];
export const BAR_ANSWERS = ['yes', 'unsure', 'no'] as const;
export type BarAnswer = (typeof BAR_ANSWERS)[number];

/** One mark: a level of the rubric's scale with its evidence, or not observed with the reason. */
export const markSchema = z.strictObject({
  mark: z.union([z.int().min(1).max(5), z.literal(NOT_OBSERVED)], {
    error: 'expected a level of the rubric’s scale, in digits only, or not-observed',
  }).meta({ enum: [1, 2, 3, 4, 5, NOT_OBSERVED] }).describe('A level of the rubric’s scale, or `not-observed`.'),
  evidence: text().optional().describe('What in the submission shows it.'),
  because: text().optional().describe('Why nothing could be observed.'),
}).meta({
  // A rule of `hire check`, told to editors too.
  if: { required: ['mark'], properties: { mark: { const: NOT_OBSERVED } } }, then: { required: ['because'] },
});

const common = {
  rubric: rubricReference().describe('Rubric and version.'),
  submitted: instant().describe('When the score was finished.'),
  minutes: whole(1, 2000).optional().describe('Working time of the reviewer.'),
  marks: z.record(id(), markSchema).describe('One entry per criterion; every criterion is present.'),
  summary: text().optional().describe('A few sentences for the debrief.'),
};

/** `scores/<visit>/<person>.yml`: one reviewer's score of one visit; an amendment is `<person>.2.yml`. */
export const scoreSchema = z
  .strictObject({
    ...common,
    recommendation: oneOf(RECOMMENDATIONS).describe('Go on with this person? There is no neutral answer.'),
    bar: oneOf(BAR_ANSWERS).describe('The pipeline’s question.'),
    conflict: z.literal('none', { error: 'expected none: a conflict is declared in a file of its own' }).describe('Attests that there is no conflict of interest.'),
    because: text().optional().describe('Only in an amendment: why the score changed.'),
  })
  .describe('One reviewer’s score of one visit.');

/** `calibrations/<session>/scores/<sample>/<person>.yml`: one reviewer's score of a sample. */
export const sampleScoreSchema = z.strictObject(common).describe('One reviewer’s score of a calibration sample.');

/** `calibrations/<session>/references/<sample>.yml`: the marks a sample should get. */
export const referenceSchema = z
  .strictObject({
    marks: z.record(id(), z.strictObject({
      mark: whole(1, 5).describe('The level.'),
      because: text().optional().describe('Why.'),
    })).describe('One entry per criterion.'),
  })
  .describe('The marks a calibration sample should get.');

export type Mark = z.output<typeof markSchema>;
export type Score = z.output<typeof scoreSchema>;
export type SampleScore = z.output<typeof sampleScoreSchema>;
export type Reference = z.output<typeof referenceSchema>;

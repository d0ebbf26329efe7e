import { z } from 'zod';
import { id, oneOf, text, whole } from './scalar.ts';
import { STAGE_KINDS } from './stage-kind.ts';

/** Front matter of `rubrics/<rubric>.md` and of `rubrics/versions/<rubric>/<version>.md`. */
export const rubricFrontMatterSchema = z
  .strictObject({
    title: text().describe('Name of the rubric.'),
    version: whole(1, 9999).describe('Raised when criteria, weights, scale or must-haves change.'),
    scale: oneOf(['1-4', '1-5']).describe('Levels, lowest to highest.'),
    kind: oneOf(STAGE_KINDS).describe('Kind of stage it is for.'),
    status: oneOf(['draft', 'live']).describe('A live version is frozen under `rubrics/versions`.'),
    must_have: z.array(id()).default([]).describe('Criteria without which a score is incomplete.'),
    communication: z.union([z.array(id()), z.literal('elsewhere')], { error: 'expected a list of criteria, or elsewhere' }).describe('Criteria that judge how it is explained, or `elsewhere`.'),
    collaboration: z.array(id()).default([]).describe('Criteria that judge how the person works with others.'),
  })
  .describe('A rubric: what is judged, with which weight, and what each level looks like.');

export type RubricFrontMatter = z.output<typeof rubricFrontMatterSchema>;

/** The words for one level of one criterion. */
export interface Anchor {
  readonly level: number;
  readonly text: string;
}

/** One thing that is judged. */
export interface Criterion {
  readonly id: string;
  readonly name: string;
  /** Percent of the whole; the weights of a rubric add up to 100. */
  readonly weight: number;
  readonly indicators: string;
  /** One per level that has words, lowest first. */
  readonly anchors: readonly Anchor[];
  /** Markdown of the criterion's section other than its anchors. */
  readonly about: string;
}

/** A rubric in one version, parsed from its markdown. */
export interface Rubric {
  readonly title: string;
  readonly version: number;
  readonly scale: { readonly min: number; readonly max: number };
  readonly kind: RubricFrontMatter['kind'];
  readonly status: RubricFrontMatter['status'];
  readonly mustHave: readonly string[];
  readonly communication: readonly string[] | 'elsewhere';
  readonly collaboration: readonly string[];
  /** Markdown before the table. */
  readonly intro: string;
  readonly criteria: readonly Criterion[];
}

import { z } from 'zod';
import { count, key, nullable } from './common.ts';

/** From and to, 95 %. */
const interval = () => nullable(z.tuple([z.number(), z.number()]));

/** One group at one stage; what is hidden is null, and with it all that follows from it. */
const groupSchema = z.strictObject({
  group: key(),
  /** "women": how sentences name the group. */
  words: z.string(),
  reached: nullable(count()), advanced: nullable(count()),
  /** advanced / reached. */
  rate: nullable(z.number()), interval: interval(),
  /** Rate against the reference's, and Katz's interval; null for the reference itself. */
  ratio: nullable(z.number()), ratioInterval: interval(),
  /** Rate less the reference's, and Newcombe's interval. */
  difference: nullable(z.number()), differenceInterval: interval(),
  /** Fisher's exact test, two-sided. */
  fisher: nullable(z.number()),
  /** How many more would have gone on at the rate of both groups together. */
  shortfall: nullable(z.number()),
  /** Whether one person more or less turns the four-fifths test round. */
  flips: nullable(z.boolean()),
  verdict: nullable(z.enum(['below', 'within', 'tests-differ', 'too-few', 'none-selected'])),
  /** What is known of the group against the reference, and what it means. */
  says: nullable(z.string()), verdictSays: nullable(z.string()),
});
export type PublishedGroup = z.output<typeof groupSchema>;

/** `fairness/<role>/<period>/<dimension>.json`. */
export const fairnessSchema = z.strictObject({
  role: key(), roleTitle: z.string(), period: z.string(), dimension: z.string(),
  /** The finding, as a title. */
  says: z.string(),
  /** The stages together; null where that cannot be told. */
  overall: nullable(z.string()),
  /** Who was counted, in the words of those who counted; null where nothing is said. */
  note: nullable(z.string()),
  /** Why some counts are null; null when none is. */
  hidden: nullable(z.string()),
  stages: z.array(z.strictObject({
    stage: key(), title: z.string(),
    groups: z.array(groupSchema),
    /** The group the others are held against. */
    reference: nullable(key()),
    /** Whether four fifths are met by all, in whole numbers; null under the guard, with the reason. */
    fourFifths: nullable(z.boolean()), guard: nullable(z.enum(['suppressed', 'one-group', 'none-selected', 'below-30', 'tests-differ'])),
    /** The finding as a title, and in full. */
    finding: z.string(), says: z.string(),
  })),
});
export type PublishedFairness = z.output<typeof fairnessSchema>;

const sideSchema = z.strictObject({ group: key(), words: z.string(), reached: count(), advanced: count(), rate: z.number(), interval: interval() });

/** `fairness.json`: every record, and what becomes of pooled figures. */
export const fairnessIndexSchema = z.strictObject({
  /** Whether some record can tell more than "too few"; without one there are no pages. */
  shown: z.boolean(),
  /** The finding over all records; without pages what is missing. */
  says: z.string(),
  records: z.array(z.strictObject({
    role: key(), roleTitle: z.string(), period: z.string(), dimension: z.string(),
    /** Whether the record has a page: one of its stages tells more than "too few". */
    shown: z.boolean(), stages: count(),
    /** People counted at its first stage; null where one of the counts is hidden. */
    people: nullable(count()),
    says: z.string(),
  })),
  /** Records that are not published, since a wider period contains them and one could be subtracted from the other. */
  withheld: z.array(z.strictObject({ role: key(), roleTitle: z.string(), period: z.string(), dimension: z.string(), within: z.string(), says: z.string() })),
  /** Two groups over several openings, all together and each by itself. */
  pooled: z.array(z.strictObject({
    period: z.string(), dimension: z.string(), stage: key(), title: z.string(),
    pattern: z.enum(['reversed', 'gone', 'uncovered', 'stays', 'none']),
    together: z.strictObject({ focal: sideSchema, reference: sideSchema, ratio: nullable(z.number()), differenceInterval: interval(), fisher: z.number() }),
    apart: z.array(z.strictObject({ role: key(), roleTitle: z.string(), focal: sideSchema, reference: sideSchema, ratio: nullable(z.number()), differenceInterval: interval() })),
    leftOut: z.array(z.strictObject({ role: key(), roleTitle: z.string() })),
    /** Mantel–Haenszel: odds of the focal group against the reference, openings held against themselves. */
    adjusted: nullable(z.strictObject({ ratio: z.number(), interval: z.tuple([z.number(), z.number()]) })),
    /** Woolf: probability of openings that differ so much among themselves, had they one odds ratio. */
    differ: nullable(z.number()),
    /** The finding as a title, with its numbers over a drawing, then sentence by sentence. */
    says: z.string(), drawn: z.string(), sentences: z.array(z.string()),
  })),
});
export type PublishedFairnessIndex = z.output<typeof fairnessIndexSchema>;

import { z } from 'zod';
import { criterionAgreementSchema, figureSchema, intervalSchema } from './agreement.ts';
import { count, date, html, key, nullable } from './common.ts';

const given = z.strictObject({ person: key(), mark: z.int() });

/** `calibrations/<session>.json`; marks and what follows from them only once the session is closed. */
export const calibrationSchema = z.strictObject({
  id: key(), title: z.string(),
  /** The title of its page: what was found, or who is in. */
  finding: z.string(),
  /** What to do next, as a command; null when there is nothing. */
  next: nullable(z.string()),
  rubric: z.string(), rubricId: key(), rubricVersion: z.int(), rubricTitle: z.string(), state: z.string(), tolerance: z.int(), reviewers: z.array(key()),
  hidden: z.boolean(), scoresIn: count(), scoresWanted: count(), min: z.int(), max: z.int(),
  /** Who has scored how many samples: all that is told of an open session. */
  progress: z.array(z.strictObject({ person: key(), initial: z.string(), scored: count() })),
  /** First and last day a score was finished. */
  scored: nullable(z.strictObject({ first: date(), last: date() })),
  /** `label` is short enough for the head of a column. */
  samples: z.array(z.strictObject({ id: key(), label: z.string(), title: z.string(), text: html() })),
  criteria: z.array(z.strictObject({ id: key(), name: z.string(), weight: z.number(), anchors: z.record(z.string(), z.string()) })),
  /** One per sample × criterion × reviewer. */
  marks: z.array(z.strictObject({ sample: key(), criterion: key(), person: key(), mark: nullable(z.int()), words: z.string() })),
  references: z.array(z.strictObject({ sample: key(), criterion: key(), mark: z.int(), because: nullable(z.string()) })),
  /** Widest first. */
  gaps: z.array(z.strictObject({ sample: key(), criterion: key(), min: z.int(), max: z.int(), spread: z.int() })),
  /** Agreement by criterion, in the rubric's order, with how often each mark was given. */
  agreement: z.array(criterionAgreementSchema.extend({
    meanSpread: nullable(z.number()), given: z.record(z.string(), count()), notObserved: count(),
    details: z.strictObject({ fleiss: nullable(figureSchema), kappas: z.array(z.strictObject({ a: key(), b: key(), samples: count(), kappa: figureSchema })) }),
  })),
  /** On the weighted totals: ICC(2,1) for one reviewer, ICC(2,k) for the mean of all. */
  total: nullable(z.strictObject({
    samples: count(), reviewers: count(), missing: nullable(z.string()), preliminary: z.boolean(), one: nullable(figureSchema), panel: nullable(figureSchema),
    details: z.strictObject({ icc1: nullable(figureSchema), icc3: nullable(figureSchema), kendallW: nullable(z.strictObject({ w: z.number(), p: z.number() })) }), says: z.string(),
  })),
  /** Levels between every two marks of the same work, by criterion and by sample, the most first. */
  sources: nullable(z.strictObject({ levels: count(), criteria: z.array(z.strictObject({ id: key(), levels: count() })), samples: z.array(z.strictObject({ id: key(), levels: count() })), says: z.string() })),
  /** Mean difference of a reviewer's mark from the mean of the others, by criterion. */
  shifts: z.array(z.strictObject({ person: key(), /** null: over all criteria. */ criterion: nullable(key()), shift: nullable(z.number()), interval: nullable(intervalSchema), n: count(), samples: count(), says: z.string() })),
  shiftSays: nullable(z.string()),
  /** Why nothing is said of anybody's shift. */
  shiftsMissing: nullable(z.string()),
  /** How often each mark was given, in a sentence. */
  givenSays: nullable(z.string()),
  /** Shrunken effect of each reviewer on the total, in marks. */
  severity: nullable(z.strictObject({
    missing: nullable(z.string()), effects: z.array(z.strictObject({ person: key(), effect: z.number(), interval: intervalSchema, samples: count(), told: z.boolean() })), says: z.string(),
  })),
  /** Marks on the samples with reference marks, against the session's tolerance. */
  certification: z.array(z.strictObject({ person: key(), samples: count(), compared: count(), within: count(), certified: z.boolean(), says: z.string() })),
  /** The gap whose anchors are in question. */
  question: nullable(z.strictObject({ sample: key(), criterion: key(), low: given, high: given })),
  /** A change of those anchors, begun: the file, the section as it stands with both readings, the version that has other words by now, or whether
   * the words of this very version were changed since it was frozen. */
  change: nullable(z.strictObject({ path: z.string(), section: z.string(), text: z.string(), answeredBy: nullable(z.int()), reworded: z.boolean() })),
});
export type PublishedCalibration = z.output<typeof calibrationSchema>;

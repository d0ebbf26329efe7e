import { z } from 'zod';
import { count, key, nullable } from './common.ts';

/** A rubric as reviewers held to it. */
const comparedRubricSchema = z.strictObject({
  title: z.string(), id: key(), version: z.int(), min: z.int(), max: z.int(),
  criteria: z.array(z.strictObject({ id: key(), name: z.string(), weight: z.number(), mustHave: z.boolean() })),
});

/** One candidate with everything that stands beside another's. Nothing of a panel that is not complete but who is in. */
const comparedCandidateSchema = z.strictObject({
  id: key(), spoken: z.string(),
  /** "open", or how it ended. */
  state: z.enum(['open', 'hired', 'declined', 'withdrew', 'expired']),
  /** Present or last stage. */
  stageTitle: nullable(z.string()),
  overall: nullable(z.strictObject({ percent: z.number(), coverage: z.number(), spread: z.tuple([z.number(), z.number()]) })),
  /** The latest complete visit of each stage. */
  visits: z.array(z.strictObject({
    stage: key(), /** `trial`, `trial.2`. */ visit: key(), title: z.string(),
    /** Key into `rubrics`: `trial@1`. */
    rubric: z.string(),
    percent: nullable(z.number()), spread: nullable(z.tuple([z.number(), z.number()])), coverage: z.number(), reviewers: count(), incomplete: z.boolean(),
    /** By criterion, then by person: counted marks. Not observed is absent. */
    marks: z.record(z.string(), z.record(z.string(), z.int())),
    /** Criteria on which reviewers stand apart. */
    apart: z.array(key()),
  })),
  /** Panels that wait for scores. */
  waiting: z.array(z.strictObject({ stage: key(), title: z.string(), scoresIn: count(), scoresWanted: count() })),
  /** Answers to the bar and recommendations after the last complete stage. */
  answers: z.array(z.strictObject({ person: key(), bar: z.string(), recommendation: z.string(), counted: z.boolean() })),
  decision: nullable(z.string()),
});
export type ComparedCandidate = z.output<typeof comparedCandidateSchema>;

/** `compare/<role>.json`: the candidates of a role who can stand side by side; a role where nobody can has none. */
export const compareSchema = z.strictObject({
  role: key(), roleTitle: z.string(),
  /** The pipeline's question. */
  question: z.string(),
  stages: z.array(z.strictObject({ stage: key(), title: z.string(), weight: nullable(z.number()) })),
  /** By `id@version`. */
  rubrics: z.record(z.string(), comparedRubricSchema),
  /** How many there are; `candidates` holds so many of them that the page stays light. */
  total: count(),
  /** In process first, then who ended; each group by how far they came, the latest first. */
  candidates: z.array(comparedCandidateSchema),
});
export type PublishedCompare = z.output<typeof compareSchema>;

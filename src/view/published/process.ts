import { z } from 'zod';
import { count, date, html, key, nullable } from './common.ts';
import { challengeHealthSchema, criteriaHealthSchema } from './health.ts';

const anchorsSchema = z.record(z.string(), z.string());

/** A rubric in one version. */
export const rubricVersionSchema = z.strictObject({
  version: z.int(), title: z.string(), min: z.int(), max: z.int(), kind: z.string(), status: z.string(),
  intro: html(),
  criteria: z.array(z.strictObject({
    id: key(), name: z.string(), weight: z.number(), indicators: z.string(), anchors: anchorsSchema, about: html(),
    mustHave: z.boolean(), communication: z.boolean(), collaboration: z.boolean(),
  })),
  /** Scores that hold to this version, and the first and last day of them. */
  scores: count(), first: nullable(date()), last: nullable(date()),
  /** Whether its criteria still tell people apart; null before a panel was complete. */
  health: nullable(criteriaHealthSchema),
});

/** What differs between two texts of a rubric. */
const changeSchema = z.strictObject({
  from: z.int(), to: z.int(),
  rows: z.array(z.strictObject({
    criterion: z.string(), where: z.string(), weightFrom: nullable(z.number()), weightTo: nullable(z.number()),
    words: z.array(z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
  })),
});

/** `rubrics/<rubric>.json`: current text, versions, and what changed between them. */
export const rubricSchema = z.strictObject({
  id: key(), title: z.string(), kind: z.string(), status: z.string(), version: z.int(), path: z.string(),
  current: rubricVersionSchema,
  versions: z.array(rubricVersionSchema),
  usedBy: z.array(z.strictObject({ pipeline: key(), pipelineTitle: z.string(), stage: key(), stageTitle: z.string() })),
  /** Differences from each version to the next, newest first; words as runs of same, removed and added. */
  changes: z.array(changeSchema),
  /** Words of the current version that were changed since it was frozen. */
  reworded: nullable(changeSchema),
  /** How often each level was given for each criterion of the current version. */
  given: z.array(z.strictObject({ criterion: key(), counts: z.record(z.string(), count()), notObserved: count() })),
});
export type PublishedRubric = z.output<typeof rubricSchema>;

/** `pipelines/<pipeline>.json`. */
export const pipelineSchema = z.strictObject({
  id: key(), title: z.string(), about: nullable(z.string()), bar: z.string(), path: z.string(),
  cost: z.strictObject({ hours: z.number(), days: count() }),
  roles: z.array(z.strictObject({ id: key(), title: z.string(), state: z.string() })),
  stages: z.array(z.strictObject({
    id: key(), title: z.string(), kind: z.string(), why: z.string(), optional: z.boolean(), retired: nullable(date()),
    challenge: nullable(key()), challengeTitle: nullable(z.string()), rubric: nullable(key()), rubricTitle: nullable(z.string()), questions: nullable(key()), guide: nullable(key()), discusses: nullable(key()),
    effort: nullable(z.string()), window: nullable(z.string()), length: nullable(z.string()), startWithin: nullable(z.string()), replyWithin: z.string(),
    reviewers: nullable(count()), weight: nullable(z.number()), advanceAt: nullable(z.number()), paid: z.boolean(),
    hours: z.number(), days: count(),
  })),
});
export type PublishedPipeline = z.output<typeof pipelineSchema>;

/** `challenges/<challenge>.json`; its text is `text/challenges/<challenge>.mdx`. Never its key. */
export const challengeSchema = z.strictObject({
  id: key(), title: z.string(), kind: z.string(), version: z.int(), rubric: key(), rubricTitle: z.string(),
  effort: nullable(z.string()), length: nullable(z.string()), window: nullable(z.string()), startWithin: nullable(z.string()),
  deliverables: z.array(z.string()), acceptance: z.array(z.string()), notMarked: z.array(z.string()), doNotBuild: z.array(z.string()),
  limits: nullable(z.strictObject({ words: nullable(z.string()), video: nullable(z.string()) })),
  ai: nullable(z.strictObject({ use: z.string(), means: z.string() })),
  compensation: nullable(z.string()), retireAfter: nullable(date()),
  usedBy: z.array(z.strictObject({ pipeline: key(), pipelineTitle: z.string(), stage: key(), stageTitle: z.string() })),
  starter: z.array(z.strictObject({ path: z.string(), text: nullable(z.string()) })),
  /** How many points the reviewers' key holds; the key itself is never published. */
  keyPoints: count(),
  handedIn: count(), minutes: z.array(z.int()),
  /** Whether it still works. */
  health: challengeHealthSchema,
});
export type PublishedChallenge = z.output<typeof challengeSchema>;

/** `messages/<message>.json`: the template and how it reads with an example's dates. */
export const messageSchema = z.strictObject({
  id: key(), on: z.string(), when: z.string(), answers: z.boolean(), from: z.string(), used: count(),
  languages: z.array(z.strictObject({
    language: z.string(), path: z.string(), subjectTemplate: z.string(), template: z.string(),
    /** Rendered for the example named here. */
    example: nullable(z.strictObject({ role: z.string(), stage: z.string(), subject: z.string(), body: html() })),
  })),
});
export type PublishedMessage = z.output<typeof messageSchema>;

/** `questions/<set>.json`. */
export const questionsSchema = z.strictObject({
  id: key(), title: z.string(), for: z.string(), intro: nullable(z.string()),
  questions: z.array(z.strictObject({ id: key(), ask: z.string(), kind: z.string(), options: z.array(z.string()), limit: nullable(z.string()), required: z.boolean(), looksFor: nullable(z.string()), followUps: z.array(z.string()) })),
});
export type PublishedQuestions = z.output<typeof questionsSchema>;

/** `policies/<policy>.json`. */
export const policySchema = z.strictObject({ id: key(), title: z.string(), summary: nullable(z.string()), order: z.int(), body: html() });
export type PublishedPolicy = z.output<typeof policySchema>;

/** `guide.json`: the pages; their text is `text/guide/<page>.mdx`. */
export const guideSchema = z.array(z.strictObject({ id: key(), title: z.string(), summary: nullable(z.string()), order: z.int() }));
export type PublishedGuide = z.output<typeof guideSchema>;

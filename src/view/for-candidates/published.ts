import { z } from 'zod';

// A boundary of its own: nothing here is shared with what the private site reads, so that no field added there ever becomes public.
// There is no field for a candidate, a reviewer, a score, a mark, a key, an anchor, or for what interviewers look for.

const key = () => z.string().describe('An id of the content.');
const words = () => z.string().describe('Words written for candidates.');
const time = () => z.string().nullable().describe('A duration as it was written; null where there is none.');

const criterionSchema = z.strictObject({ name: words(), weight: z.number().describe('Percent.'), indicators: words() });

/** `site.json`: what stands on every page. */
export const publicSiteSchema = z.strictObject({
  organisation: z.string(),
  /** Where the pages will be read; canonical addresses begin with it. */
  url: z.string(),
  /** Language of the texts, BCP 47. */
  language: z.string(),
  /** The day the pages speak of. */
  today: z.string(),
  /** True for the example: pages say so. */
  example: z.boolean(),
  replyWithin: z.string(),
  /** How long a record is kept after the end; null where the settings do not say. */
  keptFor: z.string().nullable(),
  contact: z.strictObject({ email: z.string().nullable(), survey: z.string().nullable() }),
});
export type PublicSite = z.output<typeof publicSiteSchema>;

const stageSchema = z.strictObject({
  id: key(), title: words(), kind: z.string(), why: words(),
  effort: time(), window: time(), length: time(), startWithin: time(), replyWithin: z.string(),
  /** Unpaid hours and calendar days, the upper ends. */
  hours: z.number(), days: z.int(),
  /** "2,000 EUR per week" */
  compensation: z.string().nullable(),
  /** Title of the earlier stage whose work is talked about. */
  discusses: z.string().nullable(),
  /** How many people judge it independently; 0 where nobody scores. */
  readers: z.int(),
  criteria: z.array(criterionSchema),
  notMarked: z.array(words()),
  limits: z.strictObject({ words: z.string().nullable(), video: z.string().nullable() }),
  ai: z.strictObject({ use: z.string(), means: words() }).nullable(),
  /** What is asked with the application. */
  questions: z.array(z.strictObject({ ask: words(), kind: z.string(), limit: z.string().nullable(), required: z.boolean() })),
  /** Guide pages that prepare for it. */
  prepare: z.array(z.strictObject({ id: key(), title: words() })),
});
export type PublicStage = z.output<typeof stageSchema>;

/** `roles/<role>.json`: an opening that is open. Its text is `text/roles/<role>.mdx`. */
export const publicRoleSchema = z.strictObject({
  id: key(), title: words(), language: z.string(), level: z.string(), stack: z.array(z.string()), headcount: z.int(), pay: z.string().nullable(),
  openSince: z.string().nullable(),
  /** Name of the manager, who decides and signs. */
  signedBy: z.string().nullable(),
  /** The one question that decides. */
  bar: words(),
  hours: z.number(), days: z.int(),
  stages: z.array(stageSchema),
});
export type PublicRole = z.output<typeof publicRoleSchema>;

/** `guide.json`: the pages in their order; their text is `text/guide/<page>.mdx`. */
export const publicGuideSchema = z.array(z.strictObject({ id: key(), title: words(), summary: z.string().nullable(), language: z.string() }));
export type PublicGuide = z.output<typeof publicGuideSchema>;

/** `facts.json`: what the texts name and take from the process itself. */
export const publicFactsSchema = z.strictObject({
  efforts: z.record(z.string(), z.string()),
  windows: z.record(z.string(), z.string()),
  /** By pipeline and stage, `senior-trial/application`. */
  promises: z.record(z.string(), z.string()),
  /** By rubric. */
  criteria: z.record(z.string(), z.array(criterionSchema)),
});
export type PublicFacts = z.output<typeof publicFactsSchema>;

/** `survey.json`: what is asked after an answer; only where there is such a set. */
export const publicSurveySchema = z.strictObject({
  set: key(), title: words(), intro: z.string().nullable(),
  questions: z.array(z.strictObject({ id: key(), ask: words(), kind: z.enum(['scale', 'choice', 'text']), options: z.array(z.string()), words: z.int().nullable(), required: z.boolean() })),
  /** Openings that are open, or were until lately: whoever answers may have met one that is closed by now. */
  roles: z.array(z.strictObject({ id: key(), title: words(), challenges: z.array(z.strictObject({ id: key(), stage: words(), effort: time() })) })),
});
export type PublicSurvey = z.output<typeof publicSurveySchema>;

/** Every published file for candidates: the path below `v1/` and its schema. */
export const PUBLISHED_FOR_CANDIDATES = {
  'site.json': publicSiteSchema,
  'guide.json': publicGuideSchema,
  'facts.json': publicFactsSchema,
  'survey.json': publicSurveySchema,
  'roles/<role>.json': publicRoleSchema,
} as const satisfies Record<string, z.ZodType>;

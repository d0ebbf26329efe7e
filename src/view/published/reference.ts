import { z } from 'zod';
import { count, key, nullable } from './common.ts';

/** `problems.json`: every code with its explanation. */
export const problemsSchema = z.array(z.strictObject({ code: z.string(), severity: z.enum(['error', 'warning']), title: z.string(), why: z.string(), wrong: z.string(), right: z.string() }));
export type PublishedProblems = z.output<typeof problemsSchema>;

/** `format.json`: the reference of every kind of file, from the schemas. */
export const formatSchema = z.array(z.strictObject({
  name: z.string(), path: z.string(), form: z.string(), about: z.string(),
  fields: z.array(z.strictObject({ key: z.string(), depth: count(), type: z.string(), required: z.boolean(), standard: nullable(z.string()), about: z.string() })),
}));
export type PublishedFormat = z.output<typeof formatSchema>;

/** `methods.json`: each number in plain words with its formula. */
export const methodsSchema = z.array(z.strictObject({ id: key(), title: z.string(), plain: z.string(), formula: nullable(z.string()), source: nullable(z.string()), guards: z.array(z.string()), /** The method of `hire stats` that computes it, where there is one. */ check: z.string().optional() }));
export type PublishedMethods = z.output<typeof methodsSchema>;

/** `calendar.json`: the days that are no business days. */
export const calendarSchema = z.strictObject({ timezone: z.string(), workdays: z.array(z.int()), closed: z.record(z.string(), z.string()) });
export type PublishedCalendar = z.output<typeof calendarSchema>;

/** `build.json`: the only file that names the commit, the engine and what was left out. */
export const buildSchema = z.strictObject({
  commit: nullable(z.string()), engine: z.string(),
  /** Where the repository lies on GitHub, as far as its remote or the workflow says; pages for proposals need it. */
  repository: nullable(z.strictObject({ owner: z.string(), name: z.string(), /** Addresses without a slash at the end: of its pages, and of the interface for programs. */ web: z.string(), api: z.string(), /** The default branch. */ branch: z.string(), /** Where the content lies in it: empty for its top, else with `/` at the end. */ prefix: z.string() })),
  warnings: z.array(z.strictObject({ code: z.string(), path: z.string(), line: nullable(z.int()), message: z.string(), hint: nullable(z.string()) })),
  leftOut: z.array(z.strictObject({ code: z.string(), path: z.string(), line: nullable(z.int()), column: nullable(z.int()), message: z.string(), hint: nullable(z.string()), frame: z.string() })),
});
export type PublishedBuild = z.output<typeof buildSchema>;

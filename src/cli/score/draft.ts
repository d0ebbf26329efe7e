import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { conflictSchema } from '../../model/conflict.ts';
import { BAR_ANSWERS, NOT_OBSERVED, RECOMMENDATIONS } from '../../model/score.ts';
import { compareText } from '../../model/problem.ts';
import { removeFile, writeFile } from '../../store/write.ts';
import { Mistake } from '../command.ts';
import { isEmpty, type Sheet } from './sitting.ts';
import type { Marking } from './task.ts';

const draftSchema = z.strictObject({
  format: z.literal(1),
  rubric: z.string(),
  sheet: z.strictObject({
    marks: z.record(z.string(), z.strictObject({ mark: z.union([z.int().min(1).max(5), z.literal(NOT_OBSERVED)]), words: z.string() })),
    recommendation: z.enum(RECOMMENDATIONS).optional(),
    bar: z.enum(BAR_ANSWERS).optional(),
    summary: z.string().optional(),
    because: z.string().optional(),
    minutes: z.int().min(0).max(2000).optional(),
    conflict: z.strictObject({ kind: conflictSchema.shape.kind, note: z.string() }).optional(),
    seconds: z.number(),
  }),
});

const FOLDER = '.hire/drafts';

/** Which score a draft is of. */
export interface DraftOf {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  readonly by: string;
}

/** Where the draft of a score lies; git ignores the folder. */
export function draftPath({ role, candidate, visit, by }: DraftOf): string {
  return `${FOLDER}/${role}/${candidate}/${visit}/${by}.json`;
}

/**
 * The draft of a score; undefined where there is none.
 * @returns `rubric` is the version it was begun against
 * @throws Mistake when it cannot be read
 */
export function readDraft(root: string, { draft: path }: Pick<Marking, 'draft'>): { readonly rubric: string; readonly sheet: Sheet } | undefined {
  let text: string;
  try {
    text = readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
  try {
    return draftSchema.parse(JSON.parse(text));
  } catch {
    throw new Mistake(`${path} is no draft that hire understands. Move it away, or give --discard to begin anew.`);
  }
}

/** Keeps what was said; where nothing was, no file is left behind. */
export function saveDraft(root: string, task: Marking, sheet: Sheet): void {
  if (isEmpty(sheet, task)) return removeFile(root, task.draft);
  writeFile(root, task.draft, `${JSON.stringify({ format: 1, rubric: task.reference, sheet }, null, 1)}\n`, { overwrite: true });
}

const SAMPLES = '.hire/sample-drafts';

/** Where the draft of a sample's score lies. */
export function sampleDraft({ session, sample, by }: { readonly session: string; readonly sample: string; readonly by: string }): string {
  return `${SAMPLES}/${session}/${sample}/${by}.json`;
}

/** The samples whose scores a person began on this machine, as `<session>/<sample>`. */
export function listSampleDrafts(root: string, by: string): ReadonlySet<string> {
  return new Set(listed(root, SAMPLES).flatMap(([session, sample, name, ...rest]) => (session !== undefined && sample !== undefined && name === `${by}.json` && rest.length === 0 ? [`${session}/${sample}`] : [])));
}

/** The drafts that a person began on this machine, by role, candidate and visit. */
export function listDrafts(root: string, by: string): DraftOf[] {
  return listed(root, FOLDER).flatMap(([role, candidate, visit, name, ...rest]) =>
    (role !== undefined && candidate !== undefined && visit !== undefined && name === `${by}.json` && rest.length === 0 ? [{ role, candidate, visit, by }] : []))
    .sort((a, b) => compareText(draftPath(a), draftPath(b)));
}

/** Every path below a folder, in its parts. */
function listed(root: string, folder: string): string[][] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => path.split(/[\\/]/));
  } catch {
    return [];
  }
}

import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { surveySchema, type Survey } from '../../model/survey.ts';
import { writeFileAtomic } from '../../store/write.ts';
import { Mistake } from '../command.ts';

/** Answers of one role that wait on this machine for a batch. In the order of their marks, which tells nothing. */
export interface Holding {
  readonly role: string;
  readonly waiting: readonly { readonly mark: string; readonly survey: Survey }[];
  /** A batch that is being published, with its tokens: after a kill it is finished with the same ones. */
  readonly batch: readonly { readonly token: string; readonly survey: Survey }[];
  /** Marks of everything that ever was here, so that nothing is counted twice. */
  readonly seen: readonly string[];
}

const holdingSchema = z.strictObject({
  waiting: z.array(z.strictObject({ mark: z.string(), survey: surveySchema })),
  batch: z.array(z.strictObject({ token: z.string(), survey: surveySchema })),
  seen: z.array(z.string()),
});

const FOLDER = join('.hire', 'survey');
/** One moment for every file: when an answer came must not be read from the disk. */
const NO_TIME = new Date(0);

/** What waits, by role. @throws Mistake when a file was damaged by hand */
export function readHoldings(root: string): Map<string, Holding> {
  const folder = join(root, FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).sort() : [];
  return new Map(names.map((name) => {
    const role = name.replace(/\.json$/, '');
    return [role, { role, ...parsed(join(folder, name)) }];
  }));
}

/** An empty one. */
export function emptyHolding(role: string): Holding {
  return { role, waiting: [], batch: [], seen: [] };
}

/** With one answer more, unless it was here before. */
export function withAnswer(holding: Holding, mark: string, survey: Survey): Holding {
  if (holding.seen.includes(mark)) return holding;
  return { ...holding, waiting: [...holding.waiting, { mark, survey }].sort(byMark), seen: [...holding.seen, mark].sort() };
}

/** Replaces what is held in one step; readable by its owner alone, and without a time. */
export async function keepHolding(root: string, { role, waiting, batch, seen }: Holding): Promise<void> {
  const file = join(root, FOLDER, `${role}.json`);
  await writeFileAtomic(file, `${JSON.stringify({ waiting, batch, seen }, null, 1)}\n`, { overwrite: true });
  utimesSync(file, NO_TIME, NO_TIME);
  utimesSync(join(root, FOLDER), NO_TIME, NO_TIME);
}


function byMark(a: { readonly mark: string }, b: { readonly mark: string }): number {
  return a.mark < b.mark ? -1 : 1;
}

function parsed(file: string): z.output<typeof holdingSchema> {
  try {
    return holdingSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Mistake(`${file} cannot be read as held answers. It is written by “hire survey add”; put it right, or move it away and add the answers again.`);
  }
}

import type { CandidateFacts } from '../analysis/facts.ts';
import { identityFolder } from '../identity/folder.ts';
import { readLocalSettings } from '../identity/local-settings.ts';
import type { Change } from '../model/change.ts';
import { plural } from '../model/words.ts';
import type { PlannedMove } from '../moves/move.ts';
import { printProblems } from '../report/problems.ts';
import { NotEdited } from '../store/edit-yaml.ts';
import { APPLY_OPTIONS, readyToWrite } from './apply.ts';
import { flag, Mistake, type Context, type Input } from './command.ts';
import { foresee } from './foresee.ts';
import { carryOut, type CarryOut } from './moves/carry-out.ts';
import { chooseCandidates } from './moves/chosen.ts';
import { openTree, type Opened } from './open.ts';
import { rootOf } from './root.ts';
import { writeSchemas } from './write-schemas.ts';

const text = { type: 'string' } as const;

/** Options of a command that writes something into the record of one candidate. */
export const RECORD_OPTIONS = { role: text, by: text, now: text, today: text, 'no-cache': { type: 'boolean' }, ...APPLY_OPTIONS } as const;

/** The tree as it lies there, and the candidate that the first word names. @throws Mistake when there is none, or the record is gone */
export async function openRecord(context: Context, input: Input, verb: string): Promise<{ readonly opened: Opened; readonly facts: CandidateFacts }> {
  await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
  const opened = await openTree(context, input);
  const [facts] = chooseCandidates({ options: { role: input.options['role'] }, words: input.words.slice(0, 1) }, opened, verb).candidates;
  if (!facts) throw new Mistake('Nobody matches.');
  if (facts.folder.erased) throw new Mistake(`The record of “${facts.id}” was erased on ${facts.folder.erased.value.on}.`);
  if (!facts.folder.record) throw new Mistake(`${facts.folder.path}/candidate.yml is missing or broken; “hire check” says what is wrong.`);
  return { opened, facts };
}

/** Edits a text; where that cannot be done without touching more, a person has to. @throws Mistake */
export function edited<T>(path: string, edit: () => T): T {
  try {
    return edit();
  } catch (error) {
    if (error instanceof NotEdited) throw new Mistake(`${path}: ${error.message}`);
    throw error;
  }
}

/** So many warnings are shown one by one. */
const FRAMES = 3;

/**
 * Carries out a plan once the checks have nothing against what would be written; warnings are said, and stop nothing.
 * @returns the exit code; 1 when an error stands against it, and nothing was written
 */
export async function carryOutChecked(context: Context, input: Input, opened: Opened, planned: readonly PlannedMove[], changes: readonly Change[], more: CarryOut): Promise<number> {
  if (!(await passes(context, opened, [...changes, ...planned.flatMap((move) => move.changes)]))) return 1;
  // Every file names its schema in the first line, so the schemas are there when an editor opens it.
  if (!flag(input, 'dry-run')) writeSchemas(opened.root, opened.workspace);
  return carryOut(context, input, opened, planned, changes, more);
}

/** Whether the checks have no error against what would be written; what they say is printed, and that nothing was written. */
export async function passes(context: Context, opened: Opened, changes: readonly Change[]): Promise<boolean> {
  const problems = await foresee(opened, identityFolder(readLocalSettings(opened.root).settings.identities), changes);
  const after = new Map(changes.map((change) => [change.path, change.after]));
  const errors = problems.filter((problem) => problem.severity === 'error');
  const warnings = problems.length - errors.length;
  const told = warnings > FRAMES ? errors : problems;
  if (told.length > 0) context.stderr(printProblems(told, { format: 'terminal', readText: (path) => after.get(path) }));
  if (warnings > FRAMES) context.stderr(`${plural(warnings, 'warning')}; “hire check” shows them.\n`);
  if (errors.length > 0) context.stderr('Nothing was written.\n');
  return errors.length === 0;
}

import { judgeText, runChecks } from '../checks/run.ts';
import { identityFolder } from '../identity/folder.ts';
import { readLocalSettings } from '../identity/local-settings.ts';
import type { Identities } from '../model/identities.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import { positioned } from '../store/locate.ts';
import type { Context, Input } from './command.ts';
import { openTree, type Opened } from './open.ts';

/** Names beside the repository, where this machine has them. */
export function openIdentities(opened: Opened): Identities {
  return identityFolder(readLocalSettings(opened.root).settings.identities);
}

/** Reads a tree that will be examined: what single texts say is asked while they are at hand. */
export function openToExamine(context: Context, input: Input): Promise<Opened> {
  return openTree(context, input, judgeText);
}

/** Every problem of a tree, with line and column: of the files one by one, and of what they say together. */
export async function examine(opened: Opened, identities: Identities): Promise<Problem[]> {
  const context = {
    now: opened.clock.now,
    clockFrom: opened.clock.from,
    texts: opened.text,
    judged: opened.judged,
    ...(identities.open ? { identities: await identities.all() } : {}),
  };
  const found = positioned(runChecks(opened.workspace, context), opened.text);
  return [...opened.problems, ...found].sort(compareProblems);
}

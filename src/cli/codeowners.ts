import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CODEOWNERS, codeownersOf, isOurs, type Codeowners } from '../gate/codeowners.ts';
import { listed } from '../model/words.ts';
import { APPLY_OPTIONS, applyPlan, readyToWrite } from './apply.ts';
import { flag, Mistake, type Command, type Context, type Input } from './command.ts';
import { openTree, type Opened } from './open.ts';
import { rootOf } from './root.ts';

/** `hire codeowners`: whom GitHub asks before a file changes, from the people of the repository. */
export const codeowners: Command = {
  name: 'codeowners',
  summary: 'write whom GitHub asks before files change, from the people',
  usage: '',
  help: `
Writes ${CODEOWNERS} from content/people: process owners are asked before the engine, rubrics, pipelines, challenges and settings
change, hiring managers before openings, candidates' records and messages. Scores ask nobody; the gate judges them. GitHub asks only where
the branch's protection says so, which “hire doctor” looks up.

hire codeowners
hire codeowners --check     only say whether it is stale; exit code 1 if so`,
  options: { check: { type: 'boolean' }, force: { type: 'boolean' }, ...APPLY_OPTIONS },
  means: { check: ['only say whether it is stale; exit code 1 if so'], force: ['replace a file that somebody wrote by hand'] },
  words: [0, 0],
  async run(context, input) {
    const checks = flag(input, 'check');
    if (!checks) await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
    const opened = await openTree(context, input);
    const path = join(opened.root, CODEOWNERS);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (opened.workspace.settings.value.example !== undefined) return ofExample(context, input, checks, before);
    const made = madeFrom(opened);
    const stale = before?.replaceAll('\r\n', '\n') !== made.text;
    if (checks) return told(context, input, stale, before);
    if (stale && before !== undefined && !isOurs(before) && !flag(input, 'force')) throw new Mistake(`${CODEOWNERS} was written by hand. --force replaces it; git keeps what it says now.`);
    if (stale) await applyPlan(context, input, opened.root, [{ path: CODEOWNERS, before, after: made.text }], { message: 'Ask whom content/people names', branch: 'hire/codeowners' });
    else context.stderr(`${CODEOWNERS} says what content/people says.\n`);
    if (made.nobody.length > 0) context.stderr('No hiring manager has an account, so the process owners are asked in their place.\n');
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ path: CODEOWNERS, stale, written: stale && !flag(input, 'dry-run') })}\n`);
    else if (stale) context.stdout(`${CODEOWNERS}\n`);
    return 0;
  },
};

/** The example's people are invented; their names may be real accounts of strangers. */
function ofExample(context: Context, input: Input, checks: boolean, before: string | undefined): number {
  if (!checks) throw new Mistake('The people are the example’s, and GitHub would ask strangers who happen to have their accounts. “hire init” makes the repository your own.');
  const stale = before !== undefined && isOurs(before);
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ path: CODEOWNERS, stale })}\n`);
  context.stderr(stale ? `${CODEOWNERS} names people of the example: remove it.\n` : 'The people are the example’s: there is nobody to ask, and nothing to keep current.\n');
  return stale ? 1 : 0;
}

function told(context: Context, input: Input, stale: boolean, before: string | undefined): number {
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ path: CODEOWNERS, stale })}\n`);
  const what = before === undefined ? 'is missing' : isOurs(before) ? 'is stale: content/people says something else' : 'was written by hand and says something else than content/people';
  context.stderr(stale ? `${CODEOWNERS} ${what}. “hire codeowners${before !== undefined && !isOurs(before) ? ' --force' : ''}” writes it.\n` : `${CODEOWNERS} is current.\n`);
  return stale ? 1 : 0;
}

function madeFrom({ workspace }: Opened): Codeowners {
  const made = codeownersOf(workspace);
  if (made.illegible.length > 0) throw new Mistake(`The login of ${listed(made.illegible)} is none that GitHub gives; mend github: in content/people.`);
  if (made.nobody.includes('process-owner')) throw new Mistake('No process owner has an account, so GitHub could ask nobody. Add github: { login, id } to one in content/people.');
  return made;
}

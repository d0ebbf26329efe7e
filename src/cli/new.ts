import { join } from 'node:path';
import { officeOf } from '../analysis/time/office.ts';
import { oneOfThese } from './ask.ts';
import { flag, Mistake, type Command, type Context, type Input } from './command.ts';
import { takeBackIdentity, writeIdentity } from '../identity/write.ts';
import { NEW_KINDS } from './new/kinds.ts';
import type { Made } from './new/maker.ts';
import { writeNewFiles } from './new-files.ts';
import { openTree, type Opened } from './open.ts';
import { writeSchemas } from './write-schemas.ts';

const width = Math.max(...NEW_KINDS.map((kind) => kind.name.length));
const text = { type: 'string' } as const;

/** `hire new <kind>`: the beginning of a file, in its place and in the right form. */
export const newFile: Command = {
  name: 'new',
  summary: 'begin a candidate, a score, a role or any other file',
  usage: '<kind> [<id>]',
  help: `
Writes the beginning of a file where it belongs. What is missing is asked for on a terminal; what exists is never touched.

${NEW_KINDS.map((kind) => `${kind.name.padEnd(width)}  ${kind.usage.padEnd(33)}  ${kind.summary}`).join('\n')}
${'rule'.padEnd(width)}  ${'<family>/<what>'.padEnd(33)}  a check of your own, with its test and its explanation

hire new candidate --role senior-backend-2026 --source referral
hire new score teal-otter-7f --by alice
hire new role data-engineer-2027`,
  options: {
    now: text, today: text, 'no-cache': { type: 'boolean' },
    role: text, source: text, 'keep-until': text, name: text, email: text, link: { type: 'string', multiple: true }, timezone: text, by: text, visit: text, title: text, pipeline: text, manager: text, for: text,
    on: text, language: text, as: text, github: text, 'github-id': text, rubric: text, questions: text, outcome: text, started: text,
  },
  means: { link: ['address of a page of the candidate, kept with the identity; may be given several times', 'address'], timezone: ['time zone of the candidate, kept with the identity'], language: ['language of a message, or of the candidate, en or pt-BR'] },
  words: [1, 2],
  async run(context, input) {
    const [name = '', word] = input.words;
    if (name === 'rule') return (await import('./new/rule.ts')).newRule(context, input, word);
    const wrong = oneOfThese('kind of file', [...NEW_KINDS.map((kind) => kind.name), 'rule'])(name);
    if (wrong !== undefined) throw new Mistake(wrong);
    const make = await NEW_KINDS.find((kind) => kind.name === name)?.load();
    if (!make) throw new Mistake(`There is no kind of file “${name}”.`);
    const opened = await openTree(context, input);
    const made = await make({ context, input, opened, word, ...clockOf(opened) });
    const dry = flag(input, 'dry-run');
    if (!dry) {
      writeMade(made);
      writeSchemas(opened.root, opened.workspace);
    }
    const inside = made.files.filter((file) => file.root === opened.root);
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ id: made.id, written: !dry, files: inside.map((file) => file.path) })}\n`);
    else tell(context, input, [...inside.map((file) => file.path), ...(made.identity ? [join(made.identity.folder, made.identity.candidate, 'identity.yml')] : [])], made.next);
    return 0;
  },
};

/** The identity goes first: a record without one has nobody to write to, and is the harder to notice. */
function writeMade({ files, identity }: Made): void {
  if (identity) writeIdentity(identity.folder, identity.candidate, identity.text);
  try {
    writeNewFiles(files);
  } catch (error) {
    if (identity) takeBackIdentity(identity.folder, identity.candidate);
    throw error;
  }
}

function tell(context: Context, input: Input, paths: readonly string[], next: readonly string[]): void {
  if (flag(input, 'dry-run')) context.stderr('Nothing was written (--dry-run). This would be:\n');
  context.stdout(paths.map((path) => `${path}\n`).join(''));
  for (const sentence of next) context.stderr(`${sentence}\n`);
}

/** The clock as people write it: day and minute in the organisation's zone. */
function clockOf(opened: Opened): { readonly today: string; readonly now: string } {
  const { zone } = officeOf(opened.workspace.calendar);
  return { today: zone.dayOf(opened.clock.now), now: zone.instantText(opened.clock.now) };
}

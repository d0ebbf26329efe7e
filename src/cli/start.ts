import { join } from 'node:path';
import { plural } from '../model/words.ts';
import { textOption, type Command, type Context, type Input } from './command.ts';
import { READ_OPTIONS } from './options.ts';
import { rootOf } from './root.ts';
import { serveOn, untilInterrupted } from './serve.ts';
import { makeSite, type Made } from './site/make.ts';
import { sayProblems } from './site/say.ts';
import { watchFolders } from './site/watch.ts';
import { writeSchemas } from './write-schemas.ts';

/** `hire start`: check, aggregate, build, serve, and again after every edit. */
export const start: Command = {
  name: 'start',
  summary: 'check, build and show the site',
  usage: '',
  help: `
Checks the content, builds the site, serves it on this machine and prints its address. Edit a file and the open page loads again.
Broken files are named and left out. Names of candidates are shown where .hire/local.yml names an identity folder.`,
  options: { ...READ_OPTIONS, port: { type: 'string' } },
  words: [0, 0],
  async run(context, input) {
    const began = context.machineNow();
    // A port that was asked for and is taken is said before the work, not after it.
    if (textOption(input, 'port') !== undefined) await (await serveOn(input, siteFolder(context, input), false)).close();
    const first = await make(context, input);
    sayProblems(context, first);
    if (!first.built) return first.failure === undefined ? 1 : 70;
    writeSchemas(first.opened.root, first.opened.workspace);
    const served = await serveOn(input, siteFolder(context, input), true);
    const { workspace } = first.opened;
    const candidates = [...workspace.candidates.values()].reduce((sum, each) => sum + each.size, 0);
    context.stderr(`${plural(workspace.roles.size, 'role')}, ${plural(candidates, 'candidate')}, built in ${((context.machineNow() - began) / 1000).toFixed(1)} s. Edits show while this runs; Ctrl-C stops it.\n`);
    context.stdout(`${served.address}\n`);
    if (first.opened.commit === undefined) {
      watchFolders(first.opened.root, ['content', 'rubrics'], context.interrupted, async (paths) => {
        const from = context.machineNow();
        const made = await make(context, input).catch((error: unknown) => sayFailure(context, error));
        if (!made || context.interrupted.aborted) return;
        sayProblems(context, made);
        writeSchemas(made.opened.root, made.opened.workspace);
        if (!made.built) return;
        context.stderr(`${paths.length === 1 ? (paths[0] ?? '') : plural(paths.length, 'file')} changed: built in ${((context.machineNow() - from) / 1000).toFixed(1)} s.\n`);
        served.reload();
      });
    }
    await untilInterrupted(context);
    await served.close();
    return 0;
  },
};

function make(context: Context, input: Input): Promise<Made> {
  return makeSite(context, input, { audience: 'team', out: siteFolder(context, input), keepGoing: true, names: true });
}

/** A site with names in it stays in the folder that git ignores. */
function siteFolder(context: Context, input: Input): string {
  return join(rootOf(context, input), '.hire', 'site');
}

/** A fault during a rebuild must not end the session: the site of before is still being served. */
function sayFailure(context: Context, error: unknown): undefined {
  context.stderr(`Not built again: ${error instanceof Error ? error.message : String(error)}\n`);
  return undefined;
}

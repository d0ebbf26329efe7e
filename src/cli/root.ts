import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Mistake, textOption, type Context, type Input } from './command.ts';

/**
 * The repository a command works on: `--root`, or the nearest folder upwards that holds `content` or `rubrics`.
 * @throws Mistake when there is none
 */
export function rootOf(context: Context, input: Input): string {
  const named = textOption(input, 'root');
  if (named !== undefined) {
    const root = resolve(context.cwd, named);
    if (!existsSync(root) || !statSync(root).isDirectory()) throw new Mistake(`--root names ${named}, which is no folder.`);
    return root;
  }
  for (let folder = resolve(context.cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'content')) || existsSync(join(folder, 'rubrics'))) return folder;
    if (dirname(folder) === folder) break;
  }
  throw new Mistake('There is no content/ or rubrics/ here or in a folder above. Change to the repository, or name it with --root.');
}

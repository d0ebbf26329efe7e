import { isAbsolute, relative, resolve, sep } from 'node:path';
import { folderFiles, readFolderFile } from '../store/folder.ts';
import { matchPath } from '../store/match.ts';
import { writeFile } from '../store/write.ts';
import { plural } from '../model/words.ts';
import { formatFile } from '../text/print.ts';
import { flag, Mistake, type Command } from './command.ts';
import { oneLineEvents } from './one-line-events.ts';
import { rootOf } from './root.ts';

/** `hire fmt`: one layout for everybody's files. Layout is never a problem; this is for those who like it tidy. */
export const fmt: Command = {
  name: 'fmt',
  summary: 'tidy the layout of files, never their meaning',
  usage: '[<path> …]',
  help: `
Aligns the tables of rubrics, puts each event in one line, evens out spaces and empty lines, and keeps words, order, quotes and comments.
A file that would be read differently afterwards is left as it is; so is a file that cannot be read.

hire fmt                       everything under content/ and rubrics/
hire fmt rubrics/interview.md  one file, or a folder
hire fmt --check               only say which files it would change; exit code 1 if any`,
  options: { check: { type: 'boolean' } },
  words: [0, 1000],
  async run(context, input) {
    const root = rootOf(context, input);
    const wanted = input.words.map((word) => inRoot(root, resolve(context.cwd, word), word));
    const entries = (await folderFiles(root).list()).filter(({ path, mode }) => mode === 'file' && isLaidOut(path));
    for (const [index, path] of wanted.entries()) {
      if (!entries.some((entry) => within(entry.path, path))) throw new Mistake(`“${input.words[index] ?? ''}” is no file or folder whose layout hire knows: content/**/*.yml, *.md, *.mdx and rubrics/**/*.md.`);
    }
    const changed: string[] = [];
    const only = flag(input, 'check') || flag(input, 'dry-run');
    for (const { path } of entries) {
      if (wanted.length > 0 && !wanted.some((each) => within(path, each))) continue;
      const bytes = readable(root, path);
      if (!bytes) continue;
      const text = bytes.toString('utf8');
      // Bytes that are no UTF-8 would be lost by writing them back.
      if (!Buffer.from(text, 'utf8').equals(bytes)) continue;
      const tidy = matchPath(path)?.kind.name === 'candidate' ? formatFile(path, oneLineEvents(text)) : formatFile(path, text);
      if (tidy === text) continue;
      if (!only) writeFile(root, path, tidy, { overwrite: true });
      changed.push(path);
    }
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ changed, written: !only })}\n`);
    else {
      context.stdout(changed.map((path) => `${path}\n`).join(''));
      context.stderr(changed.length === 0 ? 'Everything is tidy.\n' : `${plural(changed.length, 'file')} ${only ? 'would change' : changed.length === 1 ? 'was tidied' : 'were tidied'}.\n`);
    }
    return flag(input, 'check') && changed.length > 0 ? 1 : 0;
  },
};

/** The bytes of a file; undefined when this account may not read it, which “hire check” says. */
function readable(root: string, path: string): Buffer | undefined {
  try {
    return Buffer.from(readFolderFile(root, path));
  } catch {
    return undefined;
  }
}

/** Records and pages have a layout of ours; starters, samples and candidates' words have their authors'. Frozen rubrics stay byte for byte. */
function isLaidOut(path: string): boolean {
  const match = matchPath(path);
  if (!match || match.sealed || match.kind.name === 'rubric-version') return false;
  return match.kind.form !== 'starter' && match.kind.form !== 'text';
}

/** A path below the root, with forward slashes; empty for the root itself. */
function inRoot(root: string, full: string, word: string): string {
  const path = relative(root, full);
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) throw new Mistake(`“${word}” lies outside the repository.`);
  return path.split(sep).join('/');
}

function within(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

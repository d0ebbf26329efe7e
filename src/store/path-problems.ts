import type { FileEntry } from '../model/files.ts';
import type { Problem } from '../model/problem.ts';
import { ID_PATTERN } from '../model/scalar.ts';
import { slug } from '../text/slug.ts';
import { isReserved, matchPath, type Match } from './match.ts';

/** Names that Windows gives to devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
const ORDINARY = /^[a-z0-9/._-]*$/;
/** Names may hold Windows' 260 characters with a folder of some length before them. */
const LONGEST_PATH = 200;

/** An entry that may be read, and what it is. */
export interface ReadableEntry {
  readonly entry: FileEntry;
  readonly match: Match;
}

/** Judges every path of a tree; what is left may be read. */
export function judgePaths(entries: readonly FileEntry[]): { readable: ReadableEntry[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const readable: ReadableEntry[] = [];
  const sound = new Set<string>();
  for (const entry of entries) {
    const problem = entryProblem(entry, sound);
    if (problem) {
      problems.push(problem);
      continue;
    }
    if (isReserved(entry.path)) continue;
    const match = matchPath(entry.path);
    if (!match) {
      problems.push(problemOf(entry, 'path/unknown-file', 'The file has no place in the tree of the format.', unknownHint(entry.path)));
      continue;
    }
    const names = nameProblem(entry, match);
    if (names) problems.push(names);
    else readable.push({ entry, match });
  }
  problems.push(...twins(entries));
  return { readable, problems };
}

/** @param sound parts of paths that were found in order before: most paths consist of little else */
function entryProblem(entry: FileEntry, sound: Set<string>): Problem | undefined {
  const { path, mode } = entry;
  if (mode === 'symlink') return problemOf(entry, 'path/symlink', 'The entry is a symbolic link; a record is a file of its own.', 'Replace the link by the file it leads to.');
  if (mode === 'submodule') return problemOf(entry, 'path/submodule', 'The entry is another repository; the data of a team lives in one.', 'Remove the submodule, or the .git folder in it.');
  if (mode === 'closed') return problemOf(entry, 'path/unreadable', 'The folder cannot be opened, so nobody knows what it holds.', 'Check its permissions, or restore it.');
  if (mode === 'other') return problemOf(entry, 'path/not-a-file', 'The entry is a pipe, a socket or a device; a record is a file.', 'Remove it.');
  if (/(?:^|\/)\.git(?:attributes|modules)$/i.test(path)) return problemOf(entry, 'path/gitattributes', 'The file changes how git treats the records beside it, which no review shows.', 'Remove it; rules for the repository stand in its top folder.');
  if (!ORDINARY.test(path)) {
    if (/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/.test(path)) {
      return problemOf(entry, 'path/control-character', 'The name holds a character that nobody sees, or bytes that are no UTF-8.', 'Rename the file.');
    }
  }
  for (const part of path.split('/')) {
    if (sound.has(part)) continue;
    if (isKept(part)) return problemOf(entry, 'path/reserved-name', `“${part}” is a name that git or Windows keeps for itself; records open on every machine.`, 'Rename the file or folder.');
    sound.add(part);
  }
  if (path.length > LONGEST_PATH) return problemOf(entry, 'path/too-long', `The path has ${path.length} characters; some machines cannot open more than ${LONGEST_PATH} below a folder.`, 'Shorten the names.');
  if (mode === 'executable' && !/^content\/challenges\/[^/]+\/starter\//.test(path)) return problemOf(entry, 'path/executable', 'The file is marked as a program; a record is only read.', `Run: git update-index --chmod=-x ${shellWord(path)}`);
  return undefined;
}

function isKept(part: string): boolean {
  return part === '' || part === '.' || part === '..' || /^\.git$|^git~\d+$/i.test(part) || DEVICE.test(part) || /[. ]$/.test(part) || /[<>:"|?*\\]/.test(part);
}

function nameProblem(entry: FileEntry, match: Match): Problem | undefined {
  for (const [role, name] of Object.entries(match.names)) {
    if (role === 'decision') {
      if (/\.(?:0\d*|1)$/.test(name)) return problemOf(entry, 'path/id', `“${name}” counts a revision from ${name.split('.')[1] ?? ''}; the first revision is decision.2.yml.`, 'Rename it to decision.2.yml');
      continue;
    }
    if (role === 'version') {
      if (!/^[1-9]\d{0,3}$/.test(name)) return problemOf(entry, 'path/id', `“${shown(name)}” is no version; versions are named by their number, such as 3.md.`, 'Rename the file to the number of its version.');
      continue;
    }
    if (role === 'language') {
      if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(name)) return problemOf(entry, 'path/id', `“${shown(name)}” is no language; languages are named as in en or pt-BR.`, 'Rename the file to <message>.<language>.md');
      continue;
    }
    const numbered = role === 'visit' || (role === 'person' && match.kind.name === 'score');
    const plain = numbered ? name.replace(/\.([2-9]|[1-9]\d{1,2})$/, '') : name;
    if (numbered && /^[a-z0-9-]+\.(?:0\d*|1)$/.test(name)) {
      return problemOf(entry, 'path/id', `“${shown(name)}” counts from ${name.split('.')[1] ?? ''}; the first has no number and the second is ${name.split('.')[0] ?? ''}.2.`, 'Rename it, counting from .2');
    }
    if (!ID_PATTERN.test(plain) || plain.length > 64) {
      return problemOf(entry, 'path/id', `“${shown(name)}” is no id; an id is lower-case letters, digits and single hyphens, at most 64 characters.`, renameHint(plain));
    }
  }
  return undefined;
}

/** Names that are one name on some machines: differing in case, or in how Unicode spells an accent. */
function twins(entries: readonly FileEntry[]): Problem[] {
  if (entries.every((entry) => ORDINARY.test(entry.path))) return [];
  const problems: Problem[] = [];
  const known = new Map<string, string>();
  const told = new Set<string>();
  let folder = '';
  for (const entry of entries) {
    const parts = entry.path.split('/');
    // Entries come sorted, so most share their folder with the one before: only their own name is new.
    const above = entry.path.slice(0, entry.path.lastIndexOf('/'));
    const from = above === folder ? parts.length : 1;
    folder = above;
    for (let count = from; count <= parts.length; count++) {
      const name = count === parts.length ? entry.path : parts.slice(0, count).join('/');
      const folded = ORDINARY.test(name) ? name : name.normalize('NFKC').toLowerCase().normalize('NFC');
      const first = known.get(folded);
      if (first === undefined) known.set(folded, name);
      if (first === undefined || first === name || told.has(name)) continue;
      told.add(name);
      const sameLetters = first.normalize('NFC') === name.normalize('NFC');
      problems.push(sameLetters
        ? problemOf(entry, 'path/unicode-twin', `“${name}” and “${first}” are the same letters in two spellings of Unicode; some machines keep only one.`, 'Rename one of them.')
        : problemOf(entry, 'path/case-twin', `“${name}” and “${first}” differ in capitals only; some machines keep only one.`, 'Rename one of them.'));
    }
  }
  return problems;
}

function unknownHint(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\.ya?ml$/i.test(name) && !name.endsWith('.yml')) return `Rename it to ${name.replace(/\.ya?ml$/i, '.yml')}`;
  if (/\.mdx$/i.test(name)) return 'MDX lives in challenges, roles and guide only; rename it to .md where it is plain text.';
  return 'Move it to where it belongs, or out of content/ and rubrics/.';
}

function renameHint(name: string): string {
  const id = slug(name);
  return !ID_PATTERN.test(id) ? 'Rename it with other letters a to z and digits.' : `Rename it to ${id}`;
}

function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}

function shellWord(path: string): string {
  return ORDINARY.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function problemOf(entry: FileEntry, code: string, message: string, hint: string): Problem {
  return { code, severity: 'error', path: entry.path, line: 1, column: 1, message, hint };
}

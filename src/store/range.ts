import { execFile } from 'node:child_process';
import type { EntryMode } from '../model/files.ts';
import { DATA_FOLDERS } from './folder.ts';
import { gitEnvironment, runGit } from './git-command.ts';
import { modeOfGit } from './tree.ts';

/** One side of a changed path. */
export interface Side {
  readonly mode: EntryMode;
  readonly oid: string;
}

/** A path that differs between two trees; a rename is one path gone and one that came. */
export interface Touch {
  readonly path: string;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

/** A commit of a range and what it changed: against its parent, or for a merge what differs from every parent. */
export interface RangeCommit {
  readonly id: string;
  readonly touches: readonly Touch[];
}

/** Everything between two commits. */
export interface Range {
  /** Where the two histories part: the tree that the whole is compared with. */
  readonly from: string;
  readonly head: string;
  /** Commits of the head that the base does not have, oldest first. */
  readonly commits: readonly RangeCommit[];
  /** What they change together. */
  readonly whole: readonly Touch[];
}

/** Why a range cannot be read. */
export type NoRange = 'no git' | 'no base' | 'no head' | 'no common commit' | 'too many commits';

/** More commits than anybody would read in one pull request. */
const MOST_COMMITS = 5000;

/**
 * Reads what lies between two commits from git's objects; nothing is checked out. It needs the git command, which every runner has.
 * @param base any name of a commit; @param head likewise
 */
export async function readRange(root: string, base: string, head: string): Promise<Range | NoRange> {
  if ((await runGit(root, ['rev-parse', '--git-dir'])) === undefined) return 'no git';
  const [from, to] = await Promise.all([commitOf(root, base), commitOf(root, head)]);
  if (from === undefined) return 'no base';
  if (to === undefined) return 'no head';
  const parted = (await runGit(root, ['merge-base', from, to]))?.toString('utf8').trim();
  if (parted === undefined || parted === '') return 'no common commit';
  const listed = await runGit(root, ['rev-list', '--reverse', '--topo-order', `--max-count=${MOST_COMMITS + 1}`, `${from}..${to}`]);
  const ids = (listed?.toString('utf8') ?? '').split('\n').filter((id) => id !== '');
  if (ids.length > MOST_COMMITS) return 'too many commits';
  const [whole, each] = await Promise.all([
    runGit(root, ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--full-index', parted, to]),
    diffsOf(root, ids),
  ]);
  return { from: parted, head: to, commits: ids.map((id) => ({ id, touches: each.get(id) ?? [] })), whole: touchesOf((whole?.toString('utf8') ?? '').split('\0')) };
}

/** Every name of a commit's tree below the folders of the data, without reading anything of them. */
export async function namesAt(root: string, commit: string): Promise<readonly string[]> {
  const listed = await runGit(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit, '--', ...DATA_FOLDERS]);
  return (listed?.toString('utf8') ?? '').split('\0').filter((name) => name !== '');
}

async function commitOf(root: string, name: string): Promise<string | undefined> {
  if (name.startsWith('-')) return undefined;
  const found = await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return found?.toString('utf8').trim();
}

/** All commits through one process; each answer begins with the commit's own id. */
function diffsOf(root: string, ids: readonly string[]): Promise<Map<string, readonly Touch[]>> {
  if (ids.length === 0) return Promise.resolve(new Map());
  return new Promise((resolve, reject) => {
    const child = execFile('git', ['-C', root, 'diff-tree', '--stdin', '--root', '-r', '-c', '-z', '--raw', '--no-renames', '--full-index'],
      { encoding: 'utf8', maxBuffer: 1 << 30, env: gitEnvironment() }, (error, stdout) => (error ? reject(error) : resolve(split(stdout))));
    child.stdin?.end(`${ids.join('\n')}\n`);
  });
}

function split(output: string): Map<string, readonly Touch[]> {
  const commits = new Map<string, readonly Touch[]>();
  let id: string | undefined;
  let fields: string[] = [];
  const close = (): void => void (id !== undefined && commits.set(id, touchesOf(fields)));
  for (const field of output.split('\0')) {
    // A path may look like anything, but it always follows the field that announces it.
    if (/^[0-9a-f]{40,64}\n?$/.test(field) && fields.length % 2 === 0) {
      close();
      id = field.trim();
      fields = [];
    } else if (field !== '') fields.push(field);
  }
  close();
  return commits;
}

const ABSENT = '000000';

/** Pairs of `:modes oids status` and path; a merge has one colon, mode and id per parent. */
function touchesOf(fields: readonly string[]): Touch[] {
  const touches: Touch[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [head = '', path = ''] = [fields[at], fields[at + 1]];
    const colons = /^:+/.exec(head)?.[0].length ?? 0;
    const words = head.slice(colons).split(' ');
    const modes = words.slice(0, colons + 1);
    const oids = words.slice(colons + 1, 2 * colons + 2);
    const side = (index: number): Side | undefined => {
      const mode = modes[index] ?? ABSENT;
      return mode === ABSENT ? undefined : { mode: modeOfGit(mode), oid: oids[index] ?? '' };
    };
    touches.push({ path, before: side(0), after: side(colons) });
  }
  return touches;
}

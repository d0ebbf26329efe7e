import * as fs from 'node:fs';
import type { FileEntry, Files } from '../model/files.ts';
import { compareText } from '../model/problem.ts';
import { DATA_FOLDERS } from './folder.ts';
import { hasGit, objectReader, runGit } from './git-command.ts';
import { modeOfGit } from './tree.ts';

/**
 * The tree of a commit, read from git objects and never checked out. With the git command where there is one,
 * else with isomorphic-git, which needs no program but takes longer.
 * @param commit full id, as `history().resolve` gives it
 * @throws Error from `list` when the repository does not have the commit
 */
export async function commitFiles(root: string, commit: string, folders: readonly string[] = DATA_FOLDERS): Promise<Files> {
  return (await hasGit(root)) ? commandFiles(root, commit, folders) : isomorphicFiles(root, commit, folders);
}

/** A tree through the git command. */
export function commandFiles(root: string, commit: string, folders: readonly string[] = DATA_FOLDERS): Files {
  const reader = objectReader(root);
  return filesOver(async () => {
    if (!/^[0-9a-f]{40,64}$/.test(commit)) throw new Error('A commit is named by its full id here.');
    const listed = await runGit(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit, '--', ...folders]);
    if (listed === undefined) throw new Error(`The repository has no commit ${commit}.`);
    return listed.toString('utf8').split('\0').filter((line) => line !== '').map((line): FileEntry => {
      const tab = line.indexOf('\t');
      const [mode = '', , oid = '', size = ''] = line.slice(0, tab).split(/ +/);
      return { path: line.slice(tab + 1), mode: modeOfGit(mode), oid, ...(/^\d+$/.test(size) && { size: Number(size) }) };
    });
  }, (oid) => reader.read(oid));
}

/** A tree through isomorphic-git. One cache object is shared by all reads: without it each read opens the packs again. */
export function isomorphicFiles(root: string, commit: string, folders: readonly string[] = DATA_FOLDERS): Files {
  const cache = {};
  return filesOver(async () => {
    const git = await import('isomorphic-git');
    const gitdir = await gitFolder(root);
    const { tree } = await git.readTree({ fs, dir: root, gitdir, oid: commit, cache }).catch(() => {
      throw new Error(`The repository has no commit ${commit}.`);
    });
    const entries: FileEntry[] = [];
    const visit = async (oid: string, path: string): Promise<void> => {
      for (const entry of (await git.readTree({ fs, dir: root, gitdir, oid, cache })).tree) {
        const below = `${path}/${entry.path}`;
        if (entry.type === 'tree') await visit(entry.oid, below);
        else entries.push({ path: below, mode: modeOfGit(entry.mode), oid: entry.oid });
      }
    };
    for (const entry of tree) {
      if (!folders.includes(entry.path)) continue;
      if (entry.type === 'tree') await visit(entry.oid, entry.path);
      else entries.push({ path: entry.path, mode: modeOfGit(entry.mode), oid: entry.oid });
    }
    return entries;
  }, async (oid) => {
    const git = await import('isomorphic-git');
    return (await git.readBlob({ fs, dir: root, gitdir: await gitFolder(root), oid, cache })).blob;
  });
}

/** The folder with git's own files: `.git`, or where a `.git` file of a worktree leads, or the folder of a bare repository. */
export async function gitFolder(root: string): Promise<string> {
  const path = `${root}/.git`;
  const stats = fs.lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return root;
  if (stats.isDirectory()) return path;
  const target = /^gitdir: (.+)$/m.exec(fs.readFileSync(path, 'utf8'))?.[1]?.trim() ?? path;
  const folder = target.startsWith('/') ? target : `${root}/${target}`;
  const common = `${folder}/commondir`;
  return fs.existsSync(common) ? `${folder}/${fs.readFileSync(common, 'utf8').trim()}` : folder;
}

function filesOver(list: () => Promise<FileEntry[]>, readObject: (oid: string) => Promise<Uint8Array>): Files {
  let listed: Promise<{ entries: readonly FileEntry[]; ids: ReadonlyMap<string, string> }> | undefined;
  const load = () => (listed ??= list().then((entries) => ({
    entries: entries.sort((a, b) => compareText(a.path, b.path)),
    ids: new Map(entries.map((entry) => [entry.path, entry.oid ?? ''])),
  })));
  return {
    list: async () => (await load()).entries,
    read: async (path) => {
      const oid = (await load()).ids.get(path);
      if (oid === undefined) throw new Error(`The tree has no ${path}.`);
      return readObject(oid);
    },
  };
}

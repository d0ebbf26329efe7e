import type * as fs from 'node:fs';

/** A file of the new tree; without text it goes. */
interface Leaf {
  readonly path: string;
  readonly text: string | undefined;
}

type Repository = { fs: typeof fs; dir: string; gitdir: string; cache: object };

interface Entry {
  readonly mode: string;
  readonly path: string;
  readonly oid: string;
  readonly type: 'blob' | 'tree' | 'commit';
}

/**
 * The tree with some files changed: the folders on the way to them are written anew, all others are taken over by their id.
 * @param oid the tree as it was
 * @returns the new tree's id
 */
export async function treeWith(repository: Repository, oid: string, leaves: readonly Leaf[]): Promise<string> {
  const git = await import('isomorphic-git');

  const folder = async (of: string | undefined, inside: readonly Leaf[]): Promise<string | undefined> => {
    const entries = new Map<string, Entry>();
    if (of !== undefined) for (const entry of (await git.readTree({ ...repository, oid: of })).tree) entries.set(entry.path, entry);
    for (const [name, below] of groupOf(inside)) {
      const before = entries.get(name);
      const leaf = below.find(({ path }) => path === '');
      if (leaf === undefined) {
        const made = await folder(before?.type === 'tree' ? before.oid : undefined, below);
        // Git knows no empty folders.
        if (made === undefined) entries.delete(name);
        else entries.set(name, { mode: '040000', path: name, oid: made, type: 'tree' });
      } else if (leaf.text === undefined) entries.delete(name);
      else entries.set(name, { mode: before?.type === 'blob' ? before.mode : '100644', path: name, oid: await git.writeBlob({ ...repository, blob: Buffer.from(leaf.text, 'utf8') }), type: 'blob' });
    }
    return entries.size === 0 ? undefined : git.writeTree({ ...repository, tree: [...entries.values()] });
  };

  return (await folder(oid, leaves)) ?? git.writeTree({ ...repository, tree: [] });
}

/** The ids of the files among the paths; each folder on the way is read once. What is no file there is missing. */
export async function filesAt(repository: Repository, oid: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const git = await import('isomorphic-git');
  const found = new Map<string, string>();
  const look = async (of: string, before: string, inside: readonly Leaf[]): Promise<void> => {
    const groups = groupOf(inside);
    for (const entry of (await git.readTree({ ...repository, oid: of })).tree) {
      const below = groups.get(entry.path);
      if (below && entry.type === 'tree') await look(entry.oid, `${before}${entry.path}/`, below);
      else if (below?.some(({ path }) => path === '')) found.set(`${before}${entry.path}`, entry.oid);
    }
  };
  await look(oid, '', paths.map((path) => ({ path, text: undefined })));
  return found;
}

/** By the first name of their paths, which is taken off. */
function groupOf(leaves: readonly Leaf[]): ReadonlyMap<string, readonly Leaf[]> {
  const groups = new Map<string, Leaf[]>();
  for (const { path, text } of leaves) {
    const slash = path.indexOf('/');
    const name = slash === -1 ? path : path.slice(0, slash);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push({ path: slash === -1 ? '' : path.slice(slash + 1), text });
  }
  return groups;
}

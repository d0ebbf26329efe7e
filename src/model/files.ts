/** The kind of an entry as git knows it; only a disk has `other`, such as a pipe, and `closed`: a folder that cannot be listed. */
export type EntryMode = 'file' | 'executable' | 'symlink' | 'submodule' | 'other' | 'closed';

/** One entry of a tree, before it was read. */
export interface FileEntry {
  /** Path from the root of the tree, forward slashes, as the tree spells it. */
  readonly path: string;
  readonly mode: EntryMode;
  /** Git object id of the content where it is known without reading it: the key of the cache. */
  readonly oid?: string;
  /** Bytes, where known without reading. */
  readonly size?: number;
  /** When a disk says it last changed, in milliseconds since 1970: with the size the key of the cache where there is no object id. */
  readonly changed?: number;
}

/** A tree of files: a folder on a disk, or the tree of a commit. */
export interface Files {
  /** Every entry below `content/` and `rubrics/` (and what else was asked for), sorted by path. */
  list(): Promise<readonly FileEntry[]>;
  /** The bytes of one entry. @throws Error when the path is not in the tree */
  read(path: string): Promise<Uint8Array>;
}

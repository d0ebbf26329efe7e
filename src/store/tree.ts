import type { EntryMode } from '../model/files.ts';

/** What git's mode of a tree entry means. */
export function modeOfGit(mode: string): EntryMode {
  switch (mode.padStart(6, '0')) {
    case '100644': case '100664': return 'file';
    case '100755': return 'executable';
    case '120000': return 'symlink';
    case '160000': return 'submodule';
    default: return 'other';
  }
}

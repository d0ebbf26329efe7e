import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { NotWritten, removeFile, writeFile } from '../store/write.ts';

/** A file that a command is about to make. */
export interface NewFile {
  /** Folder the path is relative to: the repository, or the folder of the identities. */
  readonly root: string;
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files that must not exist yet: all of them or none. What was written is taken away again when one cannot be.
 * @throws NotWritten when one exists already, or a link stands on the way
 */
export function writeNewFiles(files: readonly NewFile[]): void {
  const taken = files.find((file) => existsSync(join(file.root, file.path)));
  if (taken) throw new NotWritten(`${taken.path} exists already; nothing was written.`);
  const written: NewFile[] = [];
  try {
    for (const file of files) {
      writeFile(file.root, file.path, file.text);
      written.push(file);
    }
  } catch (error) {
    for (const file of written) removeFile(file.root, file.path);
    throw error;
  }
}

/** The first line of a YAML file, by which an editor finds the schema that `hire` wrote. */
export function modeline(path: string, schema: string): string {
  return `# yaml-language-server: $schema=${'../'.repeat(path.split('/').length - 1)}.hire/schemas/${schema}.json`;
}

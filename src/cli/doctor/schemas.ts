import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../../model/workspace.ts';
import { SCHEMA_FOLDER, schemasOf } from '../write-schemas.ts';

/** How many of the schemas that editors read are missing or say something else than the code. */
export function staleSchemas(root: string, workspace: Workspace): number {
  return [...schemasOf(workspace)].filter(([name, schema]) => {
    const file = join(root, SCHEMA_FOLDER, name);
    return !isFile(file) || readFileSync(file, 'utf8') !== `${JSON.stringify(schema, null, 2)}\n`;
  }).length;
}

/** Whether a path is a file. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

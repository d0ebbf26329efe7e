import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { kindSchemas, scoreJsonSchema, type JsonSchema } from '../model/json-schema.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeFileAtomic } from '../store/write.ts';

/** Every schema of a workspace by file name: one per kind, and `score.<rubric>@<version>.json` per rubric version, `sample-score.…` likewise. */
export function schemasOf(workspace: Workspace): Map<string, JsonSchema> {
  const schemas = new Map<string, JsonSchema>();
  for (const [kind, schema] of kindSchemas()) schemas.set(`${kind}.json`, schema);
  for (const [id, rubric] of workspace.rubrics) {
    for (const [version, stored] of rubric.versions) {
      schemas.set(`score.${id}@${version}.json`, scoreJsonSchema(stored.value, id, false));
      schemas.set(`sample-score.${id}@${version}.json`, scoreJsonSchema(stored.value, id, true));
    }
  }
  return schemas;
}

/** Writes the schemas into a folder and says which files. */
export async function writeSchemas(folder: string, workspace: Workspace): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const schemas = schemasOf(workspace);
  for (const [name, schema] of schemas) {
    await writeFileAtomic(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`, { overwrite: true });
  }
  return [...schemas.keys()].sort();
}

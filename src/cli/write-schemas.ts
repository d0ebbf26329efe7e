import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindSchemas, scoreJsonSchema, type JsonSchema } from '../model/json-schema.ts';
import { wordingNow } from '../model/rubric-wording.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeFile } from '../store/write.ts';

/** Every schema of a workspace by file name: one per kind, and `score.<rubric>@<version>.json` per rubric version, `sample-score.…` likewise. */
export function schemasOf(workspace: Workspace): Map<string, JsonSchema> {
  const schemas = new Map<string, JsonSchema>();
  for (const [kind, schema] of kindSchemas()) schemas.set(`${kind}.json`, schema);
  const evidenceMin = workspace.settings.value.scores.evidence_min;
  for (const [id, rubric] of workspace.rubrics) {
    for (const version of rubric.versions.keys()) {
      const words = wordingNow(rubric, version);
      if (!words) continue;
      schemas.set(`score.${id}@${version}.json`, scoreJsonSchema(words, id, { sample: false, evidenceMin }));
      schemas.set(`sample-score.${id}@${version}.json`, scoreJsonSchema(words, id, { sample: true, evidenceMin }));
    }
  }
  return schemas;
}

/** Where editors find the schemas, below the repository; git ignores the folder. */
export const SCHEMA_FOLDER = '.hire/schemas';

/** Writes the schemas that changed and says which there are. */
export function writeSchemas(root: string, workspace: Workspace): string[] {
  const schemas = schemasOf(workspace);
  for (const [name, schema] of schemas) {
    const path = `${SCHEMA_FOLDER}/${name}`;
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (textOf(join(root, path)) !== text) writeFile(root, path, text, { overwrite: true });
  }
  return [...schemas.keys()].sort();
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

import { flag, type Command } from './command.ts';
import { openTree } from './open.ts';
import { READ_OPTIONS } from './options.ts';
import { SCHEMA_FOLDER, schemasOf, writeSchemas } from './write-schemas.ts';

/** `hire schema`: what the editor needs to help while people write. */
export const schema: Command = {
  name: 'schema',
  summary: 'write the JSON Schemas that editors read',
  usage: '',
  help: `
Writes a JSON Schema for every kind of file, and one for scores against each rubric version (hovering a mark shows its anchors),
into .hire/schemas. Git ignores that folder; .vscode/settings.json points there. “npm start” does the same.`,
  options: READ_OPTIONS,
  words: [0, 0],
  async run(context, input) {
    const opened = await openTree(context, input);
    const written = flag(input, 'dry-run') ? [...schemasOf(opened.workspace).keys()] : writeSchemas(opened.root, opened.workspace);
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ folder: SCHEMA_FOLDER, written })}\n`);
    else context.stdout(`${written.length} schemas ${flag(input, 'dry-run') ? 'would be' : 'are'} in ${SCHEMA_FOLDER}\n`);
    return 0;
  },
};

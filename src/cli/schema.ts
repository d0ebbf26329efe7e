import { join } from 'node:path';
import { flag, type Command } from './command.ts';
import { openTree } from './open.ts';
import { READ_OPTIONS } from './options.ts';
import { writeSchemas } from './write-schemas.ts';

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
    const folder = join(opened.root, '.hire', 'schemas');
    const written = flag(input, 'dry-run') ? [] : await writeSchemas(folder, opened.workspace);
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ folder, written })}\n`);
    else context.stdout(`${written.length} schemas in .hire/schemas\n`);
    return 0;
  },
};

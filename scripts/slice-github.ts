// node scripts/slice-github.ts <api.github.com.json>
// Cuts the operations that the fake of GitHub answers out of GitHub's own OpenAPI description, which comes with the package
// @octokit/openapi and is far too large to depend on: unpack it somewhere else, and name its file here. No test needs it.
import { readFileSync, writeFileSync } from 'node:fs';
import { OPERATIONS } from '../src/fixtures/github/operations.ts';
import { sliceOf, type Json } from '../src/fixtures/github/slice.ts';

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('Usage: node scripts/slice-github.ts <api.github.com.json>\n');
  process.exit(2);
}
const description = JSON.parse(readFileSync(path, 'utf8')) as { readonly [key: string]: Json };
const { info, operations, schemas } = sliceOf(description, OPERATIONS);
const lines = (fields: Readonly<Record<string, unknown>>): string => Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n');
// One line per operation and schema: a new version shows what changed.
writeFileSync(new URL('../src/fixtures/github/openapi.json', import.meta.url), `{"info": ${JSON.stringify(info)},\n"operations": {\n${lines(operations)}\n},\n"schemas": {\n${lines(schemas)}\n}}\n`);

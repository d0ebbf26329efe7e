import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readImports } from './house-imports.ts';
import { findBreaches, type SourceFile } from './house-rules.ts';
import { HOUSE } from './house.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function sources(): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  // Workspaces below src/fixtures hold files that candidates would start from: content, not code of ours.
  for await (const path of glob('{src,scripts}/**/*.{ts,mjs,astro}', { cwd: root, exclude: ['src/fixtures/*/content/**'] })) {
    files.push({ path: path.replaceAll('\\', '/'), text: await readFile(join(root, path), 'utf8') });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function breach(path: string, text: string): readonly string[] {
  return findBreaches([{ path, text }], HOUSE);
}

describe('the house', () => {
  it('is kept by every file', async () => {
    const files = await sources();
    expect(files.length).toBeGreaterThan(20);
    expect(findBreaches(files, HOUSE)).toEqual([]);
  });

  it('names only rooms, in the map and in what they import', () => {
    for (const { ours, types = [] } of Object.values(HOUSE)) {
      for (const folder of [...ours, ...types]) expect([...Object.keys(HOUSE), 'package.json']).toContain(folder.split('/')[0]);
    }
  });
});

describe('a breach is seen', () => {
  it.each([
    ['of ours, upwards', 'src/model/score.ts', "import { load } from '../store/load.ts';", 'src/model/score.ts:1: model may not import ../store/load.ts'],
    ['of a type, too', 'src/text/score.ts', "import type { Load } from '../store/load.ts';", 'src/text/score.ts:1: text may not import ../store/load.ts'],
    ['by re-export', 'src/view/role.ts', "\nexport { load } from '../store/load.ts';", 'src/view/role.ts:2: view may not import ../store/load.ts'],
    ['by a call', 'src/checks/a.ts', "const a = await import('../cli/main.ts');", 'src/checks/a.ts:1: checks may not import ../cli/main.ts'],
    ['by require', 'src/text/a.ts', "const a = require('gray-matter');", 'src/text/a.ts:1: text may not import gray-matter'],
    ['in a type', 'src/model/a.ts', "export type A = import('../view/a.ts').A;", 'src/model/a.ts:1: model may not import ../view/a.ts'],
    ['of a package', 'src/model/a.ts', "import { parse } from 'yaml';", 'src/model/a.ts:1: model may not import yaml'],
    ['of a package in a scope', 'src/site/scoring/a.ts', "import { Octokit } from '@octokit/rest';", 'src/site/scoring/a.ts:1: site/scoring may not import @octokit/rest'],
    ['of Node', 'src/analysis/a.ts', "import { readFileSync } from 'node:fs';", 'src/analysis/a.ts:1: analysis may not import node:fs'],
    ['of Node under its old name', 'src/cli/a.ts', "import { readFileSync } from 'fs';", 'src/cli/a.ts:1: cli may not import fs'],
    ['of more than types', 'src/site/pages/a.ts', "import { View, type A } from '../../view/a.ts';", 'src/site/pages/a.ts:1: site may not import ../../view/a.ts, only its types'],
    ['of one file more', 'src/site/scoring/a.ts', "import { load } from '../../text/rubric.ts';", 'src/site/scoring/a.ts:1: site/scoring may not import ../../text/rubric.ts'],
    ['in a component', 'src/site/pages/a.astro', "---\nimport type { A } from '../../view/a.ts';\nimport { a } from '../../model/a.ts';\n---\n<p>{a}</p>", 'src/site/pages/a.astro:3: site may not import ../../model/a.ts'],
    ["in a component's script", 'src/site/pages/a.astro', "---\n---\n<p>A</p>\n<script>\n  import '../../store/a.ts';\n</script>", 'src/site/pages/a.astro:5: site may not import ../../store/a.ts'],
    ['by a name without its ending', 'src/model/a.ts', "import { b } from './b';", 'src/model/a.ts:1: ./b names no extension, and Node looks for none'],
    ['by a folder nobody planned', 'src/misc/a.ts', '', 'src/misc/a.ts: lies in no room of the module map (src/house.ts)'],
    ['by a default export', 'src/model/a.ts', 'export const a = 1;\nexport default a;', 'src/model/a.ts:2: a default export has no name to search for'],
    ['by a default function', 'src/model/a.ts', 'export default function a() {}', 'src/model/a.ts:1: a default export has no name to search for'],
    ['by a renamed default', 'src/model/a.ts', 'const a = 1;\nexport { a as default };', 'src/model/a.ts:2: a default export has no name to search for'],
    ['by length', 'src/model/a.ts', '\n'.repeat(301), 'src/model/a.ts: 301 lines; a file holds one idea in at most 300'],
    ['by a drawer for everything', 'src/model/utils/a.ts', '', 'src/model/utils/a.ts: a folder named “utils” says nothing of what it holds'],
  ])('%s', (_, path, text, expected) => {
    expect(breach(path, text)).toEqual([expected]);
  });
});

describe('what is listed passes', () => {
  it.each([
    ['src/text/frontmatter.ts', "import matter from 'gray-matter';\nimport { a } from './yaml.ts';"],
    ['src/site/scoring/a.ts', "import { a } from '../../text/yaml.ts';\nimport { b } from '../../text/score/print.ts';"],
    ['src/site/pages/a.ts', "import { type A, type B } from '../../view/a.ts';\nimport page from 'virtual:script/page';"],
    ['src/site/pages/a.ts', 'export default 1;'],
    ['src/view/a.ts', "import { unified } from 'unified';\nimport sanitise from 'rehype-sanitize';"],
    ['src/model/a.ts', "// import { load } from '../store/load.ts';\nexport const a = \"import '../store/load.ts'\";"],
    ['src/model/a.test.ts', "import { load } from '../store/load.ts';"],
  ])('%s', (path, text) => {
    expect(breach(path, text)).toEqual([]);
  });

  it('and each import knows whether only a type crosses', () => {
    const { imports } = readImports('a.ts', "import type { A } from 'a';\nimport { type B } from 'b';\nimport { c, type D } from 'c';\nimport 'd';\nimport {} from 'e';");
    expect(imports.map(({ of, typeOnly }) => [of, typeOnly])).toEqual([['a', true], ['b', true], ['c', false], ['d', false], ['e', false]]);
  });
});

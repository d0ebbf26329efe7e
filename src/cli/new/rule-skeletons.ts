/** A rule that looks at every role and finds nothing yet. */
export function ruleSkeleton(code: string, name: string): string {
  return `import type { Problem } from '../../model/problem.ts';
import { problem, type Rule } from '../rule.ts';

// State the invariant here and in \`holds\`: one sentence about content that is in order.
const rule: Rule = {
  holds: 'State what holds when everything is in order.',
  codes: ['${code}'],
  check: (workspace) => [...workspace.roles.values()].flatMap(({ path, value }): Problem[] => {
    const inOrder = value.title !== '';
    return inOrder ? [] : [problem('${code}', { path, key: ['title'] }, 'Say in one sentence what stands there and what it contradicts.', 'Say the exact edit that mends it.')];
  }),
};

export const ${name}: readonly Rule[] = [rule];
`;
}

/** A test that fails until rule, overlay and explanation are filled in, and says which is not. */
export function testSkeleton(code: string, name: string, rulePath: string): string {
  const [family = '', what = ''] = code.split('/');
  return `import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { withChanges, type Overlay } from '../../fixtures/every-problem/overlay.ts';
import { overlay } from '../../fixtures/every-problem/${family}/${what}.ts';
import type { Problem } from '../../model/problem.ts';
import { loadWorkspace } from '../../store/load.ts';
import { catalogueOf } from '../catalogue.ts';
import { EXPLANATIONS } from '../explain/index.ts';
import { ${name} } from './${family}-${what}.ts';

const HEALTHY = join(import.meta.dirname, '../../fixtures/healthy');
const NOW = Date.parse('2026-03-20T12:00Z');

async function found(changes: Overlay): Promise<Problem[]> {
  const files = readdirSync(HEALTHY, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const healthy = new Map(files.map((file) => [relative(HEALTHY, file).replaceAll('\\\\', '/'), readFileSync(file)]));
  const { workspace } = await loadWorkspace(withChanges(healthy, changes));
  const catalogue = catalogueOf(workspace, NOW);
  return ${name}.flatMap((rule) => rule.check(workspace, { now: NOW, clockFrom: 'machine', catalogue, texts: () => undefined }));
}

test('content that is in order has no problem', async () => {
  expect(await found([])).toEqual([]);
});

test('the overlay breaks the rule, and only this one', async () => {
  expect(overlay.length, 'Fill in src/fixtures/every-problem/${code}.ts: the fewest edits that break the rule.').toBeGreaterThan(0);
  const codes = (await found(overlay)).map((problem) => problem.code);
  expect(codes, 'Fill in check in ${rulePath}: it finds nothing where the overlay breaks it.').toContain('${code}');
});

test('the explanation is written', () => {
  const { title, why } = EXPLANATIONS.get('${code}') ?? {};
  expect(\`\${title ?? ''} \${why ?? ''}\`, 'Fill in “${code}” in src/checks/explain/${family}.ts: what is wrong, and why it matters.').not.toContain('Say ');
  expect(${name}.map((rule) => rule.holds).join(' '), 'Fill in holds in ${rulePath}.').not.toContain('State what');
});
`;
}

/** The edits that break the rule, none yet. */
export function overlaySkeleton(code: string): string {
  return `import type { Overlay } from '../overlay.ts';

/** The fewest edits to the healthy workspace that give ${code} and nothing else: edit(path, from, to), write, copy, move, remove. */
export const overlay: Overlay = [];
`;
}

/** An entry of the family's explanations. */
export function explanationSkeleton(code: string): string {
  return `  {
    code: '${code}', severity: 'warning', title: 'Say what is wrong in a few words',
    why: 'Say why it matters, to somebody who does not write programs.',
    wrong: 'title: ""',
    right: 'title: Builder',
  },
`;
}

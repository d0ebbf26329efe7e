import { matchPath } from '../../store/match.ts';
import { editYaml } from '../../store/edit-yaml.ts';
import { parseFrontMatter } from '../../text/frontmatter.ts';

/** What happens to the example's people and openings. */
export type ExampleFate = 'remove' | 'keep';

/** Where the records about candidates lie, which go in any case: whatever kind of file is added there later goes as well. */
const RECORDS = /^content\/(candidates|calibrations|surveys|outcomes|fairness)\//;
const CAST = new Set(['person', 'role']);

/** Which files below `content/` stay and which go; a file of no kind stays, since it is not the example's. */
export function divide(paths: readonly string[], fate: ExampleFate): { readonly stay: string[]; readonly go: Map<string, string[]> } {
  const stay: string[] = [];
  const go = new Map<string, string[]>();
  for (const path of paths) {
    const kind = matchPath(path)?.kind.name;
    if (kind !== undefined && (RECORDS.test(path) || (fate === 'remove' && CAST.has(kind)))) {
      const folder = path.split('/')[1] ?? '';
      go.set(folder, [...go.get(folder) ?? [], path]);
    } else stay.push(path);
  }
  return { stay, go };
}

/** A role that takes no more applications from a day on. */
export function closedRole(text: string, today: string): string {
  const parsed = parseFrontMatter(text);
  if (!parsed.value) return text;
  const { source, offset } = parsed.value;
  const edited = editYaml(source, [{ append: ['states'], value: { on: today, is: 'closed', because: 'It belonged to the example' } }]);
  return text.slice(0, offset) + edited + text.slice(offset + source.length);
}

/** A person whose training named sessions that are gone. */
export function untrained(text: string): string {
  return editYaml(text, [{ set: ['trained'], value: [] }]);
}

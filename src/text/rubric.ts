import type { Rubric, RubricFrontMatter } from '../model/rubric.ts';
import { markdownLines } from './markdown-lines.ts';
import { readSections } from './rubric-sections.ts';
import { readTable } from './rubric-table.ts';
import type { YamlFault } from './yaml.ts';


/**
 * Reads the markdown of a rubric: words, exactly one table of criteria, a section per criterion.
 * Offsets of faults are offsets in `body`. Weights are read, not added up: rules of `checks` judge the sum.
 */
export function parseRubric(facts: RubricFrontMatter, body: string): { readonly value?: Rubric; readonly faults: readonly YamlFault[] } {
  const faults: YamlFault[] = [];
  const [min = 1, max = 4] = facts.scale.split('-').map(Number);
  const scale = { min, max };
  const lines = markdownLines(body);
  const table = readTable(lines, faults);
  if (!table) return { faults };
  const sections = readSections(lines.slice(table.end), table.rows, scale, faults);
  if (faults.length > 0) return { faults };
  const value: Rubric = {
    title: facts.title,
    version: facts.version,
    scale,
    kind: facts.kind,
    status: facts.status,
    mustHave: facts.must_have,
    communication: facts.communication,
    collaboration: facts.collaboration,
    intro: lines.slice(0, table.first).map((line) => line.text.trimEnd()).join('\n').trim(),
    criteria: table.rows.map((row) => ({ ...row, anchors: sections.get(row.id)?.anchors ?? [], about: sections.get(row.id)?.about ?? '' })),
  };
  return { value, faults };
}

import type { Anchor } from '../model/rubric.ts';
import type { MarkdownLine } from './markdown-lines.ts';
import type { TableRow } from './rubric-table.ts';
import { slug } from './slug.ts';
import type { YamlFault } from './yaml.ts';

/** What stands under the heading of one criterion. */
export interface Section {
  readonly anchors: readonly Anchor[];
  readonly about: string;
}

/** Reads the sections after the table: `## Name`, then `- **n** text` per level and anything else. */
export function readSections(
  lines: readonly MarkdownLine[], rows: readonly TableRow[], scale: { readonly min: number; readonly max: number }, faults: YamlFault[],
): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  let open: { id: string | undefined; anchors: { level: number; lines: string[] }[]; about: string[] } | undefined;
  const close = (): void => {
    if (open?.id === undefined) return;
    const anchors = open.anchors.map(({ level, lines: words }) => ({ level, text: words.join('\n').trim() })).sort((a, b) => a.level - b.level);
    sections.set(open.id, { anchors, about: open.about.join('\n').trim() });
  };
  let inAnchor = false;
  let stray = false;
  for (const line of lines) {
    const fault = (code: string, message: string, hint: string): void => void faults.push({ code, start: line.start, end: line.start + line.text.length, message, hint });
    const heading = line.verbatim ? undefined : /^ {0,3}##[ \t]+(.+?)[ \t]*#*[ \t]*$/.exec(line.text)?.[1];
    if (heading !== undefined) {
      close();
      const id = criterionOf(heading, rows);
      if (id === undefined) {
        fault('rubric/unknown-section', `“${heading.slice(0, 60)}” is no criterion of the table above.`, `Use the name of a criterion: ${rows.map((row) => row.name).join(', ')}.`);
      } else if (sections.has(id)) fault('rubric/duplicate-section', `“${heading.slice(0, 60)}” has a section already.`, 'Join the two sections.');
      open = { id: id === undefined || sections.has(id) ? undefined : id, anchors: [], about: [] };
      inAnchor = false;
      continue;
    }
    if (!open) {
      if (line.text.trim() !== '' && !line.verbatim && !stray) {
        stray = true;
        fault('rubric/text-between', 'Text stands between the table and the first section, where it belongs to no criterion.', 'Move it before the table, or below a heading ## of a criterion.');
      }
      continue;
    }
    const anchor = line.verbatim ? null : /^ {0,3}[-*+][ \t]+\*\*[ \t]*(\d{1,3})[ \t]*[:.]?[ \t]*\*\*[ \t]*[:–—-]?[ \t]*(.*)$/.exec(line.text);
    if (anchor) {
      const level = Number(anchor[1]);
      if (level < scale.min || level > scale.max) fault('rubric/anchor-level', `Level ${level} is not on the scale ${scale.min}-${scale.max}.`, `Levels: ${levels(scale).join(', ')}.`);
      else if (open.anchors.some((known) => known.level === level)) fault('rubric/duplicate-anchor', `Level ${level} has words already in this section.`, 'Join the two entries.');
      else if (anchor[2]?.trim() === '') fault('rubric/anchor-empty', `Level ${level} has no words.`, 'Write what that level looks like, or remove the entry.');
      open.anchors.push({ level, lines: [anchor[2] ?? ''] });
      inAnchor = true;
    } else if (inAnchor && /^(?: {2,}|\t)\S/.test(line.text)) open.anchors.at(-1)?.lines.push(line.text.trim());
    else if (inAnchor && !line.verbatim && line.text.trim() !== '' && !/^ {0,3}(?:[-*+>]|#|\d+[.)] |\|)/.test(line.text)) open.anchors.at(-1)?.lines.push(line.text.trim());
    else {
      inAnchor = false;
      open.about.push(line.text.trimEnd());
    }
  }
  close();
  return sections;
}

function criterionOf(heading: string, rows: readonly TableRow[]): string | undefined {
  const explicit = /\{#([^}]*)\}$/.exec(heading)?.[1];
  if (explicit !== undefined) return rows.find((row) => row.id === explicit)?.id;
  const name = heading.trim().toLowerCase();
  return (rows.find((row) => row.name.toLowerCase() === name) ?? rows.find((row) => row.id === name || row.id === slug(heading)))?.id;
}

function levels(scale: { readonly min: number; readonly max: number }): number[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
}

import type { PublishedReport } from '../view/published/report.ts';

type Section = PublishedReport['sections'][number];

/**
 * A role's report for a terminal.
 * @param wrapped breaks a text into lines of so many columns, harmless on a terminal
 */
export function roleReportText(report: PublishedReport, width: number, wrapped: (text: string, width: number) => readonly string[]): string {
  const block = (text: string, indent: string): string => wrapped(text, width - indent.length).map((line) => `${indent}${line}`).join('\n');
  const sections = report.sections.map(({ title, lines }) => [
    block(title, ''),
    ...grouped(lines).map(([about, says]) => [...(about === null ? [] : [block(about, '  ')]), ...says.map((each) => block(each, about === null ? '  ' : '    '))].join('\n')),
  ].join('\n'));
  return `${[`${block(`${report.title} (${report.role}), ${report.state}`, '')}\n${block(`${report.says} So it stood at the end of ${report.today}.`, '')}`, ...sections, ...(sections.length > 0 ? [block('Check any figure: hire stats <method> computes it from numbers of your own.', '')] : [])].join('\n\n')}\n`;
}

/**
 * The same as Markdown, with headings that fit below another document's title. Every section says how it is computed.
 * @param site where the site lives, for links to its methods; undefined names them
 */
export function roleReportMarkdown(report: PublishedReport, site?: string): string {
  const base = site?.replace(/\/+$/, '');
  const method = (id: string): string => (base === undefined ? `\`${id}\`` : `[${id}](${base}/docs/methods#${id})`);
  const sections = report.sections.map(({ title, lines }) => [
    `## ${escaped(title)}`,
    ...grouped(lines).map(([about, says]) => (about === null ? says.map(escaped).join(' ') : `**${escaped(about)}**: ${says.map(escaped).join(' ')}`)),
    ...methodsOf(lines).slice(0, 1).map(() => `How it is computed: ${methodsOf(lines).map(method).join(', ')}`),
  ].join('\n\n'));
  return `${[`# ${escaped(report.title)} (${escaped(report.role)})`, `${escaped(report.says)} The opening is ${escaped(report.state)}; so it stood at the end of ${report.today}.`, ...sections].join('\n\n')}\n`;
}

/** Ids of the methods of a section, each once. */
function methodsOf(lines: Section['lines']): string[] {
  return [...new Set(lines.flatMap(({ method }) => method ?? []))];
}

/** Sentences about the same thing stand together. */
function grouped(lines: Section['lines']): readonly (readonly [about: string | null, says: readonly string[]])[] {
  const groups: [string | null, string[]][] = [];
  for (const { about, says } of lines) {
    const last = groups.at(-1);
    if (last?.[0] === about) last[1].push(says);
    else groups.push([about, [says]]);
  }
  return groups;
}

/** Titles are words of the content: what Markdown would read as layout stays a letter. */
function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]|#]/g, (sign) => `\\${sign}`);
}

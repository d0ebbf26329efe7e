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
  return `${[`${block(`${report.title} (${report.role}), ${report.state}`, '')}\n${block(`${report.says} So it stood at the end of ${report.today}.`, '')}`, ...sections].join('\n\n')}\n`;
}

/** The same as Markdown, with headings that fit below another document's title. */
export function roleReportMarkdown(report: PublishedReport): string {
  const sections = report.sections.map(({ title, lines }) => [
    `## ${escaped(title)}`,
    ...grouped(lines).map(([about, says]) => (about === null ? says.map(escaped).join(' ') : `**${escaped(about)}**: ${says.map(escaped).join(' ')}`)),
  ].join('\n\n'));
  return `${[`# ${escaped(report.title)} (${escaped(report.role)})`, `${escaped(report.says)} The opening is ${escaped(report.state)}; so it stood at the end of ${report.today}.`, ...sections].join('\n\n')}\n`;
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

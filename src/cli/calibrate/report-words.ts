import { CHANGED_SINCE, leftOut, markWord, SPELLED_OUT, type AnchorQuestion, type CalibrationReport, type SideBySide } from '../../report/calibration.ts';
import { plural } from '../../model/words.ts';
import { wrapped } from '../screen/lines.ts';

/** The report for a terminal. */
export function reportWords(report: CalibrationReport, width: number): string {
  const { people, samples } = report;
  const long = (text: string, indent = '  '): string[] => wrapped(text.replace(/\s+/g, ' ').trim(), width - indent.length).map((line) => `${indent}${line}`);
  const part = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);
  return [
    ...wrapped(report.finding, width),
    ...wrapped(`${report.id}, ${report.title}. ${report.rubric}, ${plural(samples.length, 'sample')}, ${plural(people.length, 'reviewer')}.`, width),
    ...samples.flatMap((sample) => part(sample, tableLines(report, sample))),
    ...part('Where marks stand apart', report.apart.length === 0 ? ['  No two marks of the same work differ.'] : [...report.apart.slice(0, SPELLED_OUT).flatMap((row) => apartLines(row, long)), ...(leftOut(report) === '' ? [] : [`  ${leftOut(report)}`])]),
    ...part('The anchors in question', report.question ? questionLines(report.question, long) : []),
    ...part('Agreement', [...report.agreement, ...report.more].flatMap(({ name, says }) => long(`${name}: ${says}`))),
    ...part('Certification', report.certification.flatMap(({ person, says }) => long(`${person}: ${says}`))),
    '',
  ].join('\n');
}

type Long = (text: string, indent?: string) => string[];

function tableLines({ people, table }: CalibrationReport, sample: string): string[] {
  const rows = table.filter((row) => row.sample === sample);
  const references = rows.some(({ reference }) => reference !== undefined);
  const heads = [...people, ...(references ? ['reference'] : [])];
  const first = Math.max(0, ...rows.map(({ name }) => name.length));
  const line = (name: string, cells: readonly string[]): string => `  ${name.padEnd(first)}${cells.map((cell, index) => `  ${cell.padStart(Math.max(3, heads[index]?.length ?? 0))}`).join('')}`;
  return [
    line('', heads),
    ...rows.map(({ name, marks, reference }) => line(name, [...people.map((person) => markWord(marks.find((each) => each.person === person))), ...(references ? [String(reference?.mark ?? '–')] : [])])),
  ];
}

function apartLines({ sample, name, spread, marks, reference }: SideBySide, long: Long): string[] {
  return [
    `  ${name} of ${sample}, ${plural(spread ?? 0, 'level')} apart`,
    ...[...marks].sort((a, b) => (a.mark ?? 0) - (b.mark ?? 0)).flatMap((given) => long(`${given.person}, ${given.mark === undefined ? 'nothing observed' : given.mark}: ${given.words}`, '    ')),
    ...(reference === undefined ? [] : long(`reference, ${reference.mark}${reference.because === undefined ? '' : `: ${reference.because}`}`, '    ')),
  ];
}

function questionLines({ name, sample, low, high, anchors, change, answeredBy, reworded }: AnchorQuestion, long: Long): string[] {
  return [
    ...long(`${name}: ${low.person} read ${low.mark} and ${high.person} read ${high.mark} in the same work (${sample}).`),
    ...anchors.filter(({ level }) => level === low.mark || level === high.mark).flatMap(({ level, text }) => long(`${level}  ${text}`)),
    ...(answeredBy === undefined ? [] : long(`Version ${answeredBy} of the rubric has other words for them already.`)),
    ...(reworded ? long(CHANGED_SINCE) : []),
    ...(change === undefined || change.text === '' ? [] : [
      ...long(`${reworded ? 'To change them again:' : 'Would other words have brought you together?'} ${change.path}, line ${change.line}. This is the section with both readings in it; keep one in your own words, delete the other:`),
      ...change.text.split('\n').flatMap((text) => wrapped(text, 1_000).map((line) => `    ${line}`)),
      ...(change.link === undefined ? [] : [`  ${change.link}`]),
    ]),
  ];
}

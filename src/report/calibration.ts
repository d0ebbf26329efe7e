import { plural } from '../model/words.ts';
import { code, said } from './comment-words.ts';

/** What one person gave one criterion of a sample; undefined: nothing was observed. */
export interface GivenMark {
  readonly person: string;
  readonly mark: number | undefined;
  /** Evidence, or why nothing was observed. */
  readonly words: string;
}

/** Every mark of one criterion of one sample, side by side. */
export interface SideBySide {
  readonly sample: string;
  readonly criterion: string;
  readonly name: string;
  /** Levels between the lowest and the highest; undefined where fewer than two marked. */
  readonly spread: number | undefined;
  readonly marks: readonly GivenMark[];
  /** What it should get, where the session says. */
  readonly reference: { readonly mark: number; readonly because: string | undefined } | undefined;
}

/** The anchors on which two people parted, as they stand, with what either read in them. */
export interface AnchorQuestion {
  readonly name: string;
  readonly sample: string;
  readonly low: { readonly person: string; readonly mark: number };
  readonly high: { readonly person: string; readonly mark: number };
  readonly anchors: readonly { readonly level: number; readonly text: string }[];
  /** File and section to change, and the section with both readings in it; undefined where the criterion is gone. */
  readonly change: { readonly path: string; readonly section: string; readonly text: string; readonly line: number; readonly link: string | undefined } | undefined;
  /** The version of the rubric whose words are other ones by now. */
  readonly answeredBy: number | undefined;
  /** Whether the words of the session's version were changed since it was frozen. */
  readonly reworded: boolean;
}

/** What a closed session shows. */
export interface CalibrationReport {
  readonly id: string;
  readonly title: string;
  readonly rubric: string;
  /** The finding, in the words of a title. */
  readonly finding: string;
  readonly people: readonly string[];
  readonly samples: readonly string[];
  /** By sample, then in the order of the rubric. */
  readonly table: readonly SideBySide[];
  /** Those of the table that stand apart, the widest first. */
  readonly apart: readonly SideBySide[];
  readonly question: AnchorQuestion | undefined;
  readonly agreement: readonly { readonly name: string; readonly says: string }[];
  /** What else there is to say: where distance comes from, the totals, whose marks are shifted. */
  readonly more: readonly { readonly name: string; readonly says: string }[];
  readonly certification: readonly { readonly person: string; readonly says: string }[];
}

/** What is said where the words in question were changed and their version stayed. */
export const CHANGED_SINCE = 'These words were changed since their version was frozen; the page of the rubric lists the change.';

/** So many gaps are spelled out with their evidence: whoever talks about more in one meeting talks about none. */
export const SPELLED_OUT = 8;

/** "17 more, each 1 level apart"; empty where none is left out. */
export function leftOut({ apart }: CalibrationReport): string {
  const rest = apart.slice(SPELLED_OUT);
  const widest = Math.max(0, ...rest.map(({ spread }) => spread ?? 0));
  return rest.length === 0 ? '' : `${plural(rest.length, 'more', 'more')}, ${widest === 1 ? 'each 1 level' : `at most ${plural(widest, 'level')}`} apart.`;
}

/** The report as Markdown, for notes and pull requests: nothing that somebody wrote becomes a link, a mention or HTML. */
export function calibrationMarkdown(report: CalibrationReport): string {
  const { people } = report;
  return [
    `## ${said(report.title)}: ${said(report.finding)}`,
    `${code(report.id)}, ${code(report.rubric)}, ${plural(report.samples.length, 'sample')}, ${plural(people.length, 'reviewer')}.`,
    ...report.samples.flatMap((sample) => [`### ${code(sample)}`, table(report, sample)]),
    '### Where marks stand apart',
    ...(report.apart.length === 0 ? ['No two marks of the same work differ.'] : [...report.apart.slice(0, SPELLED_OUT).map(evidence), ...(leftOut(report) === '' ? [] : [leftOut(report)])]),
    ...(report.question ? ['### The anchors in question', ...questionText(report.question)] : []),
    '### Agreement',
    [...report.agreement, ...report.more].map(({ name, says }) => `- **${said(name)}**: ${said(says)}`).join('\n'),
    ...(report.certification.length === 0 ? [] : ['### Certification', report.certification.map(({ person, says }) => `- ${code(person)}: ${said(says)}`).join('\n')]),
  ].join('\n\n').concat('\n');
}

function table({ people, table: all }: CalibrationReport, sample: string): string {
  const rows = all.filter((row) => row.sample === sample);
  const references = rows.some(({ reference }) => reference !== undefined);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['Criterion', ...people.map(code), ...(references ? ['reference'] : [])]), `| --- |${' ---: |'.repeat(people.length + (references ? 1 : 0))}`,
    ...rows.map(({ name, marks, reference }) => line([said(name), ...people.map((person) => markWord(marks.find((each) => each.person === person))), ...(references ? [String(reference?.mark ?? '–')] : [])])),
  ].join('\n');
}

/** "–" where nobody marked, "n/o" where there was nothing to see. */
export function markWord(given: GivenMark | undefined): string {
  return given === undefined ? '–' : given.mark === undefined ? 'n/o' : String(given.mark);
}

function evidence({ sample, name, spread, marks, reference }: SideBySide): string {
  const lines = [...marks].sort((a, b) => (a.mark ?? 0) - (b.mark ?? 0)).map((given) => `> ${code(given.person)}, ${given.mark === undefined ? 'nothing observed' : given.mark}: ${said(given.words.trim())}`);
  const wanted = reference === undefined ? [] : [`> reference, ${reference.mark}${reference.because === undefined ? '' : `: ${said(reference.because.trim())}`}`];
  return `**${said(name)}** of ${code(sample)}, ${plural(spread ?? 0, 'level')} apart\n\n${[...lines, ...wanted].join('\n>\n')}`;
}

function questionText({ name, low, high, sample, anchors, change, answeredBy, reworded }: AnchorQuestion): string[] {
  return [
    `${said(name)}: ${code(low.person)} read ${low.mark} and ${code(high.person)} read ${high.mark} in the same work (${code(sample)}).`,
    anchors.map(({ level, text }) => `- **${level}** ${said(text)}`).join('\n'),
    ...(answeredBy === undefined ? [] : [`Version ${answeredBy} of the rubric has other words for them already.`]),
    ...(reworded ? [CHANGED_SINCE] : []),
    ...(change === undefined || change.text === '' ? [] : [
      `${reworded ? 'To change them again:' : 'Would other words have brought you together?'} ${change.link === undefined ? `Change ${code(change.path)}, line ${change.line}` : `[Change the rubric at line ${change.line}](${change.link})`}: keep one of the two readings in your own words, and delete the other.`,
      `~~~markdown\n${change.text.replaceAll('~~~', '~ ~ ~')}\n~~~`,
    ]),
  ];
}

import { plural } from '../model/words.ts';
import { code, number, said } from './comment-words.ts';

/** What one person said of one criterion. */
export interface Saying {
  readonly person: string;
  /** Undefined where they saw nothing to judge. */
  readonly mark: number | undefined;
  readonly words: string;
}

/** A criterion with everybody's marks, and where the words of its anchors stand. */
export interface DebriefCriterion {
  readonly name: string;
  readonly sayings: readonly Saying[];
  /** Address that opens the rubric for editing at the anchor; undefined where nothing says which repository it is. */
  readonly anchor: string | undefined;
}

/** A panel that has just become complete. */
export interface Debrief {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  readonly criteria: readonly DebriefCriterion[];
}

/** Who said what: the widest gap first, with the evidence of both ends and a link that turns the gap into clearer words. */
export function debriefText({ role, candidate, visit, criteria }: Debrief): string {
  const sorted = criteria.map((criterion) => ({ criterion, gap: gapOf(criterion) })).sort((a, b) => b.gap - a.gap);
  const people = [...new Set(criteria.flatMap(({ sayings }) => sayings.map(({ person }) => person)))];
  const rows = sorted.map(({ criterion: { name, sayings } }) => `| ${said(name)} | ${people.map((person) => markOf(sayings, person)).join(' | ')} |`);
  const apart = sorted.filter(({ gap }) => gap > 0);
  return [
    `### Everybody is in: ${code(candidate)} in ${code(role)}, ${code(visit)}`,
    `| Criterion | ${people.map(code).join(' | ')} |\n| --- |${people.map(() => ' ---: |').join('')}\n${rows.join('\n')}`,
    ...(apart.length === 0 ? ['You agree on every criterion.'] : apart.map(({ criterion, gap }) => gapText(criterion, gap))),
  ].join('\n\n').concat('\n');
}

function gapOf({ sayings }: DebriefCriterion): number {
  const marks = sayings.flatMap(({ mark }) => mark ?? []);
  return marks.length < 2 ? 0 : Math.max(...marks) - Math.min(...marks);
}

function markOf(sayings: readonly Saying[], person: string): string {
  const mark = sayings.find((each) => each.person === person)?.mark;
  return mark === undefined ? '–' : number(mark);
}

/** The lowest and the highest with their evidence; who stands between has the table. */
function gapText({ name, sayings, anchor }: DebriefCriterion, gap: number): string {
  const marked = sayings.filter(({ mark }) => mark !== undefined).sort((a, b) => (a.mark ?? 0) - (b.mark ?? 0));
  const ends = [marked[0], marked.at(-1)].flatMap((each) => (each ? [`> ${code(each.person)}, ${number(each.mark ?? 0)}: ${said(each.words)}`] : []));
  const link = anchor === undefined ? '' : `\n\nWould other words have brought you together? [Change the anchor](${anchor}).`;
  return `**${said(name)}**, ${plural(gap, 'level')} apart\n\n${ends.join('\n>\n')}${link}`;
}

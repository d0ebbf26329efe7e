import type { Recomputed, RubricEffect } from '../analysis/effect-rubric.ts';
import { listed, plural } from '../model/words.ts';
import type { PublishedRubric } from '../view/published/process.ts';
import { code, number, said } from './comment-words.ts';

/** A rubric that a pull request changes. */
export interface ChangedRubric {
  readonly id: string;
  readonly title: string;
  /** Versions before and after; undefined where it is new or goes away. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly changes: PublishedRubric['changes'][number]['rows'];
  readonly effect: RubricEffect;
}

type Row = ChangedRubric['changes'][number];

/** Rows of a table; the rest is counted. */
const ROWS = 15;

/** What differs in a rubric, who keeps to which version, and what would have come out differently. */
export function rubricSection({ id, title, from, to, changes, effect }: ChangedRubric): string {
  const versions = from === undefined ? 'new' : to === undefined ? 'goes away' : from === to ? `version ${to} stays` : `version ${from} → ${to}`;
  const rows = changes.map((row) => `| ${said(row.criterion)} | ${rowWords(row)} |`);
  return [
    `### Rubric “${said(title)}” (${code(id)}, ${versions})`,
    rows.length === 0 ? 'No criterion, weight, indicator or anchor differs.' : `| Criterion | What changes |\n| --- | --- |\n${cut(rows)}`,
    heldWords(effect),
    ...outcomeWords(effect),
  ].join('\n\n');
}

function rowWords({ where, weightFrom, weightTo, words }: Row): string {
  if (where === 'criterion') return weightFrom === null ? `**new**, ${number(weightTo ?? 0)} %: ${runs(words)}` : `**removed**, was ${number(weightFrom)} %: ${runs(words)}`;
  if (where === 'weight') return `weight ${number(weightFrom ?? 0)} % → **${number(weightTo ?? 0)} %**`;
  return `${said(where)}: ${runs(words)}`;
}

/** What went and what came; of long passages that stayed only the ends are shown. */
function runs(words: Row['words']): string {
  return words.map(({ kind, text }) => {
    const shown = said(kind === 'same' && text.length > 80 ? `${text.slice(0, 35)} … ${text.slice(-35)}` : text);
    if (shown.trim() === '' || kind === 'same') return shown;
    return kind === 'added' ? `<ins>${shown.trim()}</ins> ` : `<del>${shown.trim()}</del> `;
  }).join('').trim();
}

function heldWords({ held }: RubricEffect): string {
  if (held.length === 0) return 'No visit is scored with it yet.';
  const each = held.map(({ version, visits, open }) => `version ${version} for ${plural(visits, 'visit')}${open === 0 ? '' : ` (${open} still open)`}`);
  return `What was begun keeps its text: ${listed(each)}.`;
}

function outcomeWords({ moved, compared, apart }: RubricEffect): string[] {
  const left = apart === 0 ? '' : ` ${plural(apart, 'score')} cannot be compared: another scale, or no criterion is left.`;
  if (compared === 0) return left === '' ? [] : [left.trim()];
  if (moved.length === 0) return [`Weighed with the new text, ${compared === 1 ? 'the complete score' : `all ${compared} complete scores`} would have come out the same.${left}`];
  const crossing = moved.filter(({ crosses }) => crosses !== undefined).length;
  const near = moved.filter(({ near: isNear, crosses }) => isNear && crosses === undefined).length;
  const guided = crossing + near === 0 ? '' : ` ${listed([...(crossing > 0 ? [`${crossing} would stand on the other side of the stage’s guidance`] : []), ...(near > 0 ? [`${near} close to it`] : [])])}.`;
  const sorted = [...moved].sort((a, b) => Number(b.crosses !== undefined) - Number(a.crosses !== undefined));
  return [
    `Weighed with the new text, ${moved.length} of ${plural(compared, 'complete score')} would have come out differently.${guided} Nobody’s score changes by it.${left}`,
    `| Candidate | Visit | Percent | Guidance |\n| --- | --- | --- | --- |\n${cut(sorted.map(outcomeRow))}`,
  ];
}

function outcomeRow({ candidate, role, visit, before, after, guidance, crosses, near }: Recomputed): string {
  const side = crosses === 'up' ? ', **rises above**' : crosses === 'down' ? ', **falls below**' : near ? ', near' : '';
  return `| ${code(candidate)} (${code(role)}) | ${code(visit)} | ${number(before)} % → ${number(after)} % | ${guidance === undefined ? '' : `${number(guidance)} %${side}`} |`;
}

function cut(rows: readonly string[]): string {
  const rest = rows.length - ROWS;
  return [...rows.slice(0, ROWS), ...(rest > 0 ? [`\n${rest} more are not listed.`] : [])].join('\n');
}

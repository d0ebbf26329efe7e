import type { PublishedRubric } from '../../../view/published/process.ts';
import { list } from '../../published/words.ts';

type Level = 'h1' | 'h2' | 'h3';

/** The marks of one criterion, counted. */
export interface GivenRow {
  readonly name: string;
  /** By level, lowest first. */
  readonly counts: readonly number[];
  readonly notObserved: number;
  /** All marks but "not observed". */
  readonly total: number;
  /** How many at the highest level. */
  readonly top: number;
  /** How strongly a count is tinted: from a sixth, a third and half of the marks on. */
  readonly level: (count: number) => Level | undefined;
}

/** Counts one criterion of the current version over the levels of its scale. */
export function given(row: PublishedRubric['given'][number], { criteria }: Pick<PublishedRubric['current'], 'criteria'>, scale: readonly number[]): GivenRow {
  const counts = scale.map((level) => row.counts[String(level)] ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    name: criteria.find(({ id }) => id === row.criterion)?.name ?? row.criterion,
    counts,
    notObserved: row.notObserved,
    total,
    top: counts.at(-1) ?? 0,
    level: (count) => (total === 0 ? undefined : count * 2 >= total ? 'h3' : count * 3 >= total ? 'h2' : count * 6 >= total ? 'h1' : undefined),
  };
}

/** Below this many marks a share is too uncertain to be a finding. */
const ENOUGH = 20;

/** What stands out: criteria at whose top level more than 40 % of at least 20 marks stand, or levels nobody gave. */
export function shareWords(rows: readonly GivenRow[], max: number): string | undefined {
  const counted = rows.filter(({ total }) => total >= ENOUGH);
  if (counted.length === 0) return undefined;
  const crowded = counted.filter(({ top, total }) => top * 5 > total * 2).map(({ name }) => name);
  if (crowded.length > 0) return `${list(crowded)}: more than 40 % of the marks are ${max}`;
  if (counted.every(({ counts }) => counts.every((count) => count > 0))) return 'Every mark is in use on every criterion';
  const gaps = counted.filter(({ counts }) => counts.includes(0));
  const [only] = gaps;
  const missing = only?.counts.flatMap((count, index) => (count === 0 ? [String(max - only.counts.length + 1 + index)] : [])) ?? [];
  if (gaps.length === 1 && only) return `Nobody gave ${list(missing)} for ${only.name}`;
  return `${list(gaps.map(({ name }) => name))}: not every mark was ever given`;
}

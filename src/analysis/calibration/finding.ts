import { listed } from '../../model/words.ts';
import type { Agreement } from '../agreement.ts';
import { RELIABLE } from '../words/bands.ts';
import { percent } from '../words/numbers.ts';
import type { Cell, Gap } from './cells.ts';
import { sampleName } from './label.ts';

/** What the findings need to know of a criterion. */
export interface JudgedCriterion {
  readonly criterion: string;
  readonly name: string;
  readonly agreement: Agreement;
}

/** What a session found, in the words of a title, and the criterion it is about. */
export interface Finding {
  readonly title: string;
  readonly criterion: string | undefined;
}

/**
 * The finding of a session, no stronger than its intervals: with coefficients the criteria whose interval lies below what counts as
 * reliable, without them the widest gap.
 * @param gaps widest first
 * @param apart from how many levels on marks are called apart, from the settings
 */
export function findingOf(criteria: readonly JudgedCriterion[], gaps: readonly Gap[], apart: number): Finding {
  const widest = gaps[0];
  if (!widest) return { title: 'There are no two marks to compare yet', criterion: undefined };
  const nameOf = (id: string): string => criteria.find(({ criterion }) => criterion === id)?.name ?? id;
  if (widest.spread === 0) return { title: 'All marks of the same work are the same', criterion: undefined };
  const figures = criteria.flatMap(({ criterion, name, agreement: { alpha, ac2, poor } }) => {
    // Where nearly all marks are the same, alpha is low whatever reviewers do.
    const figure = ac2 ?? alpha;
    return figure?.interval ? [{ criterion, name, low: figure.interval[0], value: figure.value, poor }] : [];
  }).toSorted((a, b) => a.value - b.value);
  const poor = figures.filter((each) => each.poor);
  if (poor.length > 0) {
    const title = poor.length > 2 ? `On ${poor.length} of ${criteria.length} criteria, reviewers do not agree yet` : `On ${listed(poor.map(({ name }) => name))}, reviewers do not agree yet`;
    return { title, criterion: poor[0]?.criterion };
  }
  if (figures.length === criteria.length && figures.every(({ low }) => low >= RELIABLE)) return { title: 'Reviewers agree on every criterion', criterion: widest.criterion };
  if (figures[0]) {
    const gap = gaps.find(({ criterion }) => criterion === figures[0]?.criterion);
    if (gap && gap.spread > 0) return { title: `Reviewers part most on ${figures[0].name}`, criterion: gap.criterion };
  }
  if (widest.spread < Math.min(apart, 2)) return { title: 'No two marks of the same work stand more than one apart', criterion: widest.criterion };
  return { title: `On ${nameOf(widest.criterion)}, the same work got a ${widest.min} and a ${widest.max}`, criterion: widest.criterion };
}

/** How much of all distance between marks of the same work lies on one criterion, or one sample. */
export interface Source {
  readonly id: string;
  /** Levels between the two marks of every pair, added up. */
  readonly levels: number;
}

/** Where the disagreement comes from, the most first, with one sentence. */
export interface Sources {
  readonly levels: number;
  readonly criteria: readonly Source[];
  readonly samples: readonly Source[];
  readonly says: string;
}

/** Adds up the levels between every two marks of the same criterion and sample. */
export function sourcesOf(cells: readonly Cell[], nameOf: (criterion: string) => string): Sources {
  const criteria = new Map<string, number>();
  const samples = new Map<string, number>();
  let all = 0;
  for (const { criterion, sample, marks } of cells) {
    const values = [...marks.values()];
    const levels = values.reduce((total, a, index) => total + values.slice(index + 1).reduce((sum, b) => sum + Math.abs(a - b), 0), 0);
    all += levels;
    criteria.set(criterion, (criteria.get(criterion) ?? 0) + levels);
    samples.set(sample, (samples.get(sample) ?? 0) + levels);
  }
  const sorted = (found: ReadonlyMap<string, number>): Source[] => [...found].map(([id, levels]) => ({ id, levels })).sort((a, b) => b.levels - a.levels);
  const [byCriterion, bySample] = [sorted(criteria), sorted(samples)];
  return { levels: all, criteria: byCriterion, samples: bySample, says: sourceWords(all, byCriterion, bySample, nameOf) };
}

function sourceWords(all: number, criteria: readonly Source[], samples: readonly Source[], nameOf: (criterion: string) => string): string {
  const [first, sample] = [criteria[0], samples[0]];
  if (all === 0 || !first || !sample) return 'No distance between marks.';
  // Where several have the most, one of them alone would be a false finding.
  const most = (found: readonly Source[], name: (id: string) => string): string => {
    const equal = found.filter(({ levels }) => levels === found[0]?.levels).map(({ id }) => name(id));
    return `${equal.length > 1 ? 'each ' : ''}${equal.length > 3 ? `on ${equal.length} of them` : `on ${listed(equal)}`}`;
  };
  const share = ({ levels }: Source): string => `${levels} of ${all}${all < 5 ? '' : ` (${percent(levels / all)})`}`;
  const from = criteria.length > 1 ? `Of all levels between two marks of the same work, ${share(first)} lie ${most(criteria, nameOf)}` : `${all} levels lie between marks of the same work`;
  return samples.length > 1 ? `${from}; ${share(sample)} ${most(samples, sampleName)}.` : `${from}.`;
}

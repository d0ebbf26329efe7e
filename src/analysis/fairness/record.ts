import type { Fairness } from '../../model/fairness.ts';
import { listed } from '../../model/words.ts';
import { comparison, stageFairness, VERDICT_FROM, type Comparison, type StageFairness } from './stage.ts';
import { hiddenCounts, type Hidden } from './suppression.ts';
import { tableOf, type Counts, type Table } from './table.ts';
import { countedGroup, groupWords } from './words.ts';

/** A record as far as it may be shown. */
export interface RecordFairness {
  readonly stages: readonly StageFairness[];
  /** From the first stage to the last, group against the highest; empty where a count of either is hidden, or with one stage. */
  readonly overall: readonly { readonly group: string; readonly reference: string; readonly counts: Counts; readonly against: Counts; readonly comparison: Comparison }[];
  /** Whether it can tell more than "too few": at some stage two groups of 30 and more can be held against each other. */
  readonly tells: boolean;
}

/**
 * Selection rates of a record, stage by stage: a balanced bottom line is no defence for a stage (Connecticut v. Teal, 457 U.S. 440, 1982).
 * @param process the stages of the role's pipeline in their order; without it the order of the record holds
 */
export function recordFairness(record: Fairness, process?: readonly string[]): RecordFairness {
  const table = tableOf(record, process);
  const hidden = hiddenCounts(table);
  const stages = table.stages.map((_, stage) => stageFairness(table, hidden, stage));
  return { stages, overall: bottomLine(table, hidden), tells: stages.some(enough) };
}

function enough({ groups }: StageFairness): boolean {
  return groups.some(({ comparison: each }) => each !== undefined && each.verdict !== 'too-few' && each.verdict !== 'none-selected');
}

/** Who reached the first stage and went on from the last, of the groups of which both are shown. */
function bottomLine(table: Table, hidden: Hidden): RecordFairness['overall'] {
  const last = table.stages.length - 1;
  if (last < 1) return [];
  const groups = table.groups.flatMap((group, index) => {
    const [first, end] = [table.at(0, index), table.at(last, index)];
    if (!first || !end || first.reached === 0 || hidden.reached(0, index) || hidden.advanced(last, index) || end.advanced > first.reached) return [];
    return [{ group, counts: { reached: first.reached, advanced: end.advanced } }];
  });
  const best = groups.toSorted((a, b) => b.counts.advanced * a.counts.reached - a.counts.advanced * b.counts.reached)[0];
  if (!best) return [];
  return groups.flatMap(({ group, counts }) => {
    const compared = group === best.group ? undefined : comparison(best.counts, counts);
    return compared ? [{ group, reference: best.group, counts, against: best.counts, comparison: compared }] : [];
  });
}

/** What the stages together say, and do not say, of each stage; undefined without a bottom line. */
export function overallSays({ overall, stages }: RecordFairness, titleOf: (stage: string) => string): string | undefined {
  const behind = stages.flatMap(({ stage, groups }) => groups.flatMap(({ group, comparison: each }) => (each?.verdict === 'below' ? [{ stage, group }] : [])));
  const fine = behind.find(({ group }) => overall.some((each) => each.reference === group || (each.group === group && !each.comparison.belowFourFifths)));
  const furthest = overall.toSorted((a, b) => (a.comparison.impactRatio ?? 1) - (b.comparison.impactRatio ?? 1))[0];
  const shown = fine && (overall.find(({ group }) => group === fine.group) ?? furthest);
  const said = shown ?? furthest;
  if (!said) return undefined;
  const rates = `Over all stages together ${countedGroup(said.group, said.counts)} and ${countedGroup(said.reference, said.against)} went on`;
  if (fine) return `${rates}. A balanced bottom line is no defence for ${titleOf(fine.stage)}, where ${groupWords(fine.group)} stand below four fifths: each stage has to hold on its own (Connecticut v. Teal, 1982).`;
  const { verdict, belowFourFifths } = said.comparison;
  if (verdict === 'too-few' || verdict === 'none-selected') return `${rates}: too few for a verdict.`;
  if (behind.length === 0 && verdict === 'below') return `${rates}, below four fifths, though no single stage is: small gaps in the same direction add up. Look where ${groupWords(said.group)} lose most.`;
  return `${rates}, ${belowFourFifths ? 'below' : 'within'} four fifths. Each stage is judged on its own all the same.`;
}

/** The finding of a record, for a title. */
export function recordSays({ stages, tells }: RecordFairness, titleOf: (stage: string) => string): string {
  const below = stages.flatMap(({ stage, groups }) => {
    const behind = groups.filter(({ comparison: each }) => each?.verdict === 'below').map(({ group }) => groupWords(group));
    return behind.length === 0 ? [] : [`${listed(behind)} at ${titleOf(stage)}`];
  });
  const has = (verdict: string) => ({ groups }: StageFairness): boolean => groups.some(({ comparison: each }) => each?.verdict === verdict);
  const judged = stages.filter((stage) => has('within')(stage) && !has('tests-differ')(stage));
  const within = judged.map(({ stage }) => titleOf(stage));
  if (below.length > 0) return `Below four fifths: ${listed(below)}`;
  if (!tells) return stages.some(({ guard }) => guard === 'suppressed') && stages.every(({ guard }) => guard !== 'below-30') ? 'Counts are hidden, and what is left does not tell' : `Too few to tell: no stage has ${VERDICT_FROM} of each of two groups`;
  if (within.length === 0) return `No verdict at ${stages.length === 1 ? 'the one stage' : 'any stage'}: the tests do not agree`;
  if (within.length < stages.length) return `Within four fifths at ${listed(within)}; too little to tell elsewhere`;
  const where = within.length === 1 ? `at ${within.join('')}` : 'at every stage';
  return `Within four fifths ${where}${judged.every(({ fourFifths }) => fourFifths === true) ? '' : ', as far as there are enough people to tell'}`;
}

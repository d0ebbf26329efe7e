import type { Rubric } from '../../model/rubric.ts';
import { NOT_OBSERVED } from '../../model/score.ts';
import { ofHundred } from '../words/numbers.ts';
import { APART, CROWDED, ITEM_TOTAL_LOW, ITEMS_FROM, UNSEEN } from './guards.ts';
import { items, type Item, type Items } from './items.ts';
import { shareOf, surelyAbove, type Share } from './share.ts';
import type { ScoredVisit } from './visits.ts';

/** What stands out of one criterion, surely: the whole interval says it. */
export type CriterionFinding = 'top' | 'bottom' | 'unseen' | 'apart' | 'own-way';

/** Whether one criterion still tells people apart, and whether it is read alike. */
export interface CriterionHealth {
  readonly criterion: string;
  readonly name: string;
  /** Marks at the highest and at the lowest level, of all marks given. */
  readonly top: Share;
  readonly bottom: Share;
  /** Of those who scored: how often nothing could be seen. */
  readonly unseen: Share;
  /** Of visits that two or more marked: how often they stand so far apart that it is talked about. */
  readonly apart: Share;
  /** How it goes with the other criteria; undefined below the guard. */
  readonly item: Item | undefined;
  readonly findings: readonly CriterionFinding[];
  readonly says: string;
}

/** The health of one rubric version, over all visits that hold to it or over those of one challenge. */
export interface RubricHealth {
  /** `technical-challenge@3`. */
  readonly reference: string;
  readonly rubric: Rubric;
  /** Visits with a complete panel, and the counted scores on them. */
  readonly visits: number;
  readonly scores: number;
  readonly together: Omit<Items, 'items'>;
  readonly criteria: readonly CriterionHealth[];
}

/** Counts what was marked against one version of a rubric. @param threshold marks so far apart are talked about, from the settings */
export function rubricHealth(reference: string, rubric: Rubric, visits: readonly ScoredVisit[], threshold: number): RubricHealth {
  const { items: found, ...together } = items(visits);
  return {
    reference, rubric, visits: visits.length, scores: visits.reduce((total, { counted }) => total + counted.length, 0), together,
    criteria: rubric.criteria.map(({ id, name }, at) => criterionHealth(id, name, at, rubric, visits, threshold, found[at])),
  };
}

function criterionHealth(criterion: string, name: string, at: number, rubric: Rubric, visits: readonly ScoredVisit[], threshold: number, item: Item | undefined): CriterionHealth {
  const count = { marks: 0, marked: 0, top: 0, bottom: 0, unseen: 0, several: 0, apart: 0 };
  for (const { criteria, counted } of visits) {
    const score = criteria[at];
    for (const marks of counted) {
      const mark = marks[criterion]?.mark;
      if (mark === NOT_OBSERVED) count.unseen += 1;
      if (mark === rubric.scale.max) count.top += 1;
      if (mark === rubric.scale.min) count.bottom += 1;
    }
    if (!score || score.marked === 0) continue;
    count.marked += 1;
    count.marks += score.marked;
    if (score.marked < 2) continue;
    count.several += 1;
    if (score.spread >= threshold) count.apart += 1;
  }
  const shares = {
    top: shareOf(count.top, count.marks, count.marked), bottom: shareOf(count.bottom, count.marks, count.marked),
    unseen: shareOf(count.unseen, count.unseen + count.marks, visits.length), apart: shareOf(count.apart, count.several),
  };
  const findings = findingsOf(shares, item);
  return { criterion, name, ...shares, item, findings, says: says(shares, findings, item, rubric, visits.length) };
}

type Shares = Pick<CriterionHealth, 'top' | 'bottom' | 'unseen' | 'apart'>;

function findingsOf({ top, bottom, unseen, apart }: Shares, item: Item | undefined): CriterionFinding[] {
  const sure: readonly (readonly [CriterionFinding, boolean])[] = [
    ['top', surelyAbove(top, CROWDED)], ['bottom', surelyAbove(bottom, CROWDED)], ['unseen', surelyAbove(unseen, UNSEEN)], ['apart', surelyAbove(apart, APART)],
    ['own-way', (item?.withRest?.interval?.[1] ?? 1) < ITEM_TOTAL_LOW],
  ];
  return sure.flatMap(([finding, holds]) => (holds ? [finding] : []));
}

function says({ top, bottom, unseen, apart }: Shares, findings: readonly CriterionFinding[], item: Item | undefined, { scale }: Rubric, visits: number): string {
  const words: Record<Exclude<CriterionFinding, 'own-way'>, string> = {
    top: `Of 100 marks ${range(top)} are a ${scale.max}: it hardly tells good from very good.`,
    bottom: `Of 100 marks ${range(bottom)} are a ${scale.min}: it hardly tells weak from very weak.`,
    unseen: `Of 100 times ${range(unseen)} nothing could be seen: the work does not show it.`,
    apart: `In ${range(apart)} of 100 visits reviewers stand apart: its anchors are read in different ways.`,
  };
  const found = findings.flatMap((finding) => (finding === 'own-way' ? [] : [words[finding]]));
  return [...found, ...(item ? [item.says] : [])].join(' ') || (visits < ITEMS_FROM ? 'Too few to tell.' : 'Nothing stands out.');
}

function range({ interval: [from, to] = [0, 1] }: Share): string {
  return ofHundred([from, to]).replace(/ of 100$/, '');
}

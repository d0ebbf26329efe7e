import { clusteredRatio, type Ratio } from './ratio.ts';
import { SCORES_GUARD, type CountedScore } from './work.ts';

/** How often each level of a scale was given. */
export interface GivenLevels {
  readonly min: number;
  readonly max: number;
  readonly scores: number;
  readonly marks: number;
  /**
   * From the lowest level to the highest. `shared` and `others` count the comparisons with each other who marked the same criterion of the
   * same visit: what this person gave in them, and what the other gave. Both add up to the same.
   */
  readonly levels: readonly { readonly level: number; readonly given: number; readonly shared: number; readonly others: number }[];
}

/** How a person's marks stand to those of the others who counted on the same visits. */
export interface PeerAgreement {
  /** Visits on which somebody else marked a criterion that this person marked. */
  readonly visits: number;
  /** Same mark, of all comparisons with one other on one criterion. */
  readonly exact: Ratio;
  /** At most one apart. */
  readonly within: Ratio;
}

/** The marks given, one table per scale, the scale most used first. */
export function givenLevels(counted: readonly CountedScore[]): GivenLevels[] {
  const scales = new Map<string, { min: number; max: number; scores: number; given: Map<number, number>; shared: Map<number, number>; others: Map<number, number> }>();
  for (const { visit, marks, others } of counted) {
    if (!visit.rubric) continue;
    const { min, max } = visit.rubric.scale;
    const tally = scales.get(`${min}-${max}`) ?? { min, max, scores: 0, given: new Map<number, number>(), shared: new Map<number, number>(), others: new Map<number, number>() };
    scales.set(`${min}-${max}`, tally);
    tally.scores += 1;
    for (const [criterion, mark] of marks) {
      add(tally.given, mark);
      for (const peer of others) {
        const other = peer.get(criterion);
        if (other === undefined) continue;
        add(tally.shared, mark);
        add(tally.others, other);
      }
    }
  }
  return [...scales.values()].sort((a, b) => b.scores - a.scores || a.max - b.max).map(({ min, max, scores, given, shared, others }) => ({
    min, max, scores, marks: [...given.values()].reduce((total, count) => total + count, 0),
    levels: Array.from({ length: max - min + 1 }, (_, index) => min + index).map((level) => ({ level, given: given.get(level) ?? 0, shared: shared.get(level) ?? 0, others: others.get(level) ?? 0 })),
  }));
}

function add(counts: Map<number, number>, level: number): void {
  counts.set(level, (counts.get(level) ?? 0) + 1);
}

/** Compares criterion by criterion, with each other who counted; visits are the clusters of the interval. */
export function peerAgreement(counted: readonly CountedScore[]): PeerAgreement {
  const visits = counted.flatMap(({ marks, others }) => {
    const tally = { whole: 0, exact: 0, within: 0 };
    for (const other of others) for (const [criterion, mark] of marks) {
      const theirs = other.get(criterion);
      if (theirs === undefined) continue;
      tally.whole += 1;
      if (theirs === mark) tally.exact += 1;
      if (Math.abs(theirs - mark) <= 1) tally.within += 1;
    }
    return tally.whole === 0 ? [] : [tally];
  });
  return {
    visits: visits.length,
    exact: clusteredRatio(visits.map(({ whole, exact }) => ({ whole, part: exact })), SCORES_GUARD),
    within: clusteredRatio(visits.map(({ whole, within }) => ({ whole, part: within })), SCORES_GUARD),
  };
}

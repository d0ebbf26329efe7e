import { normalTail } from './distributions/normal.ts';
import { fisherSides } from './fisher.ts';
import { katz } from './katz.ts';
import { newcombe, type Difference } from './newcombe.ts';

/** One group at one step: whole numbers, selected at most applicants. */
export interface Selection {
  readonly selected: number;
  readonly applicants: number;
}

/** Two groups compared; shares from 0 to 1. */
export interface AdverseImpact {
  readonly rateReference: number;
  readonly rateFocal: number;
  /** Rate of the focal group over that of the reference group; undefined when nobody of the reference group was selected. */
  readonly impactRatio: number | undefined;
  /** Ratio below four fifths, in whole numbers. */
  readonly belowFourFifths: boolean;
  /** Katz; undefined when nobody of either group was selected. */
  readonly ratioInterval: readonly [number, number] | undefined;
  /** Difference of the rates in standard errors of the pooled rate, negative when the focal group's is lower; undefined when all or none were selected. */
  readonly z: number | undefined;
  /** Two-sided probability of `z`. */
  readonly p: number | undefined;
  /** More than two standard errors apart (Castaneda v. Partida, 1977: “greater than two or three”). */
  readonly twoStandardErrors: boolean;
  readonly fisherTwoSided: number;
  /** Probability that so few of the focal group, or fewer, are selected. */
  readonly fisherOneSided: number;
  readonly midP: number;
  /** Focal less reference, with Newcombe's interval. */
  readonly difference: Difference;
  /** How many more of the focal group would have been selected at the common rate; negative when they were fewer than that. In people, with a fraction. */
  readonly shortfall: number;
  /** Whether one selection more or less, given to the other group, turns the verdict on four fifths round. */
  readonly flips: boolean;
}

/**
 * Compares the selection rate of a focal group with that of a reference group. Undefined when either has no applicants, or more selected than
 * applied.
 * Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D, and Questions and Answers (44 FR 11996, 1979), 11, 12 and
 * 21; each test as its own function says.
 */
export function adverseImpact(reference: Selection, focal: Selection, level = 0.95): AdverseImpact | undefined {
  const difference = newcombe(focal.selected, focal.applicants, reference.selected, reference.applicants, level);
  if (!difference || reference.selected > reference.applicants || focal.selected > focal.applicants) return undefined;
  const rateReference = reference.selected / reference.applicants;
  const pooled = (reference.selected + focal.selected) / (reference.applicants + focal.applicants);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / reference.applicants + 1 / focal.applicants));
  const z = error === 0 ? undefined : difference.difference / error;
  const fisher = fisherSides(focal.selected, focal.applicants - focal.selected, reference.selected, reference.applicants - reference.selected);
  const rateFocal = focal.selected / focal.applicants;
  return {
    rateReference, rateFocal,
    impactRatio: rateReference === 0 ? undefined : rateFocal / rateReference,
    belowFourFifths: belowFourFifths(reference, focal),
    ratioInterval: katz(focal.selected, focal.applicants, reference.selected, reference.applicants, level),
    z, p: z === undefined ? undefined : 2 * normalTail(Math.abs(z)),
    twoStandardErrors: z !== undefined && Math.abs(z) > 2,
    fisherTwoSided: fisher.twoSided, fisherOneSided: fisher.less, midP: fisher.midP,
    difference,
    shortfall: pooled * focal.applicants - focal.selected,
    flips: flips(reference, focal),
  };
}

/**
 * Whether the focal group's rate is below four fifths of the reference group's: 5 · s₂ · n₁ < 4 · s₁ · n₂, in whole numbers. A floating-point
 * ratio calls many tables that are exactly four fifths too low. Source: 29 CFR 1607.4 D.
 */
export function belowFourFifths(reference: Selection, focal: Selection): boolean {
  return 5 * focal.selected * reference.applicants < 4 * reference.selected * focal.applicants;
}

/**
 * Whether one selection, given to the other group, turns the verdict on four fifths round: then the figure hangs on one person.
 * Source: Uniform Guidelines, Questions and Answers (1979), 21, “the selection of one different person”.
 */
export function flips(reference: Selection, focal: Selection): boolean {
  const below = belowFourFifths(reference, focal);
  const one = below ? 1 : -1;
  return belowFourFifths(moved(reference, -one), moved(focal, one)) !== below;
}

function moved({ selected, applicants }: Selection, by: number): Selection {
  return { applicants, selected: Math.min(applicants, Math.max(0, selected + by)) };
}

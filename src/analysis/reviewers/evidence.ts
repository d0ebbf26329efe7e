import { NOT_OBSERVED } from '../../model/score.ts';
import { quantile } from '../statistics/quantile.ts';
import { SCORES_GUARD, type CountedScore } from './work.ts';

/** Evidence of fewer characters is called short: about ten words, which seldom name a place and what stands there. */
export const SHORT_EVIDENCE = 60;

/** How long the evidence of a person's marks is, in characters. */
export interface EvidenceLength {
  readonly scores: number;
  /** Pieces of evidence: one for each mark. */
  readonly pieces: number;
  /** Lower quartile, median, upper quartile; undefined below the guard of scores. */
  readonly quartiles: readonly [number, number, number] | undefined;
  readonly short: number;
}

/** Length says nothing of quality; it says where to look first. */
export function evidenceLength(counted: readonly CountedScore[]): EvidenceLength {
  const lengths = counted.flatMap(({ score }) => Object.values(score.effective.value.marks).flatMap(({ mark, evidence }) => (mark === NOT_OBSERVED ? [] : [lengthOf(evidence ?? '')]))).sort((a, b) => a - b);
  const at = (share: number): number => quantile(lengths, share) ?? 0;
  return {
    scores: counted.length, pieces: lengths.length,
    quartiles: counted.length < SCORES_GUARD || lengths.length === 0 ? undefined : [at(0.25), at(0.5), at(0.75)],
    short: lengths.filter((length) => length < SHORT_EVIDENCE).length,
  };
}

/** Characters as a reader counts them: code points, with runs of white space as one. */
function lengthOf(text: string): number {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length - (line.match(/[\ud800-\udbff]/g)?.length ?? 0);
}

import type { ComparedCandidate, PublishedCompare } from '../../../view/published/compare.ts';

type Visit = ComparedCandidate['visits'][number];
export type ComparedRubric = PublishedCompare['rubrics'][string];

/** As many as a reader keeps apart. */
export const FEWEST = 2;
export const MOST = 4;

/** What an address or the checkboxes ask for, sorted out. */
export interface Choice {
  readonly chosen: readonly ComparedCandidate[];
  /** Known, and one too many. */
  readonly over: readonly ComparedCandidate[];
  /** Not among the candidates of this page. */
  readonly unknown: readonly string[];
}

/** The candidates asked for, each once, in the order asked. */
export function choose(asked: readonly string[], candidates: readonly ComparedCandidate[]): Choice {
  const ids = [...new Set(asked)].filter((id) => id !== '');
  const known = ids.flatMap((id) => candidates.find((candidate) => candidate.id === id) ?? []);
  return { chosen: known.slice(0, MOST), over: known.slice(MOST), unknown: ids.filter((id) => !candidates.some((candidate) => candidate.id === id)) };
}

/** Those of a stage who were held to the same words: only they stand on one scale. */
export interface SameRubric {
  readonly rubric: ComparedRubric;
  readonly scored: readonly { readonly candidate: ComparedCandidate; readonly visit: Visit }[];
}

/** One stage of a comparison. */
export interface StageSide {
  readonly stage: string;
  readonly title: string;
  readonly weight: number | null;
  /** One entry where all were held to the same version; several stand apart from each other. */
  readonly groups: readonly SameRubric[];
  /** Who has nothing to show here, and why. */
  readonly without: readonly { readonly candidate: ComparedCandidate; readonly words: string; readonly underway: boolean }[];
}

/** The stages in which at least one of the chosen was judged or is being judged, in the order of the pipeline. */
export function stageSides(chosen: readonly ComparedCandidate[], { stages, rubrics }: Pick<PublishedCompare, 'stages' | 'rubrics'>): StageSide[] {
  return stages.flatMap(({ stage, title, weight }): StageSide[] => {
    const scored = chosen.flatMap((candidate) => candidate.visits.filter((visit) => visit.stage === stage).map((visit) => ({ candidate, visit })));
    const without = chosen.filter((candidate) => !scored.some((each) => each.candidate === candidate)).map((candidate) => {
      const waiting = candidate.waiting.find((each) => each.stage === stage);
      return { candidate, underway: waiting !== undefined, words: waiting ? `${waiting.scoresIn} of ${waiting.scoresWanted} scores in` : candidate.state === 'open' ? 'not judged here' : `${candidate.state} before it was judged here` };
    });
    const groups = [...new Set(scored.map(({ visit }) => visit.rubric))].sort().flatMap((reference): SameRubric[] => {
      const rubric = rubrics[reference];
      return rubric === undefined ? [] : [{ rubric, scored: scored.filter(({ visit }) => visit.rubric === reference) }];
    });
    return groups.length === 0 && !without.some(({ underway }) => underway) ? [] : [{ stage, title, weight, groups, without }];
  });
}

/** Why totals do not compare, where they stand on different parts of the process; '' where they compare. */
export function unequal(chosen: readonly ComparedCandidate[]): string {
  const shares = chosen.map(({ overall, visits }) => ({ coverage: overall?.coverage ?? 0, stages: visits.filter(() => overall !== null).map(({ stage, rubric }) => `${stage} ${rubric}`).sort().join() }));
  if (shares.some(({ coverage }) => Math.abs(coverage - (shares[0]?.coverage ?? 0)) > 0.005)) return 'These totals stand on different parts of the process, so they do not compare. The stages below do.';
  return shares.some(({ stages }) => stages !== shares[0]?.stages) ? 'These totals stand on different stages or versions of a rubric, so they do not compare.' : '';
}

/** "2 yes, 1 no": counted answers to the bar. */
export function barCounts({ answers }: Pick<ComparedCandidate, 'answers'>): string {
  const counted = answers.filter((answer) => answer.counted);
  return ['yes', 'unsure', 'no'].flatMap((word) => {
    const count = counted.filter(({ bar }) => bar === word).length;
    return count === 0 ? [] : [`${count} ${word}`];
  }).join(', ');
}

/** The state of a choice in a sentence: what stands there, or what is missing. */
export function choiceWords({ chosen, over, unknown }: Choice, nameOf: (candidate: ComparedCandidate) => string): string {
  const list = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`);
  const parts = [
    chosen.length === 0 ? 'Nobody is chosen yet: two to four stand side by side.'
      : chosen.length < FEWEST ? `${list(chosen.map(nameOf))} stands alone: choose one to three more.`
        : `${list(chosen.map(nameOf))} stand side by side.`,
    over.length === 0 ? '' : `Four fit, so ${list(over.map(nameOf))} ${over.length === 1 ? 'was' : 'were'} left out.`,
    unknown.length === 0 ? '' : `${list(unknown)} ${unknown.length === 1 ? 'is' : 'are'} not among those who can be compared here.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

import { CLOCK_TOLERANCE } from '../model/clock.ts';
import { NOT_OBSERVED } from '../model/score.ts';
import type { Rubric } from '../model/rubric.ts';
import type { CalibrationFolder, Workspace } from '../model/workspace.ts';
import { mean } from './statistics/mean.ts';
import { rubricOf } from './visit.ts';

/** One mark of one reviewer for one criterion of one sample; undefined means not observed. */
export interface SampleMark {
  readonly sample: string;
  readonly criterion: string;
  readonly person: string;
  readonly mark: number | undefined;
  /** Evidence, or why nothing was observed. */
  readonly words: string;
}

/** How far the marks of one criterion of one sample stand apart. */
export interface Gap {
  readonly sample: string;
  readonly criterion: string;
  readonly min: number;
  readonly max: number;
  readonly spread: number;
}

/** Agreement on one criterion: counts of pairs of marks, and their shares as percent. */
export interface CriterionAgreement {
  readonly criterion: string;
  readonly weight: number;
  /** Pairs of reviewers who both marked the criterion of the same sample. */
  readonly pairs: number;
  readonly exact: number;
  /** At most one level apart. */
  readonly within: number;
  readonly exactPercent: number | undefined;
  readonly withinPercent: number | undefined;
  /** Mean over samples of max − min, where at least two marked. */
  readonly meanSpread: number | undefined;
}

/** Mean difference of a reviewer's marks from the mean of the others' on the same sample and criterion. */
export interface Shift {
  readonly person: string;
  /** Undefined: over all criteria. */
  readonly criterion: string | undefined;
  readonly shift: number | undefined;
  /** Marks that could be compared. */
  readonly n: number;
}

/** What a calibration session shows. Only `view` decides whether marks may be shown. */
export interface CalibrationResult {
  readonly rubric: Rubric | undefined;
  readonly scoresIn: number;
  /** Samples × reviewers. */
  readonly scoresWanted: number;
  /** Who has scored how many samples. */
  readonly progress: readonly { readonly person: string; readonly scored: number }[];
  readonly marks: readonly SampleMark[];
  readonly criteria: readonly CriterionAgreement[];
  /** Widest first; criteria of samples with two marks or more. */
  readonly gaps: readonly Gap[];
  /** Per reviewer: over all criteria first, then by criterion. */
  readonly shifts: readonly Shift[];
}

/** Compares the marks of a session's reviewers, submitted by `now` (epoch in milliseconds). Others' scores are not looked at. */
export function calibration(workspace: Workspace, folder: CalibrationFolder, now: number): CalibrationResult {
  const session = folder.session.value;
  const rubric = rubricOf(workspace, session.rubric);
  const reviewers = session.reviewers.toSorted();
  const samples = [...folder.samples.keys()].sort();
  const scoreOf = (sample: string, person: string) => {
    const score = folder.scores.get(sample)?.get(person)?.value;
    return score && Date.parse(score.submitted) <= now + CLOCK_TOLERANCE ? score : undefined;
  };
  const criteria = rubric?.criteria ?? [];
  const marks: SampleMark[] = samples.flatMap((sample) => criteria.flatMap(({ id }) => reviewers.flatMap((person) => {
    const given = scoreOf(sample, person)?.marks[id];
    return given ? [{ sample, criterion: id, person, mark: given.mark === NOT_OBSERVED ? undefined : given.mark, words: given.evidence ?? given.because ?? '' }] : [];
  })));
  const cells = cellsOf(marks);
  const progress = reviewers.map((person) => ({ person, scored: samples.filter((sample) => scoreOf(sample, person)).length }));
  return {
    rubric, marks, progress,
    scoresIn: progress.reduce((total, { scored }) => total + scored, 0),
    scoresWanted: samples.length * reviewers.length,
    criteria: criteria.map(({ id, weight }) => agreement(id, weight, cells.filter((cell) => cell.criterion === id))),
    gaps: gaps(cells),
    shifts: reviewers.flatMap((person) => [undefined, ...criteria.map(({ id }) => id)].map((criterion) => shift(person, criterion, cells))),
  };
}

/** The marks that were given for one criterion of one sample. */
interface Cell {
  readonly sample: string;
  readonly criterion: string;
  readonly marks: ReadonlyMap<string, number>;
}

function cellsOf(marks: readonly SampleMark[]): Cell[] {
  const groups = Map.groupBy(marks, (mark) => `${mark.sample} ${mark.criterion}`);
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    const given = new Map(group.flatMap(({ person, mark }) => (mark === undefined ? [] : [[person, mark] as const])));
    return first ? [{ sample: first.sample, criterion: first.criterion, marks: given }] : [];
  });
}

function agreement(criterion: string, weight: number, cells: readonly Cell[]): CriterionAgreement {
  let pairs = 0;
  let exact = 0;
  let within = 0;
  for (const { marks } of cells) {
    const values = [...marks.values()];
    values.forEach((a, index) => {
      for (const b of values.slice(index + 1)) {
        pairs += 1;
        if (a === b) exact += 1;
        if (Math.abs(a - b) <= 1) within += 1;
      }
    });
  }
  const percent = (count: number): number | undefined => (pairs === 0 ? undefined : (100 * count) / pairs);
  return { criterion, weight, pairs, exact, within, exactPercent: percent(exact), withinPercent: percent(within), meanSpread: mean(gaps(cells).map((gap) => gap.spread)) };
}

function gaps(cells: readonly Cell[]): Gap[] {
  return cells
    .flatMap(({ sample, criterion, marks }) => {
      if (marks.size < 2) return [];
      const min = Math.min(...marks.values());
      const max = Math.max(...marks.values());
      return [{ sample, criterion, min, max, spread: max - min }];
    })
    .sort((a, b) => b.spread - a.spread);
}

function shift(person: string, criterion: string | undefined, cells: readonly Cell[]): Shift {
  const differences = cells.flatMap((cell) => {
    const own = cell.marks.get(person);
    const others = mean([...cell.marks].filter(([other]) => other !== person).map(([, mark]) => mark));
    return own === undefined || others === undefined || (criterion !== undefined && cell.criterion !== criterion) ? [] : [own - others];
  });
  return { person, criterion, shift: mean(differences), n: differences.length };
}

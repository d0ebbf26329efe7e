import { CLOCK_TOLERANCE } from '../model/clock.ts';
import { NOT_OBSERVED } from '../model/score.ts';
import type { Rubric } from '../model/rubric.ts';
import type { CalibrationFolder, Workspace } from '../model/workspace.ts';
import { agreementOn, type Agreement } from './agreement.ts';
import { cellsOf, gapsOf, type Cell, type Gap, type SampleMark } from './calibration/cells.ts';
import { detailsOn, type CriterionDetails } from './calibration/details.ts';
import { givenWords } from './calibration/given.ts';
import { findingOf, sourcesOf, type Sources } from './calibration/finding.ts';
import { sessionSeverity, type SampleTotal, type SessionSeverity } from './calibration/severity.ts';
import { shiftOf, shiftsMissing, shiftWords, type Shift } from './calibration/shifts.ts';
import { totalAgreement, totalOf, type TotalAgreement } from './calibration/totals.ts';
import { marksOf } from './scores.ts';
import { mean } from './statistics/mean.ts';
import { frozenRubricOf, rubricOf } from './visit.ts';

/** One criterion of a session: how far its marks agree, and how often each was given. */
export interface SessionCriterion extends Agreement {
  readonly criterion: string;
  readonly weight: number;
  /** Mean over samples of max − min, where at least two marked. */
  readonly meanSpread: number | undefined;
  /** By level: how often it was given. */
  readonly given: ReadonlyMap<number, number>;
  readonly notObserved: number;
  readonly details: CriterionDetails;
}

/** The gap whose anchors are in question: the two who stand furthest apart on it. */
export interface Question {
  readonly sample: string;
  readonly criterion: string;
  readonly low: { readonly person: string; readonly mark: number };
  readonly high: { readonly person: string; readonly mark: number };
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
  readonly criteria: readonly SessionCriterion[];
  /** Widest first; criteria of samples with two marks or more. */
  readonly gaps: readonly Gap[];
  /** Per reviewer: over all criteria first, then by criterion. */
  readonly shifts: readonly Shift[];
  /** Why nothing is said of anybody's shift. */
  readonly shiftsMissing: string | undefined;
  readonly shiftSays: string;
  /** How often each mark was given, in a sentence. */
  readonly givenSays: string;
  readonly total: TotalAgreement;
  readonly severity: SessionSeverity;
  readonly sources: Sources;
  /** The finding in the words of a title. */
  readonly title: string;
  readonly question: Question | undefined;
}

/** Compares the marks of a session's reviewers, submitted by `now` (epoch in milliseconds). Others' scores are not looked at. */
export function calibration(workspace: Workspace, folder: CalibrationFolder, now: number): CalibrationResult {
  const session = folder.session.value;
  // A closed session shows the words its version was frozen with: what was changed since is told beside them.
  const rubric = (session.state === 'open' ? rubricOf : frozenRubricOf)(workspace, session.rubric);
  const reviewers = [...new Set(session.reviewers)].sort();
  const samples = [...folder.samples.keys()].sort();
  const scoreOf = (sample: string, person: string) => {
    const score = folder.scores.get(sample)?.get(person)?.value;
    return score && Date.parse(score.submitted) <= now + CLOCK_TOLERANCE ? score : undefined;
  };
  const criteria = rubric?.criteria ?? [];
  const nameOf = (id: string): string => criteria.find((criterion) => criterion.id === id)?.name ?? id;
  const personOf = (id: string): string => workspace.people.get(id)?.value.name.split(' ')[0] ?? id;
  const marks: SampleMark[] = samples.flatMap((sample) => criteria.flatMap(({ id }) => reviewers.flatMap((person) => {
    const score = scoreOf(sample, person);
    const given = score && Object.hasOwn(score.marks, id) ? score.marks[id] : undefined;
    return given ? [{ sample, criterion: id, person, mark: given.mark === NOT_OBSERVED ? undefined : given.mark, words: given.evidence ?? given.because ?? '' }] : [];
  })));
  const cells = cellsOf(marks);
  const progress = reviewers.map((person) => ({ person, scored: samples.filter((sample) => scoreOf(sample, person)).length }));
  const totals: SampleTotal[] = rubric ? samples.flatMap((sample) => reviewers.flatMap((person) => {
    const score = scoreOf(sample, person);
    const total = score && totalOf(rubric, marksOf(score));
    return total === undefined ? [] : [{ sample, person, total }];
  })) : [];
  const judged = criteria.map(({ id, weight }) => judge(id, weight, rubric, cells.filter((cell) => cell.criterion === id), marks, reviewers));
  const gaps = gapsOf(cells, (criterion) => criteria.find(({ id }) => id === criterion)?.weight ?? 0);
  const found = findingOf(judged.map((each) => ({ criterion: each.criterion, name: nameOf(each.criterion), agreement: each })), gaps, workspace.settings.value.scores.disagreement);
  const shifts = reviewers.flatMap((person) => [undefined, ...criteria.map(({ id }) => id)].map((criterion) => shiftOf(person, criterion, cells)));
  return {
    rubric, marks, progress, gaps, shifts,
    scoresIn: progress.reduce((total, { scored }) => total + scored, 0),
    scoresWanted: samples.length * reviewers.length,
    criteria: judged,
    shiftsMissing: shiftsMissing(shifts),
    shiftSays: shiftWords(shifts, nameOf, personOf),
    givenSays: givenWords(judged, nameOf),
    total: totalAgreement(samples.map((sample) => reviewers.map((person) => totals.find((each) => each.sample === sample && each.person === person)?.total))),
    severity: sessionSeverity(totals, reviewers, personOf),
    sources: sourcesOf(cells, nameOf),
    title: found.title,
    question: questionOf(gaps.find((gap) => gap.criterion === found.criterion && gap.spread > 0), cells),
  };
}

function judge(id: string, weight: number, rubric: Rubric | undefined, cells: readonly Cell[], marks: readonly SampleMark[], reviewers: readonly string[]): SessionCriterion {
  const { min, max } = rubric?.scale ?? { min: 1, max: 4 };
  const scale = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const ratings = cells.map((cell) => reviewers.map((person) => cell.marks.get(person)));
  const given = new Map(scale.map((level) => [level, 0]));
  for (const { marks: cell } of cells) for (const mark of cell.values()) given.set(mark, (given.get(mark) ?? 0) + 1);
  const agreement = agreementOn(ratings, scale);
  return {
    ...agreement, criterion: id, weight, given,
    notObserved: marks.filter((mark) => mark.criterion === id && mark.mark === undefined).length,
    meanSpread: mean(gapsOf(cells).map((gap) => gap.spread)),
    details: detailsOn(ratings, scale, reviewers, agreement.missing === undefined),
  };
}

/** The ends of a gap; of several who gave the same mark the first by id. */
function questionOf(gap: Gap | undefined, cells: readonly Cell[]): Question | undefined {
  const cell = gap && cells.find(({ sample, criterion }) => sample === gap.sample && criterion === gap.criterion);
  const who = (mark: number | undefined): string | undefined => [...(cell?.marks ?? [])].find(([, given]) => given === mark)?.[0];
  const [low, high] = [who(gap?.min), who(gap?.max)];
  return gap && low !== undefined && high !== undefined
    ? { sample: gap.sample, criterion: gap.criterion, low: { person: low, mark: gap.min }, high: { person: high, mark: gap.max } }
    : undefined;
}

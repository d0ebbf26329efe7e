import { calibration, type CalibrationResult, type SessionCriterion } from '../../analysis/calibration.ts';
import { sampleLabel, sampleName } from '../../analysis/calibration/label.ts';
import { certification, certificationSays } from '../../analysis/certification.ts';
import { RUBRIC_REFERENCE } from '../../model/person.ts';
import { listed, plural } from '../../model/words.ts';
import type { CalibrationFolder } from '../../model/workspace.ts';
import { orNull, rounded } from '../instants.ts';
import { initialsOf, type Lookup } from '../lookup.ts';
import type { PublishedCalibration } from '../published/calibration.ts';
import { sanitise } from '../text/sanitise.ts';
import { figureOrNull, publishedAgreementOn } from './agreement.ts';
import { anchorChange } from './anchor-change.ts';

type Shown = Pick<PublishedCalibration, 'scored' | 'marks' | 'references' | 'gaps' | 'agreement' | 'total' | 'sources' | 'shifts' | 'shiftSays' | 'shiftsMissing' | 'givenSays' | 'severity' | 'certification' | 'question' | 'change'>;

/** Of an open session nothing but who is in: seeing another's mark would end the independence. */
const HIDDEN: Shown = { scored: null, marks: [], references: [], gaps: [], agreement: [], total: null, sources: null, shifts: [], shiftSays: null, shiftsMissing: null, givenSays: null, severity: null, certification: [], question: null, change: null };

/** The page of one calibration session. */
export function publishedCalibration(id: string, folder: CalibrationFolder, lookup: Lookup): PublishedCalibration {
  const session = folder.session.value;
  const result = calibration(lookup.workspace, folder, lookup.now);
  const hidden = session.state !== 'closed';
  const { rubric } = result;
  const [, rubricId = session.rubric, version = '0'] = RUBRIC_REFERENCE.exec(session.rubric) ?? [];
  const initials = initialsOf(lookup.workspace.people.keys());
  const waiting = result.progress.filter(({ scored }) => scored < folder.samples.size).map(({ person }) => nameOf(person, lookup));
  return {
    id,
    title: session.title ?? id,
    finding: hidden ? whoIsIn(result, folder.samples.size, waiting) : rubric ? result.title : 'The rubric of this session cannot be read',
    next: hidden ? waiting.length > 0 ? `npx hire calibrate score ${id}` : `npx hire calibrate close ${id}` : null,
    rubric: session.rubric,
    rubricId,
    rubricVersion: Number(version),
    rubricTitle: rubric?.title ?? rubricId,
    state: session.state,
    tolerance: session.tolerance,
    reviewers: [...session.reviewers],
    hidden,
    scoresIn: result.scoresIn,
    scoresWanted: result.scoresWanted,
    min: rubric?.scale.min ?? 1,
    max: rubric?.scale.max ?? 4,
    progress: result.progress.map(({ person, scored }) => ({ person, initial: initials.get(person) ?? person.charAt(0).toUpperCase(), scored })),
    samples: [...folder.samples].map(([sample, stored]) => ({ id: sample, label: sampleLabel(sample), title: titleOf(sample, stored.value), text: sanitise(stored.value) })),
    criteria: (rubric?.criteria ?? []).map(({ id: criterion, name, weight, anchors }) => ({
      id: criterion, name, weight, anchors: Object.fromEntries(anchors.map((anchor) => [String(anchor.level), anchor.text])),
    })),
    ...(hidden ? HIDDEN : shown(id, folder, result, { rubricId, version: Number(version) }, lookup)),
  };
}

function shown(id: string, folder: CalibrationFolder, result: CalibrationResult, { rubricId, version }: { rubricId: string; version: number }, lookup: Lookup): Shown {
  const { rubric, total, question } = result;
  const days = [...folder.samples.keys()].flatMap((sample) => result.progress.flatMap(({ person }) => folder.scores.get(sample)?.get(person)?.value.submitted ?? []))
    .map((submitted) => Date.parse(submitted)).filter((at) => at <= lookup.now).sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  return {
    scored: first === undefined || last === undefined ? null : { first: lookup.dayOf(first), last: lookup.dayOf(last) },
    marks: result.marks.map((each) => ({ sample: each.sample, criterion: each.criterion, person: each.person, mark: orNull(each.mark), words: sanitise(each.words) })),
    references: [...folder.references].flatMap(([sample, reference]) => Object.entries(reference.value.marks).map(([criterion, mark]) => ({
      sample, criterion, mark: mark.mark, because: orNull(mark.because),
    }))),
    gaps: result.gaps.map(({ sample, criterion, min, max, spread }) => ({ sample, criterion, min, max, spread })),
    agreement: result.criteria.flatMap((each) => {
      const criterion = rubric?.criteria.find(({ id }) => id === each.criterion);
      return criterion ? [{ ...publishedAgreementOn(each, criterion), ...withDetails(each) }] : [];
    }),
    total: {
      samples: total.samples, reviewers: total.reviewers, missing: orNull(total.missing), preliminary: total.preliminary, one: figureOrNull(total.one), panel: figureOrNull(total.panel), says: total.says,
      details: {
        icc1: figureOrNull(total.details.icc1), icc3: figureOrNull(total.details.icc3),
        kendallW: total.details.kendallW ? { w: rounded(total.details.kendallW.w), p: rounded(total.details.kendallW.p) } : null,
      },
    },
    sources: { levels: result.sources.levels, criteria: [...result.sources.criteria], samples: [...result.sources.samples], says: result.sources.says },
    shifts: result.shifts.map((each) => ({
      person: each.person, criterion: orNull(each.criterion), shift: each.shift === undefined ? null : rounded(each.shift), interval: interval(each.interval), n: each.n, samples: each.samples, says: each.says,
    })),
    shiftSays: result.shiftSays,
    shiftsMissing: orNull(result.shiftsMissing),
    givenSays: result.givenSays,
    severity: {
      missing: orNull(result.severity.missing), says: result.severity.says,
      effects: result.severity.effects.map((each) => ({ person: each.person, effect: rounded(each.effect), interval: [rounded(each.interval[0]), rounded(each.interval[1])], samples: each.samples, told: each.told })),
    },
    certification: certification(folder, rubric, lookup.now).map((each) => {
      const { person, samples, compared, within, certified } = each;
      return { person, samples, compared, within, certified, says: certificationSays(lookup.workspace, id, each, lookup.today) };
    }),
    question: orNull(question),
    change: anchorChange(question, version, rubric?.criteria.find(({ id }) => id === question?.criterion), lookup.workspace.rubrics.get(rubricId), result.marks),
  };
}

function withDetails(each: SessionCriterion): Omit<PublishedCalibration['agreement'][number], keyof ReturnType<typeof publishedAgreementOn>> {
  return {
    meanSpread: each.meanSpread === undefined ? null : rounded(each.meanSpread),
    given: Object.fromEntries([...each.given].map(([level, count]) => [String(level), count])),
    notObserved: each.notObserved,
    details: {
      fleiss: figureOrNull(each.details.fleiss),
      kappas: each.details.kappas.flatMap(({ a, b, samples, kappa }) => {
        const figure = figureOrNull(kappa);
        return figure ? [{ a, b, samples, kappa: figure }] : [];
      }),
    },
  };
}

/** The title while marks are hidden. */
function whoIsIn({ progress }: CalibrationResult, samples: number, waiting: readonly string[]): string {
  if (samples === 0) return 'There is no sample to score yet';
  if (waiting.length === 0) return 'Everybody is in: the session can be closed';
  const done = progress.length - waiting.length;
  return `${done === 0 ? 'Nobody is' : `${done} of ${plural(progress.length, 'reviewer')} ${done === 1 ? 'is' : 'are'}`} in; ${listed(waiting)} ${waiting.length === 1 ? 'is' : 'are'} missing`;
}

function nameOf(person: string, { workspace }: Lookup): string {
  return workspace.people.get(person)?.value.name.split(' ')[0] ?? person;
}

/** The first heading of a sample, or its name. */
function titleOf(sample: string, text: string): string {
  return /^#\s+(.+)$/m.exec(text)?.[1]?.trim() ?? sampleName(sample).replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
}

function interval(found: readonly [number, number] | undefined): [number, number] | null {
  return found ? [rounded(found[0]), rounded(found[1])] : null;
}

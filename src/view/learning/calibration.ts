import { calibration } from '../../analysis/calibration.ts';
import { RUBRIC_REFERENCE } from '../../model/person.ts';
import type { CalibrationFolder } from '../../model/workspace.ts';
import { orNull, rounded } from '../instants.ts';
import type { Lookup } from '../lookup.ts';
import type { PublishedCalibration } from '../published/calibration.ts';
import { plainWords, sanitise } from '../text/sanitise.ts';

/** The page of one calibration session. While it is open only who is in: seeing another's mark would end the independence. */
export function publishedCalibration(id: string, folder: CalibrationFolder, lookup: Lookup): PublishedCalibration {
  const session = folder.session.value;
  const result = calibration(lookup.workspace, folder, lookup.now);
  const hidden = session.state !== 'closed';
  const { rubric } = result;
  return {
    id,
    title: session.title ?? id,
    rubric: session.rubric,
    rubricTitle: rubric?.title ?? RUBRIC_REFERENCE.exec(session.rubric)?.[1] ?? session.rubric,
    state: session.state,
    tolerance: session.tolerance,
    reviewers: [...session.reviewers],
    hidden,
    scoresIn: result.scoresIn,
    scoresWanted: result.scoresWanted,
    min: rubric?.scale.min ?? 1,
    max: rubric?.scale.max ?? 4,
    samples: [...folder.samples].map(([sample, stored]) => ({ id: sample, title: titleOf(sample, stored.value), text: sanitise(stored.value) })),
    criteria: (rubric?.criteria ?? []).map((criterion) => {
      const agreement = hidden ? undefined : result.criteria.find((each) => each.criterion === criterion.id);
      return {
        id: criterion.id,
        name: criterion.name,
        weight: criterion.weight,
        anchors: Object.fromEntries(criterion.anchors.map((anchor) => [String(anchor.level), anchor.text])),
        exact: roundedOrNull(agreement?.exactPercent),
        within: roundedOrNull(agreement?.withinPercent),
        pairs: agreement?.pairs ?? 0,
        spread: roundedOrNull(agreement?.meanSpread),
      };
    }),
    marks: hidden ? [] : result.marks.map((each) => ({ sample: each.sample, criterion: each.criterion, person: each.person, mark: orNull(each.mark), words: plainWords(each.words) })),
    references: hidden ? [] : [...folder.references].flatMap(([sample, reference]) => Object.entries(reference.value.marks).map(([criterion, mark]) => ({
      sample, criterion, mark: mark.mark, because: orNull(mark.because),
    }))),
    shifts: hidden ? [] : result.shifts.map((each) => ({ person: each.person, criterion: orNull(each.criterion), shift: roundedOrNull(each.shift), n: each.n })),
    gaps: hidden ? [] : result.gaps.map((gap) => ({ sample: gap.sample, criterion: gap.criterion, spread: gap.spread })),
  };
}

/** The first heading of a sample, or its name. */
function titleOf(sample: string, text: string): string {
  return /^#\s+(.+)$/m.exec(text)?.[1]?.trim() ?? sample;
}

function roundedOrNull(value: number | undefined): number | null {
  return value === undefined ? null : rounded(value);
}

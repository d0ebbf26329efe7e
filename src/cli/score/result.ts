import { officeOf } from '../../analysis/time/office.ts';
import type { Change } from '../../model/change.ts';
import { NOT_OBSERVED, type SampleScore, type Score } from '../../model/score.ts';
import { asProse, printScore } from '../../text/score.ts';
import { modeline } from '../new-files.ts';
import type { Opened } from '../open.ts';
import { conflictText } from '../screen/results.ts';
import { minutesOf, type Sheet } from './sitting.ts';
import type { Marking } from './task.ts';

/** What a sheet comes to as a file; undefined where exactly this stands in the record already. */
export function changeOf(opened: Opened, task: Marking, sheet: Sheet): Change | undefined {
  const { zone } = officeOf(opened.workspace.calendar);
  const { now } = opened.clock;
  if (sheet.conflict && task.verdict) {
    const path = task.verdict.conflict;
    return { path, before: opened.text(path), after: conflictText(sheet.conflict, zone.dayOf(now)) };
  }
  const score = scoreOf(task, sheet, zone.instantText(now));
  if (task.before && isSame(task, task.before.value, score)) return undefined;
  const { path } = task;
  return { path, before: opened.text(path), after: printScore(score, criteriaOf(task), schemaOf(path, task)) };
}

/** The address in the first line of a score. */
function schemaOf(path: string, { reference, verdict }: Marking): string {
  return modeline(path, `${verdict ? 'score' : 'sample-score'}.${reference}`).replace(/^.*\$schema=/, '');
}

function criteriaOf({ rubric }: Marking): string[] {
  return rubric.criteria.map(({ id }) => id);
}

/** Criteria without a mark are absent, which the checks then say; recommendation and bar are asked for before, and of a sample not at all. */
function scoreOf(task: Marking, sheet: Sheet, submitted: string): Score | SampleScore {
  const minutes = minutesOf(sheet);
  return {
    rubric: task.reference, submitted,
    ...(minutes !== undefined && { minutes }),
    marks: Object.fromEntries(criteriaOf(task).flatMap((id) => {
      const noted = sheet.marks[id];
      if (!noted) return [];
      const words = noted.words.trim() === '' ? undefined : asProse(noted.words);
      return [[id, { mark: noted.mark, ...(words !== undefined && { [noted.mark === NOT_OBSERVED ? 'because' : 'evidence']: words }) }] as const];
    })),
    ...(task.verdict && { recommendation: sheet.recommendation ?? 'no', bar: sheet.bar ?? 'unsure', conflict: 'none' as const }),
    ...(sheet.summary !== undefined && { summary: asProse(sheet.summary) }),
    ...(sheet.because !== undefined && { because: asProse(sheet.because) }),
  };
}

/** Whether two scores say the same, whenever they were submitted and whatever the minutes: a repeated command changes nothing. */
function isSame(task: Marking, a: Score | SampleScore, b: Score | SampleScore): boolean {
  const plain = (score: Score | SampleScore): string => printScore({ ...score, submitted: '', minutes: undefined }, criteriaOf(task));
  return plain(a) === plain(b);
}

import { CLOCK_TOLERANCE } from '../model/clock.ts';
import type { Rubric } from '../model/rubric.ts';
import { NOT_OBSERVED } from '../model/score.ts';
import { listed, plural } from '../model/words.ts';
import type { CalibrationFolder, Workspace } from '../model/workspace.ts';
import { trainedNote } from './calibrated.ts';

/** A mark that stands further from its reference than the session tolerates, or is not there. */
export interface OutsideMark {
  readonly sample: string;
  readonly criterion: string;
  /** Undefined: not observed, or not marked. */
  readonly mark: number | undefined;
  readonly reference: number;
}

/** Whether one reviewer marks the session's reference samples as they should be marked. */
export interface Certification {
  readonly person: string;
  /** Reference samples that the person scored. */
  readonly samples: number;
  /** Marks that have a reference. */
  readonly compared: number;
  /** Of these, how many stand at most `tolerance` levels away. */
  readonly within: number;
  readonly outside: readonly OutsideMark[];
  /** Every reference sample scored, and every mark within the tolerance. */
  readonly certified: boolean;
  /** One sentence; of an open session there is none, since it would tell marks. */
  readonly says: string;
}

/**
 * Certification for the session's rubric version (METHODS.md, Agreement): the marks that each reviewer submitted by `now` (epoch in
 * milliseconds) against the reference marks. A reference counts for criteria of the rubric alone; where the rubric cannot be read, for all
 * it names. “Not observed” where the reference has a mark stands outside: what should be seen was not.
 * @returns one entry per reviewer of the session, by id; nothing while the session is open
 */
export function certification(folder: CalibrationFolder, rubric: Rubric | undefined, now: number): readonly Certification[] {
  const { state, reviewers, tolerance, rubric: reference } = folder.session.value;
  if (state !== 'closed') return [];
  const known = rubric && new Set(rubric.criteria.map(({ id }) => id));
  const references = [...folder.references].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([sample, { value }]) => {
    const marks = Object.entries(value.marks).filter(([criterion]) => known?.has(criterion) !== false);
    return folder.samples.has(sample) && marks.length > 0 ? [{ sample, marks }] : [];
  });
  return [...new Set(reviewers)].sort().map((person) => {
    const scored = references.flatMap(({ sample, marks }) => {
      const score = folder.scores.get(sample)?.get(person)?.value;
      return score && score.rubric === reference && Date.parse(score.submitted) <= now + CLOCK_TOLERANCE ? [{ sample, marks, given: score.marks }] : [];
    });
    const compared = scored.flatMap(({ sample, marks, given }) => marks.map(([criterion, { mark: wanted }]): OutsideMark => {
      const mark = Object.hasOwn(given, criterion) ? given[criterion]?.mark : undefined;
      return { sample, criterion, mark: mark === NOT_OBSERVED ? undefined : mark, reference: wanted };
    }));
    const outside = compared.filter(({ mark, reference: wanted }) => mark === undefined || Math.abs(mark - wanted) > tolerance);
    const found = { person, samples: scored.length, compared: compared.length, within: compared.length - outside.length, outside };
    const certified = references.length > 0 && scored.length === references.length && outside.length === 0;
    return { ...found, certified, says: sentence(found, { certified, of: references.length, tolerance, reference }) };
  });
}

/**
 * One sentence in which what the file of the person notes and what the reference marks of this session say do not contradict each other. A
 * note stays what it is: it is a person's word, and may be older than the reference marks.
 * @param session name of the session the certification is of
 */
export function certificationSays(workspace: Workspace, session: string, { person, certified, outside, says }: Certification, today: string): string {
  const folder = workspace.calibrations.get(session);
  const note = trainedNote(workspace, person, folder?.session.value.rubric, today);
  if (!note) return says;
  const since = `Calibrated since ${note.on}${note.by === undefined ? '' : ` by ${note.by}`}`;
  if (certified) return `${says} ${since}.`;
  const samples = [...folder?.references ?? []].filter(([sample]) => folder?.samples.has(sample) === true);
  if (samples.length === 0) return note.by === undefined || note.by === session ? `${since}, noted by hand: no sample of this session has reference marks.` : `${since}; no sample of this session has reference marks.`;
  if (outside.length === 0) return `${since}; against the reference marks of this session: ${says}`;
  const named = outside.slice(0, 3).map(({ sample, criterion }) => `${criterion} of ${sample}`);
  const more = outside.length - named.length;
  return `${since}; against the reference marks of this session, ${listed(more > 0 ? [...named, plural(more, 'other')] : named)} ${outside.length === 1 ? 'lies' : 'lie'} outside.`;
}

interface Surroundings {
  readonly certified: boolean;
  readonly of: number;
  readonly tolerance: number;
  readonly reference: string;
}

function sentence({ samples, compared, within, outside }: Omit<Certification, 'certified' | 'says'>, { certified, of, tolerance, reference }: Surroundings): string {
  const distance = tolerance === 0 ? 'equal to the reference' : `within ${plural(tolerance, 'level')} of the reference`;
  if (of === 0) return 'No sample of the session has reference marks, so it certifies nobody.';
  if (samples < of) return of === 1 ? 'The reference sample is not scored.' : `${samples} of ${of} reference samples ${samples === 1 ? 'is' : 'are'} scored; certification needs all.`;
  if (certified) return `${compared === 1 ? 'The one mark is' : `All ${String(compared)} marks are`} ${distance} on ${plural(samples, 'sample')}: certified for ${reference}.`;
  const named = outside.slice(0, 3).map(({ sample, criterion }) => `${criterion} of ${sample}`);
  const more = outside.length - named.length;
  return `${within} of ${plural(compared, 'mark')} ${within === 1 ? 'is' : 'are'} ${distance}; not ${listed(more > 0 ? [...named, plural(more, 'other')] : named)}.`;
}

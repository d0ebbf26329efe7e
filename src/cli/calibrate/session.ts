import { CLOCK_TOLERANCE } from '../../model/clock.ts';
import { isSampleToWrite, SAMPLE_TO_WRITE } from '../../model/calibration.ts';
import { listed } from '../../model/words.ts';
import type { CalibrationFolder } from '../../model/workspace.ts';
import { oneOfThese } from '../ask.ts';
import { Mistake } from '../command.ts';
import type { Opened } from '../open.ts';

/** A calibration session by its name. */
export interface Named {
  readonly id: string;
  readonly folder: CalibrationFolder;
}

/**
 * The session that a word names; without a word the only one that is open.
 * @throws Mistake when there is none, or more than one could be meant
 */
export function sessionOf({ workspace }: Opened, word: string | undefined, verb: string): Named {
  const all = workspace.calibrations;
  const open = [...all].filter(([, { session }]) => session.value.state === 'open').map(([id]) => id);
  if (word === undefined && open.length !== 1) {
    throw new Mistake(open.length === 0 ? `hire calibrate ${verb} takes a session.${all.size === 0 ? ' There is none yet: hire calibrate new' : ` There are: ${[...all.keys()].join(', ')}.`}` : `Which session? ${listed(open)} are open: hire calibrate ${verb} ${open[0] ?? ''}`);
  }
  const id = word ?? open[0] ?? '';
  const folder = all.get(id);
  if (folder) return { id, folder };
  const path = `content/calibrations/${id}/session.yml`;
  if (workspace.broken.has(path)) throw new Mistake(`${path} cannot be read; “hire check” says what is wrong.`);
  throw new Mistake(oneOfThese('calibration session', all.keys())(id) ?? `There is no calibration session “${id}”.`);
}

/** Refuses what nobody could mean: a mark, or a comparison, of the text that says what a sample is. @throws Mistake naming the file */
export function mustBeWritten({ folder }: Named, sample?: string): void {
  const [first] = [...folder.samples].filter(([id, { value }]) => (sample === undefined || id === sample) && isSampleToWrite(value));
  if (first) throw new Mistake(`${first[1].path} still says “${SAMPLE_TO_WRITE} …”: nobody wrote the sample. Write the work into it${folder.samples.size > 1 ? ', or remove the file' : ''}.`);
}

/** Where the score of a sample lies. */
export function sampleScorePath(session: string, sample: string, person: string): string {
  return `content/calibrations/${session}/scores/${sample}/${person}.yml`;
}

/** Which samples one reviewer of a session has scored, and which not. */
export interface Turnout {
  readonly person: string;
  readonly scored: readonly string[];
  readonly missing: readonly string[];
}

/** Who is in for which samples at `now` (epoch in milliseconds), in the order of the session. Nothing of a mark. */
export function turnoutOf({ session, samples, scores }: CalibrationFolder, now: number): Turnout[] {
  return session.value.reviewers.map((person) => {
    const isIn = (sample: string): boolean => Date.parse(scores.get(sample)?.get(person)?.value.submitted ?? '') <= now + CLOCK_TOLERANCE;
    const all = [...samples.keys()];
    return { person, scored: all.filter(isIn), missing: all.filter((sample) => !isIn(sample)) };
  });
}

/** "bob lacks sample-a; chen lacks 3 samples"; empty when everybody is in. */
export function lackWords(turnout: readonly Turnout[]): string {
  return turnout.filter(({ missing }) => missing.length > 0).map(({ person, missing }) => `${person} lacks ${missing.length > 2 ? `${String(missing.length)} samples` : listed(missing)}`).join('; ');
}

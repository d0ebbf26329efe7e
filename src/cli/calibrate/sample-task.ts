import { officeOf } from '../../analysis/time/office.ts';
import { rubricOf } from '../../analysis/visit.ts';
import { listed } from '../../model/words.ts';
import { oneOfThese } from '../ask.ts';
import { Mistake } from '../command.ts';
import type { Opened } from '../open.ts';
import { reflowed, wrapped } from '../screen/lines.ts';
import { dayWords } from '../screen/pile.ts';
import { sampleDraft } from '../score/draft.ts';
import { EMPTY_SHEET, sheetFrom } from '../score/sitting.ts';
import type { Marking } from '../score/task.ts';
import { mustBeWritten, sampleScorePath, sessionOf, turnoutOf, type Named } from './session.ts';

/** A sample and its session. */
export interface Chosen extends Named {
  readonly sample: string;
}

/**
 * The sample that `<session>[/<sample>]` names; otherwise the first that waits for the person.
 * @throws Mistake when nothing waits, or there is no such sample
 */
export function sampleFor(opened: Opened, word: string | undefined, by: string): Chosen {
  const [session, sample, ...more] = word?.split('/') ?? [];
  if (more.length > 0) throw new Mistake(`“${word ?? ''}” names no sample; it is <session>/<sample>.`);
  if (session === undefined) {
    const waiting = [...opened.workspace.calibrations].filter(([, { session: { value } }]) => value.state === 'open' && value.reviewers.includes(by))
      .flatMap(([id, folder]) => (turnoutOf(folder, opened.clock.now).find(({ person }) => person === by)?.missing ?? []).map((each) => ({ id, folder, sample: each })));
    if (!waiting[0]) throw new Mistake(nothingWaits(opened, by));
    return waiting[0];
  }
  const named = sessionOf(opened, session, 'score');
  mayScore(named, by);
  const wrong = sample === undefined ? undefined : oneOfThese(`sample of ${named.id}`, named.folder.samples.keys())(sample);
  if (wrong !== undefined) throw new Mistake(wrong);
  if (sample !== undefined) return { ...named, sample };
  const [first] = turnoutOf(named.folder, opened.clock.now).find(({ person }) => person === by)?.missing ?? [];
  const [any] = named.folder.samples.keys();
  const only = named.folder.samples.size === 1 ? any : undefined;
  if (first !== undefined || only !== undefined) return { ...named, sample: first ?? only ?? '' };
  throw new Mistake(any === undefined ? `“${named.id}” has no samples.` : `You have scored every sample of ${named.id}. To look at one again while it is open: hire calibrate score ${named.id}/${any}`);
}

/** Nobody is left to wonder whether they are done or were not asked. */
function nothingWaits({ workspace }: Opened, by: string): string {
  const open = [...workspace.calibrations].filter(([, { session: { value } }]) => value.state === 'open');
  if (open.length === 0) return `No calibration sample waits for ${by}: no session is open.`;
  const own = open.filter(([, { session: { value } }]) => value.reviewers.includes(by)).map(([id]) => id);
  if (own.length > 0) return `No calibration sample waits for ${by}: every sample of ${listed(own)} is scored.`;
  return `No calibration sample waits for ${by}, who is no reviewer of an open session: ${open.map(([id, { session: { value } }]) => `${id} (${listed(value.reviewers)})`).join('; ')}.`;
}

/** Samples are scored by who was asked, and only while nobody sees the others' marks. @throws Mistake */
function mayScore({ id, folder: { session: { value, path } } }: Named, by: string): void {
  if (!value.reviewers.includes(by)) throw new Mistake(`“${by}” is no reviewer of ${id} (${listed(value.reviewers)}). A process owner adds them to reviewers: in ${path}.`);
  if (value.state === 'closed') throw new Mistake(`${id} is closed: its marks are open, so a score given now would not be independent. “hire calibrate report ${id}” shows it.`);
}

/**
 * What there is to mark: the sample, and neither another's marks nor what it should get.
 * @throws Mistake when the person gives no score here, and when the rubric or an earlier file cannot be read
 */
export function sampleTask(opened: Opened, { id, folder, sample }: Chosen, by: string): Marking {
  const { workspace } = opened;
  mayScore({ id, folder }, by);
  mustBeWritten({ id, folder }, sample);
  const { title, rubric: reference } = folder.session.value;
  const rubric = rubricOf(workspace, reference);
  if (!rubric) throw new Mistake(`The text of ${reference} is missing or broken; “hire check” says what is wrong.`);
  const path = sampleScorePath(id, sample, by);
  const before = folder.scores.get(sample)?.get(by);
  if (!before && workspace.broken.has(path)) throw new Mistake(`${path} is there already, and it is no finished score. Finish it by hand (“hire check” says what is missing), or remove it and say this again.`);
  const samples = [...folder.samples.keys()];
  const { zone } = officeOf(workspace.calendar);
  return {
    title: sample, stage: title ?? id, by, reference, rubric, evidenceMin: workspace.settings.value.scores.evidence_min,
    due: samples.length === 1 ? 'The only sample' : `Sample ${samples.indexOf(sample) + 1} of ${samples.length}`,
    notes: [before
      ? `You scored this on ${dayWords(zone.dayOf(Date.parse(before.value.submitted)))}. While the session is open you may still change it; what you write replaces it.`
      : 'Everybody marks the same work alone; marks are shown once everybody is in and the session is closed.'],
    reading: (width) => wrapped(reflowed(folder.samples.get(sample)?.value ?? ''), width).map((text) => ({ text })),
    path, draft: sampleDraft({ session: id, sample, by }), first: before ? sheetFrom(before.value) : EMPTY_SHEET, before, amends: false, verdict: undefined,
    about: `${sample} of ${id}`, command: `hire calibrate score ${id}/${sample}`,
  };
}

import type { CandidateFacts, Due, VisitFacts } from '../../analysis/facts.ts';
import { isRefusedUncalibrated, trainedOn } from '../../analysis/calibrated.ts';
import { businessDaysLate, dueAt, officeOf } from '../../analysis/time/office.ts';
import type { Rubric } from '../../model/rubric.ts';
import { stageTitle } from '../../model/stages.ts';
import type { SampleScore, Score } from '../../model/score.ts';
import type { Stored, StoredScore } from '../../model/workspace.ts';
import { listed, plural } from '../../model/words.ts';
import { whereWords } from '../../moves/where.ts';
import { oneOfThese } from '../ask.ts';
import { Mistake } from '../command.ts';
import type { Opened } from '../open.ts';
import { dayWords } from '../screen/pile.ts';
import type { BodyLine } from '../screen/frame.ts';
import { draftPath } from './draft.ts';
import { readingLines } from './reading.ts';
import { EMPTY_SHEET, sheetFrom, type Sheet } from './sitting.ts';

/** Something that one person is to mark, criterion by criterion: a visit, or a calibration sample. Nothing in it tells whose work it is. */
export interface Marking {
  /** The pseudonym, or the sample. */
  readonly title: string;
  /** The stage, or the session. */
  readonly stage: string;
  readonly by: string;
  /** Rubric and version, and the rubric itself. */
  readonly reference: string;
  readonly rubric: Rubric;
  readonly evidenceMin: number;
  /** "Due Mon 23 Nov, in 1 business day" */
  readonly due: string;
  /** What the person should know before they begin. */
  readonly notes: readonly string[];
  /** What was handed in, and what was asked for. */
  readonly reading: (width: number) => readonly BodyLine[];
  /** The file that is to be written, and where its draft lies. */
  readonly path: string;
  readonly draft: string;
  /** What it begins with: nothing, or the score as it stands. */
  readonly first: Sheet;
  /** The score as it stands, if there is one. */
  readonly before: Stored<Score | SampleScore> | undefined;
  /** What is scored, for a commit: "teal-otter-7f, small-task". */
  readonly about: string;
  /** The command that goes on with it. */
  readonly command: string;
  /** Whether it stands beside an earlier score and has to say why. */
  readonly amends: boolean;
  /** What is asked besides marks; a sample has neither question nor conflict. */
  readonly verdict: { /** the pipeline’s question */ readonly bar: string; /** where a conflict is declared */ readonly conflict: string } | undefined;
}

/** One score of a visit. */
export interface Task extends Marking {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  /** Folder of the application. */
  readonly folder: string;
  /** Of the person’s score of this visit, the version that holds so far. */
  readonly before: StoredScore | undefined;
  readonly verdict: NonNullable<Marking['verdict']>;
}

/** The visit that `--visit` names; otherwise the one that waits for this person, otherwise the last that is scored. @throws Mistake */
export function visitToScore(facts: CandidateFacts, by: string, wanted: string | undefined): VisitFacts {
  const scored = facts.visits.filter((visit) => visit.panel !== undefined);
  const wrong = wanted === undefined ? undefined : oneOfThese(`scored visit of ${facts.id}`, scored.map(({ name }) => name))(wanted);
  if (wrong !== undefined) throw new Mistake(`--visit: ${wrong}`);
  const asked = scored.findLast(({ panel }) => panel?.missing.some(({ person }) => person === by));
  const visit = wanted === undefined ? (asked ?? scored.at(-1)) : scored.find(({ name }) => name === wanted);
  if (!visit) throw new Mistake(`“${facts.id}” has not been in any stage that is scored.`);
  return visit;
}

/**
 * What there is to score.
 * @throws Mistake when the person gives no score here: a conflict, a release, nobody asked them; and when the rubric or an earlier file cannot be read
 */
export function taskOf(opened: Opened, facts: CandidateFacts, visit: VisitFacts, by: string): Task {
  const { workspace, clock } = opened;
  const { folder, role } = facts;
  const office = officeOf(workspace.calendar);
  mayScore(opened, facts, visit, by);
  const reference = visit.panel?.reference;
  if (reference === undefined || !visit.rubric) throw new Mistake(`The text of ${reference ?? `the rubric of “${visit.stage}”`} is missing or broken; “hire check” says what is wrong.`);
  const own = (folder.scores.get(visit.name) ?? []).filter(({ person }) => person === by).toSorted((a, b) => a.amendment - b.amendment);
  const before = own.at(-1);
  const broken = [...workspace.broken, ...folder.sealed].find((path) => path === scorePath(folder.path, visit.name, by, (before?.amendment ?? 0) + 1));
  if (broken !== undefined) throw new Mistake(`${broken} is there already, and it is no finished score. Finish it by hand (“hire check” says what is missing), or remove it and say this again.`);
  const pipeline = workspace.pipelines.get(workspace.roles.get(role)?.value.pipeline ?? '')?.value;
  const stage = pipeline?.stages.find(({ id }) => id === visit.stage);
  const place = visit.panel?.asked.find(({ person, released }) => person === by && released === undefined);
  const due = place?.due === undefined ? visit.reply?.due : dueAt(office, place.due);
  const today = office.zone.dayOf(clock.now);
  const trained = trainedOn(workspace, by, reference, today);
  // Said before the work and not by the checks after it.
  if (place?.shadow !== true && isRefusedUncalibrated(workspace, by, reference, today)) throw new Mistake(`Nobody noted that you are calibrated for ${reference}, and the settings ask for it (scores.uncalibrated: refuse). “hire queue” shows the way there; as a shadow you may score it now: hire assign ${facts.id} --shadow ${by}`);
  const day = (epoch: number): string => dayWords(office.zone.dayOf(epoch));
  return {
    role, candidate: facts.id, visit: visit.name, title: facts.id, about: `${facts.id}, ${visit.name}`, command: `hire score ${facts.id}`, stage: stageTitle(stage ?? { id: visit.stage, title: undefined }), by, reference, rubric: visit.rubric,
    verdict: { bar: (pipeline?.bar ?? 'The pipeline’s question.').replace(/\s+/g, ' ').trim(), conflict: `${folder.path}/conflicts/${by}.yml` }, evidenceMin: workspace.settings.value.scores.evidence_min,
    path: scorePath(folder.path, visit.name, by, (before?.amendment ?? 0) + 1), draft: draftPath({ role, candidate: facts.id, visit: visit.name, by }),
    first: before ? sheetFrom(before.value) : EMPTY_SHEET, amends: before !== undefined,
    due: before ? `You scored it on ${day(Date.parse(before.value.submitted))}` : dueWords(opened, due), folder: folder.path, before,
    notes: [
      ...(before ? [`You scored this on ${day(Date.parse(before.value.submitted))}. That stays as it is; what you change becomes an amendment, which says why.`] : []),
      ...(visit.leftAt === undefined ? [] : [`This stage ended on ${day(visit.leftAt)} (${visit.how ?? 'left'}): a score given now is kept and shown as late, and counts in nothing.`]),
      ...(visit.leftAt === undefined && visit.phase !== 'ours' ? [`As far as the record says there is nothing to score yet: ${whereWords(office, facts)}.`] : []),
      ...(place?.shadow === true ? ['You score as a shadow: it is kept and shown, and not counted.'] : []),
      ...(trained === undefined && workspace.settings.value.scores.uncalibrated !== 'ignore' ? [`Nobody noted that you were trained on ${reference}.`] : []),
    ],
    reading: (width) => readingLines(workspace, facts, visit, stage, width),
  };
}

/** Where a score lies: `<person>.yml`, an amendment `<person>.2.yml`. */
export function scorePath(folder: string, visit: string, person: string, amendment: number): string {
  return `${folder}/scores/${visit}/${person}${amendment === 1 ? '' : `.${amendment}`}.yml`;
}

function mayScore({ workspace }: Opened, { id, role, manager, folder }: CandidateFacts, visit: VisitFacts, by: string): void {
  if (workspace.settings.value.scores.sealed) throw new Mistake('The settings seal scores (scores.sealed), and hire score writes them in the open. Nothing was asked.');
  const conflict = folder.conflicts.get(by)?.value;
  if (conflict) throw new Mistake(`“${by}” declared a conflict of interest with ${id} on ${conflict.declared}; somebody else scores.`);
  const asks = manager === undefined ? '' : ` ${manager}, who manages ${role}, asks with: hire assign ${id} --person ${by}`;
  if (visit.panel?.named === true) {
    const places = visit.panel.asked.filter(({ person }) => person === by);
    if (places.some(({ released }) => released === undefined)) return;
    const released = places.at(-1);
    if (released) throw new Mistake(`“${by}” was released from ${visit.name} on ${released.released ?? ''}${released.reason === undefined ? '' : ` (${released.reason})`}.${asks}`);
    throw new Mistake(`“${by}” was not asked to score ${visit.name} of ${id}: ${listed(visit.panel.asked.filter((each) => each.released === undefined).map(({ person }) => person)) || 'nobody'} ${visit.panel.asked.length === 1 ? 'was' : 'were'}.${asks}`);
  }
  const pool = workspace.roles.get(role)?.value.panel ?? [];
  if (pool.length > 0 && !pool.includes(by)) throw new Mistake(`“${by}” is not on the panel of ${role}: ${listed(pool)}. A score of theirs would not count.${asks}`);
  if (workspace.people.get(by)?.value.roles.includes('reviewer') !== true) throw new Mistake(`“${by}” is no reviewer, as content/people/${by}.yml has it.${asks}`);
}

function dueWords({ workspace, clock }: Opened, due: Due | undefined): string {
  if (!due) return '';
  const office = officeOf(workspace.calendar);
  const late = businessDaysLate(office, due, clock.now);
  if (late > 0) return `Was due ${dayWords(due.day)}: ${plural(late, 'business day')} late`;
  const today = office.zone.dayOf(clock.now);
  const days = office.business.between(today, due.day);
  return `Due ${dayWords(due.day)}, ${due.day === today ? 'today' : days === 0 ? 'the next business day' : `in ${plural(days, 'business day')}`}`;
}

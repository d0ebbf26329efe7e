import { CLOCK_TOLERANCE } from '../model/clock.ts';
import { stagesOf } from '../model/stages.ts';
import { plural } from '../model/words.ts';
import type { CalibrationFolder, Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import { isRefusedUncalibrated, trainedNote, trainedOn } from './calibrated.ts';
import { certification, certificationSays } from './certification.ts';
import { stageTerms } from './stage-terms.ts';
import { usageOf } from './training-usage.ts';
import { frozenRubricOf, rubricOf } from './visit.ts';

/** Read the rubric and its anchors, score beside those who count, be calibrated. */
export type TrainingStep = 'read' | 'shadow' | 'calibrated';

/** Where a reviewer stands with one version of a rubric. */
export interface Training {
  /** Rubric and version. */
  readonly rubric: string;
  readonly step: TrainingStep;
  /** One sentence: what was done, and what is missing. */
  readonly says: string;
  /** The command that leads on; empty for who is calibrated. */
  readonly next: string;
}

/**
 * Where a reviewer stands with every rubric version they are or may be asked to score with: of openings whose panel they are on, of visits
 * they were asked for, of open calibrations. Nothing has to be noted for it: who has not scored with a version reads, who has given scores
 * practises, and who is noted as trained is calibrated.
 * @returns by rubric and version; empty for who does not review, or has left
 */
export function trainingPath(workspace: Workspace, facts: WorkspaceFacts, person: string): readonly Training[] {
  const who = workspace.people.get(person)?.value;
  if (!who?.roles.includes('reviewer') || (who.active.until !== undefined && who.active.until < facts.today)) return [];
  return [...referencesOf(workspace, facts, person)].sort().map((reference) => standing(workspace, facts, person, reference));
}

function referencesOf(workspace: Workspace, facts: WorkspaceFacts, person: string): Set<string> {
  const wanted = new Set<string>(usageOf(facts).asked.get(person)?.keys());
  for (const [id, { value: role }] of workspace.roles) {
    const state = role.states.findLast(({ on }) => on <= facts.today)?.is;
    const pipeline = workspace.pipelines.get(role.pipeline)?.value;
    if (state === undefined || state === 'closed' || !pipeline || (role.panel.length > 0 && !role.panel.includes(person))) continue;
    for (const stage of stagesOf(pipeline, role.with)) {
      if (stage.retired !== undefined && stage.retired <= facts.today) continue;
      const { rubric } = stageTerms(workspace, stage, id);
      const version = Math.max(0, ...workspace.rubrics.get(rubric ?? '')?.versions.keys() ?? []);
      if (rubric !== undefined && version > 0) wanted.add(`${rubric}@${version}`);
    }
  }
  for (const { session } of workspace.calibrations.values()) if (session.value.state === 'open' && session.value.reviewers.includes(person)) wanted.add(session.value.rubric);
  return wanted;
}

function standing(workspace: Workspace, facts: WorkspaceFacts, person: string, rubric: string): Training {
  const note = trainedNote(workspace, person, rubric, facts.today);
  if (note) return { rubric, step: 'calibrated', says: notedSays(workspace, facts, { person, rubric, ...note }), next: '' };
  const given = usageOf(facts).given.get(person)?.get(rubric) ?? { all: 0, shadow: 0 };
  const sessions = [...workspace.calibrations].filter(([, { session }]) => session.value.rubric === rubric && session.value.reviewers.includes(person));
  const samples = sessions.reduce((sum, [, folder]) => sum + scoredSamples(folder, person, facts.now).length, 0);
  const done = [
    ...(given.shadow > 0 ? [plural(given.shadow, 'score as a shadow', 'scores as a shadow')] : []),
    ...(given.all > given.shadow ? [plural(given.all - given.shadow, 'score')] : []),
    ...(samples > 0 ? [plural(samples, 'calibration sample')] : []),
  ].join(' and ');
  const step = done === '' ? 'read' : 'shadow';
  const so = done === '' ? `Nothing scored with ${rubric} yet: read ${anchorsOf(workspace, rubric)}` : `${done} with ${rubric}`;
  const [open, folder] = sessions.findLast(([, { session }]) => session.value.state === 'open') ?? [];
  if (open !== undefined && folder) {
    const left = folder.samples.size - scoredSamples(folder, person, facts.now).length;
    return left > 0
      ? { rubric, step, says: `${so}; ${plural(left, 'sample')} of the calibration ${open} ${left === 1 ? 'waits' : 'wait'}.`, next: `hire calibrate score ${open}` }
      : { rubric, step, says: `${so}; the calibration ${open} waits for the others.`, next: `hire calibrate status ${open}` };
  }
  const [passed] = sessions.findLast(([, each]) => certification(each, rubricOf(workspace, rubric), facts.now).some((one) => one.person === person && one.certified)) ?? [];
  if (passed !== undefined) return { rubric, step, says: `${so}; the calibration ${passed} certifies it, and nobody has noted it yet.`, next: `hire calibrate certify ${passed}` };
  if (done === '') {
    const asked = usageOf(facts).asked.get(person)?.get(rubric);
    if (asked && (asked.shadow || !isRefusedUncalibrated(workspace, person, rubric, facts.today))) return { rubric, step, says: `${so}, then score what you were asked for.`, next: `hire score ${asked.candidate}` };
    const beside = shadowable(facts, person, rubric);
    if (beside !== undefined) return { rubric, step, says: `${so}, then score one as a shadow.`, next: `hire assign ${beside} --shadow ${person}` };
  }
  return { rubric, step, says: `${so}${done === '' ? ', and be calibrated.' : '; a calibration is what is missing.'}`, next: beginning(workspace, facts, person, rubric) };
}

/** The note, and where the session it names says something else or cannot say anything, that too. */
function notedSays(workspace: Workspace, { now, today }: WorkspaceFacts, { person, rubric, on, by }: { readonly person: string; readonly rubric: string; readonly on: string; readonly by?: string | undefined }): string {
  const folder = by === undefined ? undefined : workspace.calibrations.get(by);
  const found = folder && certification(folder, rubricOf(workspace, rubric), now).find((each) => each.person === person);
  const plain = `Calibrated for ${rubric} since ${on}.`;
  return found === undefined || by === undefined || found.certified || folder?.session.value.rubric !== rubric ? plain : certificationSays(workspace, by, found, today).replace('this session', 'that session');
}

/** Samples that the person has scored by now. */
function scoredSamples({ samples, scores }: CalibrationFolder, person: string, now: number): string[] {
  return [...samples.keys()].filter((sample) => {
    const given = scores.get(sample)?.get(person)?.value.submitted;
    return given !== undefined && Date.parse(given) <= now + CLOCK_TOLERANCE;
  });
}

/** The file with the words that hold now; the frozen copy where both say the same. */
function anchorsOf(workspace: Workspace, reference: string): string {
  const [rubric = '', version = ''] = reference.split('@');
  const words = (read: typeof rubricOf): string => JSON.stringify(read(workspace, reference)?.criteria);
  return words(rubricOf) !== words(frozenRubricOf) ? `rubrics/${rubric}.md` : `rubrics/versions/${rubric}/${version}.md`;
}

/** A session with somebody who knows the version already, where there is one. */
function beginning(workspace: Workspace, { today }: WorkspaceFacts, person: string, reference: string): string {
  const others = [...workspace.people].filter(([id, { value }]) => id !== person && value.roles.includes('reviewer') && value.active.from <= today && (value.active.until === undefined || value.active.until >= today));
  const [other] = others.find(([id]) => trainedOn(workspace, id, reference, today) !== undefined) ?? others[0] ?? [];
  const name = `${today.slice(0, 7)}-${reference.split('@')[0] ?? ''}`;
  const taken = workspace.calibrations;
  const free = [name, ...Array.from({ length: 9 }, (_, index) => `${name}-${index + 2}`)].find((each) => !taken.has(each)) ?? name;
  return `hire calibrate new ${free} --rubric ${reference} --reviewers ${other === undefined ? person : `${other},${person}`}`;
}

/** Somebody's visit that waits for scores with that version, beside whose panel one more may sit. */
function shadowable(facts: WorkspaceFacts, person: string, reference: string): string | undefined {
  const waiting = usageOf(facts).waiting.get(reference) ?? [];
  return waiting.find(({ candidate, visit }) => !candidate.folder.conflicts.has(person) && !visit.scores.some((score) => score.person === person)
    && !visit.panel?.asked.some((place) => place.person === person))?.candidate.id;
}

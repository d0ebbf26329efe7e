import { agreementLive } from '../../analysis/agreement-live.ts';
import { workspaceFacts } from '../../analysis/candidate.ts';
import { health } from '../../analysis/health/health.ts';
import { load } from '../../analysis/load.ts';
import { reviewers } from '../../analysis/reviewers/reviewers.ts';
import { severity } from '../../analysis/severity.ts';
import { crossedEffects } from '../../analysis/statistics/crossed-effects.ts';
import { officeOf } from '../../analysis/time/office.ts';
import { validity } from '../../analysis/validity.ts';
import type { Files } from '../../model/files.ts';
import { folderFiles } from '../../store/folder.ts';
import { loadWorkspace } from '../../store/load.ts';
import { publishedFunnel } from '../../view/funnel.ts';
import { publishedCalibration } from '../../view/learning/calibration.ts';
import { fairnessFiles } from '../../view/learning/fairness.ts';
import type { Lookup } from '../../view/lookup.ts';
import { publishedRole } from '../../view/role.ts';
import type { GeneratedFile } from './candidates.ts';
import { fairnessCounts, learnedCandidate } from './hires.ts';
import { isProcess, roleOf, roleFileOf } from './repository.ts';
import type { Say } from './today.ts';

const NOW = Date.parse('2026-11-22T12:00Z');
/** A company of the size that its severity is asked of: two marks on each piece of work. */
const REVIEWERS = 200;
const MARKS = 20_000;

/** How long every figure takes over so many candidates, in one process that has not computed any before; reading the files apart. */
export async function measureNumbers(engine: string, candidates: number, say: Say): Promise<void> {
  const { workspace } = await loadWorkspace(await generatedFiles(engine, candidates));
  const [facts, factsTook] = timed(() => workspaceFacts(workspace, NOW));
  const many = candidates.toLocaleString('en');
  say(`what follows from the record, ${many} candidates`, seconds(factsTook), '');
  const zone = officeOf(workspace.calendar).zone;
  const lookup: Lookup = { workspace, now: NOW, today: facts.today, dayOf: (epoch) => zone.dayOf(epoch), facts };
  const parts: readonly (readonly [what: string, compute: () => unknown])[] = [
    ['funnel and time in stage, by role', () => [...workspace.roles].map(([id, role]) => publishedRole(id, role.value, lookup))],
    ['funnel by source, period, level', () => publishedFunnel(lookup)],
    ['agreement', () => agreementLive(facts)],
    ['severity', () => severity(facts)],
    ['reviewers: load, turnaround, criteria, evidence, marks', () => reviewers(workspace, facts, load(workspace, facts))],
    ['health of challenges and criteria', () => health(workspace, facts)],
    ['calibration sessions', () => [...workspace.calibrations].map(([id, session]) => publishedCalibration(id, session, lookup))],
    ['fairness', () => [...fairnessFiles(lookup)]],
    ['validity', () => validity(workspace, facts)],
  ];
  const took = parts.map(([what, compute]) => [what, timed(compute)[1]] as const);
  const all = took.reduce((sum, [, each]) => sum + each, 0);
  say(`every figure, ${many} candidates`, seconds(all), candidates <= 1000 ? '≤ 0.5 s' : '≤ 3 s');
  for (const [what, each] of took) say(`– ${what}`, seconds(each), '');
}

/** How long the severity of many reviewers takes, from marks alone. */
export function measureSeverity(say: Say): void {
  const rows = Array.from({ length: MARKS }, (_, index) => {
    const subject = Math.floor(index / 2);
    // Neighbours share work, and so do reviewers far apart, so that everybody is connected.
    const rater = index % 2 === 0 ? subject % REVIEWERS : (subject * 7 + 3 + Math.floor(subject / REVIEWERS)) % REVIEWERS;
    return { subject: String(subject), rater: String(rater), score: ((subject * 37) % 61) + (rater % 9) + ((index * 29) % 17) };
  });
  const [found, took] = timed(() => crossedEffects(rows));
  if (!found) throw new Error('The generated marks have no severity.');
  say(`severity of ${REVIEWERS} reviewers with ${MARKS.toLocaleString('en')} marks`, seconds(took), '≤ 5 s');
}

/** The example's process with generated candidates, without touching a disk. */
async function generatedFiles(engine: string, candidates: number): Promise<Files> {
  const example = folderFiles(engine);
  const shared = (await example.list()).filter(({ path }) => isProcess(path));
  const made = new Map<string, Uint8Array>();
  const put = ({ path, text }: GeneratedFile): void => void made.set(path, Buffer.from(text));
  for (let index = 0; index < candidates; index += 1) learnedCandidate(roleOf(index), index).forEach(put);
  for (const role of new Set(Array.from({ length: candidates }, (_, index) => roleOf(index)))) {
    put(fairnessCounts(role, made.size));
    made.set(roleFileOf(role), await example.read(roleFileOf(roleOf(0))));
  }
  const entries = [...shared.filter(({ path }) => !made.has(path)), ...[...made].map(([path, bytes]) => ({ path, mode: 'file' as const, size: bytes.length }))];
  return {
    list: () => Promise.resolve(entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))),
    read: (path) => Promise.resolve(made.get(path) ?? example.read(path)),
  };
}

function timed<T>(compute: () => T): [found: T, seconds: number] {
  const began = performance.now();
  const found = compute();
  return [found, (performance.now() - began) / 1000];
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

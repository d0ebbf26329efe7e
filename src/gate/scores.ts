import { candidateFacts } from '../analysis/candidate.ts';
import type { ScoreFact, VisitFacts } from '../analysis/facts.ts';
import type { Problem } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Touch } from '../store/range.ts';
import { finding } from './finding.ts';
import { gatedPath } from './places.ts';

/** What scores of a change may not do: be changed once opened, vanish, come from somebody with a conflict; and what is said of late ones. Marks of calibration samples are opened with their session. */
export function scoreProblems(base: Workspace, head: Workspace, whole: readonly Touch[], now: number): Problem[] {
  return whole.flatMap(({ path, before, after }): Problem[] => {
    const { kind, names } = gatedPath(path);
    if (kind === 'sample-score') return sampleScoreProblems(base, path, names, before !== undefined, after !== undefined);
    if (kind !== 'score') return [];
    const { role = '', candidate = '', visit = '', person: file = '' } = names;
    const person = file.split('.')[0] ?? '';
    if (before !== undefined && after === undefined) {
      const erased = head.candidates.get(role)?.get(candidate)?.erased;
      return erased ? [] : [finding('gate/score-removed', path, `“${person}”’s score is removed.`, `Put it back; a change of mind is ${person}.2.yml with because:.`)];
    }
    if (before !== undefined) {
      const was = visitOf(base, role, candidate, visit, now);
      const open = base.settings.value.scores.hidden_until === 'never' || was?.panel?.complete === true;
      return open ? [finding('gate/frozen-score', path, `“${person}”’s score of ${visit} was opened with the panel’s others and is changed.`, `Put it back, and write ${person}.${nextAmendment(was, person)}.yml with because:.`)] : [];
    }
    const conflict = head.candidates.get(role)?.get(candidate)?.conflicts.get(person) ?? base.candidates.get(role)?.get(candidate)?.conflicts.get(person);
    if (conflict) return [finding('gate/conflicted', path, `“${person}” declared a conflict of interest with ${candidate} on ${conflict.value.declared}.`, 'Take the score out; somebody else scores.')];
    return leftOut(path, person, visit, visitOf(head, role, candidate, visit, now)?.scores.find((score) => score.person === person));
  });
}

/** Once a session is closed everybody has seen its marks: none is changed, taken away or added any more. */
function sampleScoreProblems(base: Workspace, path: string, { session = '', sample = '', person = '' }: Readonly<Record<string, string>>, was: boolean, is: boolean): Problem[] {
  if (base.calibrations.get(session)?.session.value.state !== 'closed') return [];
  const again = 'a session of its own is there for another try (hire calibrate new).';
  if (!is) return [finding('gate/score-removed', path, `“${person}”’s marks of ${sample} were opened with the session and are removed.`, `Put them back; ${again}`)];
  if (was) return [finding('gate/frozen-score', path, `“${person}”’s marks of ${sample} were opened with the session and are changed.`, `Put them back; ${again}`)];
  return [finding('gate/frozen-score', path, `“${person}” marks ${sample}, but the session is closed and the others’ marks are to be seen.`, `Leave it out; ${again}`)];
}

function leftOut(path: string, person: string, visit: string, score: ScoreFact | undefined): Problem[] {
  switch (score?.leftOut) {
    case 'late':
      return [finding('gate/late-score', path, `“${visit}” ended before this score was submitted; it is shown as late and does not count.`, 'Nothing is to be done; score sooner where you can.')];
    case 'unasked': case 'released':
      return [finding('gate/not-asked', path, `“${person}” ${score.leftOut === 'released' ? 'was released from' : 'is not asked in'} panels/${visit}.yml; the score is shown and does not count.`, 'Have a manager add you to the panel first, if it should count.')];
    default:
      return [];
  }
}

function visitOf(workspace: Workspace, role: string, candidate: string, visit: string, now: number): VisitFacts | undefined {
  const folder = workspace.candidates.get(role)?.get(candidate);
  return folder && candidateFacts(workspace, folder, now).visits.find(({ name }) => name === visit);
}

function nextAmendment(visit: VisitFacts | undefined, person: string): number {
  return Math.max(1, ...(visit?.scores.find((score) => score.person === person)?.versions.map(({ amendment }) => amendment) ?? [])) + 1;
}

import type { Workspace } from '../../model/workspace.ts';
import type { WorkspaceFacts } from '../candidate.ts';
import type { PersonLoad } from '../load.ts';
import { officeOf } from '../time/office.ts';
import { agreementSays, coveredSays, evidenceSays, levelsSays, loadSays, turnaroundSays } from '../words/reviewers.ts';
import { criteriaCovered, type CriteriaCovered } from './coverage.ts';
import { evidenceLength, type EvidenceLength } from './evidence.ts';
import { loadOverTime, type LoadOverTime } from './load.ts';
import { givenLevels, peerAgreement, type GivenLevels, type PeerAgreement } from './marks.ts';
import { turnaround, type Turnaround } from './turnaround.ts';
import { reviewerWork } from './work.ts';

/** A figure with its sentence. */
export type Said<T> = T & { readonly says: string };

/** What the record tells of one person as a reviewer. Everything made of marks is made of scores that count, of complete panels. */
export interface ReviewerFigures {
  readonly person: string;
  readonly load: Said<LoadOverTime>;
  readonly turnaround: Said<Turnaround>;
  readonly covered: Said<CriteriaCovered>;
  readonly evidence: Said<EvidenceLength>;
  readonly marks: Said<{ readonly scales: readonly GivenLevels[] }>;
  readonly agreement: Said<PeerAgreement>;
}

/** The figures of everybody in `people`, by id in ascending order. `loads` says what is open with whom. */
export function reviewers(workspace: Workspace, facts: WorkspaceFacts, loads: ReadonlyMap<string, PersonLoad>): ReadonlyMap<string, ReviewerFigures> {
  const office = officeOf(workspace.calendar);
  const work = reviewerWork(facts);
  return new Map([...workspace.people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([person, { value }]) => {
    const [own, open] = [work.get(person), loads.get(person)?.open ?? []];
    const counted = own?.counted ?? [];
    const load = loadOverTime(office, own, facts.today);
    const speed = turnaround(office, own, open, facts.today);
    const covered = criteriaCovered(counted);
    const evidence = evidenceLength(counted);
    const scales = givenLevels(counted);
    const agreement = peerAgreement(counted);
    return [person, {
      person,
      load: { ...load, says: loadSays(open.length, value.capacity, load) },
      turnaround: { ...speed, says: turnaroundSays(speed) },
      covered: { ...covered, says: coveredSays(covered) },
      evidence: { ...evidence, says: evidenceSays(evidence) },
      marks: { scales, says: levelsSays(scales) },
      agreement: { ...agreement, says: agreementSays(agreement) },
    }];
  }));
}

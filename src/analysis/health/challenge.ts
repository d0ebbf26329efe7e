import type { Challenge } from '../../model/challenge.ts';
import type { Workspace } from '../../model/workspace.ts';
import { rubricHealth, type RubricHealth } from './criteria.ts';
import { effortHealth, type EffortHealth } from './effort.ts';
import { exposure, onlyVersion, seenOn, versionOn, type Exposure } from './exposure.ts';
import { leaving, stageFlows, type Leaving, type StageFlow } from './flow.ts';
import { reasonsToRetire, type RetireReason } from './retire.ts';
import type { ErasedVisit, HealthVisits, ScoredVisit, TaskVisit } from './visits.ts';

/** Whether a challenge still works. */
export interface ChallengeHealth {
  /** The version the figures are of; undefined: all versions, since the record does not tell them apart. */
  readonly version: number | undefined;
  readonly exposure: Exposure;
  readonly stages: readonly StageFlow[];
  readonly leaving: Leaving;
  /** From what was handed in, and from anonymous surveys: the same people may say it twice, so they are never added. Undefined without a stated effort. */
  readonly reported: EffortHealth | undefined;
  readonly surveyed: EffortHealth | undefined;
  /** By version of the rubrics it was scored with, the one with the most visits first. */
  readonly rubrics: readonly RubricHealth[];
  /** Reasons to ask whether it should be retired; never an answer. */
  readonly retire: { readonly reasons: readonly RetireReason[]; readonly says: string };
}

/** What a challenge's health is computed from. */
export interface ChallengeInput {
  readonly workspace: Workspace;
  readonly id: string;
  readonly challenge: Challenge;
  readonly visits: HealthVisits;
  /** The health of each rubric version over all its visits: where a challenge has them all, it is the same. */
  readonly rubrics: ReadonlyMap<string, RubricHealth>;
  /** Minutes from surveys, none below the guard. */
  readonly surveyed: readonly number[];
  readonly today: string;
  readonly dayOf: (epoch: number) => string;
}

const NONE: { readonly visits: readonly TaskVisit[]; readonly erased: readonly ErasedVisit[] } = { visits: [], erased: [] };

/** Everything that can be said of one challenge. Where the challenge names since when its versions are used, the figures are of the current one. */
export function challengeHealth(input: ChallengeInput): ChallengeHealth {
  const { challenge, dayOf } = input;
  const all = input.visits.tasks.get(input.id) ?? NONE;
  const seen = exposure(challenge, all.visits, dayOf);
  const own = seen.current === undefined || onlyVersion(challenge) ? all : { visits: all.visits.filter((visit) => versionOn(challenge, seenOn(visit, dayOf)) === challenge.version), erased: [] };
  const minutes = own.visits.flatMap(({ candidate, visit }) => (visit.submitted === undefined ? [] : candidate.folder.submissions.get(visit.name)?.value.minutes_reported ?? []));
  const health = {
    version: seen.current === undefined ? undefined : challenge.version,
    exposure: seen,
    stages: stageFlows(own.visits, own.erased),
    leaving: leaving(own.visits, own.erased),
    reported: challenge.effort && effortHealth(minutes, challenge.effort),
    // A survey is anonymous: of it no version is known.
    surveyed: challenge.effort && input.surveyed.length > 0 ? effortHealth(input.surveyed, challenge.effort) : undefined,
    rubrics: byRubric(input, own.visits.flatMap(({ scored }) => scored ?? [])),
  };
  return { ...health, retire: reasonsToRetire(challenge, health, input.today) };
}

function byRubric({ workspace, rubrics, visits }: ChallengeInput, scored: readonly ScoredVisit[]): RubricHealth[] {
  return [...Map.groupBy(scored, ({ reference }) => reference)].map(([reference, those]) => {
    const known = rubrics.get(reference);
    if (known && visits.rubrics.get(reference)?.length === those.length) return known;
    // Every group has a first visit, and all of one reference hold to one text.
    return rubricHealth(reference, (those[0] as ScoredVisit).rubric, those, workspace.settings.value.scores.disagreement);
  }).sort((a, b) => b.visits - a.visits || (a.reference < b.reference ? 1 : -1));
}

import type { ChallengeHealth } from '../../analysis/health/challenge.ts';
import type { RubricHealth } from '../../analysis/health/criteria.ts';
import type { EffortHealth } from '../../analysis/health/effort.ts';
import type { Share } from '../../analysis/health/share.ts';
import { RUBRIC_REFERENCE } from '../../model/person.ts';
import { stageTitle } from '../../model/stages.ts';
import { orNull, rounded } from '../instants.ts';
import type { Lookup } from '../lookup.ts';
import type { PublishedChallengeHealth, PublishedCriteriaHealth, PublishedShare } from '../published/health.ts';

/** Whether a challenge still works, for its page. */
export function publishedChallengeHealth(health: ChallengeHealth, lookup: Lookup): PublishedChallengeHealth {
  const { exposure, leaving, retire } = health;
  const reasons = lookup.workspace.settings.value.withdraw_reasons;
  return {
    version: orNull(health.version),
    exposure: { seen: exposure.seen, first: orNull(exposure.first), versions: exposure.versions.map((each) => ({ ...each })), says: exposure.says },
    stages: health.stages.map(({ pipeline, stage, reached, waiting, wentOn, says }) => ({ pipeline, stage, ...titles(pipeline, stage, lookup), reached, waiting, wentOn: publishedShare(wentOn), says })),
    leaving: {
      withdrew: leaving.withdrew, expired: leaving.expired, before: leaving.before, share: publishedShare(leaving.share), says: leaving.says,
      reasons: leaving.reasons.map(({ reason, count }) => ({ reason, words: reasons[reason] ?? reason, count })),
    },
    reported: effort(health.reported), surveyed: effort(health.surveyed),
    rubrics: health.rubrics.map(publishedCriteriaHealth),
    retire: { reasons: retire.reasons.map((reason) => ({ ...reason })), says: retire.says },
  };
}

/** The criteria of one rubric version. */
export function publishedCriteriaHealth({ reference, rubric, visits, scores, together, criteria }: RubricHealth): PublishedCriteriaHealth {
  return {
    rubric: RUBRIC_REFERENCE.exec(reference)?.[1] ?? reference, reference, title: rubric.title, version: rubric.version, min: rubric.scale.min, max: rubric.scale.max,
    visits, scores, whole: together.visits, alpha: coefficient(together.alpha), says: together.says,
    criteria: criteria.map(({ criterion, name, top, bottom, unseen, apart, item, findings, says }) => ({
      criterion, name, top: publishedShare(top), bottom: publishedShare(bottom), unseen: publishedShare(unseen), apart: publishedShare(apart),
      withRest: coefficient(item?.withRest), alphaIfDropped: item?.alphaIfDropped === undefined ? null : rounded(item.alphaIfDropped), findings: [...findings], says,
    })),
  };
}

function titles(pipeline: string, stage: string, { workspace }: Lookup): { pipelineTitle: string; stageTitle: string } {
  const known = workspace.pipelines.get(pipeline)?.value;
  return { pipelineTitle: known?.title ?? pipeline, stageTitle: stageTitle(known?.stages.find(({ id }) => id === stage) ?? { id: stage, title: undefined }) };
}

function effort(found: EffortHealth | undefined): PublishedChallengeHealth['reported'] {
  if (found === undefined) return null;
  const { n, quartiles, stated, above, says } = found;
  return { n, quartiles: quartiles === undefined ? null : [rounded(quartiles[0]), rounded(quartiles[1]), rounded(quartiles[2])], stated: [rounded(stated[0]), rounded(stated[1])], above: publishedShare(above), says };
}

function publishedShare({ x, n, share, interval }: Share): PublishedShare {
  return { x, n, share: share === undefined ? null : rounded(share), interval: ends(interval) };
}

function coefficient(found: { readonly value: number; readonly interval: readonly [number, number] | undefined } | undefined): PublishedCriteriaHealth['alpha'] {
  return found === undefined ? null : { value: rounded(found.value), interval: ends(found.interval) };
}

function ends(interval: readonly [number, number] | undefined): [number, number] | null {
  return interval === undefined ? null : [rounded(interval[0]), rounded(interval[1])];
}

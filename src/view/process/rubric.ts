import type { RubricHealth } from '../../analysis/health/criteria.ts';
import type { RubricUse } from '../../analysis/rubric-use.ts';
import type { Rubric } from '../../model/rubric.ts';
import { differences, wordingNow } from '../../model/rubric-wording.ts';
import type { RubricHistory } from '../../model/workspace.ts';
import type { Lookup } from '../lookup.ts';
import type { PublishedRubric } from '../published/process.ts';
import { sanitise } from '../text/sanitise.ts';
import { publishedCriteriaHealth } from './health.ts';
import { rubricChanges } from './rubric-changes.ts';
import { stagesUsing } from './uses.ts';

type Version = PublishedRubric['versions'][number];

/** What is counted of every version of every rubric, by `technical-challenge@3`. */
export interface RubricCounts {
  readonly uses: ReadonlyMap<string, RubricUse>;
  readonly health: ReadonlyMap<string, RubricHealth>;
}

/** The page of one rubric with every version. @returns undefined when neither the current text nor a version can be read */
export function publishedRubric(id: string, history: RubricHistory, counts: RubricCounts, lookup: Lookup): PublishedRubric | undefined {
  const frozen = [...history.versions].sort(([a], [b]) => b - a).map(([, stored]) => stored.value);
  const current = history.current?.value ?? frozen[0];
  if (!current) return undefined;
  const versions = frozen.some((version) => version.version === current.version) ? frozen : [current, ...frozen];
  const use = counts.uses.get(`${id}@${current.version}`);
  return {
    id,
    title: current.title,
    kind: current.kind,
    status: current.status,
    version: current.version,
    path: history.current?.path ?? `rubrics/${id}.md`,
    current: publishedVersion(id, current, counts, lookup),
    versions: versions.map((version) => publishedVersion(id, wordingNow(history, version.version) ?? version, counts, lookup)),
    usedBy: stagesUsing(lookup, (stage, challengeRubric) => (stage.rubric ?? challengeRubric) === id),
    changes: versions.slice(0, -1).flatMap((version, index) => {
      const before = versions[index + 1];
      return before ? [rubricChanges(before, version)] : [];
    }),
    reworded: rewordedSince(history),
    given: current.criteria.map((criterion) => {
      const given = use?.given.get(criterion.id);
      const levels: Record<string, number> = {};
      for (let level = current.scale.min; level <= current.scale.max; level++) levels[String(level)] = given?.levels.get(level) ?? 0;
      return { criterion: criterion.id, counts: levels, notObserved: given?.notObserved ?? 0 };
    }),
  };
}

/** The words of the current text that differ from those its version was frozen with; null where none do, or more than words does. */
function rewordedSince({ current, versions }: RubricHistory): PublishedRubric['reworded'] {
  const frozen = current && versions.get(current.value.version)?.value;
  if (!frozen || differences(frozen, current.value).length > 0) return null;
  const { rows } = rubricChanges(frozen, current.value);
  return rows.length === 0 ? null : { from: frozen.version, to: frozen.version, rows };
}

function publishedVersion(id: string, rubric: Rubric, { uses, health }: RubricCounts, lookup: Lookup): Version {
  const day = (written: string | undefined): string | null => (written === undefined ? null : lookup.dayOf(Date.parse(written)));
  const use = uses.get(`${id}@${rubric.version}`);
  const found = health.get(`${id}@${rubric.version}`);
  return {
    version: rubric.version,
    title: rubric.title,
    min: rubric.scale.min,
    max: rubric.scale.max,
    kind: rubric.kind,
    status: rubric.status,
    intro: sanitise(rubric.intro),
    criteria: rubric.criteria.map((criterion) => ({
      id: criterion.id,
      name: criterion.name,
      weight: criterion.weight,
      indicators: criterion.indicators,
      anchors: Object.fromEntries(criterion.anchors.map((anchor) => [String(anchor.level), anchor.text])),
      about: sanitise(criterion.about),
      mustHave: rubric.mustHave.includes(criterion.id),
      communication: rubric.communication !== 'elsewhere' && rubric.communication.includes(criterion.id),
      collaboration: rubric.collaboration.includes(criterion.id),
    })),
    scores: use?.scores ?? 0,
    first: day(use?.first),
    last: day(use?.last),
    health: found === undefined ? null : publishedCriteriaHealth(found),
  };
}

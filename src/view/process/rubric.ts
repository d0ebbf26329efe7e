import { NOT_OBSERVED } from '../../model/score.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { RubricHistory } from '../../model/workspace.ts';
import { compareText } from '../../model/problem.ts';
import type { Lookup } from '../lookup.ts';
import { orNull } from '../instants.ts';
import type { PublishedRubric } from '../published/process.ts';
import { shownVisit } from '../boundary.ts';
import { sanitise } from '../text/sanitise.ts';
import { rubricChanges } from './rubric-changes.ts';
import { stagesUsing } from './uses.ts';

type Version = PublishedRubric['versions'][number];

/** How often a version was used: over complete visits, so that no hidden mark shows in a count. */
export interface RubricUse {
  scores: number;
  days: string[];
  /** By criterion, then by level or `not-observed`. */
  readonly given: Map<string, Map<string, number>>;
}

/** Counts the uses of every rubric version, by `rubric@version`. */
export function rubricUses(lookup: Lookup): Map<string, RubricUse> {
  const uses = new Map<string, RubricUse>();
  for (const facts of lookup.facts.all) {
    for (const raw of facts.visits) {
      for (const score of shownVisit(raw, lookup.workspace.settings.value).scores) {
        const value = score.effective.value;
        const use = uses.get(value.rubric) ?? { scores: 0, days: [], given: new Map<string, Map<string, number>>() };
        uses.set(value.rubric, use);
        use.scores += 1;
        use.days.push(lookup.dayOf(score.submittedAt));
        for (const [criterion, { mark }] of Object.entries(value.marks)) {
          const levels = use.given.get(criterion) ?? new Map<string, number>();
          use.given.set(criterion, levels.set(String(mark), (levels.get(String(mark)) ?? 0) + 1));
        }
      }
    }
  }
  return uses;
}

/** The page of one rubric with every version. @returns undefined when neither the current text nor a version can be read */
export function publishedRubric(id: string, history: RubricHistory, uses: ReadonlyMap<string, RubricUse>, lookup: Lookup): PublishedRubric | undefined {
  const frozen = [...history.versions].sort(([a], [b]) => b - a).map(([, stored]) => stored.value);
  const current = history.current?.value ?? frozen[0];
  if (!current) return undefined;
  const versions = frozen.some((version) => version.version === current.version) ? frozen : [current, ...frozen];
  const use = uses.get(`${id}@${current.version}`);
  return {
    id,
    title: current.title,
    kind: current.kind,
    status: current.status,
    version: current.version,
    path: history.current?.path ?? `rubrics/${id}.md`,
    current: publishedVersion(id, current, uses),
    versions: versions.map((version) => publishedVersion(id, version, uses)),
    usedBy: stagesUsing(lookup, (stage, challengeRubric) => (stage.rubric ?? challengeRubric) === id),
    changes: versions.slice(0, -1).flatMap((version, index) => {
      const before = versions[index + 1];
      return before ? [rubricChanges(before, version)] : [];
    }),
    given: current.criteria.map((criterion) => {
      const levels = use?.given.get(criterion.id);
      const counts: Record<string, number> = {};
      for (let level = current.scale.min; level <= current.scale.max; level++) counts[String(level)] = levels?.get(String(level)) ?? 0;
      return { criterion: criterion.id, counts, notObserved: levels?.get(NOT_OBSERVED) ?? 0 };
    }),
  };
}

function publishedVersion(id: string, rubric: Rubric, uses: ReadonlyMap<string, RubricUse>): Version {
  const use = uses.get(`${id}@${rubric.version}`);
  const days = [...(use?.days ?? [])].sort(compareText);
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
    first: orNull(days[0]),
    last: orNull(days.at(-1)),
  };
}

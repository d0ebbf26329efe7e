import { rubricOf } from '../../analysis/visit.ts';
import { REVIEW_DAY, validity, type ValidityRow } from '../../analysis/validity.ts';
import { FEW_BELOW, HIDDEN_BELOW, type Correlation } from '../../analysis/validity/correlation.ts';
import { NARROW, SOUGHT } from '../../analysis/validity/needed.ts';
import { stageTitle } from '../../model/stages.ts';
import { orNull, rounded } from '../instants.ts';
import type { Lookup } from '../lookup.ts';
import type { PublishedValidity } from '../published/validity.ts';

type Row = PublishedValidity['rows'][number];
type Interval = readonly [number, number];

/** Whether what was scored in hiring foretells the work. Below the guard no figure leaves. */
export function publishedValidity(lookup: Lookup): PublishedValidity {
  const found = validity(lookup.workspace, lookup.facts);
  return {
    guard: { hidden: HIDDEN_BELOW, few: FEW_BELOW },
    hires: found.hires, reviewed: found.reviewed, day: REVIEW_DAY, onDay: found.onDay,
    needed: { sought: SOUGHT, within: NARROW, toTell: found.toTell, toKnow: found.toKnow, says: found.needed },
    says: found.says, unseen: found.unseen, chance: orNull(found.chance),
    rows: found.rows.map((row) => ({
      kind: row.kind, ...titleOf(row, lookup), stage: orNull(row.stage), rubric: orNull(row.rubric), reference: orNull(row.reference), criterion: orNull(row.criterion),
      performance: published(row.performance), again: published(row.again),
    })),
  };
}

function titleOf({ kind, stage, rubric, reference, criterion }: ValidityRow, { workspace }: Lookup): Pick<Row, 'title' | 'of'> {
  if (kind === 'overall') return { title: 'Overall score', of: null };
  if (kind === 'criterion') {
    const words = rubricOf(workspace, reference ?? '');
    return { title: words?.criteria.find(({ id }) => id === criterion)?.name ?? criterion ?? '', of: words === undefined ? orNull(reference) : `${words.title}, version ${words.version}` };
  }
  const known = [...workspace.pipelines.values()].flatMap(({ value }) => value.stages).find(({ id }) => id === stage);
  return { title: stageTitle(known ?? { id: stage ?? '', title: undefined }), of: workspace.rubrics.get(rubric ?? '')?.current?.value.title ?? orNull(rubric) };
}

function published({ n, guard, spearman, pearson, ifCorrected, says }: Correlation): Row['performance'] {
  return {
    n, guard: orNull(guard), spearman: coefficient(spearman), pearson: coefficient(pearson), says,
    ifCorrected: ifCorrected === undefined ? null : {
      value: rounded(ifCorrected.value), interval: ends(ifCorrected.interval), attenuation: rounded(ifCorrected.attenuation), reliability: ifCorrected.reliability, sdRatio: rounded(ifCorrected.sdRatio), says: ifCorrected.says,
    },
  };
}

function coefficient(found: Correlation['spearman']): Row['performance']['spearman'] {
  return found === undefined ? null : { value: rounded(found.value), interval: ends(found.interval) };
}

function ends(interval: Interval | undefined): [number, number] | null {
  return interval === undefined ? null : [rounded(interval[0]), rounded(interval[1])];
}

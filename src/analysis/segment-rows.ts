import type { StageSpell } from './funnel-spells.ts';
import { goingOn, type GoingOn } from './going-on.ts';

/** One group of entries into a stage. */
export interface SegmentRow {
  /** Id of the role, source or pipeline, a level; `2026-10` or `2026-Q4` by the day of entry. */
  readonly key: string;
  readonly declined: number;
  readonly withdrew: number;
  readonly expired: number;
  readonly returned: number;
  readonly going: GoingOn;
}

/** The entries of one stage in groups, by key in ascending order. */
export function segmentRows(spells: readonly StageSpell[], keyOf: (spell: StageSpell) => string, horizon: number): SegmentRow[] {
  return [...Map.groupBy(spells, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => {
    const ended = { declined: 0, withdrew: 0, expired: 0, returned: 0 };
    for (const { how } of own) if (how !== undefined && how !== 'advanced' && how !== 'hired') ended[how] += 1;
    return { key, ...ended, going: goingOn(own, horizon) };
  });
}

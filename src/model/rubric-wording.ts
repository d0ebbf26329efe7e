import type { Rubric } from './rubric.ts';
import type { RubricHistory } from './workspace.ts';

/** What differs between two texts of one version in a way that changes what a mark means. */
export function differences(copy: Rubric, current: Rubric): string[] {
  const changes: string[] = [];
  const before = new Map(copy.criteria.map((criterion) => [criterion.id, criterion.weight]));
  const after = new Map(current.criteria.map((criterion) => [criterion.id, criterion.weight]));
  const added = [...after.keys()].filter((id) => !before.has(id));
  const gone = [...before.keys()].filter((id) => !after.has(id));
  if (added.length > 0) changes.push(`new criteria (${added.join(', ')})`);
  if (gone.length > 0) changes.push(`removed criteria (${gone.join(', ')})`);
  const weighed = [...after].filter(([id, weight]) => before.has(id) && before.get(id) !== weight);
  if (weighed.length > 0) changes.push(`weights (${weighed.map(([id, weight]) => `${id} ${before.get(id) ?? 0} % → ${weight} %`).join(', ')})`);
  if (copy.scale.min !== current.scale.min || copy.scale.max !== current.scale.max) {
    changes.push(`the scale (${copy.scale.min}–${copy.scale.max} → ${current.scale.min}–${current.scale.max})`);
  }
  if ([...copy.mustHave].sort().join() !== [...current.mustHave].sort().join()) changes.push('the must-haves');
  return changes;
}

/**
 * A version as people judge by it now: while the current text has that version and differs from the frozen copy in words alone, its words,
 * for a mended wording is to reach whoever scores next. Where more differs (`rubric/changed-in-place`) the frozen copy holds.
 * @returns undefined when there is no such version
 */
export function wordingNow(history: RubricHistory | undefined, version: number): Rubric | undefined {
  const current = history?.current?.value;
  const frozen = history?.versions.get(version)?.value;
  if (current?.version !== version) return frozen;
  return !frozen || differences(frozen, current).length === 0 ? current : frozen;
}

/** A version as it was when it was first used: the frozen copy, or the current text while there is none. */
export function wordingFrozen(history: RubricHistory | undefined, version: number): Rubric | undefined {
  return history?.versions.get(version)?.value ?? wordingNow(history, version);
}

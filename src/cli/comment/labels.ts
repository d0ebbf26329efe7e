import { gatedPath } from '../../gate/places.ts';
import type { FileKindName } from '../../model/kinds.ts';

/** Labels that are the product’s to set and to take away. */
export const LABELS = ['scores', 'process', 'record', 'engine', 'blocked'] as const;
export type Label = (typeof LABELS)[number];

const SCORES: ReadonlySet<FileKindName> = new Set(['score', 'conflict', 'sample-score']);
const RECORD: ReadonlySet<FileKindName> = new Set(['candidate', 'messages', 'panel', 'submission', 'submission-text', 'decision', 'trial-log', 'erased', 'survey', 'outcome', 'fairness']);

/** What a pull request is about, by the paths it touches, and whether something stands in its way. */
export function labelsOf(paths: readonly string[], ok: boolean): Label[] {
  const set = new Set(paths.map((path): Label => {
    const { kind, keeper } = gatedPath(path);
    if (keeper.by === 'review') return 'engine';
    return kind !== undefined && SCORES.has(kind) ? 'scores' : kind !== undefined && RECORD.has(kind) ? 'record' : 'process';
  }));
  if (!ok) set.add('blocked');
  return LABELS.filter((label) => set.has(label));
}

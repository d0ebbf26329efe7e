import { diffWordsWithSpace } from 'diff';
import type { Rubric } from '../../model/rubric.ts';
import type { PublishedRubric } from '../published/process.ts';

type Change = PublishedRubric['changes'][number];
type Row = Change['rows'][number];
type Run = Row['words'][number];

/** What changed from one version to the next: criteria that came or went, weights, indicators and anchors, in the new order. */
export function rubricChanges(from: Rubric, to: Rubric): Change {
  const rows: Row[] = [];
  const before = new Map(from.criteria.map((criterion) => [criterion.id, criterion]));
  for (const criterion of to.criteria) {
    const old = before.get(criterion.id);
    before.delete(criterion.id);
    if (!old) {
      rows.push(row(criterion.name, 'criterion', null, criterion.weight, [{ kind: 'added', text: criterion.indicators }]));
      continue;
    }
    if (old.name !== criterion.name) rows.push(row(criterion.name, 'name', null, null, wordRuns(old.name, criterion.name)));
    if (old.weight !== criterion.weight) rows.push(row(criterion.name, 'weight', old.weight, criterion.weight, []));
    if (old.indicators !== criterion.indicators) rows.push(row(criterion.name, 'indicators', null, null, wordRuns(old.indicators, criterion.indicators)));
    for (let level = to.scale.min; level <= to.scale.max; level++) {
      const words = [old, criterion].map((each) => each.anchors.find((anchor) => anchor.level === level)?.text ?? '');
      if (words[0] !== words[1]) rows.push(row(criterion.name, `anchor ${level}`, null, null, wordRuns(words[0] ?? '', words[1] ?? '')));
    }
  }
  for (const gone of before.values()) rows.push(row(gone.name, 'criterion', gone.weight, null, [{ kind: 'removed', text: gone.indicators }]));
  return { from: from.version, to: to.version, rows };
}

function row(criterion: string, where: string, weightFrom: number | null, weightTo: number | null, words: Run[]): Row {
  return { criterion, where, weightFrom, weightTo, words };
}

/** Two texts as runs of words that stayed, went and came. */
export function wordRuns(from: string, to: string): Run[] {
  if (from === '') return to === '' ? [] : [{ kind: 'added', text: to }];
  return diffWordsWithSpace(from, to).map((part) => ({ kind: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value }));
}

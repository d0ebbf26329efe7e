import type { Sheet } from './sitting.ts';
import type { Marking } from './task.ts';

/** What a sheet changes in the score that it replaces: one line each, the person's own marks; undefined where there is no such score, or it stays beside the new one. */
export function replacing(task: Marking, sheet: Sheet): string | undefined {
  if (!task.before || task.amends) return undefined;
  const { first } = task;
  const changes = task.rubric.criteria.flatMap(({ id }) => {
    const [old, now] = [first.marks[id], sheet.marks[id]];
    const said = [
      ...(old?.mark === now?.mark ? [] : [`${old?.mark ?? 'no mark'} → ${now?.mark ?? 'no mark'}`]),
      ...((old?.words ?? '').trim() === (now?.words ?? '').trim() ? [] : ['other words']),
    ];
    return said.length === 0 ? [] : [`  ${id}: ${said.join(', ')}`];
  });
  const summary = (first.summary ?? '').trim() === (sheet.summary ?? '').trim() ? [] : ['  summary: other words'];
  return [`This replaces your marks of ${task.before.value.submitted.slice(0, 10)}:`, ...changes, ...summary, ...(changes.length + summary.length === 0 ? ['  nothing but the minutes'] : [])].join('\n');
}

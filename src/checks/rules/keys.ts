import type { Problem } from '../../model/problem.ts';
import { notKnown } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { plural } from '../../model/words.ts';

// What a key points at is there: the starter's file and lines, and the criterion.
const pointing: Rule = {
  holds: 'What a key points at is there: the starter’s file and lines, and the criterion.',
  codes: ['key/unknown-file', 'key/lines-outside', 'key/duplicate-id', 'reference/unknown-criterion'],
  check: (workspace) => [...workspace.challenges].flatMap(([, { page, key, starter }]) => {
    if (!key) return [];
    const { path, value } = key;
    const problems: Problem[] = [];
    const criteria = workspace.rubrics.get(page.value.rubric)?.current?.value.criteria.map((criterion) => criterion.id);
    const seen = new Set<string>();
    for (const list of ['defects', 'expect'] as const) {
      value[list].forEach((entry, index) => {
        if (seen.has(entry.id)) problems.push(problem('key/duplicate-id', { path, key: [list, index, 'id'] }, `“${entry.id}” stands twice in the key.`, 'Give one of them another id.'));
        seen.add(entry.id);
        if (criteria && !criteria.includes(entry.criterion)) problems.push(notKnown('reference/unknown-criterion', { path, key: [list, index, 'criterion'] }, `“${entry.id}” speaks to “${entry.criterion}”, which is no criterion of the rubric “${page.value.rubric}”`, entry.criterion, criteria, 'criteria'));
      });
    }
    value.defects.forEach((defect, index) => {
      if (!starter.has(defect.file)) {
        problems.push(notKnown('key/unknown-file', { path, key: ['defects', index, 'file'] }, `“${defect.id}” is in ${defect.file}, which the starter does not have`, defect.file, starter.keys(), 'files'));
        return;
      }
      const lines = starter.get(defect.file)?.replace(/\r?\n$/, '').split('\n').length;
      const [from = 0, to = from] = defect.lines.split('-').map(Number);
      if (lines !== undefined && (from < 1 || to < from || to > lines)) problems.push(problem('key/lines-outside', { path, key: ['defects', index, 'lines'] }, `“${defect.id}” is in lines ${defect.lines} of ${defect.file}, which has ${plural(lines, 'line')}.`, `Lines from 1 to ${lines}.`));
    });
    return problems;
  }),
};

export const keys: readonly Rule[] = [pointing];

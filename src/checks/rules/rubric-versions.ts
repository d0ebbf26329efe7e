import type { Problem } from '../../model/problem.ts';
import { differences } from '../../model/rubric-wording.ts';
import { problem, type Rule } from '../rule.ts';
import { listed } from '../../model/words.ts';

// A live rubric has a frozen copy of its version, and both judge the same.
const frozen: Rule = {
  holds: 'A live rubric has a frozen copy of its version, and both judge the same.',
  codes: ['rubric/not-frozen', 'rubric/changed-in-place', 'rubric/version-behind'],
  check: (workspace, { catalogue }) => [...workspace.rubrics].flatMap(([id, { current, versions }]): Problem[] => {
    if (!current) return [];
    const { path, value } = current;
    const copyPath = `rubrics/versions/${id}/${value.version}.md`;
    const newest = Math.max(0, ...versions.keys());
    if (newest > value.version) {
      return [problem('rubric/version-behind', { path, key: ['version'] }, `The current text says version ${value.version}, but version ${newest} is frozen already.`, `Write version: ${newest}, or raise it to ${newest + 1} with hire rubric bump ${id}.`)];
    }
    const copy = versions.get(value.version)?.value;
    if (!copy) {
      if (value.status !== 'live' || catalogue.isBroken(copyPath)) return [];
      return [problem('rubric/not-frozen', { path, key: ['version'] }, `Version ${value.version} is live, but ${copyPath} does not exist.`, `Copy this file to ${copyPath} (hire rubric freeze ${id}).`)];
    }
    const changes = differences(copy, value);
    if (changes.length === 0) return [];
    return [problem('rubric/changed-in-place', { path, key: ['version'] }, `The text of version ${value.version} differs from its frozen copy in ${listed(changes)}.`, `Write version: ${value.version + 1} (hire rubric bump ${id}), or take the change back.`)];
  }),
};

// Every version from 1 on is a file, and the file says its own number.
const numbers: Rule = {
  holds: 'Every version from 1 on is a file, and the file says its own number.',
  codes: ['rubric/version-mismatch', 'rubric/version-gap'],
  check: (workspace, { catalogue }) => [...workspace.rubrics].flatMap(([id, { versions }]) => {
    const problems: Problem[] = [];
    let expected = 1;
    for (const [version, { path, value }] of versions) {
      if (value.version !== version) {
        problems.push(problem('rubric/version-mismatch', { path, key: ['version'] }, `The file is named ${version}.md, but its text says version ${value.version}.`, `Write version: ${version}`));
      }
      while (expected < version) {
        const missing = `rubrics/versions/${id}/${expected}.md`;
        if (!catalogue.isBroken(missing)) {
          problems.push(problem('rubric/version-gap', { path }, `Version ${version} of “${id}” is there, but version ${expected} is missing.`, `Bring back ${missing} from the history; versions are never deleted.`));
        }
        expected++;
      }
      expected = version + 1;
    }
    return problems;
  }),
};

// Versions that were used have a current text, so that their rubric has a page and a next version.
const current: Rule = {
  holds: 'Versions that were used have a current text, so that their rubric has a page and a next version.',
  codes: ['rubric/no-current-text'],
  check: (workspace, { catalogue }) => [...workspace.rubrics].flatMap(([id, history]): Problem[] => {
    const [newest, copy] = [...history.versions].at(-1) ?? [];
    if (history.current || !copy || catalogue.isBroken(`rubrics/${id}.md`)) return [];
    return [problem('rubric/no-current-text', { path: copy.path }, `Version ${newest ?? 0} of “${id}” is here, but rubrics/${id}.md is not.`, `Copy this file to rubrics/${id}.md; a rubric that nobody uses any more may stay as a draft.`)];
  }),
};

export const rubricVersions: readonly Rule[] = [frozen, numbers, current];

import type { Problem } from '../../model/problem.ts';
import { isPseudonym } from '../../model/pseudonym.ts';
import { unresolved } from '../references.ts';
import { problem, type Rule } from '../rule.ts';

// A candidate's id is a pseudonym, and no two applications or tombstones share one.
const pseudonyms: Rule = {
  holds: 'A candidate’s id is a pseudonym, and no two applications or tombstones share one.',
  codes: ['candidate/pseudonym', 'candidate/taken'],
  check: (_workspace, { catalogue }) => {
    const first = new Map<string, string>();
    return catalogue.applications.flatMap(({ folder }): Problem[] => {
      if (!isPseudonym(folder.id)) return [problem('candidate/pseudonym', { path: fileOf(folder) }, `“${folder.id}” is no pseudonym: a colour, an animal and two signs, drawn at random.`, 'Draw one with hire new candidate, and move the files into that folder.')];
      const other = first.get(folder.id);
      first.set(folder.id, other ?? folder.role);
      return other === undefined ? [] : [problem('candidate/taken', { path: fileOf(folder) }, `“${folder.id}” is in “${folder.role}” and also in “${other}”; a pseudonym is used once.`, 'Draw another pseudonym for the newer of the two folders.')];
    });
  },
};

// Every folder below a role is an application with a record, or nothing but a tombstone.
const folders: Rule = {
  holds: 'Every folder below a role is an application with a record, or nothing but a tombstone.',
  codes: ['candidate/no-record', 'erased/not-alone', 'reference/unknown-role', 'reference/unknown-person'],
  check: (workspace, { catalogue }) => {
    const problems: Problem[] = [];
    const others = new Map<string, string[]>();
    for (const { path } of workspace.entries) {
      if (!path.startsWith('content/candidates/')) continue;
      const folder = path.split('/', 4).join('/');
      others.set(folder, [...(others.get(folder) ?? []), path]);
    }
    for (const role of workspace.candidates.keys()) {
      const folder = [...(workspace.candidates.get(role)?.values() ?? [])][0];
      if (folder) problems.push(...unresolved(workspace, 'role', role, { path: fileOf(folder) }, 'The role of this candidate'));
    }
    for (const { folder } of catalogue.applications) {
      if (folder.erased) {
        const extra = (others.get(folder.path) ?? []).filter((path) => path !== folder.erased?.path);
        if (extra.length > 0) problems.push(problem('erased/not-alone', { path: folder.erased.path }, `${folder.id} was erased, but ${extra[0]?.slice(folder.path.length + 1) ?? ''} is still there.`, `Remove ${extra.length === 1 ? 'it' : 'everything but erased.yml'}.`));
      } else if (!folder.record && !catalogue.isBroken(`${folder.path}/candidate.yml`)) {
        problems.push(problem('candidate/no-record', { path: fileOf(folder) }, `${folder.id} has files, but no candidate.yml.`, `Add ${folder.path}/candidate.yml, or remove the folder.`));
      }
      for (const [person, conflict] of folder.conflicts) problems.push(...unresolved(workspace, 'person', person, { path: conflict.path }, 'Who declares the conflict'));
    }
    return problems;
  },
};

function fileOf(folder: { path: string; record: { path: string } | undefined; erased: { path: string } | undefined; submissions: ReadonlyMap<string, { path: string }> }): string {
  return folder.record?.path ?? folder.erased?.path ?? [...folder.submissions.values()][0]?.path ?? `${folder.path}/candidate.yml`;
}

export const candidates: readonly Rule[] = [pseudonyms, folders];

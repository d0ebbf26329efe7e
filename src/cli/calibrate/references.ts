import { posix } from 'node:path';
import { officeOf } from '../../analysis/time/office.ts';
import { listed, plural } from '../../model/words.ts';
import { askGit } from '../../store/commit-changes-run.ts';
import { hasGit } from '../../store/git-command.ts';
import { branchOf, defaultBranch } from '../../store/resume-branch.ts';
import { Mistake } from '../command.ts';
import type { Opened } from '../open.ts';
import type { Named } from './session.ts';

const folderOf = ({ folder }: Named): string => `${posix.dirname(folder.session.path)}/references`;

/** Refuses to compare with references of which one cannot be read or is about no sample: it would be left out in silence. @throws Mistake naming the file and what is wrong with it */
export function mustBeReadable({ problems }: Opened, named: Named): void {
  const broken = problems.find(({ path, severity }) => severity === 'error' && path.startsWith(`${folderOf(named)}/`));
  if (broken) throw new Mistake(`${broken.path}${broken.line === undefined ? '' : `, line ${broken.line}`}: ${broken.message}${broken.hint === undefined ? '' : ` ${broken.hint}`}`);
  const { samples, references } = named.folder;
  const [stray] = [...references].filter(([sample]) => !samples.has(sample));
  if (stray) throw new Mistake(`${stray[1].path} is about “${stray[0]}”, which is no sample of ${named.id} (${listed([...samples.keys()])}). Its name is that of its sample.`);
}

/**
 * Refuses to note on the ground of references that are in no commit: the note would be merged, and what it stands on would not.
 * @param branch where the note is going to be committed
 * @throws Mistake with the commands that commit them there
 */
export async function mustBeCommitted(root: string, named: Named, branch: string): Promise<void> {
  if (!(await hasGit(root))) return;
  const paths = [...named.folder.references.values()].map(({ path }) => path);
  const { code, out } = await askGit(root, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--', ...paths]);
  const open = code === 0 ? out.split('\0').filter((line) => line !== '').length : 0;
  if (open === 0) return;
  const here = await branchOf(root);
  const onMain = here !== undefined && here === (await defaultBranch(root));
  const folder = folderOf(named);
  throw new Mistake([
    `${plural(open, 'reference file')} of ${named.id} ${open === 1 ? 'is' : 'are'} not committed, so the note would stand on marks that nobody else has. Commit ${open === 1 ? 'it' : 'them'} first, and certify again on the same branch:`,
    ...(onMain ? [`  git switch -c ${branch}`] : []),
    `  git add ${folder}`,
    `  git commit -m "Reference marks of ${named.id}" -- ${folder}`,
  ].join('\n'));
}

/** Which references were committed later than the first marks of their sample, in a sentence each; nothing where there is no history. */
export async function laterThanMarks({ root, workspace }: Opened, { folder }: Named): Promise<string[]> {
  if (!(await hasGit(root))) return [];
  const { zone } = officeOf(workspace.calendar);
  const notes: string[] = [];
  for (const [sample, { path }] of folder.references) {
    const first = Math.min(...[...folder.scores.get(sample)?.values() ?? []].map(({ value }) => Date.parse(value.submitted)));
    const { code, out } = await askGit(root, ['log', '-1', '--format=%ct', '--', path]);
    const at = Number(out.trim()) * 1000;
    if (code === 0 && at > first) notes.push(`The references of ${sample} are from ${zone.dayOf(at)}, later than its first marks (${zone.dayOf(first)}): whoever wrote them may have known the marks.`);
  }
  return notes;
}

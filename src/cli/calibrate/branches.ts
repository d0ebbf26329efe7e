import { listed } from '../../model/words.ts';
import { askGit } from '../../store/commit-changes-run.ts';
import { hasGit } from '../../store/git-command.ts';
import { sampleScorePath, type Named } from './session.ts';

/** Branches where reviewers collect scores, here or as they were last fetched. */
const SCORES = /^refs\/(?:heads|remotes\/[^/]+)\/(scores\/.+)$/;

/** So many branches are looked at; more would make a status slow. */
const MOST = 60;

/** Scores of a session that are not in the tree as it lies here. Nothing of a mark is read, only names of files. */
export interface Unmerged {
  /** The branch, as git shows it: `scores/kim`, `origin/scores/kim`. */
  readonly branch: string;
  readonly scores: readonly { readonly person: string; readonly sample: string }[];
}

/** Branches `scores/*` that hold scores of the session which are not here; none where there is no git. */
export async function unmergedScores(root: string, { id, folder }: Named): Promise<Unmerged[]> {
  if (!(await hasGit(root))) return [];
  const wanted = new Map(folder.session.value.reviewers.flatMap((person) => [...folder.samples.keys()].flatMap((sample) => (
    folder.scores.get(sample)?.has(person) === true ? [] : [[sampleScorePath(id, sample, person), { person, sample }] as const]))));
  if (wanted.size === 0) return [];
  const refs = (await askGit(root, ['for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/remotes'])).out.split('\n').filter((ref) => SCORES.test(ref)).slice(0, MOST);
  const found: Unmerged[] = [];
  const told = new Set<string>();
  for (const ref of refs) {
    const { code, out } = await askGit(root, ['ls-tree', '-r', '--name-only', '-z', ref, '--', `content/calibrations/${id}/scores`]);
    const paths = code === 0 ? out.split('\0').filter((path) => wanted.has(path) && !told.has(path)) : [];
    for (const path of paths) told.add(path);
    const scores = paths.flatMap((path) => wanted.get(path) ?? []);
    if (scores.length > 0) found.push({ branch: ref.replace(/^refs\/(?:heads|remotes)\//, ''), scores });
  }
  return found;
}

/** "Scores on branches that are not merged are not counted: scores/kim (sample-a)." */
export function unmergedWords(unmerged: readonly Unmerged[]): string {
  const names = unmerged.map(({ branch, scores }) => `${branch} (${listed(scores.map(({ person, sample }) => `${person}: ${sample}`))})`);
  return `Scores on branches that are not merged are not counted${names.length === 0 ? '' : `: ${listed(names)}`}.`;
}

import { isScore, gatedPath, mayTravelWithScores } from '../../gate/places.ts';
import { readRange } from '../../store/range.ts';
import type { PullRequestEvent } from '../comment/pull-request.ts';
import type { Trees } from '../comment/trees.ts';

/** Whose scores they are and what for, or why a person has to look. */
export type Eligibility = { readonly because: string } | { readonly person: string; readonly visits: readonly string[] };

/**
 * Whether a pull request may merge itself: scores and conflicts alone, of one person, new or changed and none removed, without an error, and
 * nothing they rest on has changed on the base since.
 */
export async function eligible(root: string, trees: Trees, { base, draft }: PullRequestEvent): Promise<Eligibility> {
  const { range, before, ok, problems } = trees;
  if (before.workspace.settings.value.scores.merge !== 'when-valid') return { because: 'the settings leave merging to people (scores.merge: by-hand)' };
  if (draft) return { because: 'it is a draft' };
  const paths = range.whole.map(({ path }) => path);
  const gated = paths.map(gatedPath);
  if (!gated.some(isScore) || !gated.every(mayTravelWithScores)) return { because: 'it holds something else than scores' };
  if (range.whole.some(({ after }) => after === undefined)) return { because: 'it removes a file' };
  if (!ok) return { because: 'something stands in its way; the comment says what' };
  if (problems.some(({ problem }) => problem.code === 'gate/no-accounts')) return { because: 'no file of content/people names an account, so nobody can tell whose scores they are' };
  const people = new Set(gated.map(({ names }) => (names['person'] ?? '').split('.')[0] ?? ''));
  const [person] = people;
  if (person === undefined || people.size > 1) return { because: 'it holds scores of more than one person' };
  const moved = await movedOn(root, base, range.head, paths);
  if (moved !== undefined) return { because: `the base has moved on in ${moved} since; “Update branch” brings it up to date` };
  return { person, visits: gated.filter(isScore).map(({ names }) => `${names['candidate']} ${names['visit']}`) };
}

/** A path that changed on the base since and that the scores rest on: everything but other candidates’ records. */
async function movedOn(root: string, base: string, head: string, paths: readonly string[]): Promise<string | undefined> {
  const since = await readRange(root, head, base);
  if (typeof since === 'string') return 'a way that cannot be read';
  const own = new Set(paths.map(folderOf));
  return since.whole.map(({ path }) => path).find((path) => {
    const folder = folderOf(path);
    return /^(?:content|rubrics)\//.test(path) && (folder === undefined || own.has(folder));
  });
}

function folderOf(path: string): string | undefined {
  return /^content\/candidates\/[^/]+\/[^/]+\//.exec(path)?.[0];
}

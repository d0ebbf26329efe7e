import { clientOf, type Connection } from './client.ts';
import { isOurs, markerOf } from './comments.ts';

/** A remark on one line of a pull request. */
export interface Remark {
  /** Names what it says: it is said once, for ever. */
  readonly key: string;
  readonly path: string;
  readonly line: number;
  /** Markdown. */
  readonly body: string;
}

/**
 * Puts remarks on lines of a pull request, in one review, so that people hear of it once. What was said before, on whatever commit, is not repeated.
 * @param head the commit that the lines are counted in
 * @returns how many were new
 * @throws ForgeError; `refused` where GitHub does not show a line in the difference
 */
export async function remark(connection: Connection, { number, head, remarks }: { readonly number: number; readonly head: string; readonly remarks: readonly Remark[] }): Promise<number> {
  if (remarks.length === 0) return 0;
  const client = clientOf(connection);
  const { octokit, where, once, ask } = client;
  const at = { ...where, pull_number: number };
  const there = await ask('the remarks', () => octokit.paginate(octokit.rest.pulls.listReviewComments, { ...at, per_page: 100 }));
  const fresh: Remark[] = [];
  for (const each of remarks) {
    const same = there.filter(({ body, path }) => path === each.path && body.startsWith(markerOf(each.key)));
    const ours = await Promise.all(same.map(({ user }) => isOurs(client, user)));
    if (!ours.includes(true)) fresh.push(each);
  }
  if (fresh.length === 0) return 0;
  const comments = fresh.map(({ key, path, line, body }) => ({ path, line, side: 'RIGHT', body: `${markerOf(key)}\n${body}` }));
  await ask('the suggestions', () => octokit.rest.pulls.createReview({ ...at, ...once, commit_id: head, event: 'COMMENT', comments }));
  return fresh.length;
}

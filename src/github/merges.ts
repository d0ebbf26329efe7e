import { clientOf, type Connection } from './client.ts';
import { ForgeError } from './forge.ts';

/** What is to be merged. */
export interface MergeRequest {
  readonly number: number;
  /** The commit that was judged: another one is not merged. */
  readonly head: string;
  readonly title: string;
  /** How long to wait for required checks that still run, in milliseconds, and how often to look. */
  readonly patience: number;
  readonly pause: number;
}

/** What came of it; a refusal says why, in words. */
export type Merged = { readonly merged: true; readonly commit: string } | { readonly merged: false; readonly because: string };

/**
 * Merges a pull request by squash, the judged commit and no other. What others did meanwhile is no fault: it is said.
 * @throws ForgeError when the token may not, or GitHub does not answer
 */
export async function squash(connection: Connection, { number, head, title, patience, pause }: MergeRequest): Promise<Merged> {
  const { octokit, where, once, ask } = clientOf(connection);
  const at = { ...where, pull_number: number };
  const left = (because: string): Merged => ({ merged: false, because });
  for (let waited = 0; ; waited += pause) {
    const { data: pull } = await ask(`pull request ${number}`, () => octokit.rest.pulls.get(at));
    if (pull.merged) return left('somebody merged it meanwhile');
    if (pull.state === 'closed') return left('it was closed meanwhile');
    if (pull.draft) return left('it is a draft');
    if (pull.head.sha !== head) return left('something was pushed meanwhile; the newer commit is judged by a run of its own');
    try {
      const { data } = await ask(`the merge of pull request ${number}`, () => octokit.rest.pulls.merge({ ...at, ...once, merge_method: 'squash', sha: head, commit_title: title }));
      return { merged: true, commit: data.sha };
    } catch (error) {
      const status = error instanceof ForgeError ? statusOf(error) : undefined;
      // 409: the head moved between our look and the merge.
      if (status === 409) return left('something was pushed meanwhile; the newer commit is judged by a run of its own');
      if (status !== 405) throw error;
      // Required checks may still run; what else forbids it does not go away by waiting, and says so in the end.
      if (waited + pause > patience) return left(`GitHub does not let it be merged: ${reasonOf(error)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function statusOf({ cause }: ForgeError): number | undefined {
  return cause instanceof Error && 'status' in cause && typeof cause.status === 'number' ? cause.status : undefined;
}

function reasonOf(error: unknown): string {
  return /\(405: (.*)\)\.$/.exec(error instanceof Error ? error.message : '')?.[1] ?? 'no reason given';
}

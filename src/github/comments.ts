import { clientOf, type Client, type Connection } from './client.ts';
import { ForgeError } from './forge.ts';

/** What was said on a pull request, and by whom. */
interface Said {
  readonly id: number;
  readonly body?: string | null;
  readonly html_url: string;
  readonly user: { readonly login: string; readonly type: string } | null;
}

/** What is to stand on a pull request. */
export interface Standing {
  /** Number of the pull request, or of an issue. */
  readonly number: number;
  /** Names the comment: one of each name stands there, for ever. */
  readonly key: string;
  /** Markdown. */
  readonly body: string;
  /** Labels that are ours to set and to take away, and which of them are to be set; all others stay. */
  readonly labels?: { readonly ours: readonly string[]; readonly set: readonly string[] };
  /** Say it on a pull request that was closed or merged, too. */
  readonly evenClosed?: boolean;
}

/** What was done so that it stands there. */
export interface Stood {
  readonly comment: 'created' | 'updated' | 'same' | 'closed';
  readonly url?: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Comments of ours that another run had written at the same time, and that were taken away. */
  readonly spare: number;
}

/** The account of a workflow's own token. */
const WORKFLOW = 'github-actions[bot]';

/** Keeps what the product says on pull requests; every call throws {@link ForgeError}. */
export interface Conversations {
  /**
   * Keeps one comment and our labels as they are wanted, in three calls at most where no label goes away. Equal words are left alone. Comments that
   * others wrote are never touched, whatever they quote. Nothing is said on one that was closed meanwhile.
   */
  keep(standing: Standing): Promise<Stood>;
}

/** Conversations on GitHub. */
export function conversationsOf(connection: Connection): Conversations {
  const client = clientOf(connection);
  return { keep: (standing) => keep(client, standing) };
}

async function keep(client: Client, standing: Standing): Promise<Stood> {
  const { octokit, where, once, ask } = client;
  const { number, key } = standing;
  const at = { ...where, issue_number: number };
  const { data: issue } = await ask(`pull request ${number}`, () => octokit.rest.issues.get(at));
  if (issue.state === 'closed' && standing.evenClosed !== true) return { comment: 'closed', added: [], removed: [], spare: 0 };
  const body = `${markerOf(key)}\n${standing.body.trimEnd()}\n`;
  const listed = async (): Promise<Said[]> => own(client, key, await ask('the comments', () => octokit.paginate(octokit.rest.issues.listComments, { ...at, per_page: 100 })));
  // Two runs that raced both found nothing and both spoke: the older comment stays, whichever run comes next.
  const [first, ...spare] = issue.comments === 0 ? [] : await listed();
  const said = await say(client, first, number, body);
  for (const each of spare) await ask('a comment that was written twice', () => octokit.rest.issues.deleteComment({ ...where, comment_id: each.id })).catch(onlyMissing);
  const { added, removed } = changesOf(issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))), standing.labels);
  if (added.length > 0) await ask('the labels', () => octokit.rest.issues.addLabels({ ...at, ...once, labels: added }));
  for (const name of removed) await ask(`the label “${name}”`, () => octokit.rest.issues.removeLabel({ ...at, name })).catch(onlyMissing);
  return { ...said, added, removed, spare: spare.length };
}

async function say({ octokit, where, once, ask }: Client, there: Said | undefined, number: number, body: string): Promise<{ comment: 'created' | 'updated' | 'same'; url: string }> {
  if (there && same(there.body ?? '', body)) return { comment: 'same', url: there.html_url };
  if (there) {
    const { data } = await ask('our comment', () => octokit.rest.issues.updateComment({ ...where, comment_id: there.id, body }));
    return { comment: 'updated', url: data.html_url };
  }
  const { data } = await ask('a new comment', () => octokit.rest.issues.createComment({ ...where, ...once, issue_number: number, body }));
  return { comment: 'created', url: data.html_url };
}

/** Ours with this name, oldest first. Who we are is asked only where a person quotes the marker. */
async function own(client: Client, key: string, all: readonly Said[]): Promise<Said[]> {
  const marked = all.filter(({ body }) => (body ?? '').startsWith(markerOf(key)));
  const ours: Said[] = [];
  for (const each of marked) if (await isOurs(client, each.user)) ours.push(each);
  return ours.sort((a, b) => a.id - b.id);
}

/** Whether the token's own account wrote it. A workflow's token cannot ask who it is, but no person can write as its bot. */
export async function isOurs({ login }: Pick<Client, 'login'>, user: Said['user']): Promise<boolean> {
  if (user?.login === WORKFLOW && user.type === 'Bot') return true;
  const me = await login();
  return me === undefined ? user?.type === 'Bot' : user?.login === me;
}

/** A line that GitHub does not show. */
export function markerOf(key: string): string {
  return `<!-- hire says ${encodeURIComponent(key)} -->`;
}

function changesOf(there: readonly string[], labels: Standing['labels']): { added: string[]; removed: string[] } {
  const { ours = [], set = [] } = labels ?? {};
  return { added: set.filter((name) => !there.includes(name)), removed: ours.filter((name) => there.includes(name) && !set.includes(name)) };
}

/** GitHub keeps other line ends where somebody edited on the web. */
function same(there: string, wanted: string): boolean {
  return there.replaceAll('\r\n', '\n').trimEnd() === wanted.trimEnd();
}

/** What is gone already need not be taken away. */
function onlyMissing(error: unknown): void {
  if (!(error instanceof ForgeError && error.fault === 'missing')) throw error;
}

import { runGit } from '../../store/git-command.ts';

/** A commit, as git tells of it. Whoever made it could write anything into the author line; an address of GitHub's own is the best there is. */
export interface ToldCommit {
  readonly id: string;
  readonly parent: string | undefined;
  /** When it was committed, milliseconds since 1970. */
  readonly at: number;
  readonly email: string;
  readonly subject: string;
}

const FORMAT = '--format=%H%x00%P%x00%ct%x00%ae%x00%s';

/**
 * Commits of the default branch that touched the record, as they came onto it: merges as a whole, oldest first.
 * @param since commits after this one; all when undefined
 */
export async function stepsOf(root: string, head: string, since: string | undefined): Promise<readonly ToldCommit[]> {
  const range = since === undefined ? head : `${since}..${head}`;
  return told(await runGit(root, ['log', '--reverse', '--first-parent', '--no-patch', '--no-show-signature', FORMAT, range, '--', 'content', 'rubrics']));
}

/** What git tells of some commits, by id. */
export async function tellOf(root: string, ids: readonly string[]): Promise<ReadonlyMap<string, ToldCommit>> {
  if (ids.length === 0) return new Map();
  return new Map(told(await runGit(root, ['log', '--no-walk=unsorted', '--no-patch', '--no-show-signature', FORMAT, ...ids, '--'])).map((each) => [each.id, each]));
}

/** The account behind an address that GitHub gives to people who hide theirs, `12345+login@users.noreply.github.com`; programs have none. */
export function accountOf(email: string): { readonly account: number; readonly login: string } | undefined {
  const [, id, login = ''] = /^(\d+)\+([^@]+)@users\.noreply\.[a-z0-9.-]+$/i.exec(email) ?? [];
  return id === undefined || login.endsWith('[bot]') ? undefined : { account: Number(id), login };
}

/** The branch that counts: where the remote's HEAD points, else main or master, else where one stands. */
export async function defaultBranch(root: string): Promise<string> {
  for (const name of ['refs/remotes/origin/HEAD', 'refs/heads/main', 'refs/heads/master']) {
    if (await runGit(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`])) return name;
  }
  return 'HEAD';
}

function told(output: Buffer | undefined): ToldCommit[] {
  return (output?.toString('utf8') ?? '').split('\n').filter((line) => line !== '').map((line) => {
    const [id = '', parents = '', seconds = '', email = '', subject = ''] = line.split('\0');
    return { id, parent: parents.split(' ')[0] || undefined, at: Number(seconds) * 1000, email, subject };
  });
}

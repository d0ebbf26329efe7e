import { clientOf, type Connection } from './client.ts';
import { ForgeError, type Forge, type Issue } from './forge.ts';

/**
 * A repository on GitHub, asked through octokit.
 * @throws ForgeError when the address would send the token in the open
 */
export function octokitForge(connection: Connection): Forge {
  const { octokit, where, once, ask, login } = clientOf(connection);
  const { owner, name: repo } = connection;

  return {
    repository: { owner, name: repo },

    createPullRequest: async ({ head, base, title, body }) => {
      const open = async () => (await ask('the pull requests', () => octokit.rest.pulls.list({ ...where, state: 'open', head: `${owner}:${head}` }))).data[0];
      const there = await open();
      if (there) return { number: there.number, url: there.html_url, created: false };
      const into = base ?? (await ask('the default branch', () => octokit.rest.repos.get(where))).data.default_branch;
      try {
        const { data } = await ask('a new pull request', () => octokit.rest.pulls.create({ ...where, ...once, head, base: into, title, body }));
        return { number: data.number, url: data.html_url, created: true };
      } catch (error) {
        // Somebody was quicker, or the answer got lost on its way.
        const meanwhile = error instanceof ForgeError && ['refused', 'broken', 'unreachable'].includes(error.fault) ? await open().catch(() => undefined) : undefined;
        if (meanwhile) return { number: meanwhile.number, url: meanwhile.html_url, created: false };
        throw error;
      }
    },

    issues: async (label) => {
      const own = await login();
      const all = await ask('the issues', () => octokit.paginate(octokit.rest.issues.listForRepo, { ...where, labels: label, state: 'all', per_page: 100 }));
      return all.filter((issue) => issue.pull_request === undefined).map((issue) => issueOf(issue, own));
    },

    createIssue: async ({ title, body, labels, assignees }) => {
      const make = (whom: readonly string[]) => ask('a new issue', () => octokit.rest.issues.create({ ...where, ...once, title, body, labels: [...labels], ...(whom.length > 0 && { assignees: [...whom] }) }));
      // Somebody who left cannot be assigned; the work is still to be named.
      const { data } = await make(assignees).catch((error: unknown) => {
        if (assignees.length > 0 && error instanceof ForgeError && error.fault === 'refused') return make([]);
        throw error;
      });
      return { number: data.number, url: data.html_url, title: data.title, body: data.body ?? '', open: data.state === 'open', own: true };
    },

    editIssue: async (number, { title, body, open }) => {
      await ask(`issue ${number}`, () => octokit.rest.issues.update({
        ...where, issue_number: number,
        ...(title !== undefined && { title }), ...(body !== undefined && { body }), ...(open !== undefined && { state: open ? 'open' : 'closed' }),
      }));
    },
  };
}

interface RawIssue {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body?: string | null;
  readonly state: string;
  readonly user: { readonly login: string; readonly type: string } | null;
}

/** The token of a workflow is a bot's; no person can write as one. */
function issueOf({ number, html_url, title, body, state, user }: RawIssue, me: string | undefined): Issue {
  return { number, url: html_url, title, body: body ?? '', open: state === 'open', own: me === undefined ? user?.type === 'Bot' : user?.login === me };
}

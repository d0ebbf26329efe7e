import { Octokit } from 'octokit';
import { faultOf } from './faults.ts';
import { ForgeError, type Forge, type Issue } from './forge.ts';
import { isSafeAddress, type Place } from './repository.ts';

/** How to speak to GitHub. */
export interface Connection extends Place {
  readonly token: string;
  /** In GitHub's own pace unless said: writes a second apart, new issues three, and real seconds for what it asks us to wait. */
  readonly pace?: 'at once';
}

/** Longest that we wait when GitHub asks for patience, in seconds; a person or a job of five minutes stands behind us. */
const PATIENCE = 90;
/** Longest that one answer may take, in milliseconds. */
const SILENCE = 30_000;

const AT_ONCE = { key: () => ({ schedule: (_options: unknown, job: (...words: unknown[]) => unknown, ...words: unknown[]) => job(...words) }) };

/**
 * A repository on GitHub, asked through octokit.
 * @throws ForgeError when the address would send the token in the open
 */
export function octokitForge({ owner, name: repo, api, token, pace }: Connection): Forge {
  if (!isSafeAddress(api)) throw new ForgeError('unreachable', `The token is not sent to ${api}: only https is safe.`);
  const mayWait = (seconds: number, _options: unknown, _octokit: unknown, tries: number): boolean => tries < 2 && seconds <= PATIENCE;
  const octokit = new Octokit({
    auth: token,
    baseUrl: api,
    userAgent: 'hiring-as-code',
    // What is told to a person is told once, by whoever catches the error.
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    request: { fetch: (url: string, options: RequestInit) => fetch(url, { ...options, signal: AbortSignal.timeout(SILENCE) }) },
    retry: { retries: 2, doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451], ...(pace && { retryAfterBaseValue: 1 }) },
    throttle: { onRateLimit: mayWait, onSecondaryRateLimit: mayWait, id: `${api}/${owner}`, ...(pace && { write: AT_ONCE, notifications: AT_ONCE, retryAfterBaseValue: 1 }) },
  });
  const where = { owner, repo };
  // Making something is never tried again by itself: the first try may have made it although no answer came.
  const once = { request: { retries: 0 } };
  const ask = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw faultOf(error, what, `${owner}/${repo}`, api);
    }
  };
  let me: Promise<string | undefined> | undefined;
  /** Undefined for the token of a workflow, which is nobody's account. */
  const login = () => (me ??= ask('who we are', () => octokit.rest.users.getAuthenticated()).then(({ data }) => data.login, (error: unknown) => {
    if (error instanceof ForgeError && error.fault === 'forbidden') return undefined;
    throw error;
  }));

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

import { clientOf, type Client, type Connection } from './client.ts';
import { ForgeError } from './forge.ts';

/** A setting, or why it was not shown: the plan does not have it, or the token may not see it. */
export type Seen<T> = { readonly is: T } | { readonly hidden: 'plan' | 'rights' };

/** How the default branch is protected: rulesets and the older protection together. */
export interface Protection {
  /** Whether changes come by pull request alone. */
  readonly pullRequests: boolean;
  readonly approvals: number;
  readonly owners: boolean;
  readonly checks: readonly string[];
  readonly forcePushes: boolean;
}

/** Settings of a repository that decide who sees and who may do what. */
export interface RepositorySettings {
  readonly visibility: string;
  readonly defaultBranch: string;
  readonly forks: boolean;
  /** Undefined where nothing protects the branch. */
  readonly protection: Seen<Protection | undefined>;
  /** Undefined where there are no pages. */
  readonly pages: Seen<{ readonly public: boolean; readonly url: string } | undefined>;
  readonly actions: Seen<{ readonly enabled: boolean; readonly allowed: string }>;
  /** What a workflow's token may do where the workflow does not say, and whether it may approve. */
  readonly token: Seen<{ readonly writes: boolean; readonly approves: boolean }>;
  /** Whose pull requests from forks wait for somebody before workflows run. */
  readonly forkApproval: Seen<string>;
  /** Names of secrets that a workflow of any branch can read. */
  readonly secrets: Seen<readonly string[]>;
  readonly environments: Seen<readonly { readonly name: string; readonly branches: boolean }[]>;
  readonly ownersErrors: Seen<readonly { readonly line: number; readonly what: string }[]>;
  readonly workflows: Seen<readonly { readonly path: string; readonly state: string }[]>;
  readonly accounts: Seen<readonly { readonly login: string; readonly role: string }[]>;
}

/**
 * Asks GitHub for every setting that matters here; reads only.
 * @throws ForgeError when the repository itself is not shown, or nobody answers
 */
export async function readSettings(connection: Connection): Promise<RepositorySettings> {
  const client = clientOf(connection);
  const { octokit: { rest, paginate }, where, ask } = client;
  const { data: repository } = await ask('the repository', () => rest.repos.get(where));
  const branch = repository.default_branch;
  return {
    visibility: repository.visibility ?? (repository.private ? 'private' : 'public'), defaultBranch: branch, forks: repository.allow_forking ?? false,
    protection: await protectionOf(client, branch),
    pages: repository.has_pages ? await seen(() => ask('the pages', () => rest.repos.getPages(where)), ({ data }) => ({ public: data.public, url: data.html_url ?? '' })) : { is: undefined },
    actions: await seen(() => ask('what Actions may do', () => rest.actions.getGithubActionsPermissionsRepository(where)), ({ data }) => ({ enabled: data.enabled, allowed: data.allowed_actions ?? 'all' })),
    token: await seen(() => ask('the rights of workflows', () => rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(where)), ({ data }) => ({ writes: data.default_workflow_permissions === 'write', approves: data.can_approve_pull_request_reviews })),
    forkApproval: await seen(() => ask('the rules for forks', () => client.octokit.request('GET /repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval', where)), ({ data }) => String((data as { approval_policy?: unknown }).approval_policy)),
    secrets: await seen(() => ask('the names of secrets', () => rest.actions.listRepoSecrets({ ...where, per_page: 100 })), ({ data }) => data.secrets.map(({ name }) => name)),
    environments: await seen(() => ask('the environments', () => rest.repos.getAllEnvironments({ ...where, per_page: 100 })), ({ data }) => (data.environments ?? []).map(({ name, deployment_branch_policy: policy }) => ({ name, branches: policy !== null && policy !== undefined }))),
    ownersErrors: await seen(() => ask('the errors of CODEOWNERS', () => rest.repos.codeownersErrors(where)), ({ data }) => data.errors.map(({ line, kind, suggestion }) => ({ line, what: [kind, suggestion].filter(Boolean).join(': ') }))),
    workflows: await seen(() => ask('the workflows', () => rest.actions.listRepoWorkflows({ ...where, per_page: 100 })), ({ data }) => data.workflows.map(({ path, state }) => ({ path, state }))),
    accounts: await seen(() => ask('who has access', () => paginate(rest.repos.listCollaborators, { ...where, per_page: 100 })), (all) => all.map(({ login, role_name: role }) => ({ login, role }))),
  };
}

async function protectionOf({ octokit, where, ask }: Client, branch: string): Promise<Seen<Protection | undefined>> {
  const ruled = await seen(() => ask('the rules of the default branch', () => octokit.paginate(octokit.rest.repos.getBranchRules, { ...where, branch, per_page: 100 })), (rules) => rules);
  // Whoever sees no older protection may still have rules, which everybody may read.
  const older = await seen(() => ask('the protection of the default branch', () => octokit.rest.repos.getBranchProtection({ ...where, branch })).catch(noneAsUndefined), (answer) => answer?.data);
  if ('hidden' in ruled) return ruled;
  if ('hidden' in older && ruled.is.length === 0) return older;
  const was = 'hidden' in older ? undefined : older.is;
  if (ruled.is.length === 0 && !was) return { is: undefined };
  const types = new Map(ruled.is.map((rule) => [rule.type as string, ('parameters' in rule ? rule.parameters : {}) as Readonly<Record<string, unknown>>]));
  const asks = types.get('pull_request');
  const reviews = was?.required_pull_request_reviews;
  const contexts = (types.get('required_status_checks')?.['required_status_checks'] ?? []) as readonly { readonly context: string }[];
  return {
    is: {
      pullRequests: asks !== undefined || reviews !== undefined,
      approvals: Math.max(Number(asks?.['required_approving_review_count'] ?? 0), reviews?.required_approving_review_count ?? 0),
      owners: asks?.['require_code_owner_review'] === true || reviews?.require_code_owner_reviews === true,
      checks: [...contexts.map(({ context }) => context), ...was?.required_status_checks?.contexts ?? []],
      forcePushes: !types.has('non_fast_forward') && (was === undefined || was.allow_force_pushes?.enabled === true),
    },
  };
}

async function seen<A, T>(call: () => Promise<A>, read: (answer: A) => T): Promise<Seen<T>> {
  try {
    return { is: read(await call()) };
  } catch (error) {
    if (!(error instanceof ForgeError) || !['forbidden', 'missing'].includes(error.fault)) throw error;
    return { hidden: /^upgrade to/i.test(saidIn(error.cause)) ? 'plan' : 'rights' };
  }
}

function noneAsUndefined(error: unknown): undefined {
  if (!(error instanceof ForgeError) || saidIn(error.cause) !== 'Branch not protected') throw error;
  return undefined;
}

/** GitHub's own sentence in a refusal. */
function saidIn(cause: unknown): string {
  const { response } = (typeof cause === 'object' && cause !== null ? cause : {}) as { response?: { data?: { message?: unknown } } };
  return typeof response?.data?.message === 'string' ? response.data.message : '';
}

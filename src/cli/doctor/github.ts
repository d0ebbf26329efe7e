import type { Protection, RepositorySettings, Seen } from '../../github/settings.ts';
import type { Repository } from '../../github/forge.ts';
import { listed } from '../../model/words.ts';
import { fine, limit, stop, todo, unseen, type Finding } from './finding.ts';

/** What the repository here says about itself, to be held against GitHub's settings. */
export interface Expected {
  readonly repository: Repository;
  /** Names of the checks that a pull request is to pass. */
  readonly checks: readonly string[];
  /** Logins of content/people. */
  readonly logins: readonly string[];
}

/** Everything on GitHub that decides who sees and who may do what, each with the exact way to mend it. */
export function diagnoseGitHub(settings: RepositorySettings, expected: Expected): Finding[] {
  const { owner, name } = expected.repository;
  const at = `repos/${owner}/${name}`;
  return [
    visibility(settings, at), ...pages(settings, at), ...forks(settings, at), ...protection(settings, expected, at),
    ...actions(settings, at), ...token(settings, at), ...forkApproval(settings, at), ...secrets(settings, at), ...environments(settings, at),
    ...owners(settings), ...workflows(settings, at), ...accounts(settings, expected, at),
  ];
}

const PLAN = 'the plan does not have it for a private repository (GitHub Team has).';

/** Findings about a setting, or that it is not shown. */
function about<T>(name: string, setting: Seen<T>, what: string, right: string, judge: (is: T) => readonly Finding[]): readonly Finding[] {
  if ('is' in setting) return judge(setting.is);
  return [setting.hidden === 'plan'
    ? limit(name, `${what}: ${PLAN}`, 'Until the plan has it this rests on everybody’s word; “hire audit” finds out afterwards.')
    : unseen(name, `${what}: this token does not show it.`, `A fine-grained token of an owner, for this repository alone, with “${right}: read”.`)];
}

function visibility({ visibility: seen }: RepositorySettings, at: string): Finding {
  const remedy = `Settings → General → Danger Zone → Change visibility → private.  gh api -X PATCH ${at} -f visibility=private`;
  if (seen === 'private') return fine('visibility', 'The repository is private');
  return seen === 'public'
    ? stop('visibility', 'The repository is PUBLIC: everybody on the internet reads the scores of your candidates. Whatever was pushed counts as published.', remedy)
    : stop('visibility', `The repository is ${seen}: everybody in the company reads the scores of your candidates.`, remedy);
}

function pages(settings: RepositorySettings, at: string): readonly Finding[] {
  return about('pages', settings.pages, 'GitHub Pages', 'Pages', (is) => {
    if (!is) return [fine('pages', 'No GitHub Pages')];
    return [is.public
      ? stop('pages', `The pages at ${is.url} are PUBLIC, although the repository may be private.`, `Settings → Pages → GitHub Pages visibility → Private (an Enterprise plan has it), or take them down.  gh api -X DELETE ${at}/pages`)
      : fine('pages', `The pages at ${is.url} ask people to sign in`)];
  });
}

function forks({ forks: allowed }: RepositorySettings, at: string): readonly Finding[] {
  return [allowed
    ? todo('forks', 'The repository can be forked: a copy of everything, kept by one person.', `Settings → General → Features → Allow forking: off.  gh api -X PATCH ${at} -F allow_forking=false`)
    : fine('forks', 'The repository cannot be forked')];
}

function protection(settings: RepositorySettings, { checks }: Expected, at: string): readonly Finding[] {
  const branch = settings.defaultBranch;
  return about('protection', settings.protection, `Protection of ${branch}`, 'Administration', (is) => {
    const rules = rulesets(checks);
    const how = `Settings → Rules → Rulesets → New branch ruleset, target: default branch.  gh api -X POST ${at}/rulesets --input - <<< '${rules}'`;
    if (!is) return [todo('protection', `Nothing protects ${branch}: whoever can push changes scores, rubrics and the checks themselves, unseen.`, how)];
    const wrong = faultsOf(is, checks);
    return [wrong.length === 0 ? fine('protection', `${branch} is protected: pull requests, ${is.approvals === 1 ? 'one approval' : `${is.approvals} approvals`}, checks`) : todo('protection', `${branch} is protected, but ${listed(wrong)}.`, how)];
  });
}

function faultsOf({ pullRequests, approvals, owners: asksOwners, checks, forcePushes }: Protection, wanted: readonly string[]): string[] {
  const missing = wanted.filter((name) => !checks.includes(name));
  return [
    ...(pullRequests ? [] : ['it can be pushed to without a pull request']),
    ...(pullRequests && !asksOwners ? ['nobody of CODEOWNERS has to approve'] : []),
    ...(pullRequests && approvals === 0 && !asksOwners ? ['no approval is needed'] : []),
    ...(missing.length > 0 ? [`the ${missing.length === 1 ? 'check' : 'checks'} ${listed(missing.map((name) => `“${name}”`))} need not pass`] : []),
    ...(forcePushes ? ['its history can be rewritten by a forced push'] : []),
  ];
}

/** A ruleset that is enough; scores of one reviewer ask nobody of CODEOWNERS, so no approval is counted beside theirs. */
function rulesets(checks: readonly string[]): string {
  return JSON.stringify({
    name: 'main', target: 'branch', enforcement: 'active', conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [
      { type: 'deletion' }, { type: 'non_fast_forward' },
      { type: 'pull_request', parameters: { required_approving_review_count: 0, require_code_owner_review: true, dismiss_stale_reviews_on_push: true, require_last_push_approval: false, required_review_thread_resolution: false } },
      { type: 'required_status_checks', parameters: { strict_required_status_checks_policy: false, required_status_checks: checks.map((context) => ({ context })) } },
    ],
  });
}

function actions(settings: RepositorySettings, at: string): readonly Finding[] {
  return about('actions', settings.actions, 'Which actions may run', 'Administration', ({ enabled, allowed }) => {
    if (!enabled) return [todo('actions', 'Actions are off: nothing is checked, and no issue tells anybody what is due.', `Settings → Actions → General → Actions permissions.  gh api -X PUT ${at}/actions/permissions -F enabled=true -f allowed_actions=selected`)];
    return [allowed === 'all'
      ? todo('actions', 'Workflows may run actions of anybody; these need GitHub’s own alone.', `Settings → Actions → General → Allow ${at.split('/')[1] ?? ''}, and select non-${at.split('/')[1] ?? ''}, actions.  gh api -X PUT ${at}/actions/permissions -F enabled=true -f allowed_actions=selected && gh api -X PUT ${at}/actions/permissions/selected-actions -F github_owned_allowed=true -F verified_allowed=false`)
      : fine('actions', 'Actions run, and not everybody’s')];
  });
}

function token(settings: RepositorySettings, at: string): readonly Finding[] {
  return about('token', settings.token, 'What a workflow’s token may do', 'Administration', ({ writes, approves }) => {
    const wrong = [...(writes ? ['may write wherever a workflow does not say otherwise'] : []), ...(approves ? ['may open and approve pull requests'] : [])];
    return [wrong.length === 0 ? fine('token', 'A workflow’s token reads, and approves nothing') : todo('token', `A workflow’s token ${listed(wrong)}.`, `Settings → Actions → General → Workflow permissions → Read, without “create and approve”.  gh api -X PUT ${at}/actions/permissions/workflow -f default_workflow_permissions=read -F can_approve_pull_request_reviews=false`)];
  });
}

function forkApproval(settings: RepositorySettings, at: string): readonly Finding[] {
  // Where nobody can fork, nobody proposes from a fork.
  if (!settings.forks) return [];
  return about('fork-approval', settings.forkApproval, 'Pull requests from forks', 'Administration', (policy) => [policy === 'all_external_contributors'
    ? fine('fork-approval', 'Workflows of pull requests from forks wait for somebody')
    : todo('fork-approval', 'Workflows of pull requests from forks run without anybody’s approval, but for newcomers.', `Settings → Actions → General → Approval for running fork pull request workflows → all external contributors.  gh api -X PUT ${at}/actions/permissions/fork-pr-contributor-approval -f approval_policy=all_external_contributors`)]);
}

function secrets(settings: RepositorySettings, at: string): readonly Finding[] {
  return about('secrets', settings.secrets, 'Secrets of the repository', 'Secrets', (names) => [names.length === 0
    ? fine('secrets', 'No secret that a workflow of any branch could read')
    : todo('secrets', `${listed(names)} can be read by whoever can push a branch.`, `Put ${names.length === 1 ? 'it' : 'them'} into an environment of ${settings.defaultBranch} (Settings → Environments), and remove ${names.length === 1 ? 'it' : 'them'} here.  gh api -X DELETE ${at}/actions/secrets/${names[0] ?? ''}`)]);
}

function environments(settings: RepositorySettings, at: string): readonly Finding[] {
  return about('environments', settings.environments, 'Environments', 'Actions', (all) => {
    const open = all.filter(({ branches }) => !branches).map(({ name }) => name);
    if (open.length === 0) return all.length === 0 ? [] : [fine('environments', `Secrets of ${listed(all.map(({ name }) => name))} are for protected branches`)];
    if ('hidden' in settings.protection && settings.protection.hidden === 'plan') return [limit('environments', `Secrets of ${listed(open)} can be read from any branch: ${PLAN}`, 'Keep no key there.')];
    return [todo('environments', `Secrets of ${listed(open)} can be read from any branch.`, `Settings → Environments → ${open[0] ?? ''} → Deployment branches → Protected branches only.  gh api -X PUT ${at}/environments/${open[0] ?? ''} -F deployment_branch_policy[protected_branches]=true -F deployment_branch_policy[custom_branch_policies]=false`)];
  });
}

function owners(settings: RepositorySettings): readonly Finding[] {
  return about('codeowners-errors', settings.ownersErrors, 'Errors of CODEOWNERS', 'Contents', (errors) => errors.length === 0 ? [] : [
    todo('codeowners-errors', `GitHub cannot ask everybody that CODEOWNERS names: ${listed(errors.slice(0, 5).map(({ line, what }) => `line ${line}, ${what}`))}.`, 'Give them access with “write” (Settings → Collaborators and teams), or mend the login in content/people; then hire codeowners.'),
  ]);
}

function workflows(settings: RepositorySettings, at: string): readonly Finding[] {
  return about('workflows', settings.workflows, 'Workflows', 'Actions', (all) => {
    const asleep = all.filter(({ state }) => state.startsWith('disabled'));
    if (asleep.length === 0) return [fine('workflows', 'No workflow sleeps')];
    return asleep.map(({ path, state }) => todo('workflows', state === 'disabled_inactivity' ? `${path} sleeps: GitHub stops a schedule after 60 days without a commit.` : `${path} was switched off.`, `Actions → ${path} → Enable workflow.  gh api -X PUT ${at}/actions/workflows/${path.split('/').at(-1) ?? ''}/enable`));
  });
}

function accounts(settings: RepositorySettings, { logins }: Expected, at: string): readonly Finding[] {
  return about('access', settings.accounts, 'Who has access', 'Metadata', (all) => {
    const known = new Set(logins.map((login) => login.toLowerCase()));
    const strangers = all.filter(({ login, role }) => !known.has(login.toLowerCase()) && role !== 'admin').map(({ login }) => login);
    const without = logins.filter((login) => !all.some((each) => each.login.toLowerCase() === login.toLowerCase()));
    return [
      ...(strangers.length === 0 ? [] : [todo('access', `${listed(strangers)} ${strangers.length === 1 ? 'has' : 'have'} access and ${strangers.length === 1 ? 'is nobody’s' : 'are nobody’s'} account in content/people.`, `Add them there, or take the access away.  gh api -X DELETE ${at}/collaborators/${strangers[0] ?? ''}`)]),
      ...(without.length === 0 ? [] : [todo('access', `${listed(without)} ${without.length === 1 ? 'takes' : 'take'} part and ${without.length === 1 ? 'has' : 'have'} no access.`, `Settings → Collaborators and teams.  gh api -X PUT ${at}/collaborators/${without[0] ?? ''} -f permission=push`)]),
      ...(strangers.length + without.length === 0 ? [fine('access', 'Those who have access are those who take part')] : []),
    ];
  });
}

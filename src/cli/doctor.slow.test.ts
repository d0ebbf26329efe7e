import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Guards } from '../fixtures/github/guards.ts';
import { startFakeGitHub, type FakeGitHub } from '../fixtures/github/server.ts';
import { smallWorld, type FakeRepository } from '../fixtures/github/world.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
let fake: FakeGitHub;
let repository: FakeRepository;
beforeEach(async () => {
  bench = benchOf(HEALTHY);
  fake = await startFakeGitHub(smallWorld());
  [repository] = fake.world.repositories as [FakeRepository];
  repository.collaborators.clear();
  for (const login of ['kim_example', 'mia_example', 'noa_example']) repository.collaborators.add(login);
  repository.permissions.set('kim_example', 'admin').set('mia_example', 'write').set('noa_example', 'write');
});
afterEach(async () => {
  bench.remove();
  await fake.close();
});

interface Told {
  readonly ok: boolean;
  readonly findings: readonly { name: string; fine: boolean; grade?: string; what: string; remedy?: string }[];
  readonly who: readonly { what: string; who: string }[];
}

const set = (guards: Partial<Guards>): void => void (repository.guards = { ...repository.guards, ...guards });
const run = (token: string, ...words: string[]) => bench.hire(['doctor', ...words], { env: { GITHUB_TOKEN: token, GITHUB_REPOSITORY: 'miniature/hiring', GITHUB_API_URL: fake.url } });
/** Names of what this machine can tell; everything else came from GitHub. */
const OURS = new Set(['node', 'git', 'remote', 'author', 'ignored', 'settings', 'people', 'accounts', 'roles', 'identities', 'codeowners', 'schemas']);
async function asked(token = 'admin-token'): Promise<{ code: number; findings: Told['findings']; who: Readonly<Record<string, string>> }> {
  const { code, out } = await run(token, '--json');
  const { findings, who } = JSON.parse(out) as Told;
  return { code, findings: findings.filter(({ name }) => !OURS.has(name)), who: Object.fromEntries(who.map((each) => [each.what, each.who])) };
}

describe('hire doctor asks GitHub', () => {
  it('and finds nothing in a repository that is as it should be', async () => {
    const { findings, who } = await asked();
    expect(findings.map(({ fine, grade, what }) => `${fine ? 'ok' : grade ?? 'to do'}: ${what}`)).toMatchInlineSnapshot(`
      [
        "ok: The repository is private",
        "ok: No GitHub Pages",
        "ok: The repository cannot be forked",
        "ok: main is protected: pull requests, one approval, checks",
        "ok: Actions run, and not everybody’s",
        "ok: A workflow’s token reads, and approves nothing",
        "ok: No secret that a workflow of any branch could read",
        "ok: No workflow sleeps",
        "ok: Those who have access are those who take part",
      ]
    `);
    expect(who).toMatchInlineSnapshot(`
      {
        "copies of their own (clones)": "kim_example, mia_example and noa_example",
        "names of candidates": "whoever has the folder of identities; nobody on GitHub",
        "records, scores, also before a panel is complete": "kim_example, mia_example and noa_example",
        "secrets of the repository": "nobody: there are none",
        "the site as GitHub Pages": "nobody: there are none",
        "the site as an artifact of a run": "kim_example, mia_example and noa_example",
        "these settings": "kim_example",
        "what goes into main": "kim_example, mia_example and noa_example, by pull request with approval of those whom CODEOWNERS names",
      }
    `);
  });

  it('and reads only', async () => {
    await asked();
    expect(fake.log.filter((line) => !line.startsWith('GET '))).toEqual([]);
    expect(fake.log.length).toBeGreaterThan(9);
  });

  it('and names everything that is wrong, with the line that mends it', async () => {
    set({
      visibility: 'public', forks: true, rulesets: [], pages: { public: true, url: 'https://miniature.pages.example' },
      actions: { enabled: true, allowed: 'all', writes: true, approves: true, forks: 'first_time_contributors' }, secrets: ['AGE_KEY'],
      environments: [{ name: 'open-scores', reviewers: false, branches: 'any' }],
      workflows: [{ path: '.github/workflows/daily.yml', state: 'disabled_inactivity' }], ownersErrors: [{ line: 5, kind: 'Unknown owner', message: 'x' }],
    });
    repository.collaborators.add('stranger-example');
    repository.collaborators.delete('noa_example');
    const { code, findings, who } = await asked();
    expect(code).toBe(1);
    expect(findings.filter(({ fine }) => fine)).toEqual([]);
    expect(findings.map(({ grade, what, remedy }) => `${grade ?? 'to do'}: ${what}\n→ ${remedy ?? ''}`).join('\n')).toMatchInlineSnapshot(`
      "stop: The repository is PUBLIC: everybody on the internet reads the scores of your candidates. Whatever was pushed counts as published.
      → Settings → General → Danger Zone → Change visibility → private.  gh api -X PATCH repos/miniature/hiring -f visibility=private
      stop: The pages at https://miniature.pages.example are PUBLIC, although the repository may be private.
      → Settings → Pages → GitHub Pages visibility → Private (an Enterprise plan has it), or take them down.  gh api -X DELETE repos/miniature/hiring/pages
      to do: The repository can be forked: a copy of everything, kept by one person.
      → Settings → General → Features → Allow forking: off.  gh api -X PATCH repos/miniature/hiring -F allow_forking=false
      to do: Nothing protects main: whoever can push changes scores, rubrics and the checks themselves, unseen.
      → Settings → Rules → Rulesets → New branch ruleset, target: default branch.  gh api -X POST repos/miniature/hiring/rulesets --input - <<< '{"name":"main","target":"branch","enforcement":"active","conditions":{"ref_name":{"include":["~DEFAULT_BRANCH"],"exclude":[]}},"rules":[{"type":"deletion"},{"type":"non_fast_forward"},{"type":"pull_request","parameters":{"required_approving_review_count":0,"require_code_owner_review":true,"dismiss_stale_reviews_on_push":true,"require_last_push_approval":false,"required_review_thread_resolution":false}},{"type":"required_status_checks","parameters":{"strict_required_status_checks_policy":false,"required_status_checks":[{"context":"content"}]}}]}'
      to do: Workflows may run actions of anybody; these need GitHub’s own alone.
      → Settings → Actions → General → Allow miniature, and select non-miniature, actions.  gh api -X PUT repos/miniature/hiring/actions/permissions -F enabled=true -f allowed_actions=selected && gh api -X PUT repos/miniature/hiring/actions/permissions/selected-actions -F github_owned_allowed=true -F verified_allowed=false
      to do: A workflow’s token may write wherever a workflow does not say otherwise and may open and approve pull requests.
      → Settings → Actions → General → Workflow permissions → Read, without “create and approve”.  gh api -X PUT repos/miniature/hiring/actions/permissions/workflow -f default_workflow_permissions=read -F can_approve_pull_request_reviews=false
      to do: Workflows of pull requests from forks run without anybody’s approval, but for newcomers.
      → Settings → Actions → General → Approval for running fork pull request workflows → all external contributors.  gh api -X PUT repos/miniature/hiring/actions/permissions/fork-pr-contributor-approval -f approval_policy=all_external_contributors
      to do: AGE_KEY can be read by whoever can push a branch.
      → Put it into an environment of main (Settings → Environments), and remove it here.  gh api -X DELETE repos/miniature/hiring/actions/secrets/AGE_KEY
      to do: Secrets of open-scores can be read from any branch.
      → Settings → Environments → open-scores → Deployment branches → Protected branches only.  gh api -X PUT repos/miniature/hiring/environments/open-scores -F deployment_branch_policy[protected_branches]=true -F deployment_branch_policy[custom_branch_policies]=false
      to do: GitHub cannot ask everybody that CODEOWNERS names: line 5, Unknown owner.
      → Give them access with “write” (Settings → Collaborators and teams), or mend the login in content/people; then hire codeowners.
      to do: .github/workflows/daily.yml sleeps: GitHub stops a schedule after 60 days without a commit.
      → Actions → .github/workflows/daily.yml → Enable workflow.  gh api -X PUT repos/miniature/hiring/actions/workflows/daily.yml/enable
      to do: stranger-example has access and is nobody’s account in content/people.
      → Add them there, or take the access away.  gh api -X DELETE repos/miniature/hiring/collaborators/stranger-example
      to do: noa_example takes part and has no access.
      → Settings → Collaborators and teams.  gh api -X PUT repos/miniature/hiring/collaborators/noa_example -f permission=push"
    `);
    expect(who).toMatchObject({ 'records, scores, also before a panel is complete': 'EVERYBODY ON THE INTERNET', 'what goes into main': 'kim_example, mia_example and stranger-example, without anybody’s approval' });
  });

  it('and calls a limit of the plan by its name', async () => {
    set({ limitedPlan: true, environments: [{ name: 'open-scores', reviewers: true, branches: 'protected' }] });
    const { findings, who } = await asked();
    expect(findings.filter(({ fine }) => !fine).map(({ grade, what }) => `${grade ?? 'to do'}: ${what}`)).toMatchInlineSnapshot(`
      [
        "limit: Protection of main: the plan does not have it for a private repository (GitHub Team has).",
        "limit: Secrets of open-scores can be read from any branch: the plan does not have it for a private repository (GitHub Team has).",
      ]
    `);
    expect(who['what goes into main']).toMatchInlineSnapshot(`"kim_example, mia_example and noa_example, without anybody’s approval: the plan protects no branch"`);
    expect((await run('admin-token')).err).toContain('2 protections your plan does not have.\n');
  });

  it.each<[what: string, guards: Partial<Guards>, said: string | undefined]>([
    ['no approval and no check', { rulesets: [{ id: 1, name: 'main', enforcement: 'active', rules: [{ type: 'pull_request', parameters: { dismiss_stale_reviews_on_push: false, require_code_owner_review: false, require_last_push_approval: false, required_approving_review_count: 0, required_review_thread_resolution: false } }] }] }, 'main is protected, but nobody of CODEOWNERS has to approve, no approval is needed, the check “content” need not pass and its history can be rewritten by a forced push.'],
    ['a ruleset that is only tried out', { rulesets: [{ id: 1, name: 'main', enforcement: 'evaluate', rules: [{ type: 'non_fast_forward' }] }] }, 'Nothing protects main: whoever can push changes scores, rubrics and the checks themselves, unseen.'],
    ['the older protection', { rulesets: [], protection: { reviews: 1, owners: true, checks: ['content'], administrators: true, force: false } }, undefined],
    ['the older protection, with forced pushes', { rulesets: [], protection: { reviews: 1, owners: true, checks: ['content'], administrators: true, force: true } }, 'main is protected, but its history can be rewritten by a forced push.'],
  ])('and sees %s', async (_, guards, said) => {
    set(guards);
    expect((await asked()).findings.find(({ name }) => name === 'protection')).toMatchObject(said === undefined ? { fine: true } : { fine: false, what: said });
  });

  it('and claims nothing that a small token does not show', async () => {
    const { findings } = await asked('reader-token');
    expect(findings.filter(({ grade }) => grade === 'unseen').map(({ name }) => name)).toEqual(['actions', 'token', 'secrets', 'environments', 'workflows']);
    // Rules may be read by everybody; so the protection is seen all the same.
    expect(findings.find(({ name }) => name === 'protection')).toMatchObject({ fine: true });
    set({ rulesets: [], pages: { public: true, url: 'https://miniature.pages.example' } });
    expect((await asked('reader-token')).findings.filter(({ grade }) => grade === 'unseen').map(({ name }) => name)).toContain('protection');
  });

  it('and prints it for a person', async () => {
    set({ visibility: 'internal' });
    const { code, out } = await run('admin-token');
    expect(code).toBe(1);
    expect(out).toContain('STOP   The repository is internal: everybody in the company reads the scores of your candidates.\n       → Settings → General');
    expect(out).toMatch(/\nWho can see and do what, as it is now\n {2}records, scores, also before a panel is complete {2}everybody in the company\n/);
  });

  it('and says when a token is none, or the repository is not there', async () => {
    expect(await run('nobody')).toMatchObject({ code: 2, err: expect.stringContaining('GitHub does not accept the token') as string });
    fake.world.repositories.pop();
    expect(await run('admin-token')).toMatchObject({ code: 2, err: expect.stringContaining('GitHub does not show the repository of miniature/hiring') as string });
  });
});

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeGitHub, type FakeGitHub } from './fixtures/github/server.ts';
import { addIssue, smallWorld, type FakeIssue, type FakeRepository } from './fixtures/github/world.ts';
import { runWorkflow, starts, type Occasion, type RanJob } from './fixtures/workflow-runner.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const install = 'npm ci --omit=dev --ignore-scripts';
const BUILD = 'node scripts/hire.mjs build --keep-going --out dist';
const HERON = 'content/candidates/builder-2026/plum-heron-2k';
const KIM = { id: 2001, login: 'kim_example' };
const MIA = { id: 2002, login: 'mia_example' };
const NOA = { id: 2003, login: 'noa_example' };
const WHO = { GIT_AUTHOR_NAME: 'Sample', GIT_AUTHOR_EMAIL: 'sample@mail.example', GIT_COMMITTER_NAME: 'Sample', GIT_COMMITTER_EMAIL: 'sample@mail.example', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
let clone = '';
let fake: FakeGitHub;
let repository: FakeRepository;
const git = (...words: string[]): string => execFileSync('git', ['-C', clone, ...words], { encoding: 'utf8', env: { ...process.env, ...WHO }, stdio: ['ignore', 'pipe', 'pipe'] }).trim();
const edit = (path: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(join(clone, path), 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${path} does not hold ${String(from)}.`);
  writeFileSync(join(clone, path), edited);
};

/** The engine as it lies here with a small content that is in order, apart from it, and the packages that a job installs: no others, and none of their scripts has run. */
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'hire-workflow-'));
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const path of new Set(tracked.split('\0'))) if (path !== '' && !/^(content|rubrics)\//.test(path) && existsSync(join(root, path))) cpSync(join(root, path), join(clone, path));
  cpSync(join(root, 'src/fixtures/healthy'), clone, { recursive: true });
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean }> };
  const wanted = Object.keys(packages).filter((at) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(at) && packages[at]?.dev !== true && !/\/(node|node-bin-[^/]+)$/.test(at));
  for (const at of wanted) if (existsSync(join(root, at))) cpSync(join(root, at), join(clone, at), { recursive: true, filter: (path) => packages[path.slice(root.length)]?.dev !== true });
  edit('content/settings.yml', 'scores: { ', 'scores: { merge: when-valid, ');
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'Base');
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

beforeEach(async () => {
  fake = await startFakeGitHub(smallWorld());
  [repository] = fake.world.repositories as [FakeRepository];
  for (const { login } of [KIM, MIA, NOA]) repository.collaborators.add(login);
  repository.refs.set('heads/main', git('rev-parse', 'main'));
});
afterEach(async () => {
  git('switch', '-qf', 'main');
  git('clean', '-qfd');
  await fake.close();
});

/** The token of a job is a bot’s that may do what the job was granted: what it may not do, the fake refuses. */
const token = (permissions: Readonly<Record<string, string>>): string => {
  const rights = Object.fromEntries(Object.entries(permissions).map(([name, level]) => [name.replaceAll('-', '_'), level as 'read' | 'write']));
  fake.world.accounts.set('job-token', { login: 'github-actions[bot]', type: 'Bot', id: 41898282, rights: { metadata: 'read', ...rights } });
  return 'job-token';
};

const workflow = (name: string): string => join(clone, `.github/workflows/${name}.yml`);
async function run(name: string, of: Partial<Occasion> = {}): Promise<Readonly<Record<string, RanJob>>> {
  const occasion: Occasion = { name: 'push', payload: {}, root: clone, repository: 'miniature/hiring', ref: 'refs/heads/main', sha: git('rev-parse', 'HEAD'), api: fake.url, token, ...of, instead: { [install]: '', 'npm ci --ignore-scripts': '', ...of.instead } };
  return (await runWorkflow(workflow(name), occasion)).jobs;
}

/** A pull request: its commits lie in the clone, and the fake knows of it. */
function propose(by: { readonly id: number; readonly login: string }, act: () => void): { readonly payload: Record<string, unknown>; readonly issue: FakeIssue } {
  git('switch', '-qC', 'proposal', 'main');
  act();
  git('add', '-A');
  git('commit', '-qm', 'A proposal', '--allow-empty');
  const [head, base] = [git('rev-parse', 'HEAD'), git('rev-parse', 'main')];
  repository.refs.set('heads/proposal', head);
  const issue = addIssue(repository, { ...by, type: 'User' }, { title: 'A proposal', pull: { head: 'proposal', base: 'main' } });
  const repo = { html_url: 'https://github.com/miniature/hiring', full_name: 'miniature/hiring' };
  return { issue, payload: { action: 'opened', number: issue.number, pull_request: { number: issue.number, state: 'open', draft: false, user: by, head: { sha: head, ref: 'proposal', repo }, base: { sha: base, ref: 'main', repo } }, repository: { full_name: 'miniature/hiring', default_branch: 'main' }, sender: by } };
}

/** What a checkout of `refs/pull/N/merge` leaves. */
function merged(): void {
  git('switch', '-q', '--detach', 'main');
  git('merge', '-q', '--no-ff', '-m', 'Merge', 'proposal');
}

const score = (): void => writeFileSync(join(clone, `${HERON}/scores/small-task/noa.yml`), readFileSync(join(clone, `${HERON}/scores/small-task/mia.yml`), 'utf8').replace('minutes: 40', 'minutes: 35'));

it('every workflow is run here', () => {
  const names = globSync('*.yml', { cwd: join(root, '.github/workflows') }).map((path) => path.replace('.yml', '')).sort();
  expect(names).toEqual(['answer', 'check', 'daily', 'engine', 'gate', 'merge', 'publish']);
});

describe('check.yml', () => {
  const check = async (act: () => void): Promise<RanJob> => {
    const { payload } = propose(KIM, act);
    merged();
    const jobs = await run('check', { name: 'pull_request', payload, ref: 'refs/pull/1/merge' });
    return jobs['content'] as RanJob;
  };

  it('installs what the test laid there in its stead', () => {
    expect(readFileSync(workflow('check'), 'utf8')).toContain(`run: ${install}\n`);
    expect(existsSync(join(clone, 'node_modules/zod'))).toBe(true);
    expect(existsSync(join(clone, 'node_modules/astro'))).toBe(false);
    expect(['push', 'pull_request', 'schedule'].map((name) => starts(workflow('check'), { name, payload: { action: 'opened' } }))).toEqual([true, true, false]);
  });

  it('passes for content that is in order', async () => {
    const { result, log, summary, steps } = await check(score);
    expect(log).not.toContain('::error');
    expect(result).toBe('success');
    expect(summary).not.toBe('');
    expect(steps[0]?.with).toMatchObject({ 'persist-credentials': 'false' });
  });

  it('fails for a rubric whose weights do not add up, says where, and still tells it at length', async () => {
    const { result, log, summary, steps } = await check(() => edit('rubrics/small-task.md', '| 37.5% |', '| 40% |'));
    expect(result).toBe('failure');
    expect(log).toMatch(/^::error file=rubrics\/small-task\.md,line=\d+.*rubric\/weights-sum/m);
    expect(summary).toContain('rubric/weights-sum');
    expect(steps.map(({ outcome }) => outcome)).toEqual(['success', 'success', 'success', 'failure', 'failure']);
  });

  it('obeys nothing that a file says', async () => {
    const { result, log } = await check(() => edit('content/people/kim.yml', /$/, '\n"::add-mask::x\\n::set-output name=a::b": "```\\n<script>"\n'));
    expect(result).toBe('failure');
    expect(log).not.toMatch(/^::(?!error|warning|notice)/m);
  });
});

describe('gate.yml', () => {
  const answer = async (by: typeof KIM, act: () => void): Promise<RanJob & { readonly issue: FakeIssue }> => {
    const { payload, issue } = propose(by, act);
    git('switch', '-q', 'main');
    const jobs = await run('gate', { name: 'pull_request_target', payload });
    return { ...(jobs['answer'] as RanJob), issue };
  };

  it('lets a reviewer’s own score through, and says so once', async () => {
    const { result, log, issue } = await answer(NOA, score);
    expect(log).not.toContain('Error');
    expect(result).toBe('success');
    expect(issue.comments).toHaveLength(1);
    expect(issue.comments[0]?.user.login).toBe('github-actions[bot]');
    expect(issue.comments[0]?.body).not.toMatch(/mark: \d|minutes/);
  });

  it('forbids another’s, and says why where everybody reads it', async () => {
    const { result, issue } = await answer(MIA, score);
    expect(result).toBe('failure');
    expect(issue.comments).toHaveLength(1);
    expect(issue.comments[0]?.body).toContain('gate/not-yours');
  });

  it('runs nothing of the pull request', async () => {
    const { log, result } = await answer(KIM, () => {
      writeFileSync(join(clone, 'scripts/hire.mjs'), 'console.log("CANARY");\n');
      edit('package.json', '"scripts": {', '"scripts": { "preinstall": "echo CANARY",');
    });
    expect(log).not.toContain('CANARY');
    expect(result).toBe('success');
    // The control: check.yml has no rights, and runs it.
    merged();
    expect((await run('check', { name: 'pull_request' }))['content']?.log).toContain('CANARY');
  });
});

describe('merge.yml', () => {
  const merge = async (by: typeof KIM, act: () => void): Promise<Readonly<Record<string, RanJob>>> => {
    const { payload } = propose(by, act);
    git('switch', '-q', 'main');
    repository.checks.push({ id: 1, name: 'content', head: repository.refs.get('heads/proposal') ?? '', status: 'completed', conclusion: 'success' });
    return run('merge', { name: 'pull_request_target', payload, instead: { [BUILD]: 'mkdir -p dist && touch dist/index.html' } });
  };

  it('merges a valid score and builds the site in the same run', async () => {
    const { merge: job, site } = await merge(NOA, score);
    expect(job?.log).toContain('Merged as ');
    expect(job).toMatchObject({ result: 'success', outputs: { merged: 'true' } });
    expect(site).toMatchObject({ result: 'success' });
    expect(site?.steps[0]?.with).toMatchObject({ ref: 'main' });
    expect(repository.issues[0]).toMatchObject({ state: 'closed' });
  });

  it('leaves everything else to people, and builds nothing', async () => {
    const { merge: job, site } = await merge(KIM, () => edit(`${HERON}/candidate.yml`, 'source: job-board', 'source: direct'));
    expect(job?.log).toContain('Left to people: ');
    expect(job).toMatchObject({ result: 'success', outputs: { merged: 'false' } });
    expect(site).toMatchObject({ result: 'skipped' });
    expect(repository.issues[0]).toMatchObject({ state: 'open' });
  });
});

describe('answer.yml', () => {
  it('says in a merged pull request who said what once it completed a panel, and nothing the second time', async () => {
    const before = git('rev-parse', 'main');
    const { issue } = propose(NOA, score);
    git('switch', '-q', 'main');
    git('merge', '-q', '--squash', 'proposal');
    git('commit', '-qm', `A score (#${issue.number})`);
    issue.state = 'closed';
    try {
      const said = async (): Promise<string[]> => {
        const { panels } = await run('answer');
        expect(panels?.result, panels?.log).toBe('success');
        return fake.log.splice(0).filter((line) => !line.startsWith('GET'));
      };
      expect(await said()).toEqual([`POST /repos/miniature/hiring/issues/${issue.number}/comments 201`]);
      expect(await said()).toEqual([]);
    } finally {
      git('reset', '-q', '--hard', before);
    }
  });
});

describe('daily.yml', () => {
  it('keeps the issues with what its job installs and the rights its token has, and is silent the second time', async () => {
    const wants = async (): Promise<string[]> => {
      const { due } = await run('daily', { name: 'schedule' });
      expect(due?.result, due?.log).toBe('success');
      return fake.log.splice(0).filter((line) => !line.startsWith('GET'));
    };
    const first = await wants();
    expect(first.length).toBeGreaterThan(0);
    expect(new Set(first)).toEqual(new Set(['POST /repos/miniature/hiring/issues 201']));
    expect(repository.issues.flatMap(({ assignees }) => assignees).length).toBeGreaterThan(0);
    expect(await wants()).toEqual([]);
  });

  it('fails when its token may not write issues', async () => {
    const { due } = await run('daily', { name: 'schedule', token: () => token({ contents: 'read' }) });
    expect(due).toMatchObject({ result: 'failure' });
    expect(due?.log).toContain('403');
  });
});

describe('engine.yml', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const stages = ['npm run types', 'npm run lint', 'npm run unused', 'npm test'];

  it('runs scripts that there are', async () => {
    const instead = Object.fromEntries(stages.map((line) => [line, `echo "${line}"`]));
    const { tests } = await run('engine', { name: 'pull_request', instead });
    expect(tests?.log.trim().split('\n')).toEqual(stages);
    for (const line of stages) expect(scripts[line.replace(/^npm (run )?/, '')]).toBeDefined();
  });

  it('stops at the first that fails', async () => {
    const { tests } = await run('engine', { instead: { ...Object.fromEntries(stages.map((line) => [line, 'true'])), 'npm run lint': 'exit 1' } });
    expect(tests?.result).toBe('failure');
    expect(tests?.steps.map(({ outcome }) => outcome).slice(-4)).toEqual(['success', 'failure', 'skipped', 'skipped']);
  });
});

describe('publish.yml', () => {
  it('builds the whole site from what main holds', async () => {
    // What npm ci without --omit=dev would have added.
    for (const at of globSync(['node_modules/*', 'node_modules/@*/*', 'node_modules/.bin'], { cwd: root })) {
      if (!/node_modules\/@[^/]+$/.test(at) && !existsSync(join(clone, at))) {
        mkdirSync(dirname(join(clone, at)), { recursive: true });
        symlinkSync(join(root, at), join(clone, at));
      }
    }
    const { site } = await run('publish', { name: 'schedule' });
    expect(site?.result, site?.log).toBe('success');
    expect(existsSync(join(clone, 'dist/index.html'))).toBe(true);
    expect(site?.steps.at(-1)).toMatchObject({ step: 'actions/upload-artifact', outcome: 'success', with: { path: 'dist' } });
  });
});

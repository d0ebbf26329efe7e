import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startFakeGitHub } from './fixtures/github/server.ts';
import { smallWorld } from './fixtures/github/world.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const install = 'npm ci --omit=dev --ignore-scripts';
let clone = '';

interface Step {
  readonly run?: string;
  readonly if?: string;
  readonly 'continue-on-error'?: boolean;
}

/** What a run of the job leaves behind. */
interface Ran {
  readonly passed: boolean;
  readonly log: string;
  readonly summary: string;
}

/** The engine as it lies here with a small content that is in order, apart from it, and the packages that the job installs: no others, and none of their scripts has run. */
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'hire-workflow-'));
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const path of new Set(tracked.split('\0'))) if (path !== '' && !/^(content|rubrics)\//.test(path) && existsSync(join(root, path))) cpSync(join(root, path), join(clone, path));
  cpSync(join(root, 'src/fixtures/healthy'), clone, { recursive: true });
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean }> };
  const wanted = Object.keys(packages).filter((at) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(at) && packages[at]?.dev !== true && !/\/(node|node-bin-[^/]+)$/.test(at));
  for (const at of wanted) if (existsSync(join(root, at))) cpSync(join(root, at), join(clone, at), { recursive: true, filter: (path) => packages[path.slice(root.length)]?.dev !== true });
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** Runs the steps of check.yml as a runner does: one shell each, stop at the first failure but for steps that want to run all the same. */
function runCheck(): Ran {
  const { jobs } = parse(readFileSync(join(clone, '.github/workflows/check.yml'), 'utf8')) as { jobs: Record<string, { steps: readonly Step[] }> };
  const summary = join(clone, '.summary');
  writeFileSync(summary, '');
  let passed = true;
  let log = '';
  for (const step of jobs['content']?.steps ?? []) {
    if (step.run === undefined || step.run === install) continue;
    if (!passed && step.if !== '${{ !cancelled() }}') continue;
    const env = { PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`, HOME: clone, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], { cwd: clone, env, encoding: 'utf8' });
    log += `${stdout}${stderr}`;
    if (status !== 0 && step['continue-on-error'] !== true) passed = false;
  }
  return { passed, log, summary: readFileSync(summary, 'utf8') };
}

describe('check.yml', () => {
  it('installs what the test laid there in its stead', () => {
    expect(readFileSync(join(root, '.github/workflows/check.yml'), 'utf8')).toContain(`run: ${install}\n`);
    expect(existsSync(join(clone, 'node_modules/zod'))).toBe(true);
    expect(existsSync(join(clone, 'node_modules/astro'))).toBe(false);
  });

  it('passes for content that is in order', () => {
    const { passed, log, summary } = runCheck();
    expect(log).not.toContain('::error');
    expect(passed).toBe(true);
    expect(summary).not.toBe('');
  });

  it('fails for a rubric whose weights do not add up, and says where', () => {
    const path = join(clone, 'rubrics/small-task.md');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('| 37.5% |', '| 40% |'));
    const { passed, log, summary } = runCheck();
    writeFileSync(path, text);
    expect(passed).toBe(false);
    expect(log).toMatch(/^::error file=rubrics\/small-task\.md,line=\d+.*rubric\/weights-sum/m);
    expect(summary).toContain('rubric/weights-sum');
  });

  it('obeys nothing that a file says', () => {
    const path = join(clone, 'content/people/kim.yml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `${text}\n"::add-mask::x\\n::set-output name=a::b": "\`\`\`\\n<script>"\n`);
    const { passed, log } = runCheck();
    writeFileSync(path, text);
    expect(passed).toBe(false);
    expect(log).not.toMatch(/^::(?!error|warning|notice)/m);
  });
});

describe('daily.yml', () => {
  it('keeps the issues with what its job installs and the rights its token has, and is silent the second time', async () => {
    const { jobs } = parse(readFileSync(join(clone, '.github/workflows/daily.yml'), 'utf8')) as { jobs: Record<string, { permissions: object; steps: readonly Step[] }> };
    expect(jobs['due']?.permissions).toEqual({ contents: 'read', issues: 'write' });
    const world = smallWorld();
    for (const login of ['kim_example', 'mia_example', 'noa_example']) world.repositories[0]?.collaborators.add(login);
    const fake = await startFakeGitHub(world);
    try {
      const wants = async (): Promise<string[]> => {
        let log = '';
        for (const { run } of jobs['due']?.steps ?? []) {
          if (run === undefined || run === install) continue;
          // The bot of a workflow: what it may not do, the fake refuses.
          const env = { PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`, HOME: clone, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'miniature/hiring', GITHUB_API_URL: fake.url, GITHUB_TOKEN: 'workflow-token' };
          const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'] });
          for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (log += chunk.toString('utf8')));
          expect((await once(child, 'close'))[0], log).toBe(0);
        }
        return fake.log.splice(0).filter((line) => !line.startsWith('GET'));
      };
      const first = await wants();
      expect(first.length).toBeGreaterThan(0);
      expect(new Set(first)).toEqual(new Set(['POST /repos/miniature/hiring/issues 201']));
      expect(world.repositories[0]?.issues.flatMap(({ assignees }) => assignees).length).toBeGreaterThan(0);
      expect(await wants()).toEqual([]);
    } finally {
      await fake.close();
    }
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

/** A real repository with two commits: as it was, and with a role under another title. */
let bench: Bench;
let root = '';
const ROLE = 'content/roles/builder-2026.mdx';
const SCORE = 'content/candidates/builder-2026/plum-heron-2k/scores/small-task/mia.yml';
const hire = (...words: string[]) => bench.hire(words);

function git(...words: string[]): void {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...words], {
    cwd: root, stdio: 'pipe', env: { ...process.env, GIT_AUTHOR_DATE: '2026-03-20T12:00Z', GIT_COMMITTER_DATE: '2026-03-20T12:00Z' },
  });
}

function edit(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(join(root, path), text.replace(from, to));
}

beforeAll(() => {
  bench = benchOf(HEALTHY);
  root = bench.root;
  writeFileSync(join(root, '.gitignore'), '.hire/\n');
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '-m', 'As it was');
  git('tag', 'before');
  edit(ROLE, /^title: .*$/m, 'title: Shipwright');
  git('commit', '--quiet', '--all', '-m', 'Another title');
});
afterAll(() => bench.remove());

describe('hire check', () => {
  it('is quiet and ends with 0 when all is well', async () => {
    const { code, out, err } = await hire('check');
    expect({ code, out }).toEqual({ code: 0, out: 'No problems found.\n' });
    expect(err).toMatch(/^builder-2026: [\d.]+ h unpaid, \d+ days\n$/);
  });

  it('names a broken file in each of its forms and ends with 1', async () => {
    edit(SCORE, 'mark: 3', 'mark: "3"');
    try {
      const terminal = await hire('check');
      expect(terminal.code).toBe(1);
      expect(terminal.out).toContain(`${SCORE}:6:11`);
      const json = await hire('check', '--json');
      expect(JSON.parse(json.out)).toMatchObject({ ok: false, counts: { errors: 1 }, problems: [{ code: 'schema/type', path: SCORE, line: 6 }] });
      expect((await hire('check', '--format', 'github')).out).toMatch(new RegExp(`^::error file=${SCORE},line=6`));
      expect((await hire('check', '--format', 'markdown')).out).toContain('| error |');
      expect((await hire('check', '--format', 'xml')).err).toBe('--format takes one of terminal, github, markdown, json, found “xml”.\n');
    } finally {
      git('checkout', '--', SCORE);
    }
  });

  it('reads the tree of a commit without touching the folder, at the commit’s own time', async () => {
    edit(ROLE, 'title: Shipwright', 'title: [broken');
    try {
      expect((await hire('check')).code).toBe(1);
      expect((await hire('check', '--at', 'before')).code).toBe(0);
      expect((await hire('check', '--at', 'before', '--root', 'content')).err).toContain('is not the top of one');
      expect((await hire('check', '--at', 'nowhere')).err).toContain('--at names “nowhere”, which is no commit, branch or tag');
    } finally {
      git('checkout', '--', ROLE);
    }
  });

  it('takes one moment, and only one that exists', async () => {
    expect((await hire('check', '--today', '2026-02-30')).err).toBe('--today takes a day such as 2026-11-22, found “2026-02-30”.\n');
    expect((await hire('check', '--now', 'noon')).code).toBe(2);
    expect((await hire('check', '--now', '2026-03-20T12:00Z', '--today', '2026-03-20')).err).toBe('Give --now or --today, not both.\n');
  });
});

describe('hire aggregate', () => {
  const roleOf = (out: string): { title: string } => JSON.parse(readFileSync(join(out, 'v1/roles/builder-2026.json'), 'utf8'));

  it('publishes the folder, and any commit, at any moment', async () => {
    const now = join(root, '.hire', 'now');
    const before = join(root, '.hire', 'before');
    expect((await hire('aggregate', '--out', now)).code).toBe(0);
    expect((await hire('aggregate', '--out', before, '--at', 'before')).code).toBe(0);
    expect(roleOf(now).title).toBe('Shipwright');
    expect(roleOf(before).title).not.toBe('Shipwright');
    expect(JSON.parse(readFileSync(join(before, 'v1/workspace.json'), 'utf8'))).toMatchObject({ now: '2026-03-20T12:00Z' });
    expect(existsSync(join(now, 'v1/text/roles/builder-2026.mdx'))).toBe(true);
    expect(existsSync(join(now, 'v1/schemas/candidates-role-candidate.schema.json'))).toBe(true);
    expect(readdirSync(now)).toEqual(['v1']);
  });

  it('writes nothing when a file is broken, and the valid rest when asked', async () => {
    const out = join(root, '.hire', 'rest');
    edit(SCORE, 'recommendation: yes', 'recommendation: maybe');
    try {
      const refused = await hire('aggregate', '--out', out);
      expect(refused.code).toBe(1);
      expect(refused.err).toContain('Nothing was written.');
      expect(existsSync(out)).toBe(false);
      expect((await hire('aggregate', '--out', out, '--keep-going')).code).toBe(1);
      const build = JSON.parse(readFileSync(join(out, 'v1/build.json'), 'utf8'));
      expect(build.leftOut).toMatchObject([{ path: SCORE, code: 'schema/value' }]);
      expect(build.leftOut[0].frame).toContain('recommendation: maybe');
    } finally {
      git('checkout', '--', SCORE);
    }
  });
});

describe('hire explain', () => {
  it('tells one code, lists all, and guesses what was meant', async () => {
    expect((await hire('explain', 'rubric/weights-sum')).out).toMatch(/^rubric\/weights-sum \(error\): .*\n\n.*\n\nWrong:\n {4}/);
    expect((await hire('explain')).out.split('\n').length).toBeGreaterThan(100);
    expect((await hire('explain', 'rubric/weight-sum')).err).toContain('Did you mean “rubric/weights-sum”?');
  });
});

describe('hire build', () => {
  it('refuses a folder that holds something else', async () => {
    expect((await hire('build', '--out', 'content')).err).toContain('holds other files and no site');
    expect(existsSync(join(root, ROLE))).toBe(true);
  });
});

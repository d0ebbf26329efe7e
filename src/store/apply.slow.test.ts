import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../model/change.ts';
import { applyChanges, isInterrupted, recover, type ApplyOptions } from './apply.ts';
import { gitCommitter } from './commit-changes-git.ts';
import { plainCommitter } from './commit-changes-plain.ts';

const ENV = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: '2026-10-01T08:00:00Z', GIT_COMMITTER_DATE: '2026-10-01T08:00:00Z' };
let root = '';
const git = (...args: string[]): string => execFileSync('git', ['-C', root, '-c', 'core.quotePath=false', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: ENV }).trimEnd();
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string): string | undefined => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);
const said = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'it was written', (error: Error) => error.message);
const COMMIT = { message: 'Advance two candidates\n\nTo the next stage.', branch: 'hire/advance' };

function begin(at: string): void {
  root = at;
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Dana Example');
  git('config', 'user.email', 'dana@mail.example');
  put('.gitignore', '.hire/\n');
  put('content/a.yml', 'a: 1\n');
  put('content/b.yml', 'b: 1\n');
  put('content/people/zoë.yml', 'name: Zoë\n');
  put('content/old/gone.yml', 'old\n');
  put('content/run.sh', 'echo\n');
  chmodSync(join(root, 'content/run.sh'), 0o755);
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
}

beforeEach(() => begin(mkdtempSync(join(tmpdir(), 'hire-apply-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const CHANGES: Change[] = [
  { path: 'content/a.yml', before: 'a: 1\n', after: 'a: 2\n' },
  { path: 'content/new/deep/c.yml', before: undefined, after: 'c: ö\n' },
  { path: 'content/people/zoë.yml', before: 'name: Zoë\n', after: 'name: Zoë Sample\n' },
  { path: 'content/run.sh', before: 'echo\n', after: 'echo 2\n' },
  { path: 'content/old/gone.yml', before: 'old\n', after: undefined },
];
const ONE = CHANGES.slice(0, 1);
/** Nothing was written: neither a file nor a commit, and no lock or journal stayed. */
const untouched = (): void => {
  expect([read('content/a.yml'), read('content/new/deep/c.yml'), git('rev-list', '--count', '--all')]).toEqual(['a: 1\n', undefined, '1']);
  expect(existsSync(join(root, '.hire')) ? readdirSync(join(root, '.hire')) : []).toEqual([]);
};

describe.each([['the git command', gitCommitter], ['isomorphic-git', plainCommitter]] as const)('changes committed with %s', (_, committer) => {
  const apply = (changes: readonly Change[], commit: ApplyOptions['commit'] = COMMIT) => applyChanges(root, changes, { ...(commit && { commit }), committer });

  it('are written and committed on a new branch, and nothing else is', async () => {
    put('content/b.yml', 'b: my own edit\n');
    put('content/staged.yml', 'staged\n');
    git('add', 'content/staged.yml');
    put('content/stray.yml', 'not added\n');
    const applied = await apply(CHANGES);
    expect(applied).toMatchObject({ paths: CHANGES.map(({ path }) => path), commit: { branch: 'hire/advance', created: true, from: 'main' } });
    expect(git('show', '--name-status', '--no-renames', '--format=%B%an', 'HEAD')).toBe('Advance two candidates\n\nTo the next stage.\nDana Example\n\nM\tcontent/a.yml\nA\tcontent/new/deep/c.yml\nD\tcontent/old/gone.yml\nM\tcontent/people/zoë.yml\nM\tcontent/run.sh');
    expect(git('status', '--porcelain')).toBe(' M content/b.yml\nA  content/staged.yml\n?? content/stray.yml');
    expect([git('branch', '--show-current'), git('diff-files', '--name-only'), git('fsck', '--strict')]).toEqual(['hire/advance', 'content/b.yml', '']);
    expect([read('content/new/deep/c.yml'), statSync(join(root, 'content/run.sh')).mode & 0o777, existsSync(join(root, 'content/old'))]).toEqual(['c: ö\n', 0o755, false]);
    git('switch', '-q', 'main');
    expect(read('content/a.yml')).toBe('a: 1\n');
  });

  it('give the same tree as git’s own commit of them', async () => {
    const ours = await apply(CHANGES);
    const tree = git('rev-parse', 'hire/advance^{tree}');
    git('switch', '-q', '--detach', 'main');
    for (const { path, after } of CHANGES) if (after === undefined) rmSync(join(root, path)); else put(path, after);
    git('add', '-A');
    expect([git('write-tree'), ours.commit?.id]).toEqual([tree, git('rev-parse', 'hire/advance')]);
  });

  it('go onto the branch that somebody is on, or onto a new one with a number where its name is taken', async () => {
    git('branch', 'hire/advance');
    expect((await apply(ONE)).commit).toMatchObject({ branch: 'hire/advance-2', created: true });
    expect((await apply([{ path: 'content/a.yml', before: 'a: 2\n', after: 'a: 3\n' }], { ...COMMIT, branch: 'hire/other' })).commit).toMatchObject({ branch: 'hire/advance-2', created: false });
    expect([git('rev-list', '--count', 'HEAD'), git('status', '--porcelain')]).toEqual(['3', '']);
    expect((await apply([{ path: 'content/a.yml', before: 'a: 3\n', after: 'a: 4\n' }], { ...COMMIT, branch: 'mine', chosen: true })).commit).toMatchObject({ branch: 'mine', created: true, from: 'hire/advance-2' });
    expect(await said(apply([{ path: 'content/a.yml', before: 'a: 4\n', after: 'a: 5\n' }], { ...COMMIT, branch: 'main', chosen: true }))).toBe('There is a branch main already; nothing was written. “git switch main” goes to it, or choose another name.');
  });

  it('take the default branch from the remote', async () => {
    git('branch', '-m', 'trunk');
    git('update-ref', 'refs/remotes/origin/trunk', 'HEAD');
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    expect((await apply(ONE)).commit).toMatchObject({ branch: 'hire/advance', created: true, from: 'trunk' });
  });

  it.each([
    ['edits in the folder', () => put('content/a.yml', 'a: mine\n'), [{ ...ONE[0], before: 'a: mine\n' }], 'content/a.yml has edits that are not committed; nothing was written. Commit them first, or write the files alone with --no-commit.'],
    ['edits in the index', () => { put('content/a.yml', 'a: x\n'); git('add', '-A'); put('content/a.yml', 'a: 1\n'); }, ONE, 'content/a.yml has edits that are not committed; nothing was written. Commit them first, or write the files alone with --no-commit.'],
    ['a file nobody added', () => put('content/n.yml', 'n\n'), [{ path: 'content/n.yml', before: 'n\n', after: 'm\n' }], 'content/n.yml has edits that are not committed; nothing was written. Commit them first, or write the files alone with --no-commit.'],
    ['a file taken out', () => rmSync(join(root, 'content/b.yml')), [{ path: 'content/b.yml', before: undefined, after: 'b: 2\n' }], 'content/b.yml has edits that are not committed; nothing was written. Commit them first, or write the files alone with --no-commit.'],
    ['no branch', () => git('switch', '-q', '--detach'), ONE, /^HEAD is on no branch but at [0-9a-f]{7}; nothing was written\. “git switch main” goes to the branch, “git switch -c <name>” begins one here\.$/],
    ['a merge under way', () => put('.git/MERGE_HEAD', `${git('rev-parse', 'HEAD')}\n`), ONE, 'A merge is going on in this repository; nothing was written. Finish it or abort it first, or write the files alone with --no-commit.'],
    ['a git at work', () => put('.git/index.lock', ''), ONE, 'git is at work here (.git/index.lock exists); nothing was written. Try again when it is done.'],
    ['a branch in the way', () => git('branch', 'hire'), ONE, 'The branch hire stands in the way of hire/advance; nothing was written. Choose another name with --branch.'],
  ] as const)('are refused for %s', async (_what, arrange, changes, expected) => {
    arrange();
    const status = git('status', '--porcelain');
    const words = await said(apply(changes as readonly Change[]));
    if (typeof expected === 'string') expect(words).toBe(expected);
    else expect(words).toMatch(expected);
    expect([git('status', '--porcelain'), git('rev-list', '--count', '--all')]).toEqual([status, '1']);
    expect(readdirSync(join(root, '.hire'))).toEqual([]);
    // The control: without a commit the same changes are written.
    expect(await said(applyChanges(root, changes as readonly Change[]))).toBe('it was written');
  });

  it('are refused where git does not know who commits', async () => {
    git('config', '--unset', 'user.name');
    const home = process.env['HOME'];
    const [global, system] = [process.env['GIT_CONFIG_GLOBAL'], process.env['GIT_CONFIG_NOSYSTEM']];
    Object.assign(process.env, { HOME: root, GIT_CONFIG_GLOBAL: join(root, '.gitconfig'), GIT_CONFIG_NOSYSTEM: '1' });
    try {
      expect(await said(apply(ONE))).toBe('git does not know who you are, so nothing was written. Tell it once:\n  git config --global user.name "Your Name"\n  git config --global user.email you@example.com');
      untouched();
      put('.gitconfig', '[core]\n\teditor = vi\n[user]\n\tname = Jonas Example\n\temail = jonas@mail.example\n');
      expect(await said(apply(ONE))).toBe('it was written');
      expect(git('log', '-1', '--format=%an <%ae>')).toBe('Jonas Example <dana@mail.example>');
    } finally {
      for (const [name, value] of [['HOME', home], ['GIT_CONFIG_GLOBAL', global], ['GIT_CONFIG_NOSYSTEM', system]] as const) if (value === undefined) delete process.env[name]; else process.env[name] = value;
    }
  });

  it('are undone where the branch moves meanwhile', async () => {
    git('switch', '-q', '-c', 'work');
    const before = (step: string): void => {
      if (step === 'land') git('commit', '-q', '--allow-empty', '-m', 'Somebody was quicker');
    };
    expect(await said(applyChanges(root, CHANGES, { commit: COMMIT, committer, before }))).toMatch(/^The branch work (could not be moved|was moved meanwhile)/);
    expect([git('status', '--porcelain'), git('log', '-1', '--format=%s'), read('content/new/deep/c.yml')]).toEqual(['', 'Somebody was quicker', undefined]);
  });

  it('may lie in a folder of a larger repository', async () => {
    put('team/hiring/content/x.yml', 'x: 1\n');
    git('add', '-A');
    git('commit', '-q', '-m', 'A folder');
    const inner = join(root, 'team/hiring');
    expect((await applyChanges(inner, [{ path: 'content/x.yml', before: 'x: 1\n', after: 'x: 2\n' }, { path: 'content/y.yml', before: undefined, after: 'y\n' }], { commit: COMMIT, committer })).commit?.branch).toBe('hire/advance');
    expect([git('show', '--name-only', '--format=', 'HEAD'), git('status', '--porcelain')]).toEqual(['team/hiring/content/x.yml\nteam/hiring/content/y.yml', '?? team/hiring/.hire/'].map((text) => text.replace('?? team/hiring/.hire/', '')));
  });
});

describe('a signature', () => {
  it('is made where git is told to sign, and a key that is missing stops everything', async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(root, '.git/key')]);
    for (const [name, value] of [['gpg.format', 'ssh'], ['user.signingkey', join(root, '.git/key.pub')], ['commit.gpgsign', 'true']] as const) git('config', name, value);
    await applyChanges(root, ONE, { commit: COMMIT });
    expect(git('cat-file', '-p', 'HEAD')).toContain('gpgsig -----BEGIN SSH SIGNATURE-----');
    git('config', 'user.signingkey', join(root, '.git/none.pub'));
    expect(await said(applyChanges(root, [{ path: 'content/a.yml', before: 'a: 2\n', after: 'a: 3\n' }], { commit: COMMIT }))).toMatch(/^git commit-tree refused: .+ Nothing was written\.$/s);
    expect([git('status', '--porcelain'), read('content/a.yml')]).toEqual(['', 'a: 2\n']);
  });
});

describe('changes without a commit', () => {
  it('are files alone where there is no repository, or no commit in it yet', async () => {
    rmSync(join(root, '.git'), { recursive: true });
    expect(await applyChanges(root, CHANGES, { commit: COMMIT })).toEqual({ paths: CHANGES.map(({ path }) => path), uncommitted: 'no repository' });
    expect([read('content/a.yml'), existsSync(join(root, 'content/old')), readdirSync(join(root, '.hire'))]).toEqual(['a: 2\n', false, []]);
    git('init', '-q', '-b', 'main');
    expect(await applyChanges(root, [{ path: 'content/a.yml', before: 'a: 2\n', after: 'a: 3\n' }], { commit: COMMIT })).toMatchObject({ uncommitted: 'no commit yet' });
  });

  it('are refused where the disk holds something else, and none of them is written', async () => {
    const late = (change: Change): Promise<string> => said(applyChanges(root, [...CHANGES.slice(1), change]));
    expect([
      await late({ path: 'content/b.yml', before: 'b: 0\n', after: 'b: 2\n' }),
      await late({ path: 'content/b.yml', before: undefined, after: 'b: 2\n' }),
      await late({ path: 'content/none.yml', before: 'n\n', after: 'b: 2\n' }),
      await late({ path: '.git/hooks/post-checkout', before: undefined, after: 'b: 2\n' }),
      await late({ path: '../beside.yml', before: undefined, after: 'b: 2\n' }),
      await late({ path: 'content/run.sh', before: undefined, after: 'b: 2\n' }),
    ]).toMatchInlineSnapshot(`
      [
        "content/b.yml changed meanwhile; nothing was written.",
        "content/b.yml exists already; nothing was written.",
        "content/none.yml was removed; nothing was written.",
        ".git/hooks/post-checkout is no file of the tree; nothing was written.",
        "../beside.yml is no path below the repository; nothing was written.",
        "content/run.sh would be written twice; nothing was written.",
      ]
    `);
    untouched();
  });

  it('never go through a link', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'hire-elsewhere-'));
    symlinkSync(elsewhere, join(root, 'content/linked'));
    expect(await said(applyChanges(root, [...ONE, { path: 'content/linked/x.yml', before: undefined, after: 'x' }]))).toBe('content/linked/x.yml lies behind the symbolic link linked; nothing was written.');
    rmSync(join(root, '.hire'), { recursive: true });
    symlinkSync(elsewhere, join(root, '.hire'));
    expect(await said(applyChanges(root, ONE))).toBe('.hire/writing.lock lies behind the symbolic link .hire; nothing was written.');
    expect(await said(recover(root))).toContain('lies behind the symbolic link .hire');
    expect([readdirSync(elsewhere), read('content/a.yml')]).toEqual([[], 'a: 1\n']);
    rmSync(elsewhere, { recursive: true });
  });

  it('are undone when the disk refuses one in the middle', async () => {
    if (process.getuid?.() === 0) {
      // The administrator may write everywhere: a folder where a file should be stands in the way instead.
      const before = (step: string): void => void (step === 'write content/run.sh' && (rmSync(join(root, 'content/run.sh')), mkdirSync(join(root, 'content/run.sh/inside'), { recursive: true })));
      expect(await said(applyChanges(root, CHANGES, { before }))).toContain('content/run.sh is no file');
      rmSync(join(root, 'content/run.sh'), { recursive: true });
      git('checkout', '-q', '--', 'content/run.sh');
    } else {
      const before = (step: string): void => void (step === 'write content/people/zoë.yml' && chmodSync(join(root, 'content/people'), 0o500));
      expect(await said(applyChanges(root, CHANGES, { before }))).toContain('EACCES');
      chmodSync(join(root, 'content/people'), 0o755);
    }
    await recover(root);
    expect(git('status', '--porcelain')).toBe('');
    untouched();
  });
});

/** 200 files of which a quarter is new and a quarter goes, written by a process of its own that stops before a step, or never. */
const MANY: Change[] = Array.from({ length: 200 }, (_, index) => ({ path: `content/many/${index % 20}/${index}.yml`, before: index % 4 === 0 ? undefined : `old: ${index}\n`, after: index % 4 === 1 ? undefined : `new: ${index}\n` }));

function beginMany(): void {
  for (const { path, before } of MANY) if (before !== undefined) put(path, before);
  git('add', '-A');
  git('commit', '-q', '-m', 'Many');
}

function writer(stopBefore: string, commit: boolean): ChildProcess {
  const script = `
    const { applyChanges } = await import(${JSON.stringify(new URL('./apply.ts', import.meta.url).href)});
    const { root, changes, commit, stopBefore } = JSON.parse(process.env.TASK);
    process.stdout.write('begun\\n');
    process.on('uncaughtException', () => process.exit(3));
    await applyChanges(root, changes, { ...(commit && { commit }), before: (step) => {
      if (step !== stopBefore) return;
      process.stdout.write('stopped\\n');
      return new Promise(() => setInterval(() => undefined, 1000));
    } });
    process.stdout.write('done\\n');`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...ENV, TASK: JSON.stringify({ root, changes: MANY, stopBefore, ...(commit && { commit: COMMIT }) }) } });
}

function until(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve) => {
    let heard = '';
    child.stdout?.on('data', (chunk) => {
      heard += String(chunk);
      if (heard.includes(word)) resolve();
    });
  });
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Every file as it was, or every file as it should be; never some. */
function stateOf(): string {
  const old = MANY.every(({ path, before }) => read(path) === before);
  const now = MANY.every(({ path, after }) => read(path) === after);
  const tidy = git('status', '--porcelain', '--untracked-files=all') === '' ? 'clean' : 'dirty';
  return `${old ? 'before' : now ? 'after' : 'half'} ${tidy} ${git('branch', '--show-current')} ${git('rev-list', '--count', 'HEAD')} ${readdirSync(join(root, '.hire')).filter((name) => !/^(?:writing\.lock|journal\.json\.new|commit\.index)/.test(name)).join()}`;
}
const BEFORE = 'before clean main 2 ';
const AFTER = 'after clean hire/advance 3 ';

describe('a run that is killed', () => {
  it.each([
    ['journal', false, BEFORE], [`write ${MANY[0]?.path}`, false, BEFORE], [`write ${MANY[1]?.path}`, true, BEFORE], [`write ${MANY[100]?.path}`, true, BEFORE], [`write ${MANY[199]?.path}`, false, BEFORE],
    ['commit', true, BEFORE], ['land', true, BEFORE], ['settle', true, AFTER], ['done', true, AFTER],
  ])('before the step “%s” (commit: %s) leaves nothing half-done', async (step, commit, expected) => {
    beginMany();
    const child = writer(step, commit);
    await until(child, 'stopped');
    expect(await said(applyChanges(root, ONE))).toMatch(/^Another hire \(process \d+\) is writing here; nothing was written/);
    expect(isInterrupted(root)).toBe(false);
    if (step !== 'journal') expect(await said(recover(root))).toMatch(/^Another hire/);
    await killed(child);
    if (/\/(?:1|100|199)\//.test(step.replace(/(\d+)\.yml/, '/$1/')) && step !== `write ${MANY[0]?.path}`) expect(stateOf()).toMatch(/^half dirty/);
    expect(isInterrupted(root)).toBe(step !== 'journal');
    if (step !== 'journal') expect(await said(applyChanges(root, ONE))).toContain('is not cleared up yet');
    await recover(root);
    expect(stateOf()).toBe(expected);
    expect(await recover(root)).toBeUndefined();
    expect(isInterrupted(root)).toBe(false);
    // And the same work goes through afterwards.
    if (expected === BEFORE) await applyChanges(root, MANY, { commit: COMMIT });
    expect(stateOf()).toBe(AFTER);
  });

  it('at any moment leaves nothing half-done', async () => {
    beginMany();
    const seen = new Set<string>();
    for (let delay = 0; delay < 240; delay += 16) {
      const child = writer('never', true);
      await until(child, 'begun');
      await new Promise((resolve) => setTimeout(resolve, delay));
      await killed(child);
      // Its git may live a moment longer than it.
      await new Promise((resolve) => setTimeout(resolve, 30));
      rmSync(join(root, '.git/index.lock'), { force: true });
      await recover(root);
      const state = stateOf();
      expect([BEFORE, AFTER], `after ${delay} ms`).toContain(state);
      seen.add(state);
      if (state !== AFTER) continue;
      git('switch', '-q', 'main');
      git('branch', '-q', '-D', 'hire/advance');
    }
    expect(seen.has(BEFORE)).toBe(true);
  });

  it('keeps what somebody wrote since', async () => {
    beginMany();
    const child = writer(`write ${MANY[100]?.path}`, true);
    await until(child, 'stopped');
    await killed(child);
    put(MANY[2]?.path ?? '', 'my own words\n');
    put('content/many/7/beside.yml', 'beside\n');
    expect(await recover(root)).toMatchObject({ left: [MANY[2]?.path] });
    expect(git('status', '--porcelain', '--untracked-files=all')).toBe(` M ${MANY[2]?.path}\n?? content/many/7/beside.yml`);
  });

  it('takes nothing back from who went on with git alone', async () => {
    beginMany();
    const child = writer('settle', true);
    await until(child, 'stopped');
    await killed(child);
    // Committed by hand, and the branch removed: no branch holds the commit any more.
    git('add', '-A');
    git('commit', '-q', '-m', 'By hand');
    git('branch', '-q', '-D', 'hire/advance');
    expect(isInterrupted(root)).toBe(true);
    expect(await recover(root)).toMatchObject({ undone: [] });
    expect(stateOf()).toBe('after clean main 3 ');
  });

  it('is finished later where git was busy for too long', async () => {
    beginMany();
    const before = (step: string): void => void (step === 'settle' && put('.git/index.lock', ''));
    const applied = await applyChanges(root, MANY, { commit: COMMIT, before });
    expect(applied.commit?.unsettled).toMatch(/^The commit was made, but git did not take note of it in its index/);
    rmSync(join(root, '.git/index.lock'));
    expect([isInterrupted(root), stateOf()]).toEqual([true, 'after dirty hire/advance 3 journal.json']);
    expect(await recover(root)).toMatchObject({ branch: 'hire/advance' });
    expect(stateOf()).toBe(AFTER);
  });

  it('leaves a lock that the next one takes over, once', async () => {
    beginMany();
    const child = writer('journal', true);
    await until(child, 'stopped');
    await killed(child);
    expect(readdirSync(join(root, '.hire'))).toEqual(['writing.lock']);
    const all = await Promise.all(Array.from({ length: 5 }, (_, index) => said(applyChanges(root, [{ path: `content/n${index}.yml`, before: undefined, after: 'n\n' }]))));
    expect(all.filter((words) => words !== 'it was written').every((words) => words.startsWith('Another hire'))).toBe(true);
    expect(all.filter((words) => words === 'it was written').length).toBeGreaterThan(0);
  });

  it('is not undone by a journal that nobody wrote', async () => {
    put('.hire/journal.json', '{"format":1,"changes":[{"path":"content/a.yml","before":7}],"folders":[]}');
    expect(await said(recover(root))).toContain('.hire/journal.json is no journal that this hire wrote');
    put('.hire/journal.json', JSON.stringify({ format: 1, changes: [{ path: '../beside.yml', before: 'x', after: undefined }], folders: [] }));
    expect(await said(recover(root))).toContain('is no path below the repository');
    put('.hire/journal.json', JSON.stringify({ format: 1, changes: [{ path: '.git/config', before: 'x', after: undefined }], folders: [] }));
    expect(await said(recover(root))).toBe('.git/config is no file of the tree; nothing was written.');
    renameSync(join(root, '.hire/journal.json'), join(root, '.hire/other.json'));
    expect(await recover(root)).toBeUndefined();
  });
});

describe('two at once', () => {
  it('never mix: one writes, the other is refused or comes after', async () => {
    beginMany();
    const [first, second] = [writer('never', false), writer('never', false)];
    const codes = await Promise.all([first, second].map(async (child) => (await once(child, 'exit'))[0] as number));
    expect(codes.filter((code) => code === 0)).toHaveLength(1);
    expect(MANY.every(({ path, after }) => read(path) === after)).toBe(true);
  });
});

it('400 files among many are one commit and nothing else', async () => {
  const many: Change[] = Array.from({ length: 400 }, (_, index) => ({ path: `content/candidates/role/c${index}/candidate.yml`, before: `old: ${index}\n`, after: `${'new: text\n'.repeat(200)}${index}\n` }));
  for (const { path, before } of many) put(path, before ?? '');
  git('add', '-A');
  git('commit', '-q', '-m', 'Many');
  await applyChanges(root, many, { commit: COMMIT });
  expect(git('status', '--porcelain')).toBe('');
  expect(git('diff', '--name-only', 'HEAD~1').split('\n').filter((path) => path !== '')).toHaveLength(400);
});

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ENVIRONMENT = {
  ...process.env, GIT_AUTHOR_NAME: 'Sample', GIT_AUTHOR_EMAIL: 'sample@example.org', GIT_COMMITTER_NAME: 'Sample', GIT_COMMITTER_EMAIL: 'sample@example.org',
  GIT_AUTHOR_DATE: '2026-03-20T10:00:00Z', GIT_COMMITTER_DATE: '2026-03-20T10:00:00Z', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null',
};

/** A real repository in which a scenario happens. */
export interface Stage {
  readonly root: string;
  git(...words: string[]): string;
  /** Objects made by hand: for what no disk can hold. Returns the new commit's id. */
  plumb(index: readonly (readonly [mode: string, content: string, path: string])[]): void;
  write(path: string, text: string): void;
  read(path: string): string;
  edit(path: string, from: string | RegExp, to: string): void;
  remove(path: string): void;
  move(from: string, to: string): void;
  commit(message?: string): string;
  dispose(): void;
}

/** A repository whose `main` holds the miniature workspace in which everything is in order; HEAD is on the branch `proposal`. */
export function stageOf(source: string): Stage {
  const root = mkdtempSync(join(tmpdir(), 'hire-gate-'));
  const git = (...words: string[]): string => execFileSync('git', ['-C', root, ...words], { env: ENVIRONMENT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  for (const part of ['content', 'rubrics']) cpSync(join(source, part), join(root, part), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('config', 'core.autocrlf', 'false');
  git('add', '-A');
  git('commit', '-qm', 'Base');
  git('switch', '-qc', 'proposal');
  const at = (path: string): string => join(root, path);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  return {
    root, git, write,
    plumb: (index) => {
      for (const [mode, content, path] of index) {
        const oid = mode === '160000' ? content : execFileSync('git', ['-C', root, 'hash-object', '-w', '--stdin'], { env: ENVIRONMENT, encoding: 'utf8', input: content }).trim();
        git('-c', 'core.protectHFS=false', '-c', 'core.protectNTFS=false', 'update-index', '--add', '--cacheinfo', `${mode},${oid},${path}`);
      }
      git('commit', '-qm', 'By hand');
    },
    read: (path) => readFileSync(at(path), 'utf8'),
    edit: (path, from, to) => {
      const text = readFileSync(at(path), 'utf8');
      const edited = text.replace(from, to);
      if (edited === text) throw new Error(`${path} does not hold ${String(from)}.`);
      writeFileSync(at(path), edited);
    },
    remove: (path) => rmSync(at(path), { recursive: true }),
    move: (from, to) => {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    commit: (message = 'A change') => {
      git('add', '-A');
      git('commit', '-qm', message, '--allow-empty');
      return git('rev-parse', 'HEAD');
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}

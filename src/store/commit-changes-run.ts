import { spawn } from 'node:child_process';
import { NotWritten } from './write.ts';

/** What git answered. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Variables by which a git that called us would lead us to its own index or tree. */
const INHERITED = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_COMMON_DIR', 'GIT_NAMESPACE'];

/**
 * Runs git in a folder with something to read.
 * @throws NotWritten when there is no git to run
 */
export function askGit(folder: string, args: readonly string[], { input = '', env = {} }: { input?: string; env?: Readonly<Record<string, string>> } = {}): Promise<Answer> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !INHERITED.includes(name)));
  return new Promise((resolve, reject) => {
    // Nobody but us says who may be asked: git without a terminal must fail, not wait.
    const git = spawn('git', ['-C', folder, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...inherited, GIT_TERMINAL_PROMPT: '0', GIT_LITERAL_PATHSPECS: '1', LC_ALL: 'C', ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    git.stdout.on('data', (chunk: Buffer) => void out.push(chunk));
    git.stderr.on('data', (chunk: Buffer) => void err.push(chunk));
    git.stdin.on('error', () => undefined);
    git.on('error', (error) => reject(new NotWritten(`git could not be run (${error.message}); nothing was written.`)));
    git.on('close', (code) => resolve({ code: code ?? 1, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }));
    git.stdin.end(input);
  });
}

/** The same where a refusal ends the whole undertaking. @returns what git printed, without the line's end @throws NotWritten with git's own words */
export async function needGit(folder: string, args: readonly string[], options: Parameters<typeof askGit>[2] = {}): Promise<string> {
  const { code, out, err } = await askGit(folder, args, options);
  if (code !== 0) throw new NotWritten(`git ${args.find((arg) => !arg.startsWith('-') && !arg.includes('=')) ?? ''} refused: ${err.trim().split('\n').slice(0, 3).join(' ') || `exit code ${code}`}. Nothing was written.`);
  return out.replace(/\n$/, '');
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedCandidate, type GeneratedFile } from './candidates.ts';

/** What a generated repository holds. */
export interface Generated {
  readonly root: string;
  readonly candidates: number;
  readonly files: number;
  readonly commits: number;
}

/** The opening of the example that generated openings are copies of. */
const ROLE = 'senior-backend-2026';
/** Candidates of one opening: a company with ten thousand has had many openings. */
const PER_ROLE = 250;
/** Parts of the example that every generated repository shares: the process, without its candidates. */
const PROCESS = ['settings.yml', 'people', 'pipelines', 'roles', 'challenges', 'questions', 'messages', 'guide', 'policies'];

/** Writes a repository with so many candidates into an empty folder; with `history`, two commits per candidate file. */
export async function generateRepository(
  engine: string, root: string, candidates: number, history: boolean, candidate: (role: string, index: number) => readonly GeneratedFile[] = generatedCandidate,
): Promise<Generated> {
  for (const part of PROCESS) cpSync(join(engine, 'content', part), join(root, 'content', part), { recursive: true });
  cpSync(join(engine, 'rubrics'), join(root, 'rubrics'), { recursive: true });
  forgetSessions(join(root, 'content', 'people'));
  for (let index = PER_ROLE; index < candidates; index += PER_ROLE) cpSync(join(root, roleFileOf(ROLE)), join(root, roleFileOf(roleOf(index))));
  let files = 0;
  for (let index = 0; index < candidates; index++) {
    for (const { path, text } of candidate(roleOf(index), index)) {
      const target = join(root, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      files += 1;
    }
  }
  await git(root, ['init', '--quiet', '--initial-branch=main']);
  await git(root, ['add', 'rubrics', ...PROCESS.map((part) => `content/${part}`)]);
  await commit(root, 'The process');
  const commits = history ? await importHistory(root, candidates) : 0;
  await git(root, ['add', '.']);
  await commit(root, 'The whole tree', '--allow-empty');
  return { root, candidates, files, commits: commits + 2 };
}

/** Whether a file of the example belongs to the process that every generated repository shares. */
export function isProcess(path: string): boolean {
  return path.startsWith('rubrics/') || PROCESS.some((part) => path === `content/${part}` || path.startsWith(`content/${part}/`));
}

/** Where an opening is described. */
export function roleFileOf(role: string): string {
  return `content/roles/${role}.mdx`;
}

/** The opening of candidate number `index`. */
export function roleOf(index: number): string {
  const number = Math.floor(index / PER_ROLE);
  return number === 0 ? ROLE : `${ROLE}-${number}`;
}

/** The calibration sessions are not copied, so no training may name one. */
function forgetSessions(people: string): void {
  for (const name of readdirSync(people)) {
    const file = join(people, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/, by: [a-z0-9-]+ \}/g, ' }'));
  }
}

/** Two commits per file through fast-import: the file with a draft line, then as it is. @returns how many */
async function importHistory(root: string, candidates: number): Promise<number> {
  const child = spawn('git', ['fast-import', '--quiet'], { cwd: root, stdio: ['pipe', 'ignore', 'inherit'] });
  let commits = 0;
  const write = async (text: string): Promise<void> => {
    if (!child.stdin.write(text)) await once(child.stdin, 'drain');
  };
  for (let index = 0; index < candidates; index++) {
    for (const { path, text } of generatedCandidate(roleOf(index), index)) {
      for (const body of [`# draft\n${text}`, text]) {
        commits += 1;
        const note = `Record ${path.split('/').at(-1) ?? ''}`;
        await write(`commit refs/heads/main\ncommitter Bench <bench@example.com> ${1_780_000_000 + commits * 60} +0000\ndata ${Buffer.byteLength(note)}\n${note}\n${commits === 1 ? 'from refs/heads/main^0\n' : ''}M 100644 inline ${path}\ndata ${Buffer.byteLength(body)}\n${body}\n`);
      }
    }
  }
  child.stdin.end('done\n');
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  return commits;
}

async function commit(root: string, words: string, ...options: readonly string[]): Promise<void> {
  await git(root, ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', 'commit', '--quiet', ...options, '-m', words]);
}

async function git(root: string, args: readonly string[]): Promise<void> {
  const child = spawn('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`git ${args[0] ?? ''} ended with ${code}`);
}

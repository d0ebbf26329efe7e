import { execFile, spawn, type ChildProcess } from 'node:child_process';

/** Environment in which git asks nobody anything, reads no replaced objects and speaks English. */
const ENVIRONMENT = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_REPLACE_OBJECTS: '1', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };

/** The environment of this process with those settings. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, ...ENVIRONMENT };
}

/** Runs git in a folder; resolves to its output, or undefined when git is missing or refuses. */
export function runGit(root: string, args: readonly string[]): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    execFile('git', ['-C', root, ...args], { encoding: 'buffer', maxBuffer: 1 << 30, env: gitEnvironment() }, (error, stdout) => {
      resolve(error ? undefined : stdout);
    });
  });
}

/** Whether there is a git command and the folder belongs to a repository. */
export async function hasGit(root: string): Promise<boolean> {
  return (await runGit(root, ['rev-parse', '--git-dir'])) !== undefined;
}

/** Reads objects through one `git cat-file --batch`, which ends by itself when nobody waits for anything. */
export interface ObjectReader {
  /** Content of an object. @throws Error when the repository does not have it */
  read(id: string): Promise<Uint8Array>;
}

interface Waiting {
  readonly id: string;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Opens a reader of the objects of a repository. */
export function objectReader(root: string): ObjectReader {
  let child: ChildProcess | undefined;
  let waiting: Waiting[] = [];

  const start = (): ChildProcess => {
    const git = spawn('git', ['-C', root, 'cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'ignore'], env: gitEnvironment() });
    let pending = Buffer.alloc(0);
    let chunks: Buffer[] = [];
    let length = 0;
    let needed = 0;
    const fail = (): void => {
      if (child === git) child = undefined;
      const lost = waiting;
      waiting = [];
      for (const { id, reject } of lost) reject(new Error(`git could not read the object ${id}.`));
    };
    git.stdout?.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      // Chunks are joined only once an answer can be complete: joining each time would be quadratic for large objects.
      if (pending.length + length < needed) return;
      pending = Buffer.concat([pending, ...chunks]);
      chunks = [];
      length = 0;
      let offset = 0;
      needed = 0;
      for (;;) {
        const lineEnd = pending.indexOf(10, offset);
        if (lineEnd === -1) break;
        const header = pending.toString('latin1', offset, lineEnd).split(' ');
        const size = Number(header[2]);
        if (header.length !== 3 || !Number.isInteger(size)) {
          const lost = waiting.shift();
          lost?.reject(new Error(`The repository has no object ${lost.id}.`));
          offset = lineEnd + 1;
          continue;
        }
        const end = lineEnd + 1 + size;
        if (pending.length < end + 1) {
          needed = end + 1 - offset;
          break;
        }
        // Copied: the answer must not keep the whole buffer alive.
        waiting.shift()?.resolve(Uint8Array.prototype.slice.call(pending, lineEnd + 1, end));
        offset = end + 1;
      }
      pending = pending.subarray(offset);
      if (waiting.length === 0) {
        if (child === git) child = undefined;
        git.stdin?.end();
      }
    });
    git.on('error', fail);
    git.on('close', () => {
      if (child === git) fail();
    });
    git.stdin?.on('error', () => undefined);
    return git;
  };

  return {
    read: (id) => new Promise((resolve, reject) => {
      waiting.push({ id, resolve, reject });
      child ??= start();
      child.stdin?.write(`${id}\n`);
    }),
  };
}

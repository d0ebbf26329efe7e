import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run of a command as a whole process. */
export interface Measured {
  readonly seconds: number;
  /** Highest memory of any process of the command, in megabytes; undefined where /proc does not tell. */
  readonly megabytes: number | undefined;
  readonly code: number | null;
  readonly stdout: string;
}

/** How often memory is looked at, in milliseconds; the kernel keeps the peak of each process, so little is missed. */
const LOOK = 15;

/** Runs a command from start to end and takes its wall time and the peak memory of its processes. */
export async function measure(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<Measured> {
  const [file = '', ...args] = command;
  const began = performance.now();
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString('utf8')));
  const peaks = new Map<number, number>();
  const look = (): void => peaksOf(child.pid ?? 0, peaks);
  const timer = setInterval(look, LOOK);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, megabytes: peaks.size === 0 ? undefined : Math.max(...peaks.values()) / 1024, code, stdout };
}

/** The middle of several runs. */
export function middle(runs: readonly Measured[]): Measured {
  const sorted = [...runs].sort((a, b) => a.seconds - b.seconds);
  const chosen = sorted[Math.floor(sorted.length / 2)];
  if (!chosen) throw new Error('Nothing was measured.');
  return chosen;
}

function peaksOf(pid: number, peaks: Map<number, number>): void {
  const status = read(`/proc/${pid}/status`);
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  if (kilobytes !== undefined) peaks.set(pid, Number(kilobytes));
  for (const child of read(`/proc/${pid}/task/${pid}/children`).split(' ')) if (child !== '') peaksOf(Number(child), peaks);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

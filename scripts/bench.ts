// node scripts/bench.ts [runs] [command of hire …]
// How long the commands of a normal day take, as a person at the keyboard meets them: a fresh process each time.
// The first run, with an empty compile cache, is listed apart.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [runs = '5', ...command] = process.argv.slice(2);
const hire = fileURLToPath(new URL('./hire.mjs', import.meta.url));
const cache = mkdtempSync(join(tmpdir(), 'hire-bench-'));

function milliseconds(words: readonly string[]): number {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [hire, ...words], { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: cache } });
  if (status !== 0 && status !== 1) throw new Error(`hire ${words.join(' ')} ended with ${status}:\n${stderr}`);
  return performance.now() - begin;
}

try {
  for (const words of command.length > 0 ? [command] : [['--version'], ['check', '--json']]) {
    const first = milliseconds(words);
    const times = Array.from({ length: Number(runs) }, () => milliseconds(words)).sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)] ?? first;
    process.stdout.write(`hire ${words.join(' ')}: first ${first.toFixed(0)} ms, then ${median.toFixed(0)} ms (median of ${times.length})\n`);
  }
} finally {
  rmSync(cache, { recursive: true });
}

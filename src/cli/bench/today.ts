import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE } from '../engine.ts';
import { measure } from './measure.ts';
import { MORNING, openCandidate } from './open-candidates.ts';
import { generateRepository } from './repository.ts';

/** One line of the table: what was measured, and what is wanted. */
export type Say = (what: string, got: string, goal: string) => void;

/** How heavy Today is when so many candidates are in process, and how long a browser takes until it can be used. */
export async function measureToday(folder: string, candidates: number, runs: number, say: Say): Promise<void> {
  const { root } = await generateRepository(ENGINE, join(folder, 'open'), candidates, false, openCandidate);
  // The example keeps its own clock, and its pages count nothing anew.
  const settings = join(root, 'content', 'settings.yml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^example:\n(?: .*\n)+/m, ''));
  const site = join(folder, 'open-site');
  const built = await measure([process.execPath, join(ENGINE, 'scripts', 'hire.mjs'), 'build', '--root', root, '--out', site, '--now', MORNING], root);
  if (built.code !== 0) throw new Error(`The site of ${candidates} open candidates was not built: ${built.stdout.slice(0, 2000)}`);
  const bytes = (page: string): number => statSync(join(site, page)).size;
  say(`Today, ${candidates} in process`, kilobytes(bytes('index.html')), '≤ 150 kB');
  const ledgers = readdirSync(join(site, 'promises'), { recursive: true, encoding: 'utf8' }).filter((page) => page.endsWith('.html')).map((page) => bytes(join('promises', page)));
  say('heaviest page of the promises', kilobytes(Math.max(bytes('promises.html'), ...ledgers)), '≤ 400 kB');
  const usable = await usableAfter(join(site, 'index.html'), runs);
  say('Today usable in Chromium', usable === undefined ? 'no browser here' : `${usable.toFixed(2)} s`, '≤ 1 s');
}

/** Seconds until a page can be used, the middle of several loads; undefined where no browser is installed. */
async function usableAfter(page: string, runs: number): Promise<number | undefined> {
  const script = join(ENGINE, 'scripts', 'usable.ts');
  if (!existsSync(script)) return undefined;
  const { code, stdout } = await measure([process.execPath, script, page, String(runs)], ENGINE);
  return code === 0 ? Number(stdout) : undefined;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { flag, type Context, type Input } from '../command.ts';
import { ENGINE } from '../engine.ts';
import { examine, openIdentities, openToExamine } from '../examine.ts';
import type { Opened } from '../open.ts';
import { progressOn } from '../progress.ts';
import { publishForCandidatesTo } from '../publish-for-candidates.ts';
import { publishTo } from '../publish-to.ts';
import { buildSite, type Audience } from './astro.ts';
import { writeNames } from './names.ts';

/** How a site is made. */
export interface MakeOptions {
  readonly audience: Audience;
  /** Where the pages go. */
  readonly out: string;
  /** Whether the valid rest is built when some of the content is broken. */
  readonly keepGoing: boolean;
  /** Whether names are shown where this machine has an identity folder: only for a site that stays on it. */
  readonly names: boolean;
}

/** What came of it. */
export interface Made {
  readonly opened: Opened;
  readonly problems: readonly Problem[];
  readonly built: boolean;
  /** What Astro said when it failed. */
  readonly failure?: string;
  /** What it said although it did not. */
  readonly said?: string;
}

/** Checks, aggregates and builds: one way for `build`, `serve` and `start`. */
export async function makeSite(context: Context, input: Input, options: MakeOptions): Promise<Made> {
  const opened = await openToExamine(context, input);
  const identities = openIdentities(opened);
  const problems = await examine(opened, identities);
  if (problems.some((problem) => problem.severity === 'error') && !options.keepGoing) return { opened, problems, built: false };
  if (flag(input, 'dry-run')) return { opened, problems, built: false };
  const published = join(opened.root, '.hire', options.audience === 'team' ? 'published' : 'published-for-candidates');
  if (options.audience === 'candidate') publishForCandidatesTo(published, opened);
  else {
    await publishTo(published, opened, problems, context);
    await writeNames(published, options.names ? identities : undefined, opened.workspace);
  }
  const progress = progressOn(context);
  progress.step('Building the site');
  const fresh = `${options.out}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const { ok, said } = await buildSite(context, { audience: options.audience, engine: ENGINE, published, out: fresh, keepGoing: options.keepGoing });
  if (ok) replaceFolder(fresh, options.out);
  progress.clear();
  return { opened, problems, built: ok, ...(said === '' ? {} : ok ? { said } : { failure: said }) };
}

/** The old site stays until the new one is complete: whoever has it open never meets half a site. */
function replaceFolder(fresh: string, out: string): void {
  mkdirSync(dirname(out), { recursive: true });
  rmSync(out, { recursive: true, force: true });
  renameSync(fresh, out);
}

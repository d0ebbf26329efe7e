import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { Mistake, type Context } from '../command.ts';
import { inTurn } from './turn.ts';

/** Megabytes of heap before the build collects what it no longer needs: left alone it takes 1.1 GB for what fits into 0.7. */
const HEAP = 640;

/** For whom a site is built. */
export type Audience = 'team' | 'candidate';

const CONFIGURATION: Readonly<Record<Audience, string>> = { team: 'astro.config.mjs', candidate: 'astro.candidate.config.mjs' };

/** What Astro is told: where the published data lies and where the site goes. */
export interface SiteBuild {
  /** The private site of the team, or the public guide: each has its own configuration, and neither sees the other's data. */
  readonly audience: Audience;
  /** Folder of the engine: where astro.config.mjs lies. */
  readonly engine: string;
  readonly published: string;
  readonly out: string;
  /** Whether a link that leads nowhere is left without its target instead of failing the build. */
  readonly keepGoing: boolean;
}

/** How a build ended, and what it said on the way. */
export interface SiteBuilt {
  readonly ok: boolean;
  readonly said: string;
}

/**
 * Builds the site in a process of its own, so that a second build starts clean.
 * @throws Mistake when Astro is not installed, as after an install of only what the check needs
 */
export function buildSite(context: Context, build: SiteBuild): Promise<SiteBuilt> {
  return inTurn(join(build.engine, '.hire', 'cache', 'building'), context.interrupted, () => runAstro(context, build));
}

async function runAstro(context: Context, build: SiteBuild): Promise<SiteBuilt> {
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, astroEntry(build.engine), 'build', '--root', build.engine, '--config', CONFIGURATION[build.audience], '--silent'], {
    cwd: workingFolder(build.engine, build.out),
    env: {
      ...productionEnv(context.env), HIRE_PUBLISHED: build.published, HIRE_SITE_OUT: build.out, HIRE_SITE_CACHE: join(build.published, '..', 'cache', `astro-${build.audience}`), ...(build.keepGoing ? { HIRE_KEEP_GOING: '1' } : {}),
      ASTRO_TELEMETRY_DISABLED: '1', NODE_COMPILE_CACHE: join(build.engine, '.hire', 'cache', 'compile'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: context.interrupted,
  });
  let said = '';
  const collect = (chunk: Buffer): void => void (said += chunk.toString('utf8'));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { ok: code === 0, said: said.trim() };
}

/**
 * Where Astro is started. It compares paths by their letters, so started in `hiring` it takes `hiring-site` beside it for a folder inside,
 * leaves its half-made pages there and finds no package from them. Started deeper in the engine, it keeps them where packages are found.
 */
export function workingFolder(engine: string, out: string): string {
  if (!out.startsWith(engine) || out.startsWith(`${engine}${sep}`)) return engine;
  const deeper = join(engine, '.hire', 'cache');
  mkdirSync(deeper, { recursive: true });
  return deeper;
}

/** Names by which Vite takes a build for something else than production; a developer's shell, or a test runner, may have them. */
const MISLEADING = /^(NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL|VITEST.*)$/;

function productionEnv(env: Context['env']): Record<string, string | undefined> {
  return { ...Object.fromEntries(Object.entries(env).filter(([name]) => !MISLEADING.test(name))), NODE_ENV: 'production' };
}

function astroEntry(engine: string): string {
  try {
    const manifest = createRequire(join(engine, 'package.json')).resolve('astro/package.json');
    return join(dirname(manifest), 'bin', 'astro.mjs');
  } catch {
    throw new Mistake('Astro is not installed here, so no site can be built. Run “npm ci” in the repository, then try again.');
  }
}

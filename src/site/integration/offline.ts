import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finisher } from './finish.ts';

/** Pages finished at once: enough to keep the disk busy, few enough to stay far below 1 GB. */
const TOGETHER = 32;

/**
 * The last step of a build: every page gets relative links and its content security policy, so that
 * the same folder works served and by double-click. A link that leads nowhere fails the build, unless it is
 * asked to keep going (HIRE_KEEP_GOING): then the words stay without the link and the log names it.
 *
 * @param mayBeGone tells of a link whose page may have gone without anybody's fault: its words stay, and nothing is said
 */
export function offline({ mayBeGone = () => false }: { mayBeGone?: (link: string) => boolean } = {}): AstroIntegration {
  return {
    name: 'hire:offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await filesOf(root);
        const pages = [...files].filter((file) => file.endsWith('.html'));
        const finish = finisher(files);
        const broken = new Map<string, string>();
        for (let from = 0; from < pages.length; from += TOGETHER) {
          await Promise.all(
            pages.slice(from, from + TOGETHER).map(async (page) => {
              const file = join(root, page);
              const done = finish(page, await readFile(file, 'utf8'));
              for (const link of done.broken) if (!broken.has(link) && !mayBeGone(link)) broken.set(link, page);
              await writeFile(file, done.html);
            }),
          );
        }
        // Everything of ours is inlined; what the bundler left beside the pages is used by none of them.
        await rm(join(root, '_astro'), { recursive: true, force: true });
        if (broken.size > 0) {
          const list = [...broken].sort().map(([link, page]) => `  ${link} (on ${page})`);
          const words = `${broken.size === 1 ? '1 link leads' : `${broken.size} links lead`} nowhere:\n${list.join('\n')}`;
          if (process.env.HIRE_KEEP_GOING === undefined) throw new Error(words);
          // Straight to the caller: hire builds silently and passes on what stands here.
          process.stderr.write(`${words}\n`);
        }
        logger.info(`${pages.length} pages work served and over file://`);
      },
    },
  };
}

async function filesOf(root: string): Promise<Set<string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).split(sep).join('/').replace(/^\/+/, '')),
  );
}

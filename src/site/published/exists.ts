import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from 'virtual:routes';
import { publishedFolder } from './read.ts';
import { isShown } from './shown.ts';

/**
 * The link, if this site has a page for it: a page that is not part of a build is named and not linked.
 *
 * @param path from `paths`: `/pipelines/entry-level` needs the route `/pipelines/[id]`
 */
export function linked(path: string): string | undefined {
  // A visit has its page only while it waits for scores.
  if (path.startsWith('/score/') && !existsSync(join(publishedFolder(), `${path}.json`))) return undefined;
  const shown = isShown(path);
  if (shown !== undefined) return shown ? path : undefined;
  return routes.some((route) => fits(path.split('/'), route.split('/'))) ? path : undefined;
}

function fits(path: readonly string[], route: readonly string[]): boolean {
  if (route.some((part) => part.startsWith('[...'))) return false;
  return path.length === route.length && route.every((part, index) => part.startsWith('[') || part === path[index]);
}

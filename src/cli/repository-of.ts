import { isSafeAddress, placeOf } from '../github/repository.ts';
import { remoteAddress, workTreeOf } from '../store/commit-changes-where.ts';
import { defaultBranch } from '../store/default-branch.ts';
import type { PublishedBuild } from '../view/published/reference.ts';

/**
 * Where the repository lies on GitHub, for links that propose a change; null when nothing says so.
 * Only names and addresses: a token that somebody wrote into the remote's address stays behind.
 */
export async function repositoryOf(root: string, env: Readonly<Record<string, string | undefined>>): Promise<PublishedBuild['repository']> {
  const place = placeOf(await remoteAddress(root).catch(() => undefined), env);
  if (!place || !isSafeAddress(place.api)) return null;
  const { owner, name, api } = place;
  return { owner, name, api, web: webOf(api), branch: (await defaultBranch(root)) ?? 'main', prefix: (await workTreeOf(root))?.prefix ?? '' };
}

/** GitHub itself has a host of its own for programs, an Enterprise Server a folder. */
function webOf(api: string): string {
  return api === 'https://api.github.com' ? 'https://github.com' : api.replace(/\/api\/v3$/, '');
}

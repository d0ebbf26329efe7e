import { remoteAddress } from '../store/commit-changes-where.ts';
import type { Forge } from '../github/forge.ts';
import { placeOf, type Place } from '../github/repository.ts';
import { Mistake, type Context } from './command.ts';

/** The token for GitHub. @throws Mistake when there is none */
export function tokenOf(context: Context): string {
  const token = context.env['GITHUB_TOKEN'] || context.env['GH_TOKEN'];
  if (!token) throw new Mistake('This needs a token for GitHub in GITHUB_TOKEN (or GH_TOKEN): a fine-grained one for this repository alone, with “Contents”, “Pull requests” or “Issues” as the task needs. “gh auth token” prints one where the GitHub command line is set up.');
  return token;
}

/**
 * The repository on GitHub, as the remote `origin` or `GITHUB_REPOSITORY` names it, with the token from `GITHUB_TOKEN` or `GH_TOKEN`.
 * Nothing is asked yet. A `ForgeError` of its calls ends a command like a mistake: its message, exit code 2.
 * @throws Mistake when there is no token, or nothing names the repository
 */
export async function forgeOf(context: Context, root: string): Promise<Forge> {
  const connection = await connectionOf(context, root);
  // Loaded only now: it takes longer than most commands.
  const { octokitForge } = await import('../github/octokit.ts');
  return octokitForge(connection);
}

/** How to reach that repository. @throws Mistake when there is no token, or nothing names the repository */
export async function connectionOf(context: Context, root: string): Promise<Place & { readonly token: string }> {
  const token = tokenOf(context);
  const place = placeOf(await remoteAddress(root), context.env);
  if (!place) throw new Mistake('Nothing says which repository on GitHub this is: there is no remote “origin” that leads to one. “git remote add origin https://github.com/<owner>/<name>.git” says it, or GITHUB_REPOSITORY=<owner>/<name>.');
  return { ...place, token };
}

import type { Repository } from './forge.ts';

/** Where a repository and its interface for programs are. */
export interface Place extends Repository {
  /** Address of the interface, without a slash at its end. */
  readonly api: string;
}

/** The variables that Actions sets, and that a person may set. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The repository on GitHub: `GITHUB_REPOSITORY` where it is set, as in Actions; else where the remote leads.
 * @param remote address of the git remote, in any of git's spellings
 * @returns undefined when neither names a repository
 */
export function placeOf(remote: string | undefined, env: Environment): Place | undefined {
  const there = remote === undefined ? undefined : placeOfRemote(remote);
  const [owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(env['GITHUB_REPOSITORY'] ?? '')?.slice(1) ?? [there?.owner, there?.name];
  if (owner === undefined || name === undefined) return undefined;
  const api = env['GITHUB_API_URL'] || apiOf(there?.origin ?? 'https://github.com');
  return { owner, name, api: api.replace(/\/+$/, '') };
}

/** Whether a token may be sent there: encrypted, or no further than this machine. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]'));
}

function placeOfRemote(remote: string): (Repository & { origin: string }) | undefined {
  // git@host:owner/name is no address to anybody but git and ssh.
  const short = /^(?:[\w.-]+@)?([\w.-]+):(?!\/)(.+)$/.exec(remote);
  const url = short ? `ssh://${short[1]}/${short[2]}` : remote;
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, hostname, pathname } = new URL(url);
  if (!['https:', 'http:', 'ssh:', 'git:'].includes(protocol)) return undefined;
  const [, owner, name] = /^\/+([\w.-]+)\/([\w.-]+?)(?:\.git)?\/*$/.exec(pathname) ?? [];
  if (owner === undefined || name === undefined) return undefined;
  return { owner, name, origin: protocol === 'http:' ? `http://${host}` : `https://${protocol === 'https:' ? host : hostname}` };
}

/** GitHub itself has a host of its own for programs, an Enterprise Server a folder. */
function apiOf(origin: string): string {
  return /^https:\/\/(?:www\.|ssh\.)?github\.com$/.test(origin) ? 'https://api.github.com' : `${origin}/api/v3`;
}

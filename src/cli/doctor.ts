import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CODEOWNERS, codeownersOf, isOurs } from '../gate/codeowners.ts';
import { placeOf } from '../github/repository.ts';
import type { RepositorySettings } from '../github/settings.ts';
import { remoteAddress } from '../store/commit-changes-where.ts';
import { runGit } from '../store/git-command.ts';
import { identityFolder } from '../identity/folder.ts';
import { LOCAL_SETTINGS, readLocalSettings } from '../identity/local-settings.ts';
import { plural } from '../model/words.ts';
import { flag, type Command, type Context } from './command.ts';
import { diagnose, type Machine } from './doctor/diagnose.ts';
import { isOpen, type Finding } from './doctor/finding.ts';
import { diagnoseGitHub, type Expected } from './doctor/github.ts';
import { openTree, type Opened } from './open.ts';
import { isFile, staleSchemas } from './doctor/schemas.ts';
import { whoSees, type Sight } from './doctor/who-sees.ts';

/** `hire doctor`: what a real set-up still needs, as far as this machine and, with a token, GitHub can tell. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'what this repository and this machine still need',
  usage: '',
  help: `
Looks at the settings, the people, git and this machine, and names for each thing that is missing what to do about it. It changes nothing.
With a token in GITHUB_TOKEN (or GH_TOKEN) it asks GitHub as well: who sees the repository and its pages, what protects the default branch,
what workflows may do, and what the plan does not have; and it prints who can see what, as the settings are now. “Administration: read”,
“Actions: read”, “Pages: read” and “Secrets: read” show everything; what a token does not show is marked with “?”.

hire doctor
GITHUB_TOKEN=$(gh auth token) hire doctor
hire doctor --json`,
  options: { 'no-cache': { type: 'boolean' } },
  words: [0, 0],
  async run(context, input) {
    const opened = await openTree(context, input);
    const asked = await askGitHub(context, opened);
    const findings = [...diagnose(opened.workspace, await machineOf(opened)), ...(asked ? diagnoseGitHub(asked.settings, asked.expected) : [])];
    const sights = asked ? whoSees(asked.settings) : [];
    const missing = findings.filter(isOpen);
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ ok: missing.length === 0, findings, ...(asked && { who: sights }) }, null, 2)}\n`);
    else {
      context.stdout(findings.map(line).join(''));
      if (asked) context.stdout(table(sights));
      const limits = findings.filter(({ grade }) => grade === 'limit').length;
      if (limits > 0) context.stderr(`${plural(limits, 'protection')} your plan does not have.\n`);
      context.stderr(missing.length > 0 ? `${plural(missing.length, 'thing')} to do.\n`
        : asked ? 'Nothing is missing.\n' : 'Nothing is missing that this machine can see. Whether branches are protected and who may see the site, GitHub alone knows: with GITHUB_TOKEN it is asked.\n');
    }
    return missing.length === 0 ? 0 : 1;
  },
};

const MARKS = { stop: 'STOP ', limit: 'limit', unseen: '?    ' } as const;

function line({ fine, grade, what, remedy }: Finding): string {
  return `${fine ? 'ok   ' : grade ? MARKS[grade] : 'to do'}  ${what}\n${remedy === undefined ? '' : `       → ${remedy}\n`}`;
}

function table(sights: readonly Sight[]): string {
  const width = Math.max(...sights.map(({ what }) => what.length));
  return `\nWho can see and do what, as it is now\n${sights.map(({ what, who }) => `  ${what.padEnd(width)}  ${who}\n`).join('')}`;
}

/** GitHub's settings, where there are a token and a repository to ask about. */
async function askGitHub(context: Context, { root, workspace }: Opened): Promise<{ readonly settings: RepositorySettings; readonly expected: Expected } | undefined> {
  const token = context.env['GITHUB_TOKEN'] || context.env['GH_TOKEN'];
  const place = placeOf(await remoteAddress(root), context.env);
  if (!token || !place) return undefined;
  const { readSettings } = await import('../github/settings.ts');
  const logins = [...workspace.people.values()].filter(({ value }) => value.active.until === undefined).map(({ value }) => value.github?.login).filter((login) => login !== undefined);
  return { settings: await readSettings({ ...place, token }), expected: { repository: place, checks: checksOf(root), logins } };
}

/** Jobs that judge content: those are to pass before a merge. A job of the engine does not run for every change, and would be waited for in vain. */
function checksOf(root: string): readonly string[] {
  const jobs = globSync('.github/workflows/{check,gate}.yml', { cwd: root }).sort().flatMap((path) => {
    const read = parse(readFileSync(join(root, path), 'utf8')) as { on?: unknown; jobs?: Record<string, { name?: string; if?: string }> } | null;
    return Object.entries(read?.jobs ?? {}).filter(([, job]) => job.if === undefined).map(([id, { name }]) => name ?? id);
  });
  return jobs.length > 0 ? jobs : ['content'];
}

/** Where GitHub looks, in its order. */
function ownersFile(root: string, workspace: Opened['workspace']): Machine['codeowners'] {
  const found = [CODEOWNERS, 'CODEOWNERS', 'docs/CODEOWNERS'].find((path) => isFile(join(root, path)));
  if (found === undefined) return 'missing';
  const text = readFileSync(join(root, found), 'utf8');
  if (!isOurs(text)) return 'by hand';
  return text.replaceAll('\r\n', '\n') === codeownersOf(workspace).text ? 'current' : 'stale';
}

async function machineOf({ root, workspace }: Opened): Promise<Machine> {
  const local = readLocalSettings(root);
  const git = async (...args: string[]): Promise<string> => (await runGit(root, args))?.toString('utf8').trim() ?? '';
  const top = await git('rev-parse', '--show-toplevel');
  return {
    node: process.versions.node,
    git: top !== '',
    commits: (await git('rev-parse', '--verify', '-q', 'HEAD')) !== '',
    remotes: (await git('remote')).split('\n').filter((name) => name !== ''),
    author: await git('config', 'user.email') !== '',
    ignored: (await git('check-ignore', LOCAL_SETTINGS)) !== '',
    identities: local.settings.identities,
    identitiesOpen: identityFolder(local.settings.identities).open,
    identitiesInside: local.settings.identities !== undefined && `${local.settings.identities}/`.startsWith(`${root}/`),
    codeowners: ownersFile(root, workspace),
    staleSchemas: staleSchemas(root, workspace),
  };
}

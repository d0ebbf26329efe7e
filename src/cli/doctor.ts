import { join } from 'node:path';
import { runGit } from '../store/git-command.ts';
import { identityFolder } from '../identity/folder.ts';
import { LOCAL_SETTINGS, readLocalSettings } from '../identity/local-settings.ts';
import { plural } from '../model/words.ts';
import { flag, type Command } from './command.ts';
import { diagnose, type Finding, type Machine } from './doctor/diagnose.ts';
import { openTree, type Opened } from './open.ts';
import { isFile, staleSchemas } from './doctor/schemas.ts';

/** `hire doctor`: what a real set-up still needs, as far as this machine can tell. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'what this repository and this machine still need',
  usage: '',
  help: `
Looks at the settings, the people, git and this machine, and names for each thing that is missing what to do about it. It asks
nobody and changes nothing. What only GitHub knows (protected branches, environments, who sees the pages) it does not claim to know.

hire doctor
hire doctor --json`,
  options: { 'no-cache': { type: 'boolean' } },
  words: [0, 0],
  async run(context, input) {
    const opened = await openTree(context, input);
    const findings = diagnose(opened.workspace, await machineOf(opened));
    const missing = findings.filter((finding) => !finding.fine);
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ ok: missing.length === 0, findings }, null, 2)}\n`);
    else {
      context.stdout(findings.map(line).join(''));
      context.stderr(missing.length === 0
        ? 'Nothing is missing that this machine can see. Whether branches are protected and who may see the site, GitHub alone knows.\n'
        : `${plural(missing.length, 'thing')} to do.\n`);
    }
    return missing.length === 0 ? 0 : 1;
  },
};

function line({ fine, what, remedy }: Finding): string {
  return `${fine ? 'ok   ' : 'to do'}  ${what}\n${remedy === undefined ? '' : `       → ${remedy}\n`}`;
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
    codeowners: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'].some((path) => isFile(join(root, path))),
    staleSchemas: staleSchemas(root, workspace),
  };
}

import type { RepositorySettings } from '../../github/settings.ts';
import { listed, plural } from '../../model/words.ts';

/** One line of the table “who can see what”. */
export interface Sight {
  readonly what: string;
  readonly who: string;
}

/** Who can see and do what, as the settings are now and not as they should be. */
export function whoSees(settings: RepositorySettings): readonly Sight[] {
  const readers = readersOf(settings);
  const writers = 'is' in settings.accounts ? settings.accounts.is.filter(({ role }) => role !== 'read' && role !== 'triage').map(({ login }) => login) : undefined;
  const pushing = writers === undefined ? 'whoever can push' : named(writers);
  const admins = 'is' in settings.accounts ? named(settings.accounts.is.filter(({ role }) => role === 'admin').map(({ login }) => login)) : 'administrators';
  const { protection, pages, secrets, environments, forks } = settings;
  return [
    { what: 'records, scores, also before a panel is complete', who: readers },
    { what: 'the site as an artifact of a run', who: readers },
    { what: 'the site as GitHub Pages', who: 'hidden' in pages ? 'this token does not show it' : !pages.is ? 'nobody: there are none' : pages.is.public ? 'EVERYBODY ON THE INTERNET' : readers },
    { what: 'names of candidates', who: 'whoever has the folder of identities; nobody on GitHub' },
    { what: 'copies of their own (clones)', who: `${readers}${forks ? ', and as forks' : ''}` },
    { what: `what goes into ${settings.defaultBranch}`, who: mergers(protection, pushing) },
    { what: 'secrets of the repository', who: 'hidden' in secrets ? 'this token does not show it' : secrets.is.length === 0 ? 'nobody: there are none' : `workflows of any branch, so ${pushing}` },
    ...('is' in environments ? environments.is.map(({ name, branches }) => ({ what: `secrets of the environment ${name}`, who: branches ? 'workflows of protected branches' : `workflows of any branch, so ${pushing}` })) : []),
    { what: 'these settings', who: admins },
  ];
}

function readersOf({ visibility, accounts }: RepositorySettings): string {
  if (visibility === 'public') return 'EVERYBODY ON THE INTERNET';
  if (visibility !== 'private') return 'everybody in the company';
  return 'is' in accounts ? named(accounts.is.map(({ login }) => login)) : 'whoever has access';
}

function mergers(protection: RepositorySettings['protection'], pushing: string): string {
  if ('hidden' in protection) return protection.hidden === 'plan' ? `${pushing}, without anybody’s approval: the plan protects no branch` : `${pushing}; whether with approval, this token does not show`;
  if (!protection.is?.pullRequests) return `${pushing}, without anybody’s approval`;
  const { approvals, owners } = protection.is;
  const whose = owners ? 'those whom CODEOWNERS names' : approvals > 0 ? plural(approvals, 'other person', 'other people') : undefined;
  return `${pushing}, by pull request${whose === undefined ? '' : ` with approval of ${whose}`}`;
}

/** Up to six names, more as a number. */
function named(logins: readonly string[]): string {
  return logins.length === 0 ? 'nobody' : logins.length <= 6 ? listed([...logins].sort()) : plural(logins.length, 'account');
}

import { build } from './workspace.ts';

/** Longest address of a prefilled page, in bytes; GitHub takes 8,191. */
const LONGEST = 7_800;

/** The page of GitHub that edits a file on the default branch; undefined where nothing says which repository it is. */
export function editLink(path: string): string | undefined {
  const { repository } = build;
  if (repository === null) return undefined;
  const branch = repository.branch.split('/').map(encodeURIComponent).join('/');
  return `${repository.web}/${repository.owner}/${repository.name}/edit/${branch}/${(repository.prefix + path).split('/').map(encodeURIComponent).join('/')}`;
}

/** The page of a new issue with its title and text; without the text where the address would become too long. */
export function issueLink(title: string, body: string): string | undefined {
  const { repository } = build;
  if (repository === null) return undefined;
  const bare = `${repository.web}/${repository.owner}/${repository.name}/issues/new?title=${encodeURIComponent(title)}`;
  const full = `${bare}&body=${encodeURIComponent(body)}`;
  return full.length <= LONGEST ? full : bare;
}

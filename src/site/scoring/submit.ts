import { FileExists, ForgeError, proposeFile, type Proposed } from '../../github/core.ts';
import type { MadeFile } from './file.ts';
import type { ScoringForm } from './form.ts';

/** What is told while it runs. */
const STEPS = { looking: 'Asking GitHub …', branch: 'Making the branch …', file: 'Writing the file …', 'pull-request': 'Opening the pull request …' } as const;

/**
 * Proposes the file under the reviewer's own token. Nothing is asked of GitHub before. Done again after a failure it goes on where it stopped.
 * @throws ForgeError or FileExists; `refusalWords` says them
 */
export function submitFile(form: ScoringForm, file: MadeFile, person: string, token: string, tell: (words: string) => void): Promise<Proposed> {
  const { repository } = form;
  if (!repository) throw new Error('No repository to submit to.');
  const isScore = file.path.includes('/scores/');
  return proposeFile({ ...repository, token }, {
    branch: `hire/${isScore ? 'score' : 'conflict'}-${form.candidate}-${form.visit}-${person}`,
    base: repository.branch, path: repository.prefix + file.path, text: file.text,
    // Whom it is about and by whom, never a mark: titles go out by mail.
    title: `${isScore ? 'Score' : 'Conflict of interest'}: ${form.spoken}, by ${person}`,
    body: isScore ? 'Made on the scoring page.' : 'Declared on the scoring page, instead of a score.',
    step: (step) => tell(STEPS[step]),
  });
}

/** Why it did not work and what to do, in words for somebody in a browser. The draft is always still there. */
export function refusalWords(error: unknown, form: ScoringForm, isOnline: boolean): string {
  const stays = 'Your draft stays here, and submitting again goes on where this stopped.';
  const whose = form.repository ? `${form.repository.owner}/${form.repository.name}` : 'the repository';
  if (error instanceof FileExists) return `The repository has ${error.path} already (422). A score is given once: to change it, write an amendment that says why.`;
  if (!(error instanceof ForgeError)) return `Something went wrong on this page: ${error instanceof Error ? error.message : String(error)}. ${stays}`;
  switch (error.fault) {
    case 'token': return `GitHub does not accept the token (401): it has expired, was revoked or is incomplete. Paste another one. ${stays}`;
    case 'forbidden': return `The token may not do this (403). It needs “Contents” and “Pull requests” of ${whose}, both read and write. ${stays}`;
    case 'missing': return `GitHub does not show ${whose} to this token (404): choose this repository when you make the token, and ask its owner to approve it. ${stays}`;
    case 'limit': return `GitHub has had enough calls with this token for now. Try again in some minutes. ${stays}`;
    case 'refused': return `${error.message} ${stays}`;
    case 'broken': return `GitHub is out of order. Try again later. ${stays}`;
    case 'unreachable': return `${isOnline ? 'GitHub cannot be reached, or its answer was cut off.' : 'You are offline.'} ${stays}`;
  }
}

import { code, editLink, type CommentPlace } from './comment-words.ts';

/** One visit that a pull request brings scores for: who is in, never what they say. */
export interface ScoredVisit {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  readonly scoresIn: number;
  readonly scoresWanted: number;
  /** Whether everybody asked is in once this is merged. */
  readonly complete: boolean;
  readonly files: readonly { readonly path: string; readonly person: string; readonly there: boolean; readonly errors: number }[];
}

/** “2 of 3 in” for each visit, and whether the file can be taken. There is no mark in it, and nothing that follows from one. */
export function scoreSection(visits: readonly ScoredVisit[], place: CommentPlace): string | undefined {
  if (visits.length === 0) return undefined;
  const lines = visits.map(({ role, candidate, visit, scoresIn, scoresWanted, complete, files }) => {
    const state = complete ? `**${scoresIn} of ${scoresWanted} in**: the panel is complete with this.` : `**${scoresIn} of ${scoresWanted} in**; marks stay hidden until the last one is.`;
    const each = files.map(({ path, person, there, errors }) => {
      const fate = !there ? 'is removed' : errors === 0 ? 'is fine' : `needs ${errors === 1 ? 'one mend' : `${errors} mends`}`;
      return `  - the file of ${code(person)} ${fate}: ${editLink(path, undefined, there ? place : { branch: undefined })}`;
    });
    return [`- ${code(candidate)} in ${code(role)}, ${code(visit)}: ${state}`, ...each].join('\n');
  });
  return `### Scores\n\n${lines.join('\n')}`;
}

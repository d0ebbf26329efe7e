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
  readonly files: readonly ScoreFile[];
}

/** A file with marks, and whether it can be taken. */
export interface ScoreFile {
  readonly path: string;
  readonly person: string;
  readonly there: boolean;
  readonly errors: number;
}

/** A calibration session that a pull request brings marks for. */
export interface ScoredSession {
  readonly session: string;
  readonly scoresIn: number;
  readonly scoresWanted: number;
  readonly closed: boolean;
  readonly files: readonly ScoreFile[];
}

/** “2 of 3 in” for each visit and each calibration, and whether the file can be taken. There is no mark in it, and nothing that follows from one. */
export function scoreSection(visits: readonly ScoredVisit[], sessions: readonly ScoredSession[], place: CommentPlace): string | undefined {
  if (visits.length + sessions.length === 0) return undefined;
  const samples = sessions.map(({ session, scoresIn, scoresWanted, closed, files }) => {
    const state = `**${scoresIn} of ${scoresWanted} in**${closed ? '; the session is closed.' : scoresIn === scoresWanted ? ': everybody is in with this, and the session can be closed.' : '; marks stay hidden until the session is closed.'}`;
    return [`- the calibration ${code(session)}: ${state}`, ...fileLines(files, place)].join('\n');
  });
  const lines = visits.map(({ role, candidate, visit, scoresIn, scoresWanted, complete, files }) => {
    const state = complete ? `**${scoresIn} of ${scoresWanted} in**: the panel is complete with this.` : `**${scoresIn} of ${scoresWanted} in**; marks stay hidden until the last one is.`;
    return [`- ${code(candidate)} in ${code(role)}, ${code(visit)}: ${state}`, ...fileLines(files, place)].join('\n');
  });
  return `### Scores\n\n${[...lines, ...samples].join('\n')}`;
}

function fileLines(files: readonly ScoreFile[], place: CommentPlace): string[] {
  return files.map(({ path, person, there, errors }) => {
    const fate = !there ? 'is removed' : errors === 0 ? 'is fine' : `needs ${errors === 1 ? 'one mend' : `${errors} mends`}`;
    return `  - the file of ${code(person)} ${fate}: ${editLink(path, undefined, there ? place : { branch: undefined })}`;
  });
}

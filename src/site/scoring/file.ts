import { conflictSchema } from '../../model/conflict.ts';
import { NOT_OBSERVED, scoreSchema } from '../../model/score.ts';
import { asProse, printScore } from '../../text/score.ts';
import type { Answers, ScoringForm } from './form.ts';

/** A file of the repository that the page made. */
export interface MadeFile {
  readonly path: string;
  readonly text: string;
}

/** Address of a schema from the file, as editors read it in the first line. */
function schemaFrom(path: string, name: string): string {
  return `${'../'.repeat(path.split('/').length - 1)}.hire/schemas/${name}.json`;
}

/**
 * The score as `hire score` would write it, byte for byte.
 * @param submitted instant with its offset, without seconds
 * @throws ZodError when the answers are not complete: ask `faultsOf` first
 */
export function scoreFile(form: ScoringForm, answers: Answers, submitted: string): MadeFile {
  const path = `${form.folder}/scores/${form.visit}/${answers.person}.yml`;
  const marks = form.criteria.map(({ id }) => {
    const { mark = '', words = '' } = answers.marks[id] ?? {};
    return [id, mark === NOT_OBSERVED ? { mark, because: asProse(words) } : { mark: Number(mark), evidence: asProse(words) }] as const;
  });
  const score = scoreSchema.parse({
    rubric: form.reference, submitted,
    ...(answers.minutes.trim() !== '' && { minutes: Number(answers.minutes) }),
    marks: Object.fromEntries(marks),
    recommendation: answers.recommendation, bar: answers.bar,
    ...(answers.summary.trim() !== '' && { summary: asProse(answers.summary) }),
    conflict: 'none',
  });
  return { path, text: printScore(score, form.criteria.map(({ id }) => id), schemaFrom(path, `score.${form.reference}`)) };
}

/**
 * A declared conflict of interest: the file that stands instead of a score.
 * @param declared day, `2026-11-22`
 * @throws ZodError when the kind is none of the list
 */
export function conflictFile(form: ScoringForm, person: string, kind: string, declared: string): MadeFile {
  const path = `${form.folder}/conflicts/${person}.yml`;
  const conflict = conflictSchema.parse({ kind, declared });
  return { path, text: `# yaml-language-server: $schema=${schemaFrom(path, 'conflict')}\nkind: ${conflict.kind}\ndeclared: ${conflict.declared}\n` };
}

/** Longest address of a prefilled page, in bytes; GitHub takes 8,191. */
const LONGEST = 7_800;

/** The page of GitHub on which the file is made: with its text, or without where the address would become too long. */
export function newFileLink(repository: NonNullable<ScoringForm['repository']>, { path, text }: MadeFile): { readonly href: string; readonly holdsText: boolean } {
  const branch = repository.branch.split('/').map(encodeURIComponent).join('/');
  const bare = `${repository.web}/${repository.owner}/${repository.name}/new/${branch}?filename=${encodeURIComponent(repository.prefix + path)}`;
  const full = `${bare}&value=${encodeURIComponent(text)}`;
  return full.length <= LONGEST ? { href: full, holdsText: true } : { href: bare, holdsText: false };
}

import { RUBRIC_REFERENCE } from '../model/person.ts';
import type { Problem } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import { problem, type Place } from './rule.ts';
import { closest } from '../model/words.ts';
import { someOf } from './words.ts';

/** Something a reference may name: where its file would be, and what there is. */
interface Noun {
  readonly code: string;
  readonly word: string;
  readonly words: string;
  readonly path: (id: string) => string;
  readonly among: (workspace: Workspace) => ReadonlyMap<string, unknown>;
}

const NOUNS = {
  person: { code: 'reference/unknown-person', word: 'person', words: 'people', path: (id) => `content/people/${id}.yml`, among: (w) => w.people },
  pipeline: { code: 'reference/unknown-pipeline', word: 'pipeline', words: 'pipelines', path: (id) => `content/pipelines/${id}.yml`, among: (w) => w.pipelines },
  challenge: { code: 'reference/unknown-challenge', word: 'challenge', words: 'challenges', path: (id) => `content/challenges/${id}/challenge.mdx`, among: (w) => w.challenges },
  questions: { code: 'reference/unknown-questions', word: 'question set', words: 'question sets', path: (id) => `content/questions/${id}.yml`, among: (w) => w.questions },
  rubric: { code: 'reference/unknown-rubric', word: 'rubric', words: 'rubrics', path: (id) => `rubrics/${id}.md`, among: (w) => w.rubrics },
  role: { code: 'reference/unknown-role', word: 'role', words: 'roles', path: (id) => `content/roles/${id}.mdx`, among: (w) => w.roles },
  message: { code: 'reference/unknown-message', word: 'message', words: 'messages', path: (id) => `content/messages/${id}.`, among: (w) => w.messages },
  session: { code: 'reference/unknown-session', word: 'calibration session', words: 'sessions', path: (id) => `content/calibrations/${id}/session.yml`, among: (w) => w.calibrations },
} as const satisfies Record<string, Noun>;

export type NounName = keyof typeof NOUNS;

/**
 * The problem of a reference that names nothing, or nothing at all when it resolves.
 * A file that is there but broken counts as there: its own problem says enough.
 * @param what the subject of the sentence, such as “The role’s manager”
 */
export function unresolved(workspace: Workspace, name: NounName, id: string, place: Place, what: string): Problem[] {
  const noun: Noun = NOUNS[name];
  const known = noun.among(workspace);
  if (known.has(id) || isBroken(workspace, noun.path(id))) return [];
  return [notKnown(noun.code, place, `${what} is “${id}”, but there is no ${noun.word} of that name`, id, known.keys(), noun.words)];
}

/** The problem of a rubric in one version that has no file, such as `interview@9`. */
export function unresolvedVersion(workspace: Workspace, reference: string, place: Place, what: string, code = 'reference/unknown-rubric'): Problem[] {
  const [, id = '', version = ''] = RUBRIC_REFERENCE.exec(reference) ?? [];
  const history = workspace.rubrics.get(id);
  if (history?.versions.has(Number(version)) || history?.current?.value.version === Number(version)) return [];
  if (isBroken(workspace, `rubrics/${id}.md`) || isBroken(workspace, `rubrics/versions/${id}/${version}.md`)) return [];
  if (!history) return [notKnown(code, place, `${what} is “${reference}”, but there is no rubric “${id}”`, id, workspace.rubrics.keys(), 'rubrics')];
  const versions = [...history.versions.keys()].map((number) => `${id}@${number}`);
  return [problem(code, place, `${what} is “${reference}”, but the rubric has no version ${version}.`, `Known versions: ${versions.join(', ') || 'none'}.`)];
}

/** A sentence about a name that is not among the known ones, with the likely one as hint. */
export function notKnown(code: string, place: Place, sentence: string, written: string, known: Iterable<string>, words: string): Problem {
  const all = [...known];
  const likely = closest(written, all);
  const others = all.length > 0 ? `Known ${words}: ${someOf(all)}.` : `There are no ${words} yet.`;
  return problem(code, place, `${sentence}.`, likely === undefined ? others : `Did you mean ${likely}?`);
}

function isBroken(workspace: Workspace, path: string): boolean {
  if (!path.endsWith('.')) return workspace.broken.has(path);
  for (const broken of workspace.broken) if (broken.startsWith(path)) return true;
  return false;
}

import type { ChallengeFolder, CalibrationFolder, CandidateFolder, Document, RubricHistory, Stored, StoredScore } from '../model/workspace.ts';
import { compareText } from '../model/problem.ts';
import type { FileKindName } from '../model/kinds.ts';
import type { Match } from './match.ts';

/** A file that was read without problems of its own (or is sealed, and then has no value). */
export interface LoadedFile {
  readonly path: string;
  readonly match: Match;
  readonly value: unknown;
  readonly body: string;
  readonly bodyLine: number;
}

/** Loaded files by kind: what every part of the workspace is put together from. */
export class Shelf {
  private readonly byKind: ReadonlyMap<FileKindName, readonly LoadedFile[]>;

  constructor(files: readonly LoadedFile[]) {
    this.byKind = Map.groupBy(files, (file) => file.match.kind.name);
  }

  /** The files of a kind in the order of their paths. */
  of(kind: FileKindName): readonly LoadedFile[] {
    return this.byKind.get(kind) ?? [];
  }

  /** The only file of a kind. */
  one<T>(kind: FileKindName): Stored<T> | undefined {
    const file = this.of(kind)[0];
    return file && stored<T>(file);
  }

  /** Files of a kind by the name they bear in their path. */
  named<T>(kind: FileKindName, name: string): ReadonlyMap<string, Stored<T>> {
    return sorted(this.of(kind).map((file) => [nameOf(file, name), stored<T>(file)]));
  }

  /** Markdown files of a kind by their name. */
  documents<T>(kind: FileKindName, name: string): ReadonlyMap<string, Document<T>> {
    return sorted(this.of(kind).map((file) => [nameOf(file, name), document<T>(file)]));
  }

  /** Files of a kind by two names. */
  nested<T, R = Stored<T>>(
    kind: FileKindName, outer: string, inner: (file: LoadedFile) => string, make: (file: LoadedFile) => R,
  ): ReadonlyMap<string, ReadonlyMap<string, R>> {
    const groups = Map.groupBy(this.of(kind), (file) => nameOf(file, outer));
    return sorted([...groups].map(([key, files]) => [key, sorted(files.map((file) => [inner(file), make(file)]))]));
  }
}

/** The record of a file. */
export function stored<T>(file: LoadedFile): Stored<T> {
  return { path: file.path, value: file.value as T };
}

/** The record of a file with its text. */
export function document<T>(file: LoadedFile): Document<T> {
  return { path: file.path, value: file.value as T, body: file.body, bodyLine: file.bodyLine };
}

/** A name that a file bears in its path. */
export function nameOf(file: LoadedFile, name: string): string {
  return file.match.names[name] ?? '';
}

/** A map whose keys ascend by code unit: the order of paths is another, since `-` sorts before `/`. */
export function sorted<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  return new Map([...entries].sort((a, b) => compareText(a[0], b[0])));
}

/** Challenges with their keys and starter files; `text` gives a starter's text. */
export function challengesOf(shelf: Shelf): ReadonlyMap<string, ChallengeFolder> {
  const keys = shelf.named<NonNullable<ChallengeFolder['key']>['value']>('key', 'challenge');
  const starters = Map.groupBy(shelf.of('starter'), (file) => nameOf(file, 'challenge'));
  return new Map([...shelf.documents<ChallengeFolder['page']['value']>('challenge', 'challenge')].map(([id, page]) => [id, {
    page,
    key: keys.get(id),
    starter: sorted((starters.get(id) ?? []).map((file) => [
      file.path.slice(`content/challenges/${id}/starter/`.length), file.value as string | undefined,
    ])),
  }]));
}

/** Calibration sessions with samples, scores and references. */
export function calibrationsOf(shelf: Shelf): ReadonlyMap<string, CalibrationFolder> {
  const samples = Map.groupBy(shelf.of('sample'), (file) => nameOf(file, 'session'));
  const scores = Map.groupBy(shelf.of('sample-score'), (file) => nameOf(file, 'session'));
  const references = Map.groupBy(shelf.of('reference'), (file) => nameOf(file, 'session'));
  const bySample = <T>(files: readonly LoadedFile[] | undefined): ReadonlyMap<string, Stored<T>> =>
    sorted((files ?? []).map((file) => [nameOf(file, 'sample'), stored<T>(file)]));
  return new Map([...shelf.named<CalibrationFolder['session']['value']>('session', 'session')].map(([id, session]) => {
    const groups = Map.groupBy(scores.get(id) ?? [], (file) => nameOf(file, 'sample'));
    return [id, {
      session,
      samples: bySample<string>(samples.get(id)),
      scores: sorted([...groups].map(([sample, files]) => [sample, sorted(files.map((file) => [nameOf(file, 'person'), stored(file)]))])),
      references: bySample(references.get(id)),
    }];
  }));
}

/** Rubrics with their frozen versions. A rubric may have versions only, after its current text was broken or removed. */
export function rubricsOf(shelf: Shelf): ReadonlyMap<string, RubricHistory> {
  const current = shelf.named<NonNullable<RubricHistory['current']>['value']>('rubric', 'rubric');
  const versions = Map.groupBy(shelf.of('rubric-version'), (file) => nameOf(file, 'rubric'));
  const ids = new Set([...current.keys(), ...versions.keys()]);
  return sorted([...ids].map((id) => {
    const numbered = (versions.get(id) ?? []).map((file) => [Number(nameOf(file, 'version')), stored<NonNullable<RubricHistory['current']>['value']>(file)] as const);
    return [id, { current: current.get(id), versions: new Map(numbered.sort((a, b) => a[0] - b[0])) }];
  }));
}

const CANDIDATE_KINDS: readonly FileKindName[] = [
  'candidate', 'messages', 'panel', 'submission', 'submission-text', 'score', 'conflict', 'decision', 'trial-log', 'erased',
];

/**
 * Candidates by role. A folder counts as soon as one file of it was found, read or not.
 * @param found kind and names of every readable path, broken files included
 */
export function candidatesOf(shelf: Shelf, found: readonly Match[]): ReadonlyMap<string, ReadonlyMap<string, CandidateFolder>> {
  const files = Map.groupBy(CANDIDATE_KINDS.flatMap((kind) => shelf.of(kind)), folderOf);
  const roles = new Map<string, Map<string, CandidateFolder>>();
  for (const { names, kind } of found) {
    const { role, candidate } = names;
    if (role === undefined || candidate === undefined || kind.name === 'outcome') continue;
    const folders = roles.get(role) ?? new Map<string, CandidateFolder>();
    roles.set(role, folders);
    if (!folders.has(candidate)) folders.set(candidate, candidateFolder(role, candidate, files.get(`${role}/${candidate}`) ?? []));
  }
  return sorted([...roles].map(([role, folders]) => [role, sorted([...folders])]));
}

function folderOf(file: LoadedFile): string {
  return `${nameOf(file, 'role')}/${nameOf(file, 'candidate')}`;
}

function candidateFolder(role: string, id: string, files: readonly LoadedFile[]): CandidateFolder {
  const open = Map.groupBy(files.filter((file) => !file.match.sealed), (file) => file.match.kind.name);
  const one = <T>(kind: FileKindName): Stored<T> | undefined => {
    const file = open.get(kind)?.[0];
    return file && stored<T>(file);
  };
  const by = <T>(kind: FileKindName, name: string): ReadonlyMap<string, Stored<T>> =>
    sorted((open.get(kind) ?? []).map((file) => [nameOf(file, name), stored<T>(file)]));
  const scores = Map.groupBy((open.get('score') ?? []).map(scoreOf), ({ visit }) => visit);
  return {
    role, id,
    path: `content/candidates/${role}/${id}`,
    record: one('candidate'),
    messages: one('messages'),
    panels: by('panel', 'visit'),
    submissions: by('submission', 'visit'),
    submissionTexts: by('submission-text', 'visit'),
    scores: sorted([...scores].map(([visit, list]) => [visit, list.map(({ score }) => score).sort(compareScores)])),
    conflicts: by('conflict', 'person'),
    logs: by('trial-log', 'visit'),
    decisions: (open.get('decision') ?? []).map((file) => ({ revision: numberOf(nameOf(file, 'decision')), file }))
      .sort((a, b) => a.revision - b.revision).map(({ file }) => stored(file)),
    erased: one('erased'),
    sealed: new Set(files.filter((file) => file.match.sealed).map((file) => file.path.slice(0, -'.age'.length)).sort(compareText)),
  };
}

function scoreOf(file: LoadedFile): { visit: string; score: StoredScore } {
  const name = nameOf(file, 'person');
  const score: StoredScore = { ...stored<StoredScore['value']>(file), person: name.split('.')[0] ?? name, amendment: numberOf(name) };
  return { visit: nameOf(file, 'visit'), score };
}

function compareScores(a: StoredScore, b: StoredScore): number {
  return compareText(a.person, b.person) || a.amendment - b.amendment;
}

/** The number after a name's dot: `alice` is 1, `alice.2` is 2. */
function numberOf(name: string): number {
  return Number(name.split('.')[1] ?? 1);
}

import type { Files } from '../model/files.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Problem } from '../model/problem.ts';
import { compareProblems } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import type { Workspace } from '../model/workspace.ts';
import { nounOf, readYaml, type ReadRecord } from '../text/yaml-record.ts';
import { characterProblems, decode } from '../text/characters.ts';
import { MAX_BYTES } from '../text/yaml-limits.ts';
import { calibrationsOf, candidatesOf, challengesOf, document, nameOf, rubricsOf, Shelf, stored, type LoadedFile } from './assemble.ts';
import { resolveCalendar } from './calendar.ts';
import { stampOf, type Cache } from './cache.ts';
import { defaultSettings } from './defaults.ts';
import { withPositions } from './locate.ts';
import type { Match } from './match.ts';
import { judgePaths, type ReadableEntry } from './path-problems.ts';
import { sealProblems } from './sealed.ts';

/** How a tree is loaded. */
export interface LoadOptions {
  /** Results of earlier runs. */
  readonly cache?: Cache;
  /** Asked once about the text of each file that is read; like all results, its answers are kept in the cache. */
  readonly judge?: (path: string, text: string) => readonly Problem[];
  /** Told how far it is: files read of all files. */
  readonly progress?: (done: number, total: number) => void;
}

/** Everything a tree holds, and everything that is wrong with its files one by one. */
export interface Loaded {
  readonly workspace: Workspace;
  readonly problems: readonly Problem[];
  /** What `judge` said of each file whose text it was asked about. */
  readonly judged: ReadonlyMap<string, readonly Problem[]>;
}

/** What is kept of a file. `judged` is null where there was no text to judge, and absent where nobody judged. */
interface Kept extends ReadRecord {
  readonly judged?: readonly Problem[] | null;
}

/** Files that are read at once: many enough to keep git busy, few enough for progress. */
const BATCH = 256;
const SETTINGS_PATH = 'content/settings.yml';

/**
 * Reads and parses a whole tree. Always yields a workspace: files with problems are left out and listed in `broken`,
 * and where the settings are missing or broken, careful defaults stand in for them. Problems are sorted.
 */
export async function loadWorkspace(files: Files, options: LoadOptions = {}): Promise<Loaded> {
  const entries = await files.list();
  const { readable, problems } = judgePaths(entries);
  const broken = new Set<string>(problems.map((problem) => problem.path));
  const loaded: LoadedFile[] = [];
  const judged = new Map<string, readonly Problem[]>();
  const now = Date.now();
  for (let start = 0; start < readable.length; start += BATCH) {
    const batch = readable.slice(start, start + BATCH);
    const results = await Promise.all(batch.map((item) => readEntry(files, item, now, options)));
    for (const [index, { entry, match }] of batch.entries()) {
      const result = results[index];
      if (!result) continue;
      problems.push(...result.problems);
      if (result.judged) judged.set(entry.path, result.judged);
      if (result.problems.some((problem) => problem.severity === 'error')) broken.add(entry.path);
      else loaded.push({ path: entry.path, match, value: result.value, body: result.body ?? '', bodyLine: result.bodyLine ?? 1 });
    }
    options.progress?.(Math.min(start + BATCH, readable.length), readable.length);
  }
  const shelf = new Shelf(loaded);
  problems.push(...orphans(readable));

  const settings = shelf.one<Settings>('settings');
  if (!settings && !broken.has(SETTINGS_PATH)) {
    problems.push({
      code: 'settings/missing', severity: 'error', path: SETTINGS_PATH, line: 1, column: 1,
      message: 'The workspace has no settings; careful defaults stand in for them.', hint: 'Add content/settings.yml; hire init writes one.',
    });
  }
  const value = settings?.value ?? defaultSettings();
  const resolved = await resolveCalendar(value, yearsOf(shelf, value), SETTINGS_PATH, options.cache);
  problems.push(...(await withPositions(files, resolved.problems)));
  options.cache?.save();

  const workspace: Workspace = {
    settings: settings ?? { path: SETTINGS_PATH, value },
    calendar: resolved.calendar,
    people: shelf.named('person', 'person'),
    pipelines: shelf.named('pipeline', 'pipeline'),
    roles: shelf.documents('role', 'role'),
    challenges: challengesOf(shelf),
    questions: shelf.named('questions', 'set'),
    messages: shelf.nested('message', 'message', (file) => nameOf(file, 'language'), (file) => document(file)),
    guide: shelf.documents('guide', 'page'),
    policies: shelf.documents('policy', 'policy'),
    rubrics: rubricsOf(shelf),
    candidates: candidatesOf(shelf, readable.map(({ match }) => match)),
    calibrations: calibrationsOf(shelf),
    surveys: shelf.nested('survey', 'role', (file) => nameOf(file, 'token'), (file) => stored(file)),
    outcomes: shelf.nested('outcome', 'role', (file) => nameOf(file, 'candidate'), (file) => stored(file)),
    fairness: shelf.nested('fairness', 'role', (file) => `${nameOf(file, 'period')}/${nameOf(file, 'dimension')}`, (file) => stored(file)),
    entries,
    broken,
  };
  return { workspace, problems: problems.sort(compareProblems), judged };
}

async function readEntry(files: Files, { entry, match }: ReadableEntry, now: number, { cache, judge }: LoadOptions): Promise<Kept> {
  const stamp = cache && stampOf(entry, now);
  const known = stamp === undefined ? undefined : (cache?.get(entry.path, stamp) as Kept | undefined);
  if (known && (!judge || known.judged !== undefined)) return known;
  const { text, ...record } = await read(files, { entry, match });
  const result: Kept = judge ? { ...record, judged: text === undefined ? null : judge(entry.path, text) } : record;
  if (stamp !== undefined) cache?.set(entry.path, stamp, result);
  return result;
}

async function read(files: Files, { entry: { path, size }, match }: ReadableEntry): Promise<ReadRecord & { readonly text?: string }> {
  const isStarter = match.kind.form === 'starter';
  if (size !== undefined && size > LARGEST) return isStarter ? { problems: [] } : { problems: [tooLarge(path, size)] };
  let bytes: Uint8Array;
  try {
    bytes = await files.read(path);
  } catch {
    return { problems: [{ code: 'path/unreadable', severity: 'error', path, line: 1, column: 1, message: 'The file is listed but cannot be read.', hint: 'Check its permissions, or restore it.' }] };
  }
  if (match.sealed) return { problems: sealProblems(path, bytes) };
  if (isStarter) {
    const text = bytes.length > MAX_BYTES ? undefined : decode(path, bytes).text;
    return text === undefined || text.includes('\0') ? { problems: [] } : { value: text, problems: [], text };
  }
  if (bytes.length > LARGEST || (bytes.length > MAX_BYTES && (match.kind.form === 'yaml' || match.kind.form === 'rubric'))) return { problems: [tooLarge(path, bytes.length)] };
  const decoded = decode(path, bytes);
  if (decoded.problem) return { problems: [decoded.problem] };
  const characters = characterProblems(path, decoded.text);
  const { text } = decoded;
  return characters.length > 0 ? { problems: characters, text } : { ...(await readText(match.kind, path, text)), text };
}

/** Reads a record; what markdown needs is loaded with the first one that is no plain YAML. */
async function readText(kind: Match['kind'], path: string, text: string): Promise<ReadRecord> {
  if (kind.form === 'yaml') return readYaml(kind.schema, nounOf(kind), path, text);
  return (await import('../text/record.ts')).readRecord(kind, path, text);
}

/** Largest file that is read at all: ten times what a record may have, since words of a submission may be longer. */
const LARGEST = 10 * MAX_BYTES;

function tooLarge(path: string, bytes: number): Problem {
  return {
    code: 'yaml/too-large', severity: 'error', path, line: 1, column: 1,
    message: `The file has ${Math.ceil(bytes / 1024)} KB; ${path.endsWith('.yml') || path.startsWith('rubrics/') ? 'a record may have 64' : 'a text may have 640'} KB.`,
    hint: 'Split the file, or move long words to a .md file beside it.',
  };
}

/** Files that have lost the one they belong to, and could stand nowhere in the workspace. */
function orphans(readable: readonly ReadableEntry[]): Problem[] {
  const present = new Set(readable.map(({ entry }) => entry.path));
  const lost = new Map<string, Problem>();
  for (const { match } of readable) {
    const { challenge, session } = match.names;
    const path = challenge !== undefined ? `content/challenges/${challenge}/challenge.mdx` : session !== undefined ? `content/calibrations/${session}/session.yml` : undefined;
    if (path === undefined || present.has(path) || lost.has(path)) continue;
    const what = challenge !== undefined ? 'a challenge' : 'a calibration session';
    lost.set(path, {
      code: 'path/missing-file', severity: 'error', path, line: 1, column: 1,
      message: `The folder of ${what} has no ${path.slice(path.lastIndexOf('/') + 1)}, to which its other files belong.`, hint: 'Add the file, or remove the folder.',
    });
  }
  return [...lost.values()];
}

/** Years the calendar covers: one before the first date of a record to two after the last, with today's between. */
function yearsOf(shelf: Shelf, settings: Settings): [number, number] {
  const years: number[] = [];
  for (const file of shelf.of('candidate')) {
    for (const event of (file.value as Candidate).events) years.push(Number(event.at.slice(0, 4)));
  }
  for (const day of [...settings.calendar.closed, settings.example?.today]) if (day !== undefined) years.push(Number(day.slice(0, 4)));
  const sane = years.filter((year) => year >= 1990 && year <= 2100);
  if (sane.length === 0) return [2020, 2035];
  return [sane.reduce((a, b) => Math.min(a, b)) - 1, sane.reduce((a, b) => Math.max(a, b)) + 2];
}

import type { Files } from '../model/files.ts';

/** Folders that hold one file per happening: thousands, of which a change needs few. */
const RECORDS = /^content\/(?:candidates|calibrations|surveys|outcomes|fairness)\//;

/** Sessions are named by the people who were trained in them. */
const SESSION = /^content\/calibrations\/[^/]+\/session\.yml$/;

/** The process: what every record is judged by. */
const PROCESS = ['settings.yml', 'people', 'pipelines', 'roles', 'challenges', 'questions', 'messages', 'guide', 'policies', 'calibrations'].map((part) => `content/${part}`);

/**
 * Where to look in a tree for one change: the whole process, and of the records only those that the change is about. Half a second is
 * not enough to list the tens of thousands of others.
 * @param touched paths that the change names
 */
export function placesOf(touched: Iterable<string>): readonly string[] {
  const records = new Set<string>();
  for (const path of touched) {
    const [, kind, first = '', second = ''] = path.split('/');
    if (kind === 'candidates' || kind === 'outcomes') records.add(`content/candidates/${first}/${second.replace(/\.yml$/, '')}`);
    if (RECORDS.test(path)) records.add(path);
  }
  return ['rubrics', ...PROCESS, ...records];
}

/**
 * A tree with the whole process and only those records that a change is about: what half a second allows in a repository of tens of
 * thousands of files. The listing stays complete for whoever judges paths.
 * @param touched paths that the change names
 */
export function partialFiles(files: Files, touched: Iterable<string>): Files {
  const prefixes = new Set<string>();
  for (const path of touched) {
    const [, kind, first, second] = path.split('/');
    if (kind === 'candidates' || kind === 'outcomes') prefixes.add(`content/candidates/${first}/${(second ?? '').replace(/\.yml$/, '')}/`);
    if (kind === 'calibrations') prefixes.add(`content/calibrations/${first}/`);
  }
  const named = new Set(touched);
  const folders = [...prefixes];
  const concerns = (path: string): boolean => !RECORDS.test(path) || SESSION.test(path) || named.has(path) || folders.some((folder) => path.startsWith(folder));
  return { list: async () => (await files.list()).filter(({ path }) => concerns(path)), read: (path) => files.read(path) };
}

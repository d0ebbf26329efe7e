import type { Files } from '../model/files.ts';

/** Folders that hold one file per happening: thousands, of which a change needs few. */
const RECORDS = /^content\/(?:candidates|calibrations|surveys|outcomes|fairness)\//;

/** Sessions are named by the people who were trained in them. */
const SESSION = /^content\/calibrations\/[^/]+\/session\.yml$/;

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

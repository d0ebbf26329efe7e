import { folderFiles } from '../store/folder.ts';
import { loadWorkspace } from '../store/load.ts';

/** Everything a tree says, without where in the files it stands: two layouts of the same content are equal. */
export async function meaningOf(root: string): Promise<string> {
  const { workspace, problems } = await loadWorkspace(folderFiles(root));
  return JSON.stringify([plain(workspace), problems.map(({ code, path }) => [code, path])]);
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [key, plain(each)]));
  if (value instanceof Set) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'bodyLine' && key !== 'entries').map(([key, each]) => [key, key === 'body' ? String(each).trimEnd() : plain(each)]));
}

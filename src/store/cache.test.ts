import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../model/files.ts';
import { openCache, stampOf } from './cache.ts';
import { folderFiles } from './folder.ts';
import { loadWorkspace } from './load.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hire-cache-'));
  for (const name of ['alice', 'bob', 'broken']) write(name, name === 'broken' ? 'name: [\n' : person(name));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function person(name: string): string {
  return `name: ${name}\nroles: [reviewer]\nactive: { from: 2026-01-12 }\n`;
}

/** Writes a person, dated well before now: a file that changed just now is not cached. */
function write(name: string, text: string, seconds = 1_700_000_000): void {
  mkdirSync(join(root, 'content/people'), { recursive: true });
  writeFileSync(join(root, `content/people/${name}.yml`), text);
  utimesSync(join(root, `content/people/${name}.yml`), seconds, seconds);
}

/** Loads with the cache and says which files were read. */
async function load(engine = 'engine 1'): Promise<{ read: string[]; names: string[]; codes: string[] }> {
  const files = folderFiles(root);
  const read: string[] = [];
  const watched: Files = { list: files.list, read: (path) => (read.push(path), files.read(path)) };
  const { workspace, problems } = await loadWorkspace(watched, { cache: openCache(join(root, '.hire/cache/folder.json'), engine) });
  return { read: read.map((path) => path.replace(/^.*\//, '')), names: [...workspace.people.values()].map(({ value }) => value.name), codes: problems.map(({ code }) => code) };
}

describe('the cache', () => {
  it('spares reading what did not change, and gives the same', async () => {
    const first = await load();
    expect(first.read).toEqual(['alice.yml', 'bob.yml', 'broken.yml']);
    expect(await load()).toEqual({ ...first, read: [] });
    write('bob', person('Robert'), 1_700_000_001);
    expect(await load()).toEqual({ ...first, read: ['bob.yml'], names: ['alice', 'Robert'] });
    expect((await load()).read).toEqual([]);
  });

  it('reads everything again for another engine', async () => {
    await load();
    expect((await load('engine 2')).read).toHaveLength(3);
  });

  it.each(['', '{', 'null', '[]', '{"engine":"engine 1"}', '{"engine":"engine 1","kept":[1]}', '{"engine":"engine 1","kept":[["a",["b"]],["c",3]]}', '\u0000'])('ignores a damaged file: %j', async (content) => {
    const good = await load();
    writeFileSync(join(root, '.hire/cache/folder.json'), content);
    expect(await load()).toEqual(good);
    expect(readFileSync(join(root, '.hire/cache/folder.json'), 'utf8')).toContain('alice');
  });

  it('drops what is gone, and survives a folder it cannot write to', async () => {
    await load();
    rmSync(join(root, 'content/people/alice.yml'));
    await load();
    expect(readFileSync(join(root, '.hire/cache/folder.json'), 'utf8')).not.toContain('alice');
    rmSync(join(root, '.hire'), { recursive: true });
    writeFileSync(join(root, '.hire'), 'a file in the way');
    expect((await load()).names).toEqual(['bob']);
  });

  it('trusts an object id, and no file that may still be changing', () => {
    const entry = { path: 'a', mode: 'file', size: 3, changed: 1000 } as const;
    expect([stampOf(entry, 1050), stampOf(entry, 2000), stampOf({ ...entry, oid: 'abc' }, 1000), stampOf({ path: 'a', mode: 'file' }, 0)]).toEqual([undefined, '3-1000', 'abc', undefined]);
  });
});

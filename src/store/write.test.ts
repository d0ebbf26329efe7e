import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotWritten, removeFile, writeFile, writeFileAtomic } from './write.ts';

let root = '';
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'hire-write-')); });
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a file', () => {
  it('is written whole, with its folders, and leaves nothing beside it', () => {
    writeFile(root, 'content/people/alice.yml', 'name: Zoë\n');
    expect(readFileSync(join(root, 'content/people/alice.yml'), 'utf8')).toBe('name: Zoë\n');
    expect(readdirSync(join(root, 'content/people'))).toEqual(['alice.yml']);
  });

  it('is never replaced unless that is asked for', () => {
    writeFile(root, 'a.yml', '1');
    expect(() => writeFile(root, 'a.yml', '2')).toThrow('a.yml exists already; nothing was written.');
    expect(readFileSync(join(root, 'a.yml'), 'utf8')).toBe('1');
    writeFile(root, 'a.yml', '2', { overwrite: true });
    expect(readFileSync(join(root, 'a.yml'), 'utf8')).toBe('2');
    expect(readdirSync(root)).toEqual(['a.yml']);
  });

  it('is never written through a link, or outside', () => {
    mkdirSync(join(root, 'repository/content'), { recursive: true });
    mkdirSync(join(root, 'elsewhere'));
    writeFileSync(join(root, 'elsewhere/kept.yml'), 'kept');
    symlinkSync(join(root, 'elsewhere'), join(root, 'repository/content/people'));
    symlinkSync(join(root, 'elsewhere/kept.yml'), join(root, 'repository/content/link.yml'));
    const inside = join(root, 'repository');
    expect(() => writeFile(inside, 'content/people/new.yml', 'x', { overwrite: true })).toThrow('lies behind the symbolic link people');
    expect(() => writeFile(inside, 'content/link.yml', 'x', { overwrite: true })).toThrow('is a symbolic link');
    for (const path of ['../elsewhere/new.yml', '/tmp/new.yml', 'content//a', 'content/./a', 'a\\..\\b', '']) expect(() => writeFile(inside, path, 'x'), path).toThrow(NotWritten);
    expect(() => removeFile(inside, 'content/people/kept.yml')).toThrow(NotWritten);
    expect(readdirSync(join(root, 'elsewhere'))).toEqual(['kept.yml']);
    expect(readFileSync(join(root, 'elsewhere/kept.yml'), 'utf8')).toBe('kept');
  });

  it('may be named by its full path, and be removed', async () => {
    await writeFileAtomic(join(root, '.hire/schemas/a.json'), '{}');
    await expect(writeFileAtomic(join(root, '.hire/schemas/a.json'), '{}')).rejects.toThrow(NotWritten);
    removeFile(root, '.hire/schemas/a.json');
    removeFile(root, '.hire/schemas/a.json');
    expect(existsSync(join(root, '.hire/schemas/a.json'))).toBe(false);
  });
});

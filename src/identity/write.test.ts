import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityFolder } from './folder.ts';
import { printIdentity } from './print.ts';
import { checked, editIdentity, settleIdentities, takeBackIdentity, writeIdentity, writePrivateFile } from './write.ts';

let base = '';
let folder = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'hire-identity-'));
  folder = join(base, 'identities');
  mkdirSync(folder);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const mode = (path: string): number => statSync(path).mode & 0o777;
const ID = 'teal-otter-7f';
const own = (): string => join(folder, ID, 'identity.yml');

describe('an identity', () => {
  it('is written for its owner alone, and read again', async () => {
    writeIdentity(folder, ID, printIdentity({ name: 'Ada: Placeholder', email: 'ada@example.org', links: ['https://social.example/ada'], handles: ['ada_p', 'true'], answers: { cv: 'ada.pdf', why: 'One line.\n\n  - and: another\n' }, application: { salary: '70k' } }));
    await settleIdentities(folder, [ID]);
    expect([mode(join(folder, ID)), mode(own()), readdirSync(join(folder, ID))]).toEqual([0o700, 0o600, ['identity.yml']]);
    expect(await identityFolder(folder).record(ID)).toMatchObject({ name: 'Ada: Placeholder', handles: ['ada_p', 'true'], answers: { cv: 'ada.pdf', why: 'One line.\n\n  - and: another\n' }, application: { salary: '70k' } });
  });

  it('is never replaced, and an edit keeps comments and rights', () => {
    writeIdentity(folder, ID, '# known from a talk\n# as she says\nname: Ada Placeholder\n');
    expect(() => writeIdentity(folder, ID, 'name: Other\n')).toThrow(`${ID}/identity.yml exists already; nothing was written.`);
    chmodSync(own(), 0o640);
    expect(editIdentity(folder, ID, [{ append: ['accommodations'], value: { asked: '2026-10-02', kind: 'time', decision: 'open' } }])).toBe(true);
    expect(editIdentity(folder, ID, [{ set: ['accommodations', 0, 'decision'], value: 'granted' }])).toBe(true);
    expect(editIdentity(folder, ID, [{ set: ['accommodations', 0, 'decision'], value: 'granted' }])).toBe(false);
    expect(readFileSync(own(), 'utf8')).toBe('# known from a talk\n# as she says\nname: Ada Placeholder\naccommodations:\n  - { asked: 2026-10-02, kind: time, decision: granted }\n');
    expect(mode(own())).toBe(0o640);
  });

  it('that nobody could read again is not written', () => {
    writeIdentity(folder, ID, 'name: Ada\n');
    expect(() => editIdentity(folder, ID, [{ set: ['shoe_size'], value: 41 }])).toThrow(/would not be readable: `shoe_size` is not a key of an identity\. Nothing was written\./);
    expect(() => editIdentity(folder, ID, [{ set: ['name'], value: 'Ada \u202e' }])).toThrow(/would not be readable: U\+202E stands here/);
    expect(() => editIdentity(folder, 'red-fox-22', [{ set: ['name'], value: 'x' }])).toThrow('red-fox-22/identity.yml is not there; nothing was written.');
    expect(readFileSync(own(), 'utf8')).toBe('name: Ada\n');
  });

  it('never goes where a link leads', () => {
    const elsewhere = join(base, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(folder, ID));
    expect(() => writeIdentity(folder, ID, 'name: Ada\n')).toThrow(`The folder of ${ID} is a symbolic link; nothing was written.`);
    rmSync(join(folder, ID));
    mkdirSync(join(folder, ID));
    writeFileSync(join(elsewhere, 'mine'), 'name: Mine\n');
    symlinkSync(join(elsewhere, 'mine'), own());
    expect(() => writeIdentity(folder, ID, 'name: Ada\n')).toThrow('exists already');
    expect(() => editIdentity(folder, ID, [{ set: ['name'], value: 'x' }])).toThrow('is no file; nothing was written.');
    expect(() => writePrivateFile(own(), 'x')).toThrow('is a symbolic link; nothing was written.');
    expect(readFileSync(join(elsewhere, 'mine'), 'utf8')).toBe('name: Mine\n');
    expect(() => writeIdentity(folder, '../teal-otter-7f', 'name: Ada\n')).toThrow('is no pseudonym');
    // The control: the folder of all identities may be a link, to a shared drive.
    symlinkSync(folder, join(base, 'drive'));
    writeIdentity(join(base, 'drive'), 'red-fox-22', 'name: Ada\n');
    expect(existsSync(join(folder, 'red-fox-22/identity.yml'))).toBe(true);
  });

  it('that is taken back leaves what else lies there', () => {
    writeIdentity(folder, ID, 'name: Ada\n');
    writeFileSync(join(folder, ID, 'cv.pdf'), 'x');
    takeBackIdentity(folder, ID);
    expect(readdirSync(join(folder, ID))).toEqual(['cv.pdf']);
    rmSync(join(folder, ID), { recursive: true });
    writeIdentity(folder, ID, 'name: Ada\n');
    takeBackIdentity(folder, ID);
    expect(lstatSync(join(folder, ID), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('says what it was told, whatever the words', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '' && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff0-\uffff]/u.test(text));
    fc.assert(fc.property(words, words, words, (name, handle, answer) => {
      const read = checked('x', printIdentity({ name, handles: [handle], answers: { why: answer } }));
      expect([read.name, read.handles, read.answers['why']?.trimEnd()]).toEqual([name, [handle], answer.trimEnd()]);
    }), { numRuns: 300 });
  });
});

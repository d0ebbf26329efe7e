import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityFolder } from './folder.ts';
import { readLocalSettings } from './local-settings.ts';

let root = '';
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'hire-identity-')); });
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

const whole = `name: Ottilie Placeholder
email: ottilie@example.org
links: [https://social.example/ottilie]
handles: [ottilie_p]
timezone: Europe/Lisbon
language: pt
accommodations:
  - asked: 2026-10-02
    reason: |
      More time for reading.
    decision: granted
    decided: 2026-10-03
    by: dana
`;

describe('a folder of identities', () => {
  it('opens what it can, and says what it cannot', async () => {
    write('teal-otter-7f/identity.yml', whole);
    write('red-fox-22/identity.yml', 'name: Only A. Name\n');
    write('blue-owl-33/identity.yml', 'name: X\nmail: x@example.org\n');
    write('green-elk-44/cv.pdf', 'x');
    write('somebody/identity.yml', whole);
    write('pink-seal-55/identity.yml', 'name: &a X\n');
    write('.trash/identity.yml', whole);
    mkdirSync(join(root, 'tan-wren-66'));
    symlinkSync(join(root, 'teal-otter-7f/identity.yml'), join(root, 'tan-wren-66/identity.yml'));
    const identities = identityFolder(root);
    expect(identities.open).toBe(true);
    expect([...(await identities.all()).keys()]).toEqual(['red-fox-22', 'teal-otter-7f']);
    expect(await identities.find('teal-otter-7f')).toEqual({
      name: 'Ottilie Placeholder', email: 'ottilie@example.org', links: ['https://social.example/ottilie'], handles: ['ottilie_p'], timezone: 'Europe/Lisbon', language: 'pt',
    });
    expect(await identities.find('red-fox-22')).toEqual({ name: 'Only A. Name', links: [], handles: [] });
    expect((await identities.record('teal-otter-7f'))?.accommodations[0]?.decision).toBe('granted');
    expect(await identities.find('no-such-77')).toBeUndefined();
    expect((await identities.problems()).map(({ path, line, code, message, hint }) => `${path}:${line} ${code}: ${message} | ${hint}`).join('\n')).toMatchInlineSnapshot(`
      "blue-owl-33/identity.yml:2 schema/unknown-key: \`mail\` is not a key of an identity. | Did you mean \`email\`?
      green-elk-44/identity.yml:1 identity/unreadable: The folder of green-elk-44 has no identity.yml that can be read. | Add identity.yml with at least a name, or remove the folder.
      pink-seal-55/identity.yml:1 yaml/anchor: “&a” names a value for repetition; records say everything where it belongs. | Remove &a, or put the text in quotes.
      somebody/identity.yml:1 identity/no-pseudonym: “somebody” is no pseudonym, so nobody belongs to it. | Rename the folder to the pseudonym of the candidate, or move it away.
      tan-wren-66/identity.yml:1 identity/unreadable: The folder of tan-wren-66 has no identity.yml that can be read. | Add identity.yml with at least a name, or remove the folder."
    `);
  });

  it('is closed where there is none', async () => {
    for (const folder of [undefined, join(root, 'missing')]) {
      const identities = identityFolder(folder);
      expect([identities.open, await identities.find('teal-otter-7f'), (await identities.all()).size, await identities.problems()]).toEqual([false, undefined, 0, []]);
    }
  });
});

describe('the local settings', () => {
  it('name the folder, relative to the repository or not', () => {
    expect(readLocalSettings(root)).toEqual({ settings: {}, problems: [] });
    write('.hire/local.yml', 'identities: ../people\n');
    expect(readLocalSettings(root).settings.identities).toBe(join(root, '../people'));
    write('.hire/local.yml', 'identities: /srv/people\n');
    expect(readLocalSettings(root).settings.identities).toBe('/srv/people');
    write('.hire/local.yml', 'identites: /srv/people\n');
    expect(readLocalSettings(root)).toEqual({ settings: {}, problems: [expect.objectContaining({ code: 'schema/unknown-key', path: '.hire/local.yml', line: 1, message: '`identites` is not a key of the local settings.', hint: 'Did you mean `identities`?' })] });
  });
});

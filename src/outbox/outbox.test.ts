import { appendFileSync, chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseDuration } from '../model/duration.ts';
import type { Draft } from '../messages/draft.ts';
import { claim, letter, list, put, release, remove } from './outbox.ts';

let root = '';
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'hire-outbox-')); });
afterEach(() => rmSync(root, { recursive: true, force: true }));

const NOW = Date.parse('2026-10-07T08:10Z');

function draft(more: Partial<Draft> = {}): Draft {
  return {
    id: 'teal-otter-7f--task.2--invite', role: 'engineer', candidate: 'teal-otter-7f', visit: 'task.2', message: 'invite', language: 'pt-BR', sender: 'dana', senderName: 'Dana Example',
    to: { name: 'Ottilie Placeholder', address: 'ottilie@example.org' }, subject: 'Next: “Task”, #1', text: 'Hello', promised: { start_by: '2026-10-20', reply_within: parseDuration('5 business days') }, calendar: [], unknown: [],
    organisation: 'Miniature Ltd', host: 'hiring.example', ...more,
  };
}
const eml = () => join(root, '.hire/outbox/teal-otter-7f--task.2--invite.eml');

it('keeps what was drafted, and nobody else may read it', async () => {
  expect(await put(root, [draft()], { now: NOW, from: 'dana@hiring.example' })).toEqual([{ id: draft().id, path: '.hire/outbox/teal-otter-7f--task.2--invite.eml', outcome: 'written' }]);
  const [waiting] = list(root);
  expect(waiting).toMatchObject({ id: draft().id, role: 'engineer', candidate: 'teal-otter-7f', visit: 'task.2', message: 'invite', language: 'pt-BR', by: 'dana', subject: 'Next: “Task”, #1', promised: draft().promised, unknown: [], drafted: '2026-10-07T08:10Z', edited: false });
  expect(waiting?.mailto).toMatch(/^mailto:ottilie@example\.org\?/);
  expect(new TextDecoder().decode(letter(root, draft().id))).toContain('To: Ottilie Placeholder <ottilie@example.org>');
  for (const name of readdirSync(join(root, '.hire/outbox'))) expect(lstatSync(join(root, '.hire/outbox', name)).mode & 0o777).toBe(0o600);
  expect(lstatSync(join(root, '.hire/outbox')).mode & 0o777).toBe(0o700);
});

it('takes the same draft twice without a change, and another in its place', async () => {
  await put(root, [draft()], { now: NOW });
  expect(await put(root, [draft()], { now: NOW + 60_000 })).toMatchObject([{ outcome: 'unchanged' }]);
  expect(list(root)[0]?.drafted).toBe('2026-10-07T08:10Z');
  expect(await put(root, [draft({ text: 'Changed' })], { now: NOW + 60_000 })).toMatchObject([{ outcome: 'written' }]);
  expect(list(root)).toMatchObject([{ drafted: '2026-10-07T08:11Z', edited: false }]);
  expect(readFileSync(eml(), 'utf8')).toContain('Changed');
});

it('never writes over words that somebody changed', async () => {
  await put(root, [draft()], { now: NOW });
  appendFileSync(eml(), 'By hand.\r\n');
  expect(list(root)).toMatchObject([{ edited: true }]);
  expect(await put(root, [draft({ text: 'Changed' })], { now: NOW })).toMatchObject([{ outcome: 'kept' }]);
  expect(readFileSync(eml(), 'utf8')).toContain('By hand.');
});

it('sees when only one of the two bodies was changed', async () => {
  const halves = async (change: (text: string) => string) => {
    rmSync(join(root, '.hire'), { recursive: true, force: true });
    await put(root, [draft({ text: 'Hello **you**, until Monday.' })], { now: NOW });
    writeFileSync(eml(), change(readFileSync(eml(), 'utf8')));
    return list(root).map(({ edited, halfEdited }) => `${edited ? 'edited' : 'as it was'}${halfEdited === undefined ? '' : `, ${halfEdited} alone`}`)[0];
  };
  expect(await halves((text) => text)).toBe('as it was');
  expect(await halves((text) => text.replaceAll('Monday', 'Friday'))).toBe('edited');
  expect(await halves((text) => text.replace('Monday', 'Friday').replaceAll('\r\n', '\n'))).toBe('edited, plain alone');
  expect(await halves((text) => text.replace(/Monday(?=.<\/p>)/, 'Friday'))).toBe('edited, html alone');
  expect(await halves((text) => text.replace('ottilie@example.org', 'other@example.org'))).toBe('edited');
  expect(await halves(() => 'To: a@example.org\r\nContent-Type: text/plain\r\n\r\nMine.\r\n')).toBe('edited');
});

it('a run that was killed between its two files leaves no draft that looks edited', async () => {
  await put(root, [draft()], { now: NOW });
  const old = readFileSync(eml());
  await put(root, [draft({ text: 'Changed' })], { now: NOW });
  writeFileSync(eml(), old);
  expect(list(root)).toMatchObject([{ edited: false }]);
  expect(await put(root, [draft({ text: 'Changed' })], { now: NOW })).toMatchObject([{ outcome: 'written' }]);
  expect(readFileSync(eml(), 'utf8')).toContain('Changed');
  unlinkSync(eml());
  expect(list(root)).toEqual([]);
  expect(await put(root, [draft({ text: 'Changed' })], { now: NOW })).toMatchObject([{ outcome: 'written' }]);
});

it('gives a letter to one run alone, and leaves alone what a server is being handed', async () => {
  await put(root, [draft()], { now: NOW });
  const attempt = { since: '2026-10-07T08:12Z', messageId: '<a@hiring.example>', host: 'mail.example' };
  const bytes = letter(root, draft().id) ?? new Uint8Array();
  expect(claim(root, draft().id, attempt, new TextEncoder().encode('another letter'))).toBe(false);
  expect(claim(root, draft().id, attempt, bytes)).toBe(true);
  expect(claim(root, draft().id, attempt, bytes)).toBe(false);
  expect(list(root)).toMatchObject([{ sending: attempt }]);
  expect(await put(root, [draft({ text: 'Changed' })], { now: NOW })).toMatchObject([{ outcome: 'kept' }]);
  release(root, draft().id);
  expect(list(root)[0]?.sending).toBeUndefined();
  // Sent and taken away by the other run since this one read it.
  remove(root, draft().id);
  expect(claim(root, draft().id, attempt, bytes)).toBe(false);
  expect(readdirSync(join(root, '.hire/outbox'))).toEqual([]);
  // A run that died while it wrote this left it empty; it was about to send all the same.
  await put(root, [draft()], { now: NOW });
  writeFileSync(join(root, `.hire/outbox/${draft().id}.sending`), '');
  expect(list(root)).toMatchObject([{ sending: { host: 'a server' } }]);
});

it('forgets what was sent, and does not mind twice', async () => {
  await put(root, [draft(), draft({ id: 'teal-otter-7f--task--late', message: 'late' })], { now: NOW });
  remove(root, draft().id);
  remove(root, draft().id);
  expect(list(root).map(({ message }) => message)).toEqual(['late']);
  expect(readdirSync(join(root, '.hire/outbox'))).toHaveLength(2);
});

it('an empty machine has nothing waiting, and what is no draft is left alone', async () => {
  expect(list(root)).toEqual([]);
  expect(letter(root, draft().id)).toBeUndefined();
  remove(root, draft().id);
  await put(root, [draft()], { now: NOW });
  writeFileSync(join(root, '.hire/outbox/notes.yml'), 'what: mine\n');
  writeFileSync(join(root, '.hire/outbox/Odd name.yml'), 'x');
  writeFileSync(join(root, '.hire/outbox/orphan.eml'), 'x');
  expect(list(root)).toHaveLength(1);
});

it('writes behind no link and reads behind none', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'hire-elsewhere-'));
  try {
    symlinkSync(elsewhere, join(root, '.hire'));
    await expect(put(root, [draft()], { now: NOW })).rejects.toThrow('.hire/outbox: .hire is a symbolic link; drafts hold names, and nothing is read or written behind one.');
    expect(() => list(root)).toThrow('symbolic link');
    unlinkSync(join(root, '.hire'));
    mkdirSync(join(root, '.hire'));
    writeFileSync(join(root, '.hire/outbox'), '');
    await expect(put(root, [draft()], { now: NOW })).rejects.toThrow('outbox is no folder');
    unlinkSync(join(root, '.hire/outbox'));
    mkdirSync(join(root, '.hire/outbox'));
    writeFileSync(join(elsewhere, 'secret'), 'kept');
    symlinkSync(join(elsewhere, 'secret'), eml());
    await expect(put(root, [draft()], { now: NOW })).rejects.toThrow('is a symbolic link; remove it.');
    expect(readFileSync(join(elsewhere, 'secret'), 'utf8')).toBe('kept');
    expect(readdirSync(elsewhere)).toEqual(['secret']);
  } finally {
    chmodSync(elsewhere, 0o700);
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

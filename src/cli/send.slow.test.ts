import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSmtp, type Manners, type TestServer } from '../fixtures/mail-server.ts';
import type { Draft } from '../messages/draft.ts';
import { claim, letter, list, put } from '../outbox/outbox.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
let server: TestServer | undefined;
beforeEach(() => {
  bench = benchOf(HEALTHY);
  const git = (...words: string[]) => execFileSync('git', ['-c', 'user.name=Kim', '-c', 'user.email=kim@example.org', ...words], { cwd: bench.root, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Kim');
  git('config', 'user.email', 'kim@example.org');
  writeFileSync(join(bench.root, '.gitignore'), '.hire/\n');
  git('add', '.');
  git('commit', '-q', '-m', 'Begin');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  bench.remove();
});

const NOW = Date.parse('2026-03-20T12:00Z');
const ROLE = 'content/candidates/builder-2026';
const commits = () => execFileSync('git', ['log', '--format=%s'], { cwd: bench.root, encoding: 'utf8' }).trim().split('\n');
const record = (candidate: string) => {
  const path = join(bench.root, ROLE, candidate, 'messages.yml');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

function draft(candidate: string, more: Partial<Draft> = {}): Draft {
  return {
    id: `${candidate}--small-task--${more.message ?? 'handed-in'}`, role: 'builder-2026', candidate, visit: 'small-task', message: 'handed-in', language: 'en', sender: 'kim', senderName: 'Kim Sample',
    to: { name: 'Ottilie Placeholder', address: `${candidate}@example.org` }, subject: 'Your work is here', text: `Hello ${candidate}`, promised: { reply_by: '2026-03-27' }, calendar: [], unknown: [],
    organisation: 'Sample Works', host: 'hiring.example', ...more,
  };
}

const three = () => put(bench.root, ['plum-heron-2k', 'navy-crane-9p', 'teal-otter-7f'].map((candidate) => draft(candidate)), { now: NOW, from: 'kim@hiring.example' });

/** A run that died while a server had the letter. */
function died(candidate: string): void {
  claim(bench.root, draft(candidate).id, { since: '2026-03-20T12:00Z', messageId: '<a@hiring.example>', host: '127.0.0.1' }, letter(bench.root, draft(candidate).id) ?? new Uint8Array());
}

async function serve(manners: Manners = {}, login?: string): Promise<TestServer> {
  server = await startSmtp(manners);
  mkdirSync(join(bench.root, '.hire'), { recursive: true });
  writeFileSync(join(bench.root, '.hire/local.yml'), `mail:\n  from: kim@hiring.example\n  smtp: { host: 127.0.0.1, port: ${server.port}, security: none${login === undefined ? '' : `, login: ${login}`} }\n`);
  return server;
}

describe('hire send', () => {
  it('lists what waits, with names where this machine knows them', async () => {
    expect(await bench.hire(['send'])).toMatchObject({ code: 0, out: '', err: 'Nothing waits to be sent.\n' });
    await put(bench.root, [draft('plum-heron-2k', { unknown: ['deadline'] }), draft('navy-crane-9p', { promised: { reply_by: '2026-03-16' }, text: 'x'.repeat(3000) })], { now: NOW - 50 * 3_600_000 });
    bench.write('.hire/local.yml', 'identities: ../people\n');
    bench.write('../people/plum-heron-2k/identity.yml', 'name: Ottilie Placeholder\nemail: o@example.org\n');
    const { code, out } = await bench.hire(['send']);
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "navy-crane-9p · 2 d
        Your work is here
        .hire/outbox/navy-crane-9p--small-task--handed-in.eml
        ! it promises 2026-03-16, which has passed: hire draft handed-in navy-crane-9p

      plum-heron-2k · Ottilie Placeholder · 2 d
        Your work is here
        .hire/outbox/plum-heron-2k--small-task--handed-in.eml
        ! nobody knew {{deadline}}: the letter says [deadline]
      "
    `);
    expect((await bench.hire(['send', 'plum-heron-2k'])).out).toContain('\n  mailto:plum-heron-2k@example.org?subject=Your%20work%20is%20here&body=Hello%20plum-heron-2k\n');
    const data = JSON.parse((await bench.hire(['send', '--json'])).out) as { waiting: { candidate: string; unknown: string[]; maybeSent: boolean }[] };
    expect(data.waiting).toMatchObject([{ candidate: 'navy-crane-9p', maybeSent: false }, { candidate: 'plum-heron-2k', unknown: ['deadline'], promised: { reply_by: '2026-03-27' } }]);
  });

  it('says what is missing or too much', async () => {
    await three();
    expect(await bench.hire(['send', '--by-hand'])).toMatchObject({ code: 2, err: 'Which? Name candidates (hire send --by-hand teal-otter-7f), or say --all. “hire send” lists what waits.\n' });
    expect(await bench.hire(['send', '--by-hand', 'plum-heron-2c'])).toMatchObject({ code: 2, err: 'Nothing waits for “plum-heron-2c”. Did you mean “plum-heron-2k”?\n' });
    expect(await bench.hire(['send', '--smtp', '--drop', '--all'])).toMatchObject({ code: 2, err: 'Give --smtp or --drop, not both.\n' });
    expect(await bench.hire(['send', '--smtp', '--all'])).toMatchObject({ code: 2, err: expect.stringContaining('.hire/local.yml names no server.') });
    expect(list(bench.root)).toHaveLength(3);
  });

  it('notes what was sent by hand, in one commit, with what it promised', async () => {
    await three();
    await put(bench.root, [draft('plum-heron-2k', { message: 'next', promised: undefined })], { now: NOW });
    const { code, out, err } = await bench.hire(['send', '--by-hand', '--all', '--when', '2026-03-20T11:30+00:00', '--by', 'mia']);
    expect({ code, out }).toEqual({ code: 0, out: 'navy-crane-9p  handed-in\nplum-heron-2k  handed-in\nplum-heron-2k  next\nteal-otter-7f  handed-in\n' });
    expect(err).toContain('Noted 4 messages as sent.');
    expect(record('plum-heron-2k')).toBe('- { at: 2026-03-20T11:30+00:00, message: handed-in, by: mia, promised: { reply_by: 2026-03-27 } }\n- { at: 2026-03-20T11:30+00:00, message: next, by: mia }\n');
    expect(record('navy-crane-9p').split('\n').at(-2)).toBe('- { at: 2026-03-20T11:30+00:00, message: handed-in, by: mia, promised: { reply_by: 2026-03-27 } }');
    expect(commits()).toEqual(['Tell 4 candidates of builder-2026', 'Begin']);
    expect(list(bench.root)).toEqual([]);
    expect((await bench.hire(['check', '--json'])).out).toContain('"ok": true');
  });

  it('says of what is noted already that it is, and notes nothing twice', async () => {
    await three();
    const words = ['send', '--by-hand', 'plum-heron-2k', '--when', '2026-03-20T11:30+00:00', '--by', 'mia'];
    expect((await bench.hire(words)).code).toBe(0);
    const noted = record('plum-heron-2k');
    const said = 'Nothing waits for plum-heron-2k: “handed-in” is noted already, as sent at 2026-03-20T11:30+00:00 by mia.\n';
    expect(await bench.hire(words)).toMatchObject({ code: 0, out: '', err: said });
    expect(await bench.hire([...words, '--message', 'handed-in'])).toMatchObject({ code: 0, out: '', err: said });
    expect(record('plum-heron-2k')).toBe(noted);
    // Who is left is noted all the same, and a message that never was is no draft.
    expect(await bench.hire(['send', '--by-hand', 'plum-heron-2k', 'navy-crane-9p', '--by', 'mia'])).toMatchObject({ code: 0, out: 'navy-crane-9p  handed-in\n', err: expect.stringContaining(said) });
    expect(await bench.hire([...words, '--message', 'offer'])).toMatchObject({ code: 2, err: expect.stringContaining('Nothing waits for “plum-heron-2k”') });
  });

  it('notes the newest of each occasion, and not what the end of the way has overtaken', async () => {
    bench.write('content/messages/handed-in-late.en.md', readFileSync(join(bench.root, 'content/messages/handed-in.en.md'), 'utf8').replace('on: submitted', 'on: submitted, at: [take-home]'));
    await put(bench.root, [draft('plum-heron-2k')], { now: NOW - 3_600_000 });
    await put(bench.root, [draft('plum-heron-2k', { message: 'handed-in-late' }), draft('plum-heron-2k', { message: 'next', promised: undefined })], { now: NOW });
    const { code, out, err } = await bench.hire(['send', '--by-hand', 'plum-heron-2k', '--by', 'mia']);
    expect({ code, out }).toEqual({ code: 0, out: 'plum-heron-2k  handed-in-late\nplum-heron-2k  next\n' });
    expect(err).toContain('plum-heron-2k: “handed-in” is not noted: “handed-in-late” was drafted for the same since. hire send --drop plum-heron-2k --message handed-in forgets it');
    expect(list(bench.root).map(({ message }) => message)).toEqual(['handed-in']);
    // Who names it means it.
    expect(await bench.hire(['send', '--by-hand', 'plum-heron-2k', '--message', 'handed-in', '--by', 'mia'])).toMatchObject({ code: 0, out: 'plum-heron-2k  handed-in\n' });
    const path = `${ROLE}/plum-heron-2k/candidate.yml`;
    await put(bench.root, [draft('plum-heron-2k')], { now: NOW - 3_600_000 });
    bench.write(path, `${readFileSync(join(bench.root, path), 'utf8').trimEnd()}\n  - { at: 2026-03-20T11:45Z, stage: small-task, event: withdrew, by: candidate, reason: personal }\n`);
    expect(await bench.hire(['send', '--by-hand', 'plum-heron-2k', '--by', 'mia'])).toMatchObject({ code: 0, out: '', err: expect.stringContaining('the application is over (withdrew since 2026-03-20)') });
  });

  it('changes nothing in a dry run', async () => {
    await three();
    await serve();
    expect(await bench.hire(['send', '--by-hand', '--all', '--dry-run'])).toMatchObject({ code: 0 });
    expect(await bench.hire(['send', '--smtp', '--all', '--dry-run'])).toMatchObject({ code: 0, err: expect.stringContaining('Nothing was sent (--dry-run).') });
    expect(await bench.hire(['send', '--drop', '--all', '--dry-run'])).toMatchObject({ code: 0 });
    expect([list(bench.root).length, commits().length, server?.received.length]).toEqual([3, 1, 0]);
  });

  it('forgets a draft, and asks before it forgets words of somebody', async () => {
    await three();
    appendFileSync(join(bench.root, '.hire/outbox/plum-heron-2k--small-task--handed-in.eml'), 'By hand.\r\n');
    expect(await bench.hire(['send', '--drop', 'plum-heron-2k'], { answers: ['n'] })).toMatchObject({ code: 0, err: expect.stringContaining('Nothing was dropped.') });
    expect(await bench.hire(['send', '--drop', 'navy-crane-9p', 'plum-heron-2k'], { answers: ['y'] })).toMatchObject({ code: 0 });
    expect(list(bench.root).map(({ candidate }) => candidate)).toEqual(['teal-otter-7f']);
    expect(commits()).toHaveLength(1);
  });
});

describe('hire send --smtp', () => {
  it('shows, asks, sends one after the other, and notes each', async () => {
    await three();
    const { received } = await serve({ login: { user: 'kim', password: 'secret words' } }, 'kim');
    expect(await bench.hire(['send', '--smtp', '--all'], { answers: [] })).toMatchObject({ code: 2, err: expect.stringContaining('HIRE_SMTP_PASSWORD is not set') });
    const env = { HIRE_SMTP_PASSWORD: 'secret words' };
    expect(await bench.hire(['send', '--smtp', '--all'], { env })).toMatchObject({ code: 2, err: expect.stringContaining('say --yes where nobody can be asked') });
    expect(await bench.hire(['send', '--smtp', '--all'], { env, answers: ['n'] })).toMatchObject({ code: 0, err: expect.stringContaining('Nothing was sent.') });
    expect(received).toEqual([]);
    const { code, out, err } = await bench.hire(['send', '--smtp', '--all'], { env, answers: ['y'] });
    expect({ code, out }).toEqual({ code: 0, out: 'navy-crane-9p  handed-in  sent\nplum-heron-2k  handed-in  sent\nteal-otter-7f  handed-in  sent\n' });
    expect(err).toContain('plum-heron-2k → plum-heron-2k@example.org  Your work is here');
    expect(`${out}${err}`).not.toContain('secret words');
    expect(received.map(({ to }) => to[0])).toEqual(['navy-crane-9p@example.org', 'plum-heron-2k@example.org', 'teal-otter-7f@example.org']);
    expect(received[1]?.text).toMatch(/^Message-ID: <[0-9a-f]{24}@hiring\.example>\r\nDate: Fri, 20 Mar 2026 12:00:00 \+0000\r\n/);
    expect(received[1]?.text).not.toContain('X-Unsent');
    expect(record('plum-heron-2k')).toBe('- { at: 2026-03-20T12:00+00:00, message: handed-in, by: kim, promised: { reply_by: 2026-03-27 } }\n');
    expect(commits()).toEqual(['Tell teal-otter-7f: handed-in', 'Tell plum-heron-2k: handed-in', 'Tell navy-crane-9p: handed-in', 'Begin']);
    expect(list(bench.root)).toEqual([]);
  });

  it('keeps back what the record has overtaken, unless that very letter is asked for', async () => {
    const { received } = await serve();
    await put(bench.root, [draft('navy-crane-9p'), draft('navy-crane-9p', { message: 'declined', promised: undefined }), draft('plum-heron-2k')], { now: Date.parse('2026-02-02T12:00Z') });
    const past = { now: Date.parse('2026-02-04T12:00Z') };
    expect((await bench.hire(['send'], past)).out).toContain('! it is overtaken: navy-crane-9p is declined since 2026-02-03. hire send --drop navy-crane-9p --message handed-in');
    const drafts = (JSON.parse((await bench.hire(['due', '--json'], past)).out) as { items: { kind: string; command: string }[] }).items.filter(({ kind }) => kind === 'draft');
    expect(drafts.map(({ command }) => command)).toContain('hire send --drop navy-crane-9p --message handed-in');
    const { code, out } = await bench.hire(['send', '--smtp', '--all', '--yes', '--dry-run'], past);
    expect({ code, out, sent: received.length }).toEqual({ code: 1, out: expect.stringContaining('navy-crane-9p  handed-in  it is overtaken, declined since 2026-02-03'), sent: 0 });
    await bench.hire(['send', '--smtp', 'navy-crane-9p', '--yes'], past);
    expect(received.map(({ to }) => to[0])).toEqual(['navy-crane-9p@example.org']);
    expect(list(bench.root).map(({ candidate, message }) => `${candidate} ${message}`)).toEqual(['navy-crane-9p handed-in', 'plum-heron-2k handed-in']);
    await bench.hire(['send', '--smtp', 'navy-crane-9p', '--message', 'handed-in', '--yes'], past);
    expect(received).toHaveLength(2);
  });

  it('sends the words that somebody wrote into the letter', async () => {
    await put(bench.root, [draft('plum-heron-2k', { unknown: ['deadline'], text: 'Until [deadline].' })], { now: NOW });
    const { received } = await serve();
    expect(await bench.hire(['send', '--smtp', '--all', '--yes'])).toMatchObject({ code: 1, out: expect.stringContaining('nobody knew {{deadline}}') });
    expect(received).toEqual([]);
    const path = join(bench.root, '.hire/outbox/plum-heron-2k--small-task--handed-in.eml');
    const old = readFileSync(path, 'utf8');
    writeFileSync(path, old.replace('[deadline]', 'Friday'));
    expect(await bench.hire(['send', '--smtp', '--all', '--yes'])).toMatchObject({ code: 1, out: expect.stringContaining('nobody knew {{deadline}}') });
    expect((await bench.hire(['send'])).out).toContain('its HTML, which most people see, has the old words');
    writeFileSync(path, old);
    // As an editor on another system may leave it: with other line ends, to another address.
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('[deadline]', 'Friday').replace('plum-heron-2k@example.org', 'other@example.org').replaceAll('\r\n', '\n'));
    expect(await bench.hire(['send', '--smtp', '--all', '--yes'])).toMatchObject({ code: 0 });
    expect(received).toMatchObject([{ to: ['other@example.org'], from: 'kim@hiring.example', text: expect.stringContaining('Until Friday.') }]);
    expect(received[0]?.text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('names what a server refuses, keeps that draft, and goes on', async () => {
    await three();
    const { received } = await serve({ refuses: ['plum-heron-2k@example.org'] });
    const { code, out } = await bench.hire(['send', '--smtp', '--all', '--yes']);
    expect(code).toBe(1);
    expect(out).toMatch(/navy-crane-9p {2}handed-in {2}sent\nplum-heron-2k {2}handed-in {2}127\.0\.0\.1:\d+ refused an address: .*550 No such mailbox\nteal-otter-7f {2}handed-in {2}sent\n/);
    expect(received).toHaveLength(2);
    expect(list(bench.root)).toMatchObject([{ candidate: 'plum-heron-2k' }]);
    expect(list(bench.root)[0]?.sending).toBeUndefined();
  });

  it('stops knocking where every letter would fail', async () => {
    await three();
    await put(bench.root, [draft('sage-moose-4w')], { now: NOW });
    await serve({ login: { user: 'kim', password: 'right' } }, 'kim');
    const { code, out } = await bench.hire(['send', '--smtp', '--all', '--yes'], { env: { HIRE_SMTP_PASSWORD: 'wrong' } });
    expect(code).toBe(1);
    expect(out.match(/refused the login/g)).toHaveLength(3);
    expect(out).toContain('was not tried');
    expect(out).not.toContain('wrong');
    expect(list(bench.root)).toHaveLength(4);
  });

  it('never sends twice what may have left: after a connection that broke, and after a run that died', async () => {
    await three();
    await serve({ after: 'drop' });
    const broken = await bench.hire(['send', '--smtp', 'plum-heron-2k', '--yes']);
    expect(broken).toMatchObject({ code: 1, out: expect.stringContaining('It may have been sent: look into the sent messages, then --by-hand or --smtp --again.') });
    await server?.close();
    const { received } = await serve();
    expect(await bench.hire(['send', '--smtp', 'plum-heron-2k', '--yes'])).toMatchObject({ code: 1, out: expect.stringContaining('may have been sent already (127.0.0.1, 2026-03-20T12:00Z)') });
    expect(await bench.hire(['send'])).toMatchObject({ out: expect.stringContaining('! it may have been sent: 127.0.0.1 was given it at 2026-03-20T12:00Z') });
    expect(received).toEqual([]);
    expect(await bench.hire(['send', '--smtp', '--again', 'plum-heron-2k', '--yes'])).toMatchObject({ code: 0 });
    expect(received).toHaveLength(1);

    // Killed between the server's yes and the commit: the mark is all that is left.
    died('navy-crane-9p');
    expect(await bench.hire(['send', '--smtp', 'navy-crane-9p', '--yes'])).toMatchObject({ code: 1 });
    expect(await bench.hire(['send', '--by-hand', 'navy-crane-9p'])).toMatchObject({ code: 0 });
    expect(received).toHaveLength(1);

    // Killed between the commit and the end: the record knows it.
    bench.write(`${ROLE}/teal-otter-7f/messages.yml`, `${record('teal-otter-7f')}- { at: 2026-03-20T12:00+00:00, message: handed-in, by: kim }\n`);
    died('teal-otter-7f');
    expect(await bench.hire(['send', '--smtp', '--again', 'teal-otter-7f', '--yes'])).toMatchObject({ code: 0, out: 'teal-otter-7f  handed-in  was sent and noted by the run before\n' });
    expect(received).toHaveLength(1);
    expect(list(bench.root)).toEqual([]);
  });

  it('of two runs at once each letter goes out once', async () => {
    await three();
    const { received } = await serve();
    const runs = await Promise.all([bench.hire(['send', '--smtp', '--all', '--yes']), bench.hire(['send', '--smtp', '--all', '--yes'])]);
    expect(runs.map(({ code }) => code).filter((code) => code > 1)).toEqual([]);
    expect(received.map(({ to }) => to[0]).sort()).toEqual(['navy-crane-9p@example.org', 'plum-heron-2k@example.org', 'teal-otter-7f@example.org']);
  });

  it('says so where a letter left and could not be noted', async () => {
    await three();
    const { received } = await serve();
    bench.write(`${ROLE}/plum-heron-2k/messages.yml`, '- { at: broken\n');
    const { code, out } = await bench.hire(['send', '--smtp', 'plum-heron-2k', '--yes']);
    expect(code).toBe(1);
    expect(out).toContain('was sent, but could not be noted: content/candidates/builder-2026/plum-heron-2k/messages.yml: The file has problems of its own; mend those first. Then: hire send --by-hand plum-heron-2k');
    expect(received).toHaveLength(1);
    expect(await bench.hire(['send', '--smtp', 'plum-heron-2k', '--yes'])).toMatchObject({ code: 1 });
    expect(await bench.hire(['send', '--by-hand', 'plum-heron-2k'])).toMatchObject({ code: 2, err: expect.stringContaining('mend those first') });
    expect(received).toHaveLength(1);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { list } from '../outbox/outbox.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
beforeEach(() => void (bench = benchOf(HEALTHY)));
afterEach(() => bench.remove());

const waiting = () => list(bench.root).map(({ candidate, message, language }) => `${candidate} ${message} ${language}`);

it('drafts any message for anybody, in their language, and says what does not fit', async () => {
  bench.write('.hire/local.yml', 'identities: ../people\nmail: { from: kim@hiring.example }\n');
  bench.write('../people/plum-heron-2k/identity.yml', 'name: محمد نمونه\nemail: m@example.org\nlanguage: fa\ntimezone: Asia/Tehran\n');
  expect(await bench.hire(['draft', 'received', 'plum-heron-2k'])).toEqual({ code: 0, out: 'plum-heron-2k  received\n', err: '1 draft written to .hire/outbox. Read, edit, then: hire send\n' });
  expect(await bench.hire(['draft', 'declined', 'plum-heron-2k', '--reason', 'below-bar', '--feedback', 'By hand.'])).toMatchObject({ code: 0, out: 'plum-heron-2k  declined  (in en: there is no other translation)\n' });
  expect(waiting()).toEqual(['plum-heron-2k declined en', 'plum-heron-2k received fa']);
  expect(readFileSync(join(bench.root, '.hire/outbox/plum-heron-2k--small-task--declined.eml'), 'utf8')).toMatch(/The work did not show what the role needs\.\r\n\r\nBy hand\./);
  const path = join(bench.root, '.hire/outbox/plum-heron-2k--small-task--declined.eml');
  writeFileSync(path, `${readFileSync(path, 'utf8')}mine`);
  expect(await bench.hire(['draft', 'declined', 'plum-heron-2k'])).toMatchObject({ code: 0, out: expect.stringContaining('was edited or is being sent, and stays as it is') });
  expect(readFileSync(path, 'utf8')).toContain('mine');
});

it('says that somebody’s application is closed before they are invited or told to wait', async () => {
  expect((await bench.hire(['draft', 'next', 'navy-crane-9p', '--dry-run'])).out).toBe('navy-crane-9p  next  (their application is closed: declined)\n');
  expect((await bench.hire(['draft', 'declined', 'navy-crane-9p', '--reason', 'below-bar', '--dry-run'])).out).not.toContain('closed');
});

it('says what is wrong with what was asked', async () => {
  const mistake = async (...words: string[]) => (await bench.hire(['draft', ...words])).err;
  expect(await mistake()).toContain('Which message?');
  expect(await mistake('recieved', 'plum-heron-2k')).toBe('There is no message “recieved”. Did you mean “received”?\n');
  expect(await mistake('received')).toContain('Who? Name a candidate (hire draft received teal-otter-7f)');
  expect(await mistake('received', '--due')).toBe('Give a message and candidates, or --due, not both.\n');
  expect(await mistake('--due', '--reason', 'below-bar')).toBe('--reason does not go with --due; only --role narrows it.\n');
  expect(await mistake('declined', 'plum-heron-2k', '--reason', 'weather')).toContain('“weather” is no reason of the settings');
  expect(await mistake('next', 'plum-heron-2k', '--link', 'javascript:alert(1)')).toContain('--link takes an https address');
  expect(await mistake('received', '--role', 'builder-2026')).toContain('say --yes where nobody can be asked');
  expect(list(bench.root)).toEqual([]);
});

it('drafts what is due once, until it is sent', async () => {
  bench.write('content/messages/sorry.en.md', '---\nwhen: { on: late, after: 1 h }\nsubject: We are late\nfrom: manager\nanswers: false\n---\nSorry, {{candidate.first_name | there}}: {{reply_by}} has passed.\n');
  bench.write('content/candidates/builder-2026/plum-heron-2k/messages.yml', '- { at: 2026-03-02T05:00+00:00, message: received, by: hire }\n- { at: 2026-03-04T16:10+00:00, message: next, by: kim }\n- { at: 2026-03-09T10:10+00:00, message: next, by: kim }\n');
  expect(await bench.hire(['draft', '--due', '--now', '2026-03-25T23:00Z'])).toMatchObject({ code: 0, out: '', err: 'Nothing to draft.\n' });
  const late = ['draft', '--due', '--now', '2026-03-26T09:00Z'];
  expect(await bench.hire([...late, '--dry-run'])).toEqual({ code: 0, out: 'plum-heron-2k  sorry\n', err: 'Would draft 1 message; nothing was written (--dry-run).\n' });
  expect(waiting()).toEqual([]);
  expect(JSON.parse((await bench.hire([...late, '--json'])).out)).toMatchObject({ drafts: [{ id: 'plum-heron-2k--small-task--sorry', outcome: 'written', unknown: [], path: '.hire/outbox/plum-heron-2k--small-task--sorry.eml' }] });
  expect(await bench.hire(late)).toMatchObject({ out: '', err: 'Nothing to draft.\n' });
  expect(await bench.hire(['send', '--by-hand', '--all', '--now', '2026-03-26T09:30Z'])).toMatchObject({ code: 0 });
  expect(await bench.hire(['draft', '--due', '--now', '2026-03-26T12:00Z'])).toMatchObject({ out: '', err: 'Nothing to draft.\n' });
  expect(JSON.parse((await bench.hire(['check', '--json', '--now', '2026-03-26T12:00Z'])).out)).toMatchObject({ counts: { errors: 0 } });
});

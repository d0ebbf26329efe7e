import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench, type Ran } from './test-context.ts';

const ID = 'green-elk-44';
const LATER = 'amber-lynx-55';
const record = (id: string) => `content/candidates/builder-2026/${id}/candidate.yml`;
const CANARY = /canary/i;

let bench: Bench;
let ids = '';
beforeEach(() => {
  bench = benchOf(HEALTHY);
  ids = join(bench.root, '../identities');
  bench.write('.hire/local.yml', 'identities: ../identities\nme: kim\n');
  for (const id of [ID, LATER]) {
    mkdirSync(join(ids, id), { recursive: true });
    writeFileSync(join(ids, id, 'identity.yml'), `# from a talk\nname: ${id === ID ? 'Zed Placeholder' : 'Yve Sample'}\nemail: ${id}@mail.example\n`);
  }
  const begun = 'source: direct\nconsent: { keep_until: 2027-06-30 }\nevents:\n  - { at: 2026-03-16T09:00+00:00, stage: application, event: applied }\n';
  bench.write(record(ID), `${begun}  - { at: 2026-03-18T09:00+00:00, stage: application, event: advanced, by: kim, to: small-task }\n  - { at: 2026-03-19T08:00+00:00, stage: small-task, event: started }\n`);
  bench.write(record(LATER), begun);
  const letter = (on: string) => `---\nwhen: { on: ${on} }\nsubject: "About your time"\nfrom: manager\nanswers: false\n---\nExtra: {{extra | none}}. Until {{deadline | as it was}}.\n`;
  bench.write('content/messages/more-time.en.md', letter('adjusted'));
  bench.write('content/messages/arranged.en.md', letter('accommodation'));
  bench.write('.gitignore', '.hire/\n');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: bench.root });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'x');
  git('config', 'user.email', 'x@example.org');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
});
afterEach(() => bench.remove());

const accommodate = (...words: readonly string[]): Promise<Ran> => bench.hire(['accommodate', ...words]);
const identity = (id: string) => readFileSync(join(ids, id, 'identity.yml'), 'utf8');
const read = (path: string) => readFileSync(join(bench.root, path), 'utf8');
const outbox = () => (existsSync(join(bench.root, '.hire/outbox')) ? readdirSync(join(bench.root, '.hire/outbox')).filter((name) => name.endsWith('.yml')) : []);

/** Where a word stands: in any file of the repository, its history, its drafts, and what is published. */
async function places(pattern: RegExp): Promise<string[]> {
  const out = join(bench.root, '../published');
  expect((await bench.hire(['aggregate', '--out', out, '--keep-going'])).code).toBeLessThan(2);
  const files = [bench.root, out].flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('/.git')).map((entry) => join(entry.parentPath, entry.name)));
  const found = files.filter((file) => pattern.test(readFileSync(file, 'utf8')) || pattern.test(file));
  const history = execFileSync('git', ['log', '--all', '-p', '--format=%B %D'], { cwd: bench.root, encoding: 'utf8' });
  return [...found, ...(pattern.test(history) ? ['history'] : [])];
}

describe('what a candidate needs', () => {
  it('is written to the identity, answered there, and reaches the record as time alone', async () => {
    const asked = await accommodate(ID, '--kind', 'time', '--reason', 'CANARY reason: with\ntwo lines');
    expect([asked.code, asked.err]).toEqual([0, `Written down with the identity, outside the repository. Answer within 1 business day: hire accommodate ${ID} --grant "what was arranged"\n`]);
    expect((await accommodate(ID, '--kind', 'time', '--reason', 'CANARY reason: with\ntwo lines')).err).toBe('That request is written down already.\n');
    const granted = await accommodate(ID, '--grant', 'A day more, CANARY arranged', '--extra', '24h');
    expect(granted.code, granted.err).toBe(0);
    expect(granted.out).toBe(`${ID}  small-task  24h more in small-task\n`);
    expect(identity(ID)).toBe(`# from a talk\nname: Zed Placeholder\nemail: ${ID}@mail.example\naccommodations:\n  - { asked: 2026-03-20, kind: time, reason: "CANARY reason: with\\ntwo lines", decision: granted, decided: 2026-03-20, by: kim, note: "A day more, CANARY arranged", extra: 24h, stages: [small-task] }\n`);
    expect(read(record(ID))).toContain('adjustments:\n  - { stages: [small-task], extra: 24h, by: kim, on: 2026-03-20 }\nevents:\n');
    // The letter is the one of any other extra time, so that what was sent tells nothing either.
    expect(outbox()).toEqual([`${ID}--small-task--more-time.yml`]);
    expect(read(`.hire/outbox/${outbox()[0] ?? ''}`)).toContain('submit_by: 2026-03-23T08:00+00:00');
    expect(execFileSync('git', ['log', '-1', '--format=%s %D'], { cwd: bench.root, encoding: 'utf8' })).toBe(`Give ${ID} 24h more in small-task HEAD -> hire/extend-${ID}\n`);
    expect(await places(CANARY)).toEqual([]);
    // The control: the same search finds a word that does stand there.
    bench.write(record(ID), `# canary\n${read(record(ID))}`);
    expect(await places(CANARY)).toHaveLength(1);
    expect(await places(/24h/)).not.toEqual([]);
  });

  it('looks in the record like any other extra time, byte for byte', async () => {
    await accommodate(ID, '--kind', 'time', '--grant', 'a day', '--extra', '24h');
    const granted = read(record(ID));
    execFileSync('git', ['switch', '-q', 'main'], { cwd: bench.root });
    await bench.hire(['extend', ID, '--extra', '24h']);
    expect(read(record(ID))).toBe(granted);
  });

  it('may be said twice without a second line, also after a run that was killed in between', async () => {
    const words = [ID, '--kind', 'time', '--grant', 'a day more', '--extra', '24h'];
    await accommodate(...words);
    const [before, person] = [read(record(ID)), identity(ID)];
    expect(await accommodate(...words)).toMatchObject({ code: 0, err: expect.stringContaining('The extra time stands in the record already.\n') });
    expect([read(record(ID)), identity(ID)]).toEqual([before, person]);
    // Killed after the identity and before the record: the record is as it was.
    execFileSync('git', ['switch', '-q', 'main'], { cwd: bench.root });
    expect(read(record(ID))).not.toBe(before);
    expect((await accommodate(...words)).code).toBe(0);
    expect([read(record(ID)), identity(ID)]).toEqual([before, person]);
  });

  it('that moves no date stays outside the repository altogether', async () => {
    const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: bench.root, encoding: 'utf8' });
    const { code, err } = await accommodate(ID, '--kind', 'format', '--grant', 'CANARY: questions a day before');
    expect(code, err).toBe(0);
    expect(err).toContain('Written down with the identity; nothing of it is in the repository.\n');
    expect(outbox()).toEqual([`${ID}--small-task--arranged.yml`]);
    expect(await places(CANARY)).toEqual([]);
    expect([execFileSync('git', ['status', '--porcelain'], { cwd: bench.root, encoding: 'utf8' }), execFileSync('git', ['rev-parse', 'HEAD'], { cwd: bench.root, encoding: 'utf8' })]).toEqual(['', head]);
    // And so does that the letter went out: a line in messages.yml would say that something was asked for.
    expect((await bench.hire(['send', '--by-hand', ID])).code).toBe(0);
    expect(outbox()).toEqual([]);
    expect(identity(ID)).toContain('told: 2026-03-20');
    expect([execFileSync('git', ['status', '--porcelain'], { cwd: bench.root, encoding: 'utf8' }), execFileSync('git', ['rev-parse', 'HEAD'], { cwd: bench.root, encoding: 'utf8' })]).toEqual(['', head]);
    expect((await bench.hire(['draft', '--due', '--dry-run'])).out).not.toContain('arranged');
  });

  it('holds in later stages too, and the dates promised there know of it', async () => {
    const granted = await accommodate(LATER, '--kind', 'time', '--grant', 'two days in every task', '--extra', '48h', '--stage', 'small-task,talk');
    expect(granted.code, granted.err).toBe(0);
    expect(read(record(LATER))).toContain('- { stages: [small-task, talk], extra: 48h, by: kim, on: 2026-03-20 }');
    const at = (words: readonly string[], when: string) => bench.hire(words, { now: Date.parse(when) });
    expect((await at(['advance', LATER, '--to', 'small-task'], '2026-03-21T09:00Z')).code).toBe(0);
    // Seven days to start, and the two that were granted.
    expect(read(`.hire/outbox/${LATER}--small-task--next.yml`)).toContain('start_by: 2026-03-30');
    expect((await at(['start', LATER], '2026-03-22T09:00Z')).code).toBe(0);
    const exported = await at(['export', '--json'], '2026-03-22T10:00Z');
    // A window of 72 h and 48 h more end on the 27th.
    expect((JSON.parse(exported.out) as { candidate: string; due: string }[]).find(({ candidate }) => candidate === LATER)?.due).toBe('2026-03-27');
  });

  it('holds by itself wherever work is to be handed in', async () => {
    expect((await accommodate(LATER, '--kind', 'time', '--grant', 'two days in every task', '--extra', '48h')).code).toBe(0);
    expect(read(record(LATER))).toContain('- { stages: [small-task], extra: 48h, by: kim, on: 2026-03-20 }');
  });

  it('is refused with a second pair of eyes, and no letter says so by itself', async () => {
    const { code, err } = await accommodate(ID, '--kind', 'tools', '--refuse', 'cannot be judged; offered a call');
    expect([code, err]).toEqual([0, 'Written down with the identity. No template says no: write yourself, offer something else, and say who else they may turn to.\nA no needs a second pair of eyes: ask a process owner, and name them with --with.\n']);
    expect((await accommodate(ID, '--kind', 'tools', '--refuse', 'still not', '--with', 'kim')).err).not.toContain('second pair');
    expect([outbox(), identity(ID).match(/declined/g)?.length]).toEqual([[], 2]);
  });

  it('is said in one way only', async () => {
    const said: Record<string, string> = {};
    for (const [what, words] of Object.entries({
      'nothing said': [ID], 'no such kind': [ID, '--kind', 'tiem'], 'both answers': [ID, '--grant', 'x', '--refuse', 'y'], 'time without a yes': [ID, '--kind', 'time', '--extra', '24h'], 'no request': [ID, '--grant', 'x'],
      'no time': [ID, '--kind', 'time', '--grant', 'x', '--extra', 'some'], 'a stage that has passed': [ID, '--kind', 'time', '--grant', 'x', '--extra', '24h', '--stage', 'application'], 'nobody': ['green-elk-45', '--kind', 'time'],
      'no identity': ['plum-heron-2k', '--kind', 'time'], 'tomorrow': [ID, '--kind', 'time', '--asked', '2026-03-21'], 'a kind for everybody': ['--kind', 'time'],
    })) {
      const { code, out, err } = await accommodate(...words);
      expect({ code, out }, what).toEqual({ code: 2, out: '' });
      said[what] = err.trimEnd().replaceAll(ids, '<folder>');
    }
    expect(said).toMatchInlineSnapshot(`
      {
        "a kind for everybody": "--kind is about one candidate: hire accommodate teal-otter-7f --kind …",
        "a stage that has passed": "“application” is neither the stage “green-elk-44” is in (“small-task”) nor one that comes.
      There are: small-task, talk, decision, offer.",
        "both answers": "Give --grant or --refuse, not both.",
        "no identity": "The folder of the identities has nobody called plum-heron-2k. Add <folder>/plum-heron-2k/identity.yml with at least a name.",
        "no request": "green-elk-44 has no open request. Say what was asked for with --kind, and it is written down together with the answer.",
        "no such kind": "--kind: There is no kind “tiem”. Did you mean “time”?",
        "no time": "--extra takes one duration such as 24h or “3 days”, found “some”.",
        "nobody": "There is no candidate “green-elk-45”. Did you mean “green-elk-44”?",
        "nothing said": "What kind of change do they ask for? --kind time | format | schedule | tools | language | other. The decision comes with --grant "what was arranged" or --refuse "why".",
        "time without a yes": "--extra and --stage belong to --grant: what was arranged.",
        "tomorrow": "--asked: 2026-03-21 lies in the future.",
      }
    `);
    expect([identity(ID), outbox()]).toEqual([expect.not.stringContaining('accommodations'), []]);
  });
});

describe('the report', () => {
  it('says how fast and how evenly, and nothing of anybody’s reasons', async () => {
    await accommodate(ID, '--kind', 'time', '--reason', 'CANARY', '--asked', '2026-03-17', '--grant', 'CANARY', '--extra', '24h');
    await accommodate(LATER, '--kind', 'time', '--refuse', 'CANARY', '--with', 'noa');
    await accommodate(LATER, '--kind', 'language', '--asked', '2026-03-18');
    const { code, out } = await bench.hire(['accommodate']);
    expect([code, out]).toMatchInlineSnapshot(`
      [
        0,
        "# Accommodations

      - Answered: 2 of 3. Within 1 business day, as the policy promises: 1 of 2.
      - Median 1.5 business days, longest 3 business days.

      ## Open: 1

      - amber-lynx-55 (builder-2026): asked 2026-03-18, **overdue by 1 business day**

      ## By kind

      | Kind | Asked | Granted | Refused | Open | Extra time |
      | --- | ---: | ---: | ---: | ---: | --- |
      | time | 2 | 1 | 1 | 0 | 24 h |
      | language | 1 | 0 | 0 | 1 | – |

      ## Like requests, answered differently

      A difference may have its reason. Read these side by side once a quarter, as the policy asks.

      ### time: 1 granted (24 h), 1 refused

      - builder-2026, kim: 1 granted (24 h), 1 refused

      Shares are given from 5 answers on.
      ",
      ]
    `);
    expect(out).not.toMatch(/CANARY|Zed|Yve/);
    expect(JSON.parse((await bench.hire(['accommodate', '--json'])).out)).toMatchObject({ requests: 3, inTime: 1, late: 1, open: [{ candidate: LATER, due: '2026-03-19', lateBy: 1 }] });
  });
  it('has nothing to say without a folder', async () => {
    bench.write('.hire/local.yml', 'me: kim\n');
    expect((await bench.hire(['accommodate'])).err).toMatch(/^The report is made from the identities, and this machine has no folder for them\. Two lines make one/);
  });
});

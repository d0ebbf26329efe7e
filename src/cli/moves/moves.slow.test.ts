import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stageOf, type Stage } from '../../fixtures/git-stage.ts';
import { ANIMALS } from '../../model/pseudonym.ts';
import { HEALTHY, runHire, type Circumstances } from '../test-context.ts';

const ROLE = 'builder-2026';
const MANY = ANIMALS.slice(0, 18).map((animal) => `amber-${animal}-2a`);
const [ANN = '', BEN = ''] = MANY;
const ENTRY = join(import.meta.dirname, '../../../scripts/hire.mjs');
const NOW = ['--now', '2026-03-20T12:00Z'];

let stage: Stage;
beforeEach(() => {
  stage = stageOf(HEALTHY);
  stage.git('config', 'user.name', 'Kim Sample');
  stage.git('config', 'user.email', 'kim@mail.example');
  stage.write('.gitignore', '.hire/\n');
  for (const [index, id] of MANY.entries()) {
    stage.write(fileOf(id), `source: direct   # the ${index + 1}. of them\nconsent: { keep_until: 2027-06-30 }\nevents:\n  - { at: 2026-03-16T09:${10 + index}+00:00, stage: application, event: applied }\n`);
  }
  stage.commit('Many applied');
  stage.write('.hire/local.yml', 'me: kim\n');
});
afterEach(() => stage.dispose());

function fileOf(id: string): string {
  return `content/candidates/${ROLE}/${id}/candidate.yml`;
}
const hire = (words: readonly string[], circumstances?: Circumstances) => runHire(stage.root, words, circumstances);
const commits = (): number => Number(stage.git('rev-list', '--count', 'HEAD'));
const outbox = (): string[] => (existsSync(join(stage.root, '.hire/outbox')) ? readdirSync(join(stage.root, '.hire/outbox')).filter((name) => name.endsWith('.eml')).sort() : []);
const declined = (): string[] => MANY.filter((id) => stage.read(fileOf(id)).includes('event: declined'));
const BULK = ['decline', '--role', ROLE, '--stage', 'application', '--reason', 'below-bar'];

describe('one candidate', () => {
  test('one line, one commit on a branch of its own, one draft; the checks have nothing against it', async () => {
    stage.git('switch', '-qc', 'main2');
    stage.git('branch', '-qM', 'main2', 'main');
    const before = stage.read(fileOf(ANN));
    const ran = await hire(['advance', ANN]);
    expect(ran).toMatchObject({ code: 0, out: `${ANN}  application → chat  advanced\n` });
    expect(stage.read(fileOf(ANN))).toBe(`${before}  - { at: 2026-03-20T12:00+00:00, stage: application, event: advanced, by: kim }\n`);
    expect(stage.git('log', '-1', '--format=%s')).toBe(`Advance ${ANN} from application to chat`);
    expect(stage.git('show', '--stat', '--format=', 'HEAD').split('\n')[0]).toContain('candidate.yml');
    expect(stage.git('branch', '--show-current')).toBe(`hire/advance-${ANN}`);
    expect(outbox()).toEqual([`${ANN}--chat--next.eml`]);
    expect(ran.err).toContain('hire send');
    const problems = JSON.parse((await hire(['check', '--json'])).out) as { problems: { severity: string; path: string }[] };
    expect(problems.problems.filter((each) => each.severity === 'error')).toEqual([]);
  });

  test('the same command again says that it was done', async () => {
    expect((await hire(['advance', ANN])).code).toBe(0);
    const again = await hire(['advance', ANN]);
    expect(again.code).toBe(2);
    expect(again.err).toContain('a moment ago');
    expect((await hire(['advance', ANN, '--from', 'application'])).err).toContain('is in “chat”, not in “application”');
    expect(commits()).toBe(3);
    expect((await hire(['decline', ANN, '--reason', 'below-bar'])).code).toBe(0);
    expect((await hire(['decline', ANN, '--reason', 'below-bar'])).err).toContain('is closed: declined');
  });

  test('a slip of the hand is answered with what was meant', async () => {
    expect((await hire(['advance', ANN.replace('amber', 'ambr')])).err).toContain(`Did you mean “${ANN}”?`);
    expect((await hire(['decline', ANN, '--reason', 'below-bra'])).err).toContain('Did you mean “below-bar”?');
    expect((await hire(['decline', ANN])).err).toContain('--reason is missing');
    expect((await hire(['advance', ANN, '--by', 'kmi'])).err).toContain('Did you mean “kim”?');
    expect((await hire(['advance', ANN, '--when', 'yesterday'])).err).toContain('--when takes a time such as');
    expect((await hire(['advance', ANN, '--when', '2026-03-20T13:00'])).err).toContain('lies after now');
    expect((await hire(['advance', ANN, '--when', '2026-03-16T08:00'])).err).toContain('nothing can be added before it');
    expect((await hire(['advance', '--role', 'buildr-2026'])).err).toContain('Did you mean “builder-2026”?');
    expect((await hire(['advance', ANN, '--stage', 'application'])).err).toContain('Name candidates or choose them by a filter, not both.');
    expect(commits()).toBe(2);
    expect(outbox()).toEqual([]);
  });

  test('with --sent the message is noted in the same commit and nothing waits', async () => {
    const ran = await hire(['advance', ANN, '--sent']);
    expect(ran.code).toBe(0);
    expect(stage.read(`content/candidates/${ROLE}/${ANN}/messages.yml`)).toMatch(/^- \{ at: 2026-03-20T12:00\+00:00, message: next, by: kim, promised: \{ .*reply_within: 2 business days \} \}\n$/);
    expect(stage.git('show', '--name-only', '--format=', 'HEAD').split('\n')).toHaveLength(2);
    expect(outbox()).toEqual([]);
  });

  test('where no draft can be put, that is said before anything is written', async () => {
    stage.write('.hire/outbox', 'no folder');
    const ran = await hire(['advance', ANN]);
    expect([ran.code, commits(), stage.git('status', '--porcelain')]).toEqual([2, 2, '']);
    expect(ran.err).toContain('.hire/outbox');
    expect((await hire(['advance', ANN, '--no-message'])).code).toBe(0);
  });

  test('a dry run shows it and touches nothing; --json is data alone', async () => {
    const dry = await hire(['advance', ANN, '--dry-run']);
    expect(dry.out).toContain('application → chat');
    const data = JSON.parse((await hire(['advance', ANN, '--dry-run', '--json'])).out) as { written: boolean; moves: { into: string }[] };
    expect(data).toMatchObject({ written: false, moves: [{ candidate: ANN, into: 'chat', event: { event: 'advanced', by: 'kim' }, message: { message: 'next' } }] });
    expect([commits(), outbox()]).toEqual([2, []]);
    expect(JSON.parse((await hire(['advance', ANN, '--json'])).out)).toMatchObject({ written: true, commit: { branch: 'proposal' }, drafts: [{ id: `${ANN}--chat--next` }] });
  });

  test('at a terminal a doubt is asked about, and a no changes nothing', async () => {
    const no = await hire(['advance', ANN], { answers: ['n'] });
    expect(no.err).toContain('1 of 1 score missing');
    expect(no.err).toContain('Nothing was changed.');
    expect(commits()).toBe(2);
    expect((await hire(['decline', ANN], { answers: ['blow-bar', 'below-bar', 'y'] })).code).toBe(0);
  });

  test('what comes in is looked at: a link that shows who it is stops it', async () => {
    const id = 'plum-heron-2k';
    expect((await hire(['submit', id])).code).toBe(2);
    await hire(['advance', ANN, '--to', 'small-task']);
    const revealing = await hire(['submit', ANN, '--link', 'https://github.com/ann-sample/task']);
    expect(revealing.code).toBe(1);
    expect(revealing.err).toContain('submission/link-reveals');
    const fine = await hire(['submit', ANN, '--link', `https://git.example/${ANN}`, '--commit', '4921734e', '--minutes', '210']);
    expect(fine.code).toBe(0);
    expect(stage.read(`content/candidates/${ROLE}/${ANN}/submissions/small-task.yml`)).toContain('minutes_reported: 210');
    expect(stage.git('status', '--porcelain')).toBe('');
  });
});

describe('many', () => {
  test('a table first; without a terminal --yes; one commit for all; again is nothing', async () => {
    const asked = await hire(BULK);
    expect(asked.code).toBe(2);
    expect(asked.err).toContain('18 candidates would be changed, and nobody can be asked.');
    const no = await hire(BULK, { answers: ['n'] });
    expect(no.err).toContain('Change 18 records and draft 18 messages? [y/N]');
    expect([commits(), declined(), outbox()]).toEqual([2, [], []]);
    const yes = await hire([...BULK, '--yes']);
    expect(yes.code).toBe(0);
    expect(yes.out.split('\n')).toHaveLength(19);
    expect([commits(), declined().length, outbox().length]).toEqual([3, 18, 18]);
    expect(stage.git('log', '-1', '--format=%s')).toBe('Decline 18 candidates of builder-2026');
    expect((await hire([...BULK, '--yes'])).err).toContain('Nobody matches.');
    expect(commits()).toBe(3);
  });

  test('who cannot be moved is said and left out; named, it stops the whole', async () => {
    await hire(['decline', ANN, '--reason', 'below-bar']);
    const named = await hire(['advance', ANN, BEN, '--yes']);
    expect(named.code).toBe(2);
    expect(named.err).toContain('Nothing was written.');
    const asked = await hire(['advance', ANN, BEN], { answers: ['y'] });
    expect(asked.err).toContain('Not possible for 1 candidate:');
    expect(asked.out).toBe(`${BEN}  application → chat  advanced\n`);
  });

  test('what has run out expires together, and only where the candidates knew; a mistake is taken back together', async () => {
    const later = ['--now', '2026-05-04T12:00Z'];
    await hire(['advance', ANN, '--to', 'small-task', '--sent']);
    await hire(['advance', BEN, '--to', 'small-task', '--no-message']);
    expect((await hire(['expire', '--role', ROLE, '--yes'])).err).toContain('Nobody matches.');
    expect((await hire(['expire', BEN, ...later])).err).toContain('was never told of “small-task”');
    const expired = await hire(['expire', '--role', ROLE, '--yes', ...later]);
    expect(expired.out).toBe(`${ANN}  small-task  expired\n`);
    expect(expired.err).toMatch(/ran out at 2026-0\d-\d\d 23:59/);
    expect((await hire([...BULK, '--yes'])).code).toBe(0);
    expect((await hire(['reopen', '--role', ROLE, '--yes'])).err).toContain('say by --ended');
    const reopened = await hire(['reopen', '--role', ROLE, '--ended', 'below-bar', '--stage', 'application', '--yes']);
    expect(reopened.out.split('\n')).toHaveLength(17);
    expect((await hire(['decline', MANY[5] ?? '', '--reason', 'below-bar'])).code).toBe(0);
  });

  test('extra time for everybody at work, and a decent end for the opening', async () => {
    for (const id of [ANN, BEN]) {
      await hire(['advance', id, '--to', 'small-task']);
      expect((await hire(['start', id])).code).toBe(0);
    }
    const more = await hire(['extend', '--role', ROLE, '--phase', 'working', '--extra', '24h', '--yes']);
    expect(more.out).toMatch(/24h more {2}to hand in until 2026-03-2\d 12:00 \(was 2026-03-2\d 12:00\)/);
    expect(stage.read(fileOf(ANN))).toContain('adjustments:\n  - { stages: [small-task], extra: 24h, by: kim, on: 2026-03-20 }\nevents:');
    expect((await hire(['close', ROLE, '--yes'])).err).toContain('--because is missing. 1 of 2 were hired.');
    expect((await hire(['close', ROLE, '--because', 'The budget is gone', '--yes'])).err).toContain('--reason is missing');
    const third = MANY.find((id) => id !== ANN && id !== BEN) ?? '';
    await hire(['advance', third, '--to', 'small-task']);
    const before = commits();
    const closed = await hire(['close', ROLE, '--because', 'The budget is gone', '--reason', 'below-bar', '--except', BEN, '--yes']);
    expect(closed.code).toBe(0);
    expect(closed.err).toContain(`“next” was never sent to 2 of them and waits as well. If it is overtaken: hire send --drop ${[ANN, third].sort().join(' ')} --message next`);
    expect(commits()).toBe(before + 1);
    expect(declined()).toEqual(MANY.filter((id) => id !== BEN));
    expect(stage.read(`content/roles/${ROLE}.mdx`)).toContain('  - { on: 2026-03-20, is: closed, because: The budget is gone }\n');
    expect((await hire(['close', ROLE, '--because', 'Again'])).err).toContain('is closed since 2026-03-20');
  });
});

describe('the last hire', () => {
  test('points to closing the opening, which then answers the others for the reason that is true', async () => {
    stage.edit('content/settings.yml', 'decline_reasons:\n', 'decline_reasons:\n  position-filled: The opening was filled\n');
    stage.commit('A reason more');
    expect((await hire(['advance', ANN, '--to', 'offer'])).err).toContain('Skips “chat”, “small-task”, “talk” and “decision”.');
    expect((await hire(['offer', ANN])).err).toContain('There is no decision yet (hire decide).');
    const early = await hire(['hire', ANN]);
    expect(early.code).toBe(2);
    expect(early.err).toContain('There is no decision about');
    stage.write(`content/candidates/${ROLE}/${ANN}/decision.yml`, 'decision: hire\ndecided: 2026-03-20T11:00Z\nby: [kim]\nbar: yes\nbecause: |\n  A clear yes from everybody who read the work.\n');
    stage.commit('Decided');
    expect((await hire(['close', ROLE, '--because', 'Filled'])).err).toContain(`${ANN} is in “offer”, with our offer in hand; decided: hire`);
    const hired = await hire(['hire', ANN]);
    expect(hired.code).toBe(0);
    expect(hired.err).toContain(`2 of 2 are hired, and 18 applications still open. To close it and answer everybody: hire close ${ROLE}`);
    const closed = await hire(['close', ROLE, '--yes']);
    expect(closed.err).toContain(`${ROLE}: 2 of 2 hired, 18 open applications declined (position-filled).`);
    expect(stage.read(`content/roles/${ROLE}.mdx`)).toContain('because: "Filled: 2 of 2 hired" }');
  });
});

test('without the holidays of a country it goes on, and the checks name what is missing', async () => {
  stage.edit('content/settings.yml', 'holidays: GB', 'holidays: XX');
  stage.commit('A country nobody knows');
  await hire(['advance', ANN, '--to', 'small-task']);
  expect((await hire(['start', ANN])).code).toBe(0);
  expect((await hire(['submit', ANN])).err).toContain('Answer due 2026-03-27.');
  expect((await hire(['check'])).out).toContain('settings/unknown-country');
});

describe('two at once', () => {
  test('on one machine one of them writes, and the other is told; nobody goes two steps', async () => {
    const run = (): Promise<number | null> => ended(process_(['advance', ANN, ...NOW]));
    const codes = await Promise.all([run(), run(), run()]);
    expect(codes.filter((code) => code === 0)).toHaveLength(1);
    expect(codes.filter((code) => code === 2)).toHaveLength(2);
    expect(stage.read(fileOf(ANN)).match(/event: advanced/g)).toHaveLength(1);
    expect([commits(), stage.git('status', '--porcelain')]).toEqual([3, '']);
  });

  test('on two machines git asks a person, and after a pull the second move is refused', async () => {
    const other = mkdtempSync(join(tmpdir(), 'hire-other-'));
    try {
      execFileSync('git', ['clone', '-q', stage.root, join(other, 'clone')], { stdio: 'ignore' });
      const root = join(other, 'clone');
      const git = (...words: string[]): string => execFileSync('git', ['-C', root, '-c', 'user.name=Mia', '-c', 'user.email=mia@mail.example', ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
      git('config', 'user.name', 'Mia Sample');
      git('config', 'user.email', 'mia@mail.example');
      await hire(['advance', ANN]);
      await runHire(root, ['decline', ANN, '--reason', 'below-bar', '--by', 'mia', '--branch', 'mine']);
      expect(() => git('pull', '-q', '--no-rebase', 'origin', 'proposal')).toThrow();
      expect(git('diff', '--name-only', '--diff-filter=U').trim()).toBe(fileOf(ANN));
      git('merge', '--abort');
      git('reset', '-q', '--hard', 'origin/proposal');
      git('pull', '-q', '--no-rebase', 'origin', 'proposal');
      expect((await runHire(root, ['advance', ANN, '--by', 'kim'])).err).toContain('a moment ago');
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });
});

describe('a run that is killed', () => {
  test('in the midst of many leaves all or nothing, and the same command finishes the job', async () => {
    let interrupted = 0;
    for (const wait of [0, 2, 5, 10, 20, 40]) {
      const child = process_([...BULK, '--yes', ...NOW]);
      const journal = join(stage.root, '.hire/journal.json');
      while (!existsSync(journal) && child.exitCode === null && child.signalCode === null) await pause(1);
      await pause(wait);
      child.kill('SIGKILL');
      await ended(child);
      if (existsSync(journal)) interrupted += 1;
      // Whatever lies there now: the next writing command clears it up first.
      const next = await hire([...BULK, '--yes']);
      expect(next.code).toBe(0);
      expect(declined()).toHaveLength(18);
      for (const id of MANY) expect(stage.read(fileOf(id)).match(/event: declined/g)).toHaveLength(1);
      expect(stage.git('status', '--porcelain')).toBe('');
      expect(commits()).toBe(3);
      stage.git('reset', '-q', '--hard', 'HEAD~1');
      rmSync(join(stage.root, '.hire/outbox'), { recursive: true, force: true });
    }
    // Otherwise the test has shown nothing.
    expect(interrupted).toBeGreaterThan(0);
  });
});

function process_(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [ENTRY, ...words, '--root', stage.root], { cwd: stage.root, stdio: 'ignore' });
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

test('a folder of identities brings names and addresses, and none of them leaves it', async () => {
  const folder = join(stage.root, '..', `ids-${process.pid}`);
  mkdirSync(join(folder, ANN), { recursive: true });
  writeFileSync(join(folder, ANN, 'identity.yml'), 'name: Zoë O’Sample\nemail: zoe@mail.example\nlanguage: fa\n');
  stage.write('.hire/local.yml', `me: kim\nidentities: ${folder}\n`);
  try {
    const ran = await hire([...BULK, '--yes']);
    expect(ran.err).toContain('Zoë O’Sample');
    expect(ran.err).toContain('declined, en (not in fa)');
    expect(ran.out).not.toContain('Zoë');
    expect(stage.git('log', '-1', '-p')).not.toContain('Zoë');
    expect(ran.err).not.toContain('is not there');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a folder of identities that is not there is said before letters without a name are drafted', async () => {
  stage.write('.hire/local.yml', 'me: kim\nidentities: ../no-drive\n');
  expect((await hire(['advance', ANN])).err).toMatch(/The folder of the identities, .*no-drive, is not there: letters have neither a name nor an address\./);
  expect((await hire(['send'])).err).toContain('is not there');
  expect((await hire(['advance', BEN, '--no-message'])).err).not.toContain('is not there');
});

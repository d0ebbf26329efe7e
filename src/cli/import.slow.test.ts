import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseYaml } from '../text/yaml.ts';
import type { Context } from './command.ts';
import { ENGINE } from './engine.ts';
import { runImport } from './import.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

const ROLE = 'content/candidates/builder-2026';
const HEADER = 'Timestamp,Full name,Email,GitHub,Source,Your CV,What was your part in it?,Which hours suit you?';
const ADA = '2026-03-01 10:00,Ada Placeholder,ada@mail.example,ada-p,referral,ada.pdf,"I built the part that counts.\nIt still runs.",Mornings';
const BELA = '2026-03-02,Béla Sample,bela@mail.example,,job board,bela.pdf,Everything but the name,Either';
const CYRA = '2026-03-03,Cyra O’Null,,https://code.example/cyra,Referral,cyra.pdf,Ask Cyra O’Null or call +44 20 7946 0958.,Either';

let bench: Bench;
let ids = '';
beforeEach(() => {
  bench = benchOf(HEALTHY);
  ids = join(bench.root, '../identities');
  mkdirSync(ids);
  bench.write('.hire/local.yml', 'identities: ../identities\n');
});
afterEach(() => bench.remove());

const sheet = (...rows: readonly string[]): string => {
  writeFileSync(join(bench.root, '../sheet.csv'), [HEADER, ...rows].join('\n'));
  return '../sheet.csv';
};
const words = (file: string, ...more: readonly string[]) => ['import', file, '--role', 'builder-2026', ...more];
const records = () => readdirSync(join(bench.root, ROLE)).filter((id) => existsSync(join(bench.root, ROLE, id, 'candidate.yml'))).sort();
const identities = () => readdirSync(ids).sort();
const identity = (id: string) => readFileSync(join(ids, id, 'identity.yml'), 'utf8');
/** Every byte of the repository and of the folder beside it, but for caches. */
const everything = () => Object.fromEntries([bench.root, ids].flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('/cache'))
  .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'utf8')])));
const before = ['navy-crane-9p', 'plum-heron-2k', 'sage-moose-4w', 'teal-otter-7f'];
const brought = () => records().filter((id) => !before.includes(id));

describe('a sheet', () => {
  it('becomes records without names, and identities with them', async () => {
    const { code, out, err } = await bench.hire(words(sheet(ADA, BELA, CYRA), '--yes'));
    expect(code, err).toBe(0);
    const [ada = '', bela = '', cyra = ''] = out.trim().split('\n').map((path) => path.split('/')[3] ?? '');
    expect(identities()).toEqual([ada, bela, cyra].sort());
    expect(readFileSync(join(bench.root, ROLE, ada, 'candidate.yml'), 'utf8')).toBe(`# yaml-language-server: $schema=../../../../.hire/schemas/candidate.json
source: referral
consent: { keep_until: 2027-03-20, talent_pool: false }
events:
  - { at: 2026-03-01T10:00+00:00, stage: application, event: applied }
`);
    expect(readFileSync(join(bench.root, ROLE, ada, 'submissions/application.yml'), 'utf8')).toBe(`# yaml-language-server: $schema=../../../../../.hire/schemas/submission.json
received: 2026-03-01T10:00+00:00
answers:
  contribution: |
    I built the part that counts.
    It still runs.
  hours: Mornings
`);
    expect(readFileSync(join(bench.root, ROLE, cyra, 'submissions/application.yml'), 'utf8')).toContain('contribution: |\n    (Withheld: the answer shows who wrote it. It is kept with the identity.)');
    expect(identity(cyra)).toMatch(/^name: Cyra O’Null\nlinks:\n {2}- "https:\/\/code\.example\/cyra"\nanswers:\n {2}cv: cyra\.pdf\n {2}contribution: \|\n {4}Ask Cyra O’Null or call/);
    expect(identity(ada)).toMatch(/^name: Ada Placeholder\nemail: ada@mail\.example\nhandles: \[ada-p\]\nanswers:\n {2}cv: ada\.pdf\nimported: \{ role: builder-2026, on: 2026-03-20, applied: 2026-03-01T10:00\+00:00, row: [0-9a-f]{32} \}\n$/);
    expect([statSync(join(ids, ada)).mode & 0o777, statSync(join(ids, ada, 'identity.yml')).mode & 0o777]).toEqual([0o700, 0o600]);
    // Nothing of anybody is in the repository, and nobody is named where nobody sits.
    const tree = execFileSync('grep', ['-rliE', 'ada-p|placeholder|béla|sample,|cyra|7946|mail\\.example', 'content'], { cwd: bench.root, encoding: 'utf8' }).trim().split('\n').filter((path) => [ada, bela, cyra].some((id) => path.includes(id)));
    expect(tree).toEqual([]);
    expect(err).not.toMatch(/Ada|Béla|Cyra|mail\.example/);
    expect(JSON.parse((await bench.hire(['check', '--json'])).out)).toMatchObject({ ok: true, counts: { errors: 0 } });
  });

  it('leaves a receipt for everybody, and names who has no address to send it to', async () => {
    const { out, err } = await bench.hire(words(sheet(ADA, BELA, CYRA), '--yes', '--messages'));
    const cyra = out.trim().split('\n')[2]?.split('/')[3] ?? '';
    expect(err).toContain(`3 drafts in .hire/outbox. Read them, change what you like, then: hire send\n${cyra} has no address.\n`);
  });

  it('is shown before anything happens', async () => {
    const file = sheet(ADA, CYRA, '', '2026-13-01,D. Nobody,d@mail.example,,referral,d.pdf,x,Either', 'x,y', ADA.replace('ada@', 'ADA@'));
    const held = everything();
    const { code, out, err } = await bench.hire(words(file, '--dry-run'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(everything()).toEqual(held);
    expect(err).toMatchInlineSnapshot(`
      "../sheet.csv: 5 rows, 8 columns, divided by commas, utf-8 (every byte fits).
      For builder-2026, stage application.

      Columns
        Timestamp                  → applied, ISO, 4 of 4 filled
        Full name                  → name, 4 of 4 filled
        Email                      → email, 3 of 4 filled
        GitHub                     → link, 3 of 4 filled
        Source                     → source, 4 of 4 filled
        Your CV                    → question:cv, 4 of 4 filled
        What was your part in it?  → question:contribution, 4 of 4 filled
        Which hours suit you?      → question:hours, 4 of 4 filled
        Times without an offset are Europe/London; a day without a time counts from its beginning.

      As they would become
        row 2: a pseudonym, drawn when it is written
          identity: a name, an address; cv
          record:   referral, applied 2026-03-01T10:00+00:00, kept until 2027-03-20; answers contribution, hours
        row 3: a pseudonym, drawn when it is written
          identity: a name, 1 link; cv, contribution (withheld)
          record:   referral, applied 2026-03-03T00:00+00:00, kept until 2027-03-20; answers hours

      New: 2
      There already, unchanged: 0
      Twice in this sheet: 1
        row 7: the same person as row 2 (e-mail address or link)
      Answers withheld from the record, since they show who wrote them: 1
        row 3: contribution
      Cannot be taken: 2
        row 5: “Timestamp”: “2026-13-01” is no day of the calendar
        row 6: it has 2 cells where the header has 8: a delimiter or a quote is missing or too many
      Empty rows: 1
      Nothing was written (--dry-run).
      "
    `);
    // On a terminal the people are named, since whoever sits there may see them.
    expect((await bench.hire(words(file, '--dry-run'), { answers: [] })).err).toMatch(/identity: Ada Placeholder, ada@mail\.example, @ada-p; cv\n/);
  });

  it('that comes again changes not one byte', async () => {
    const file = sheet(ADA, BELA, CYRA);
    await bench.hire(words(file, '--yes'));
    const held = everything();
    const { code, out, err } = await bench.hire(words(file));
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('There already, unchanged: 3\nThere is nothing new in this sheet.\n');
    expect(everything()).toEqual(held);
    // The control: a row more is seen.
    await bench.hire(words(sheet(ADA, BELA, CYRA, BELA.replace('Béla', 'Dana').replace('bela@', 'dana@')), '--yes'));
    expect(everything()).not.toEqual(held);
    expect(brought()).toHaveLength(4);
  });

  it('that differs is named, and overwrites nobody unless it is asked to', async () => {
    const { out } = await bench.hire(words(sheet(ADA, BELA), '--yes'));
    const [ada = ''] = out.trim().split('\n').map((path) => path.split('/')[3] ?? '');
    writeFileSync(join(ids, ada, 'identity.yml'), `# kind, and on holiday in May\n${identity(ada)}`);
    const changed = sheet(ADA.replace('Ada Placeholder', 'Ada New-Name').replace('It still runs', 'It stopped'), BELA);
    const record = readFileSync(join(bench.root, ROLE, ada, 'submissions/application.yml'), 'utf8');
    const held = everything();
    expect((await bench.hire(words(changed, '--yes'))).err).toContain(`There already, and the row says something else now: 1\n  row 2 is ${ada}: name\n`);
    expect(everything()).toEqual(held);
    expect((await bench.hire(words(changed, '--update', '--yes'))).err).toContain('Identities brought up to date: 1. The records stay as they were');
    expect(identity(ada)).toMatch(/^# kind, and on holiday in May\nname: Ada New-Name\n/);
    expect(readFileSync(join(bench.root, ROLE, ada, 'submissions/application.yml'), 'utf8')).toBe(record);
    expect((await bench.hire(words(changed))).err).toContain('There already, unchanged: 2\n');
  });
});

describe('columns', () => {
  const more = [`${HEADER},Salary wish`, `${ADA},70k`];
  it('that nobody understands stop everything, until somebody says once what they are', async () => {
    writeFileSync(join(bench.root, '../sheet.csv'), more.join('\n'));
    const first = await bench.hire(words('../sheet.csv', '--yes'));
    expect([first.code, first.out, identities()]).toEqual([2, '', []]);
    expect(first.err).toMatch(/Nothing was written\. What these columns are is not known\. Say it once, and it is remembered:\n {2}--map "Salary wish=ignore" {8}or identity:<name> to keep it with the identity\n$/);
    expect((await bench.hire(words('../sheet.csv', '--map', 'salary WISH=identity:salary', '--yes'))).code).toBe(0);
    expect(identity(identities()[0] ?? '')).toContain('application:\n  salary: 70k\n');
    writeFileSync(join(bench.root, '../sheet.csv'), [more[0], more[1], `${BELA},80k`].join('\n'));
    expect((await bench.hire(words('../sheet.csv', '--yes'))).err).toMatch(/Salary wish {10,}→ identity:salary \(remembered\), 2 of 2 filled[\s\S]*New: 1\nThere already, unchanged: 1/);
  });

  it('that were empty are no decision: the week they hold something, somebody is asked', async () => {
    writeFileSync(join(bench.root, '../sheet.csv'), `${HEADER},Notes\n${ADA},\n`);
    expect((await bench.hire(words('../sheet.csv', '--yes'))).code).toBe(0);
    writeFileSync(join(bench.root, '../sheet.csv'), `${HEADER},Notes\n${BELA},kind\n`);
    expect(await bench.hire(words('../sheet.csv', '--yes'))).toMatchObject({ code: 2, err: expect.stringContaining('--map "Notes=ignore"') });
  });

  it('and sources and dates are asked for on a terminal', async () => {
    writeFileSync(join(bench.root, '../sheet.csv'), 'Date,Fulll name,Emial,Where from?,Notes\n03/04/2025,Ada Placeholder,ada@mail.example,LinkedIn,x\n');
    const answers = ['', '', 'source', 'nothing', 'ignore', 'd', 'jobboard', 'job-board', 'y'];
    const { code, err } = await bench.hire(words('../sheet.csv'), { answers });
    expect(code, err).toBe(0);
    expect(err.replaceAll('? ', '?\n').replace(/\[email\]: /, '[email]:\n')).toContain('There is no field “nothing”.');
    expect(err).toContain('“03/04/2025” (row 2) may have the day or the month first, and no other row settles it.');
    expect(err).toContain('Take 1 person? [y/N]');
    const [id = ''] = brought();
    expect(readFileSync(join(bench.root, ROLE, id, 'candidate.yml'), 'utf8')).toMatch(/source: job-board\n[\s\S]*at: 2025-04-03T00:00\+01:00/);
    // Next week nothing is asked.
    expect((await bench.hire(words('../sheet.csv'))).code).toBe(0);
    expect(readFileSync(join(bench.root, '.hire/import/builder-2026.yml'), 'utf8')).not.toMatch(/Ada|ada@/);
  });

  it('of dates and sources that nobody settles are refused in words', async () => {
    writeFileSync(join(bench.root, '../sheet.csv'), 'Date,Name,Email,Source\n03/04/2025,Ada Placeholder,ada@mail.example,Referal\n');
    expect((await bench.hire(words('../sheet.csv', '--yes'))).err).toBe('“Date”: “03/04/2025” (row 2) may have the day or the month first, and no other row settles it. Say --dates dmy, --dates mdy, or write the dates as 2026-10-03.\nThe sheet names sources that the settings do not list (referral, job-board, direct). Say which each is:\n  --source-word "Referal=referral"\n');
    expect((await bench.hire(words('../sheet.csv', '--dates', 'dmy', '--yes'))).err).toBe('The sheet names sources that the settings do not list (referral, job-board, direct). Say which each is:\n  --source-word "Referal=referral"\n');
    writeFileSync(join(bench.root, '../far.csv'), 'Date,Name,Email,Source\n2025-04-03,Ada Placeholder,ada@mail.example,Fax\n');
    expect((await bench.hire(words('../far.csv', '--yes'))).err).toBe('The sheet names sources that the settings do not list (referral, job-board, direct). Say which each is:\n  --source-word "Fax=referral", or --source-word "Fax=job-board", or --source-word "Fax=direct"\n');
    expect((await bench.hire(words('../sheet.csv', '--dates', 'dmy', '--source-word', 'Referal=referal', '--yes'))).err).toBe('--source-word "Referal=referal": There is no source “referal”. Did you mean “referral”?\n');
  });
});

describe('nothing is half done', () => {
  it('without a folder for names nothing is even read', async () => {
    bench.write('.hire/local.yml', 'me: kim\n');
    expect(await bench.hire(words(sheet(ADA), '--yes'))).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "The sheet holds names and addresses, and this machine has no folder for them. Two lines make one, outside the repository, where git never sees it:
        mkdir -m 700 ~/hiring-identities
        mkdir -p .hire && echo "identities: ~/hiring-identities" >> .hire/local.yml
      ",
        "out": "",
      }
    `);
    bench.write('.hire/local.yml', 'identities: ../elsewhere\n');
    expect((await bench.hire(words(sheet(ADA), '--yes'))).err).toContain('is not there. Connect the drive it is on, or make it: mkdir -m 700');
  });

  it('where nobody can be asked, --yes must be said', async () => {
    expect((await bench.hire(words(sheet(ADA)))).err).toMatch(/Nothing was written\. --yes takes what the preview shows\.\n$/);
    expect([identities(), brought()]).toEqual([[], []]);
    expect((await bench.hire(words(sheet(ADA)), { answers: ['n'] })).code).toBe(0);
    expect([identities(), brought()]).toEqual([[], []]);
  });

  it('a run that is killed at any step is completed by the next, with the same pseudonyms', async () => {
    const file = sheet(ADA, BELA, CYRA);
    const killed = (at: (step: string, index: number) => boolean): Promise<number> => {
      let index = 0;
      let draw = 0;
      const context: Context = {
        cwd: bench.root, env: {}, stdout: () => undefined, stderr: () => undefined, terminal: { input: false, output: false, errors: false, columns: 80 }, machineNow: () => Date.parse('2026-03-20T12:00Z'),
        stdin: () => Promise.resolve(''), random: { below: (limit) => (draw++ * 11 + 3) % limit }, ask: () => Promise.reject(new Error('nobody')), keys: () => { throw new Error('nobody takes the screen'); }, interrupted: new AbortController().signal,
      };
      return runImport(context, { options: { role: 'builder-2026', yes: true }, words: [file] }, (step) => {
        if (at(step, index++)) throw new Error(`killed at ${step}`);
      });
    };
    await expect(killed((_, index) => index === 1)).rejects.toThrow('killed at identity');
    expect([identities().length, brought()]).toEqual([1, []]);
    await expect(killed((step) => step === 'records')).rejects.toThrow('killed at records');
    const reserved = identities();
    expect([reserved.length, brought()]).toEqual([3, []]);
    const { code, err } = await bench.hire(words(file, '--yes'));
    expect([code, brought(), identities()], err).toEqual([0, reserved, reserved]);
    expect(err).toContain('New: 0\nBegun by a run that was interrupted, to be completed: 3\n');
    expect((await bench.hire(words(file))).err).toContain('There already, unchanged: 3\n');
  });

  it('where the records cannot be written, the names go again', async () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: bench.root });
    git('init', '-q', '-b', 'main');
    git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-q', '--allow-empty', '-m', 'first');
    git('checkout', '-q', '--detach');
    const { code, err } = await bench.hire(words(sheet(ADA, BELA), '--yes'));
    expect([code, identities(), brought()], err).toEqual([2, [], []]);
    expect(err).toMatch(/HEAD is on no branch/);
  });

  it('what would happen is data as well', async () => {
    const { out } = await bench.hire(words(sheet(ADA), '--dry-run', '--json'));
    expect(JSON.parse(out)).toMatchObject({ written: false, counts: { new: 1 }, candidates: [{ row: 2, candidate: null, withheld: [] }] });
    expect(existsSync(join(bench.root, '.hire/import'))).toBe(false);
  });
});

describe('sheets that are none', () => {
  it('are named in exact words', async () => {
    const tried: Record<string, Uint8Array | string> = {
      'empty.csv': '', 'book.csv': Uint8Array.from([0x50, 0x4b, 3, 4, ...new TextEncoder().encode('[Content_Types].xml')]), 'quote.csv': `${HEADER}\n${ADA}\n2026-03-01,"Open\n${BELA}\n`, 'header.csv': `${HEADER}\n`,
      'people.csv': `${BELA}\n${BELA}\n`,
    };
    const said: Record<string, string> = {};
    for (const [name, content] of Object.entries(tried)) {
      writeFileSync(join(bench.root, '..', name), content);
      const { code, out, err } = await bench.hire(words(`../${name}`, '--yes'));
      expect({ code, out }).toEqual({ code: 2, out: '' });
      said[name] = err.trimEnd();
    }
    said['none.csv'] = (await bench.hire(words('../none.csv'))).err.trimEnd();
    said['a folder'] = (await bench.hire(words('..'))).err.trimEnd();
    expect(said).toMatchInlineSnapshot(`
      {
        "a folder": ".. is no file.",
        "book.csv": "../book.csv: This is an Excel workbook, whatever its name says: save it as CSV (File, Save as, “CSV UTF-8”).",
        "empty.csv": "../empty.csv: The file is empty.",
        "header.csv": "../header.csv: The sheet has a header and no rows below it.",
        "none.csv": "There is no sheet ../none.csv.",
        "people.csv": "../people.csv: The first row holds data (an address or a link) instead of the names of the columns. Add a header row.",
        "quote.csv": "../quote.csv: In the row that begins on line 4 a quote is opened and never closed. Close it, or write two quotes where one is meant ("").",
      }
    `);
    expect([identities(), brought()]).toEqual([[], []]);
  });
});

describe('any cell', () => {
  const field = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('- a\n- b', '|', '> folded', '"quoted"', "it's", '# no comment', 'key: value', '{ a: 1 }', '[x]', '&a', '*a', '!tag', '---\n...', '%YAML 1.2', 'null', '~', 'yes', '1e5', '0x10', '2026-03-01', '=1+1', '@here', '  leading\n   more', 'tail   \n\n\n', '\ttab',
      'نمونه‌ای', '👩‍💻🏴󠁧󠁢󠁥󠁮󠁧󠁿', '\u202eabc\u202c', 'a\u0000b', '\ufeffx', 'x\u2028y', '\ud800', 'mail me@real-host.co', '<script>alert(1)</script>', '{{candidate.first_name}}', '../../etc', 'constructor', '__proto__', '${x}', '`x`', 'AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQ'),
  );

  it('goes into YAML and back, and hire check finds nothing wrong with 300 of them', () => {
    // A file with NUL in it is no text and is refused as a whole.
    const cellText = (text: string): string => text.toWellFormed().replaceAll('\0', '');
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = fc.sample(fc.tuple(field, field, field), { numRuns: 300, seed: 7 });
    const lines = rows.map(([name, answer, wish], index) => [`2026-03-01 10:0${index % 10}`, `Row ${name}`, `row${index}@mail.example`, '', 'referral', 'cv.pdf', answer, 'Either', wish].map((each) => cell(cellText(each))).join(','));
    writeFileSync(join(bench.root, '../sheet.csv'), [`${HEADER},Wish`, ...lines].join('\r\n'));
    // A process of its own: chance is real, so that three hundred pseudonyms are found.
    const hire = (...args: string[]) => spawnSync(process.execPath, [join(ENGINE, 'scripts/hire.mjs'), ...args], { cwd: bench.root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    const run = hire(...words('../sheet.csv', '--map', 'Wish=identity:wish', '--yes', '--json', '--now', '2026-03-20T12:00Z'));
    expect(run.stdout, run.stderr).not.toBe('');
    const report = JSON.parse(run.stdout) as { counts: Record<string, number>; candidates: { row: number; candidate: string; withheld: string[] }[] };
    expect(report.counts['new']).toBeGreaterThan(240);
    expect((report.counts['new'] ?? 0) + (report.counts['refused'] ?? 0)).toBe(300);
    const check = JSON.parse(hire('check', '--json', '--now', '2026-03-20T12:00Z').stdout) as { counts: { errors: number }; problems: { code: string; path: string; severity: string }[] };
    expect(check.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    // What was kept as it is says what the cell said, but for blanks at line ends and line ends themselves.
    const plain = (text: string): string => text.replace(/\r\n?|[\u000b\u000c\u2028\u2029\u0085]/g, '\n').split('\n').map((line) => line.replace(/[\s\u00a0]+$/u, '')).join('\n').replace(/^[\s\u00a0]+|[\s\u00a0]+$/gu, '');
    let same = 0;
    for (const { row, candidate, withheld } of report.candidates) {
      const answer = plain(cellText(rows[row - 2]?.[1] ?? ''));
      const path = join(bench.root, ROLE, candidate, 'submissions/application.yml');
      const answers = (parseYaml(readFileSync(path, 'utf8')).value as { answers: Record<string, unknown> }).answers;
      if (withheld.length === 0 && String(answers['contribution'] ?? '').trimEnd() === answer) same += 1;
    }
    expect(same).toBeGreaterThan(150);
    expect(hire(...words('../sheet.csv', '--yes', '--now', '2026-03-20T12:00Z')).stderr).toContain(`There already, unchanged: ${report.counts['new'] ?? 0}\n`);
  });
});

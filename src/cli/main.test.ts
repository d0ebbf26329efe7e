import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from './command.ts';
import { COMMANDS } from './commands.ts';
import { main } from './main.ts';
import { HEALTHY, runHire } from './test-context.ts';

let empty: string;
beforeAll(() => void (empty = mkdtempSync(join(tmpdir(), 'hire-'))));
afterAll(() => rmSync(empty, { recursive: true, force: true }));

const hire = (...words: string[]) => runHire(empty, words);

describe('a mistake at the keyboard: one message, exit 2', () => {
  it('a command that is none, near one that is', async () => {
    expect(await hire('chekc')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "hire has no command “chekc”. Did you mean “hire check”? “hire --help” lists them.
      ",
        "out": "",
      }
    `);
  });
  it('a command that is like none', async () => {
    expect(await hire('frobnicate')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "hire has no command “frobnicate”. “hire --help” lists them.
      ",
        "out": "",
      }
    `);
  });
  it('an option that would lose its first value', async () => {
    expect(await hire('close', 'builder-2026', '--except', 'teal-otter-7f', '--except', 'navy-crane-9p')).toEqual({ code: 2, out: '', err: '--except is given twice, and takes one value.\n“hire close --help” says what it takes.\n' });
    expect((await hire('check', '--today', '2026-03-01', '--today', '2026-03-02')).err).not.toContain('twice');
  });
  it('an option that is none', async () => {
    expect(await hire('check', '--formt', 'json')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "There is no option --formt. Did you mean --format?
      “hire check --help” says what it takes.
      ",
        "out": "",
      }
    `);
    expect(await hire('check', '--zzz')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "There is no option --zzz.
      “hire check --help” says what it takes.
      ",
        "out": "",
      }
    `);
  });
  it('an option without its value', async () => {
    expect(await hire('check', '--format')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "--format needs a value after it.
      “hire check --help” says what it takes.
      ",
        "out": "",
      }
    `);
  });
  it('too few words, and too many', async () => {
    expect(await hire('rubric', 'bump')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "hire rubric takes “freeze | bump <rubric>”, found “bump”.
      “hire rubric --help” says more.
      ",
        "out": "",
      }
    `);
    expect(await hire('check', 'everything')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "hire check takes nothing after it, found “everything”.
      “hire check --help” says more.
      ",
        "out": "",
      }
    `);
  });
  it('no repository', async () => {
    expect(await hire('check')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "There is no content/ or rubrics/ here or in a folder above. Change to the repository, or name it with --root.
      ",
        "out": "",
      }
    `);
  });
  it('help for a command that is none', async () => {
    expect((await hire('help', 'chekc')).code).toBe(2);
  });
});

describe('help and version are data', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('hire %j', async (words) => {
    const { code, out, err } = await runHire(empty, words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^hire: hiring as code\n\nUsage: hire <command> \[options\]\n/);
    for (const { name, summary } of COMMANDS) expect(out).toContain(`${name.padEnd(Math.max(...COMMANDS.map((each) => each.name.length)))}  ${summary}\n`);
  });
  it.each(['--version', '-v'])('hire %s', async (word) => {
    expect((await hire(word)).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
  it('hire explain --help', async () => {
    expect((await hire('explain', '--help')).out).toMatchInlineSnapshot(`
      "why a problem matters, with a wrong and a right example

      Usage: hire explain [<code>] [options]

      hire explain rubric/weights-sum     one code
      hire explain                        every code in one line

      Options:
        --root <folder>  the repository (default: the one you stand in)
        --help           this text
        --debug          show where in the code an unexpected error came from
        --json           print data for programs
        --no-input       never ask
        --dry-run        say what would be done, change nothing
      "
    `);
    expect(await hire('help', 'explain')).toEqual(await hire('explain', '--help'));
  });
});

describe('the list of commands', () => {
  it.each(COMMANDS.map((entry) => [entry.name, entry] as const))('%s says of itself what the list says', async (_name, entry) => {
    const { name, summary } = await entry.load();
    expect({ name, summary }).toEqual({ name: entry.name, summary: entry.summary });
  });
  it.each(COMMANDS.map((entry) => [entry.name]))('%s explains itself and its options', async (name) => {
    const { code, out } = await hire(name, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Usage: hire ${name}`);
    expect(out).not.toMatch(/^ {2}--[a-z-]+( <[^>]+>)?$/m);
  });
});

it('an interruption ends a question without a word of ours, exit 130', async () => {
  const interrupt = new AbortController();
  const context: Context = {
    cwd: HEALTHY, env: {}, stdout: () => undefined, stderr: () => undefined, terminal: { input: true, output: true, errors: true, columns: 80 },
    machineNow: () => Date.parse('2026-03-20T12:00Z'), stdin: () => Promise.resolve(''), random: { below: () => 0 },
    keys: () => { throw new Error('nobody takes the screen'); },
    ask: () => {
      interrupt.abort();
      return Promise.reject(new Error('The operation was aborted'));
    },
    interrupted: interrupt.signal,
  };
  expect(await main(context, ['new', 'message', '--no-cache'])).toBe(130);
});

describe('a bug: message, exit 70', () => {
  const broken = (text: string[]): Context => ({
    cwd: empty, env: {}, stdout: () => { throw new Error('the wire is cut'); }, stderr: (words) => void text.push(words),
    terminal: { input: false, output: false, errors: false, columns: 80 }, machineNow: () => 0, stdin: () => Promise.resolve(''), random: { below: () => 0 }, ask: () => Promise.resolve(''), keys: () => { throw new Error('nobody takes the screen'); }, interrupted: new AbortController().signal,
  });
  it('says so, without the stack', async () => {
    const text: string[] = [];
    expect(await main(broken(text), ['--version'])).toBe(70);
    expect(text.join('').replace(/\d+\.\d+\.\d+/, '0.0.0')).toMatchInlineSnapshot(`
      "Unexpected: the wire is cut
      This is a fault of hire 0.0.0, not of your files. “--debug” shows where it happened.
      "
    `);
  });
  it('shows the stack with --debug', async () => {
    const text: string[] = [];
    expect(await main(broken(text), ['explain', '--help', '--debug'])).toBe(70);
    expect(text.join('')).toMatch(/at .*main\.test\.ts/);
  });
});

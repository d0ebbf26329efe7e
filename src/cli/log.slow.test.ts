import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { TRIAL_LOG, VOLE, withTrial } from '../fixtures/every-problem/overlay.ts';
import { parseYaml } from '../text/yaml.ts';
import { withDay, withPayment } from './log/lines.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
const PATH = `${VOLE}/log/trial.yml`;
beforeEach(() => {
  bench = benchOf(HEALTHY);
  for (const change of withTrial(undefined)) {
    if (change.kind === 'write') bench.write(change.path, new TextDecoder().decode(change.content));
    if (change.kind === 'copy') bench.write(change.to, read(change.path));
    if (change.kind === 'edit') bench.write(change.path, read(change.path).replace(change.from, () => change.to));
  }
});
afterEach(() => bench.remove());

const read = (path = PATH): string => readFileSync(join(bench.root, path), 'utf8');
const log = (words: readonly string[], answers?: readonly string[]) => bench.hire(['log', 'jade-vole-5h', '--by', 'mia', ...words], answers === undefined ? {} : { answers });

describe('hire log', () => {
  it('keeps a line per day, and payments beside them', async () => {
    expect((await log(['--on', '2026-03-02', '--hours', '7.5', '--note', 'First change merged: small, with a test'])).code).toBe(0);
    expect((await log(['--on', '2026-03-03', '--note', 'Asked about split refunds'])).code).toBe(0);
    expect(await log(['--on', '2026-03-03', '--note', 'Asked about  split refunds'])).toMatchObject({ code: 2, err: '“jade-vole-5h”: that line of 2026-03-03 by mia stands in the log already.\n' });
    expect((await log(['--paid', '1500', 'EUR', '--on', '2026-03-10'])).code).toBe(0);
    expect((await log(['--paid', '61.50 EUR', '--for', 'train tickets', '--on', '2026-03-10'])).code).toBe(0);
    expect((await log(['--on', '2026-03-04', '--note', 'Reviewed two changes'])).code).toBe(0);
    expect(read()).toBe(`# yaml-language-server: $schema=../../../../../.hire/schemas/trial-log.json
days:
  - on: 2026-03-02
    by: mia
    hours: 7.5
    note: |
      First change merged: small, with a test
  - on: 2026-03-03
    by: mia
    note: |
      Asked about split refunds
  - on: 2026-03-04
    by: mia
    note: |
      Reviewed two changes
paid:
  - { on: 2026-03-10, by: mia, amount: 1500, currency: EUR }
  - { on: 2026-03-10, by: mia, amount: 61.5, currency: EUR, for: train tickets }
`);
    expect(JSON.parse((await bench.hire(['check', '--json'])).out)).toMatchObject({ counts: { errors: 0, warnings: 0 } });
    expect((await bench.hire(['log', 'jade-vole-5h'])).out).toContain('2026-03-10  mia       paid 61.5 EUR for train tickets\n');
  });

  it('takes the currency of the challenge, and warns of another', async () => {
    expect((await log(['--paid', '1500', '--on', '2026-03-10'])).err).not.toContain('warning');
    expect(await log(['--paid', '1500', '--on', '2026-03-10'])).toMatchObject({ code: 2, err: expect.stringContaining('1500 EUR stand as paid on 2026-03-10 already.') });
    expect(await log(['--paid', '1500', '--on', '2026-03-10', '--for', 'a second week', '--dry-run'])).toMatchObject({ code: 0 });
    expect(await log(['--paid', '100 USD', '--on', '2026-03-10'])).toMatchObject({ code: 0, err: expect.stringContaining('warning trial/pay-differs') });
  });

  it('writes no day outside the trial', async () => {
    expect(await log(['--on', '2026-03-09', '--note', 'Came back on Monday'])).toMatchObject({ code: 1, err: expect.stringContaining('trial/day-outside') });
    expect(await log(['--note', 'Written down on the day after'])).toMatchObject({ code: 2, err: 'The trial of “jade-vole-5h” ended on 2026-03-06. Which day was it? --on 2026-03-06\n' });
    expect(() => read()).toThrow();
  });

  it.each([
    [['--on', '2026-03-21', '--note', 'x'], '2026-03-21 is still to come'],
    [['--on', 'Monday', '--note', 'x'], '--on takes a day'],
    [['--hours', '25', '--note', 'x'], '--hours takes the hours of one day'],
    [['--hours', '5', '--paid', '10'], '--hours belongs to a line'],
    [['--for', 'x', '--note', 'x'], '--for belongs to --paid'],
    [['--paid', 'much'], '--paid takes an amount and its currency'],
    [['--paid', '0 EUR'], '--paid takes an amount and its currency'],
    [['--visit', 'talk', '--note', 'x'], '--visit: There is no trial of jade-vole-5h “talk”'],
    [['stray', '--note', 'x'], 'takes one candidate'],
  ])('refuses %j', async (words, message) => {
    expect(await log(words)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it('asks on a terminal, and is only for trials', async () => {
    expect((await log(['--on', '2026-03-02'], ['Set up by noon'])).code).toBe(0);
    expect(await log([], [''])).toMatchObject({ code: 0, out: '2026-03-02  mia       Set up by noon\n' });
    expect(await bench.hire(['log', 'plum-heron-2k', '--note', 'x', '--by', 'mia'])).toMatchObject({ code: 2, err: expect.stringContaining('has not been in a trial') });
  });
});

test('what others wrote into the file stays as it is, in whatever layout', () => {
  const line = { on: '2026-03-03', by: 'mia', note: 'More' };
  for (const text of [TRIAL_LOG, `# kept\n${TRIAL_LOG}`, TRIAL_LOG.replace('paid:', '\n# what was sent\npaid:'), 'paid: []\ndays:\n  - { on: 2026-03-02, by: mia, note: a }\n', 'days: []\n', 'days: [{ on: 2026-03-02, by: mia, note: a }]\npaid: []\n']) {
    const before = parseYaml(text).value as { days: unknown[]; paid?: unknown[] };
    const after = withPayment(withDay(text, PATH, line), PATH, { on: '2026-03-10', by: 'kim', amount: 1, currency: 'EUR' });
    const read = parseYaml(after).value as { days: { note: string }[]; paid: unknown[] };
    expect(read.days.slice(0, -1), after).toEqual(before.days);
    expect(read.days.at(-1)).toMatchObject({ on: '2026-03-03', by: 'mia', note: 'More\n' });
    expect(read.paid.slice(0, -1)).toEqual(before.paid ?? []);
    for (const comment of text.match(/#.*/g) ?? []) expect(after).toContain(comment);
  }
});

test('a file that only a person can edit is named, and stays', async () => {
  bench.write(PATH, 'days: [{ on: 2026-03-02, by: mia, note: a }, ]\npaid: [{ on: 2026-03-10, by: kim, amount: 1500, currency: EUR }, ]\n');
  const before = read();
  const ran = await log(['--paid', '10 EUR', '--on', '2026-03-10']);
  expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(`${PATH}: `) });
  expect(read()).toBe(before);
});

import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseYaml } from '../text/yaml.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
const ROLE = 'content/candidates/builder-2026';
/** All scores are in, and the decision is open. */
const OPEN = 'aqua-badger-2b';
beforeEach(() => {
  bench = benchOf(HEALTHY);
  cpSync(join(bench.root, ROLE, 'teal-otter-7f'), join(bench.root, ROLE, OPEN), { recursive: true });
  rmSync(join(bench.root, ROLE, OPEN, 'decision.yml'));
  bench.write(`${ROLE}/${OPEN}/candidate.yml`, read(`${ROLE}/${OPEN}/candidate.yml`).split('\n').filter((line) => !/stage: (decision|offer)/.test(line)).join('\n'));
});
afterEach(() => bench.remove());

const read = (path: string): string => readFileSync(join(bench.root, path), 'utf8');
const record = (path: string): unknown => parseYaml(read(path)).value;
const decide = (...words: string[]) => bench.hire(['decide', OPEN, '--by', 'kim', ...words]);
const BECAUSE = ['--because', 'The totals hold, and we learned from the review.'];

describe('with flags', () => {
  it('writes the record, and proposes the next move without carrying it out', async () => {
    const ran = await decide('--hire', '--bar', 'yes', ...BECAUSE, '--dissent', 'noa: I saw no test of the empty list.', '--with', 'mia');
    expect(ran.code, ran.err).toBe(0);
    expect(ran.out).toBe(`${ROLE}/${OPEN}/decision.yml\n`);
    expect(record(`${ROLE}/${OPEN}/decision.yml`)).toEqual({
      decision: 'hire', decided: '2026-03-20T12:00+00:00', by: ['kim', 'mia'], bar: 'yes', because: 'The totals hold, and we learned from the review.\n',
      dissent: [{ person: 'noa', because: 'I saw no test of the empty list.\n' }],
    });
    expect(ran.err).toContain(`Next: hire advance ${OPEN}`);
    expect(read(`${ROLE}/${OPEN}/candidate.yml`)).not.toContain('stage: decision, event');
    expect((JSON.parse((await bench.hire(['check', '--json'])).out) as { counts: { errors: number } }).counts.errors).toBe(0);
  });

  it('carries the move out in the same step where that is asked for', async () => {
    const declined = await decide('--decline', '--bar', 'no', ...BECAUSE, '--and-move', '--reason', 'below-bar');
    expect(declined.code, declined.err).toBe(0);
    expect(read(`${ROLE}/${OPEN}/candidate.yml`)).toContain('stage: decision, event: declined, by: kim, reason: below-bar }');
  });

  it.each([
    [['--bar', 'yes', ...BECAUSE], 'What was decided? --hire or --decline; nothing decides by itself.'],
    [['--hire', '--decline', '--bar', 'yes', ...BECAUSE], 'Give --hire or --decline, not both.'],
    [['--hire', '--bar', 'unsure', ...BECAUSE], '--bar: Whoever is hired needs a yes to “Would this person make our work better?”; “unsure” is a no.'],
    [['--hire', ...BECAUSE], '--bar is missing.'],
    [['--hire', '--bar', 'yes'], '--because is missing.'],
    [['--hire', '--bar', 'yes', '--because', ' '], '--because: A reason is needed.'],
    [['--hire', '--bar', 'yes', ...BECAUSE, '--dissent', 'noaa: x'], '--dissent: There is no person “noaa”. Did you mean “noa”?'],
    [['--hire', '--bar', 'yes', ...BECAUSE, '--dissent', 'noa'], '--dissent: takes a person and their words'],
    [['--decline', '--bar', 'no', ...BECAUSE, '--and-move'], '--reason is missing.'],
    [['--hire', '--bar', 'yes', ...BECAUSE, '--revised-because', 'x'], 'this is the first decision'],
    [['--hire', '--bar', 'yes', ...BECAUSE, '--without', 'noa: away'], 'there is nobody to do without'],
  ])('refuses %j', async (words, message) => {
    const ran = await decide(...words);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(message);
  });

  it('a second decision revises the first and says why', async () => {
    await decide('--decline', '--bar', 'no', ...BECAUSE);
    const first = read(`${ROLE}/${OPEN}/decision.yml`);
    expect(await decide('--hire', '--bar', 'yes', ...BECAUSE)).toMatchObject({ code: 2, err: expect.stringContaining('--revised-because is missing.') });
    expect((await decide('--hire', '--bar', 'yes', ...BECAUSE, '--revised-because', 'The bug was in our starter.')).code).toBe(0);
    expect(read(`${ROLE}/${OPEN}/decision.yml`)).toBe(first);
    expect(record(`${ROLE}/${OPEN}/decision.2.yml`)).toMatchObject({ decision: 'hire', revised_because: 'The bug was in our starter.\n' });
  });

  it('a reason with a name in it is not written', async () => {
    bench.write('.hire/local.yml', 'identities: ../identities\n');
    bench.write(`../identities/${OPEN}/identity.yml`, 'name: Rósa Muster\n');
    const ran = await decide('--hire', '--bar', 'yes', '--because', 'Rósa Muster lifts us all');
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('leak/name') });
    expect(() => read(`${ROLE}/${OPEN}/decision.yml`)).toThrow();
  });

  it('nothing changes with --dry-run', async () => {
    expect((await decide('--hire', '--bar', 'yes', ...BECAUSE, '--dry-run')).code).toBe(0);
    expect(() => read(`${ROLE}/${OPEN}/decision.yml`)).toThrow();
  });
});

describe('while scores are open', () => {
  const heron = (...words: string[]) => bench.hire(['decide', 'plum-heron-2k', '--by', 'kim', '--decline', '--bar', 'no', ...BECAUSE, ...words]);

  it('waits for them, or says why not, and shows no mark of an incomplete panel', async () => {
    const refused = await heron();
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('The scores of “small-task” are not complete: 1 of 2 in, open: noa.') });
    expect(refused.err).not.toContain('strong');
    expect(await heron('--without', 'mia: x')).toMatchObject({ code: 2, err: expect.stringContaining('no score of mia is open') });
    const ran = await heron('--without', 'noa: on leave until June');
    expect(ran.code, ran.err).toBe(0);
    const evidence = /evidence: \|\n\s+(.+)/.exec(read(`${ROLE}/plum-heron-2k/scores/small-task/mia.yml`))?.[1] ?? 'none';
    expect(ran.err).not.toContain(evidence.slice(0, 30));
    expect(ran.err).toContain('1 of 2 in, not shown before all are');
    expect(record(`${ROLE}/plum-heron-2k/decision.yml`)).toMatchObject({ because: 'The totals hold, and we learned from the review.\n\nDecided without the score of noa: on leave until June.\n' });
  });
});

describe('on a terminal', () => {
  it('shows evidence before numbers, and asks; no answer is offered', async () => {
    const ran = await bench.hire(['decide', OPEN, '--by', 'kim'], { answers: ['perhaps', 'hire', 'unsure', 'yes', 'The totals hold.', 'mia: Too slow for us', '', 'y'] });
    expect(ran.code, ran.err).toBe(0);
    const seen = ran.err.indexOf('Talk: what was seen');
    expect(seen).toBeGreaterThan(-1);
    expect(ran.err.indexOf('numbers, which decide nothing')).toBeGreaterThan(seen);
    expect(ran.err.slice(0, ran.err.indexOf('What is decided'))).not.toMatch(/\[(hire|decline|yes|no)\]/);
    expect(record(`${ROLE}/${OPEN}/decision.yml`)).toMatchObject({ decision: 'hire', bar: 'yes', dissent: [{ person: 'mia', because: 'Too slow for us\n' }] });
    expect(read(`${ROLE}/${OPEN}/candidate.yml`)).toContain('stage: decision, event: advanced, by: kim }');
  });
});

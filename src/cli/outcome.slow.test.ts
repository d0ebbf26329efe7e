import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseYaml } from '../text/yaml.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
const PATH = 'content/outcomes/builder-2026/teal-otter-7f.yml';
beforeEach(() => void (bench = benchOf(HEALTHY)));
afterEach(() => bench.remove());

const read = (): string => readFileSync(join(bench.root, PATH), 'utf8');
const outcome = (today: string, words: readonly string[], answers?: readonly string[]) => bench.hire(['outcome', 'teal-otter-7f', '--today', today, ...words], answers === undefined ? {} : { answers });

describe('the first day', () => {
  beforeEach(() => rmSync(join(bench.root, PATH)));

  it('is written down, before it comes or after', async () => {
    expect(await outcome('2026-02-10', [])).toMatchObject({ code: 2, err: expect.stringContaining('--started is missing.') });
    const ran = await outcome('2026-02-10', ['--started', '2026-02-16']);
    expect(ran).toMatchObject({ code: 0, out: `${PATH}\n`, err: expect.stringContaining('They start on 2026-02-16') });
    expect(parseYaml(read()).value).toEqual({ started: '2026-02-16', reviews: [] });
    expect((await outcome('2026-02-12', ['--started', '2026-02-18'])).code).toBe(0);
    expect(parseYaml(read()).value).toEqual({ started: '2026-02-18', reviews: [] });
  });

  it('belongs to who was hired', async () => {
    expect(await bench.hire(['outcome', 'sage-moose-4w', '--started', '2026-04-01'])).toMatchObject({ code: 2, err: expect.stringContaining('was not hired') });
    expect(await outcome('2026-02-10', ['--started', 'Monday'])).toMatchObject({ code: 2, err: expect.stringContaining('no day such as') });
  });
});

describe('reviews', () => {
  it('take the criteria of the stage that decided, in its version', async () => {
    const ran = await outcome('2026-05-18', ['--performance', '4', '--again', 'yes', '--mark', 'depth=3', '--by', 'kim']);
    expect(ran.code, ran.err).toBe(0);
    expect(ran.err).toContain('The review after 90 days, by talk@1, the rubric of “talk”.');
    const { reviews } = parseYaml(read()).value as { reviews: unknown[] };
    expect(reviews).toHaveLength(2);
    expect(reviews[1]).toEqual({ day: 90, on: '2026-05-18', by: 'kim', rubric: 'talk@1', marks: { depth: 3 }, performance: 4, again: 'yes' });
    expect((JSON.parse((await bench.hire(['check', '--json', '--today', '2026-05-18'])).out) as { counts: { errors: number } }).counts.errors).toBe(0);
  });

  it('are asked for on a terminal with the anchors, and a criterion may be left out', async () => {
    const ran = await outcome('2026-05-18', ['--by', 'kim'], ['9', '3', '', '7', '5', 'perhaps', 'unsure']);
    expect(ran.code, ran.err).toBe(0);
    expect(ran.err).toContain('  4  As 3, and it says where its limits are.\n');
    expect(ran.err).toContain('Without a mark: working-together.');
    expect(parseYaml(read()).value).toMatchObject({ reviews: [{}, { marks: { depth: 3 }, performance: 5, again: 'unsure' }] });
  });

  it('are not written twice, too soon, or out of range', async () => {
    expect(await outcome('2026-03-20', ['--performance', '4'])).toMatchObject({ code: 2, err: expect.stringContaining('No review is due.') });
    expect(await outcome('2026-03-20', ['--day', '30'])).toMatchObject({ code: 2, err: expect.stringContaining('written already') });
    expect(await outcome('2026-03-20', ['--day', '90'])).toMatchObject({ code: 2, err: expect.stringContaining('90 days are over on 2026-05-17') });
    expect(await outcome('2026-03-20', ['--day', '60'])).toMatchObject({ code: 2, err: expect.stringContaining('--day takes 30, 90, 180, 365') });
    expect(await outcome('2026-05-18', ['--performance', '6', '--again', 'yes', '--by', 'kim'])).toMatchObject({ code: 2, err: expect.stringContaining('none of 1, 2, 3, 4, 5') });
    expect(await outcome('2026-05-18', ['--performance', '4', '--again', 'yes', '--by', 'kim', '--mark', 'depth=5'])).toMatchObject({ code: 2, err: expect.stringContaining('the scale is 1 to 4') });
    expect(await outcome('2026-05-18', ['--performance', '4', '--again', 'yes', '--by', 'kim', '--mark', 'dept=4'])).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean “depth”?') });
  });

  it('end with the last day', async () => {
    expect(await outcome('2026-06-01', ['--left', '2026-01-01'])).toMatchObject({ code: 2, err: expect.stringContaining('before the first day') });
    expect((await outcome('2026-06-01', ['--left', '2026-05-29'])).code).toBe(0);
    expect(parseYaml(read()).value).toMatchObject({ left: '2026-05-29' });
    expect((await outcome('2026-06-02', [])).out).toBe('Started on 2026-02-16, left on 2026-05-29; 1 review.\n  after 30 days, on 2026-03-18: performance 4 of 5, again yes (kim)\n');
  });
});

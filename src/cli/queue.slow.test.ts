import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
const ROLE = 'content/candidates/builder-2026';
const HERON = `${ROLE}/plum-heron-2k`;

beforeEach(() => {
  bench = benchOf(HEALTHY);
  bench.write('.hire/local.yml', 'identities: ../identities\nme: noa\n');
  bench.write('../identities/plum-heron-2k/identity.yml', 'name: Rósa Muster\nemail: rosa@muster.example\n');
  bench.write(`${HERON}/panels/small-task.yml`, 'rubric: small-task@2\nreviewers:\n  - { person: mia, asked: 2026-03-18 }\n  - { person: noa, asked: 2026-03-18, due: 2026-03-19 }\n');
  for (const part of ['candidate.yml', 'submissions/small-task.yml', 'submissions/small-task.md']) bench.write(`${ROLE}/lime-crane-4d/${part}`, readFileSync(join(bench.root, HERON, part), 'utf8'));
  bench.write(`${ROLE}/lime-crane-4d/panels/small-task.yml`, 'rubric: small-task@1\nreviewers:\n  - { person: noa, asked: 2026-03-18, due: 2026-03-24, shadow: true }\n  - { person: mia, asked: 2026-03-18 }\n');
  bench.write(`${ROLE}/rust-wren-5e/candidate.yml`, readFileSync(join(bench.root, HERON, 'candidate.yml'), 'utf8'));
  for (const [id, day] of [['aqua-badger-2b', '17'], ['aqua-badger-3c', '19']]) bench.write(`${ROLE}/${id}/candidate.yml`, `source: direct\nconsent: { keep_until: 2027-06-30 }\nevents:\n  - { at: 2026-03-${day}T09:12+00:00, stage: application, event: applied }\n`);
  bench.write('content/calibrations/2026-03-small-task/session.yml', 'title: Totals, March\nrubric: small-task@2\nstate: open\nreviewers: [mia, noa]\n');
  for (const sample of ['a', 'b']) bench.write(`content/calibrations/2026-03-small-task/samples/${sample}.md`, 'A sample.\n');
  bench.write('content/calibrations/2026-03-small-task/scores/a/noa.yml', readFileSync(join(bench.root, 'content/calibrations/2026-01-small-task/scores/a/noa.yml'), 'utf8'));
});
afterEach(() => bench.remove());

describe('a queue', () => {
  it('holds what was asked for by name, what may be taken, samples and drafts, soonest first', async () => {
    await bench.hire(['score', 'plum-heron-2k'], { keys: ['m', '3'] });
    bench.write('.hire/drafts/builder-2026/gone-hen-2a/chat/noa.json', '{}');
    expect(await bench.hire(['queue'])).toMatchObject({ code: 0, err: '' });
    expect((await bench.hire(['queue'])).out).toMatchInlineSnapshot(`
      "noa was asked to score
        plum-heron-2k  small task, was due 2026-03-19, 1 business day late
          since 2026-03-18; window 72h; small-task@2 (trained 2026-01-14); draft begun
          → hire score plum-heron-2k
        lime-crane-4d  small task, due 2026-03-24
          since 2026-03-18; window 72h; small-task@1 (nobody noted that you were trained on it); as a shadow
          → hire score lime-crane-4d

      Nobody is asked by name, and you may take
        2 applications of builder-2026, the first to be answered 2026-03-20
          → hire screen builder-2026
        rust-wren-5e  small task, due 2026-03-25
          since 2026-03-18; window 72h; small-task@2 (trained 2026-01-14)
          → hire score rust-wren-5e

      Calibration samples
        b of Totals, March, small-task@2
          → hire calibrate score 2026-03-small-task/b

      On the way to being calibrated
        application@1 (to be read), call@1 (to be read) and small-task@1 (to be read)
          Nothing scored with small-task@1 yet: read rubrics/versions/small-task/1.md, then score what you were asked for.
          → hire score lime-crane-4d

      Drafts on this machine
        gone-hen-2a of builder-2026, chat
          → hire score gone-hen-2a --role builder-2026 --visit chat
      "
    `);
  });

  it('is the same for programs, without a name or a mark', async () => {
    const { out, code } = await bench.hire(['queue', '--json']);
    const data = JSON.parse(out) as { scores: object[]; mayTake: { candidate: string }[]; samples: object[]; drafts: object[] };
    expect(code).toBe(0);
    expect(data.scores[0]).toEqual({
      role: 'builder-2026', candidate: 'plum-heron-2k', visit: 'small-task', kind: 'take-home', asked: '2026-03-18', since: '2026-03-18', due: '2026-03-19', lateBy: 1, shadow: false, window: '72h', rubric: 'small-task@2', trained: '2026-01-14',
    });
    expect(data.mayTake.map(({ candidate }) => candidate)).toEqual(['aqua-badger-2b', 'aqua-badger-3c', 'rust-wren-5e']);
    expect([data.samples.length, data.drafts]).toEqual([1, []]);
    expect(out).not.toMatch(/Rósa|Muster|"mark/);
  });

  it('may be another’s, or empty, and needs to know whose', async () => {
    expect((await bench.hire(['queue', '--by', 'kim'])).out).toBe('Nothing waits for kim.\n');
    bench.write('.hire/local.yml', 'identities: ../identities\n');
    expect(await bench.hire(['queue'])).toMatchObject({ code: 2, err: expect.stringContaining('--by is missing') });
  });
});

describe('the next', () => {
  it('is the most urgent, with everything that is needed to judge it', async () => {
    const ran = await bench.hire(['next']);
    expect(ran).toMatchObject({ code: 0, err: '1 more score waits: hire queue\nScore it: hire score plum-heron-2k\n' });
    expect(ran.out).toMatchInlineSnapshot(`
      "plum-heron-2k  Small task
      Was due Thu 19 Mar: 1 business day late  small-task@2
      ────────────────────────────────────────────────────────────────────────────────
      Handed in 2026-03-18 08:00.

      - repository: https://git.example/copies/plum-heron-2k

      # मेरे निर्णय

      नमस्ते! कुल राशि पैसों में है। می‌خواهم کوتاه بنویسم؛ می‌شود. 👩‍💻👨‍👩‍👧 C’est l'été — „gut“,
      東京で書いた。 Ελληνικά, кириллица, עברית, ไทย.

      | a | b |
      | - | - |
      | \`=1+1\` | -5 |

      What was asked: Totals, version 1, 2-3 h
      To be handed in:
      - A repository with tests
      - A page on your decisions

      Done means:
      - An order of three lines with one discount gives 42.50
      - Invalid input gets an error that names the field

      Left out on purpose:
      - A user interface

      Not marked:
      - Grammar
      ────────────────────────────────────────────────────────────────────────────────
      Small task, version 2
      What small task is judged by.

      1 of 2  Correctness, 62.5 %, must have
      Every total is right to the cent, a | b
        1  Nothing of it can be seen.
        2  Begun, and left half way.
        3  There, and it holds.
        4  As 3, and it says where its limits are.

      2 of 2  Explanation, 37.5 %
      Says why, and what was left out
        1  Nothing of it can be seen.
        2  Begun, and left half way.
        3  There, and it holds.
        4  As 3, and it says where its limits are.
      ────────────────────────────────────────────────────────────────────────────────
      The bar: Would this person make our work better?
      "
    `);
    expect(ran.out).not.toMatch(/Rósa|Muster|die Begründung/);
    const data = JSON.parse((await bench.hire(['next', '--json'])).out) as { next: { candidate: string; text: string }; waiting: number };
    expect(data).toMatchObject({ next: { candidate: 'plum-heron-2k', text: expect.stringContaining('https://git.example/copies/plum-heron-2k') }, waiting: 2 });
  });

  it('is scored at once where somebody says so', async () => {
    const later = await bench.hire(['next'], { answers: ['n'] });
    expect(later.err).toContain('Score it now? [y/N] Later: hire score plum-heron-2k\n');
    const ran = await bench.hire(['next'], { answers: ['y'], keys: ['c', '1', '<enter>', 'y'] });
    expect(ran.out.endsWith(`${HERON}/conflicts/noa.yml\n`), ran.err).toBe(true);
    expect((await bench.hire(['next'])).out).toContain('lime-crane-4d  Small task\n');
  });

  it('is a calibration sample where no score waits, then nothing, and what might be taken is said', async () => {
    expect(await bench.hire(['next', '--by', 'kim'])).toMatchObject({ code: 0, out: '', err: 'No score waits for kim.\n' });
    expect(await bench.hire(['next', '--by', 'kim', '--json'])).toMatchObject({ code: 0, out: '{"next":null}\n' });
    for (const id of ['plum-heron-2k', 'lime-crane-4d']) bench.write(`${ROLE}/${id}/conflicts/noa.yml`, 'kind: other\ndeclared: 2026-03-18\n');
    const sample = await bench.hire(['next']);
    expect(sample).toMatchObject({ code: 0, err: 'Score it: hire calibrate score 2026-03-small-task/b\n', out: expect.stringContaining('b  Totals, March\nSample 2 of 2  small-task@2\n') });
    expect(sample.out).not.toMatch(/The bar|die Begründung/);
    bench.write('content/calibrations/2026-03-small-task/session.yml', 'title: Totals, March\nrubric: small-task@2\nstate: closed\nreviewers: [mia, noa]\n');
    expect((await bench.hire(['next'])).err).toBe('No score waits for noa. You may take 3 visits that nobody is asked for: hire queue\n');
  });
});

import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPseudonym } from '../model/pseudonym.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
beforeEach(() => void (bench = benchOf(HEALTHY)));
afterEach(() => bench.remove());

const read = (path: string) => readFileSync(join(bench.root, path), 'utf8');

interface Reported { readonly code: string; readonly severity: string; readonly path: string; readonly message: string }

async function problems(): Promise<Reported[]> {
  return (JSON.parse((await bench.hire(['check', '--json'])).out) as { problems: Reported[] }).problems;
}

describe('every kind passes hire check as it is written', () => {
  it('starts from a workspace without a problem', async () => {
    expect(await problems()).toEqual([]);
  });

  it('even with one of each', async () => {
    const all = [
      ['role', 'keeper-2026'],
      ['pipeline', 'quick'],
      ['challenge', 'sorting'],
      ['challenge', 'two-days', '--for', 'trial'],
      ['rubric', 'sorting'],
      ['message', 'thanks', '--on', 'submitted'],
      ['message', 'still-there', '--on', 'silence', '--language', 'pt-BR'],
      ['guide', 'breaks'],
      ['policy', 'holidays'],
      ['person', 'zoe', '--as', 'reviewer,hiring-manager', '--github', 'zoe_example', '--github-id', '2044'],
      ['questions', 'first-job'],
      ['candidate', '--role', 'builder-2026', '--source', 'referral'],
      ['calibration', '2026-04-talk', '--rubric', 'talk'],
      ['survey', '--role', 'builder-2026', '--outcome', 'declined'],
    ];
    for (const words of all) {
      const { code, out, err } = await bench.hire(['new', ...words]);
      expect(code, err).toBe(0);
      for (const path of out.trim().split('\n')) expect(existsSync(join(bench.root, path)), path).toBe(true);
    }
    expect((await problems()).filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(readdirSync(join(bench.root, '.hire/schemas')).length).toBeGreaterThan(20);
  });

  it('points an editor to its schema', async () => {
    await bench.hire(['new', 'person', 'zoe']);
    expect(read('content/people/zoe.yml')).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../.hire/schemas/person.json
      name: Zoe
      # github: { login: …, id: … }      # the account whose pull requests are theirs; the numeric id decides
      roles: [reviewer]
      active: { from: 2026-03-20 }
      languages: [en]
      "
    `);
    expect(existsSync(join(bench.root, 'content/people', '../../.hire/schemas/person.json'))).toBe(true);
  });
});

describe('nothing that exists is touched', () => {
  it('a file with the same name stays', async () => {
    const before = read('content/people/mia.yml');
    expect(await bench.hire(['new', 'person', 'mia'])).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "content/people/mia.yml exists already; nothing was written.
      ",
        "out": "",
      }
    `);
    expect(read('content/people/mia.yml')).toBe(before);
  });
  it('of several files none is written when one exists', async () => {
    bench.write('content/challenges/sorting/starter/README.md', 'mine');
    expect((await bench.hire(['new', 'challenge', 'sorting'])).code).toBe(2);
    expect(existsSync(join(bench.root, 'content/challenges/sorting/challenge.mdx'))).toBe(false);
    expect(read('content/challenges/sorting/starter/README.md')).toBe('mine');
  });
  it('--dry-run writes nothing', async () => {
    expect(await bench.hire(['new', 'policy', 'holidays', '--dry-run'])).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "Nothing was written (--dry-run). This would be:
      ",
        "out": "content/policies/holidays.md
      ",
      }
    `);
    expect(existsSync(join(bench.root, 'content/policies/holidays.md'))).toBe(false);
    expect(existsSync(join(bench.root, '.hire/schemas'))).toBe(false);
  });
  it('--json says what was written', async () => {
    expect(JSON.parse((await bench.hire(['new', 'policy', 'holidays', '--json'])).out)).toEqual({ id: 'holidays', written: true, files: ['content/policies/holidays.md'] });
  });
});

describe('what is missing', () => {
  it('is named, or corrected, in one message', async () => {
    const cases: [string, string[]][] = [
      ['no kind', []], ['a kind that is none', ['candidat']], ['no id', ['role']], ['an id that is none', ['role', 'Senior Baker']], ['no occasion', ['message', 'hello']],
      ['an occasion that is none', ['message', 'hello', '--on', 'advancd']], ['no source', ['candidate']], ['a role that is none', ['candidate', '--role', 'bilder-2026', '--source', 'direct']],
      ['a chosen pseudonym', ['candidate', 'ada']], ['a name without a place to go', ['candidate', '--source', 'direct', '--name', 'Ada Sample']], ['a login without its id', ['person', 'zoe', '--github', 'zoe_example']],
      ['a rubric that is none', ['calibration', 'c', '--rubric', 'tlak']], ['a candidate that is none', ['score', 'teal-ottter-7f', '--by', 'mia']], ['a hire that is none', ['outcome', 'sage-moose-4w', '--started', '2026-04-01']],
      ['an erased candidate', ['score', 'gold-finch-3x', '--by', 'mia']],
    ];
    const said: Record<string, string> = {};
    for (const [what, words] of cases) {
      const { code, out, err } = await bench.hire(['new', ...words]);
      expect({ code, out }, what).toEqual({ code: 2, out: '' });
      said[what] = err.trimEnd();
    }
    expect(said).toMatchInlineSnapshot(`
      {
        "a candidate that is none": "There is no candidate “teal-ottter-7f”. Did you mean “teal-otter-7f”?",
        "a chosen pseudonym": "A candidate’s id is drawn, never chosen: a name that somebody thought of says something about the person.",
        "a hire that is none": "“sage-moose-4w” was not hired; an outcome tells how a hire works out.",
        "a kind that is none": "There is no kind of file “candidat”. Did you mean “candidate”?",
        "a login without its id": "--github-id is missing: the numeric id decides, since a login can change hands. https://api.github.com/users/zoe_example shows it.",
        "a name without a place to go": "Nothing was written: the name has nowhere to go. This machine has no folder for identities. Make one outside the repository and name it in .hire/local.yml, which git ignores: identities: ~/hiring-identities",
        "a role that is none": "--role: There is no role “bilder-2026”. Did you mean “builder-2026”?",
        "a rubric that is none": "--rubric: There is no frozen rubric “tlak”. Did you mean “talk”?",
        "an erased candidate": "The record of “gold-finch-3x” was erased on 2026-03-01.",
        "an id that is none": "“Senior Baker” is no id: lower-case letters, digits and single hyphens, at most 64 characters. Did you mean “senior-baker”?",
        "an occasion that is none": "--on: There is no occasion “advancd”. Did you mean “advanced”?",
        "no id": "The id of a role is missing: a name in lower-case letters, digits and single hyphens, which is also the name of its file.",
        "no kind": "hire new takes “<kind> [<id>]”, found nothing.
      “hire new --help” says more.",
        "no occasion": "--on is missing. On which occasion (applied, started, submitted, booked, held, offered, hired, advanced, returned, declined, withdrew, expired, reopened, silence, late, closing, adjusted, accommodation, survey)?",
        "no source": "--source is missing. Where from (referral, job-board, direct)?",
      }
    `);
    expect(existsSync(join(bench.root, '.hire/schemas'))).toBe(false);
  });

  it('is asked for on a terminal, again when the answer is wrong', async () => {
    const { code, err } = await bench.hire(['new', 'message'], { answers: ['Hello There', 'hello', 'whenever', 'held', ''] });
    expect(code).toBe(0);
    expect(err).toMatchInlineSnapshot(`
      "Id of a message (lower-case words joined by hyphens): “Hello There” is no id: lower-case letters, digits and single hyphens, at most 64 characters. Did you mean “hello-there”?
      Id of a message (lower-case words joined by hyphens): On which occasion (applied, started, submitted, booked, held, offered, hired, advanced, returned, declined, withdrew, expired, reopened, silence, late, closing, adjusted, accommodation, survey)? There is no occasion “whenever”. There are: applied, started, submitted, booked, held, offered, hired, advanced, returned, declined, withdrew, expired, reopened, silence, late, closing, adjusted, accommodation, survey.
      On which occasion (applied, started, submitted, booked, held, offered, hired, advanced, returned, declined, withdrew, expired, reopened, silence, late, closing, adjusted, accommodation, survey)? In which language (en, pt, pt-BR, …)? [en] The reference on the site lists every token.
      "
    `);
    expect(read('content/messages/hello.en.md')).toContain('when: { on: held }');
  });
  it('is not asked for with --no-input', async () => {
    expect((await bench.hire(['new', 'message', 'hello', '--no-input'], { answers: ['held', 'en'] })).code).toBe(2);
  });
});

describe('a candidate', () => {
  const words = ['new', 'candidate', '--role', 'builder-2026', '--source', 'direct'];
  it('is a pseudonym that is drawn, with one event at the clock', async () => {
    const { id } = JSON.parse((await bench.hire([...words, '--json'])).out) as { id: string };
    expect(isPseudonym(id)).toBe(true);
    expect(read(`content/candidates/builder-2026/${id}/candidate.yml`)).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../../../.hire/schemas/candidate.json
      source: direct
      consent: { keep_until: 2027-03-20, talent_pool: false }
      events:
        - { at: 2026-03-20T12:00+00:00, stage: application, event: applied }
      "
    `);
  });
  it('is nobody who was, erased ones included', async () => {
    const first = JSON.parse((await bench.hire([...words, '--json'])).out) as { id: string };
    const second = JSON.parse((await bench.hire([...words, '--json'])).out) as { id: string };
    // Chance is the same in both runs, so the first draw of the second run was taken.
    expect(second.id).not.toBe(first.id);
    bench.write(`content/candidates/builder-2026/${second.id}/erased.yml`, 'on: 2026-03-01\nbasis: request\nvisits: []\n');
    const third = JSON.parse((await bench.hire([...words, '--json'])).out) as { id: string };
    expect(new Set([first.id, second.id, third.id]).size).toBe(3);
  });
  it('has a name in the folder of the identities, and nowhere else', async () => {
    const folder = join(bench.root, '../identities');
    mkdirSync(folder);
    bench.write('.hire/local.yml', 'identities: ../identities\n');
    const { code, out, err } = await bench.hire(words, { answers: ['', 'Ada: Sample', 'ada@mail.example', 'social.example/ada ada_s', 'klingonisch', 'Portuguese', 'Europe/Lisbon'] });
    expect(code, err).toBe(0);
    expect(err).toContain('“klingonisch” is no language such as en or pt-BR.');
    const [id = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, id, 'identity.yml'), 'utf8')).toBe('name: "Ada: Sample"\nemail: ada@mail.example\nlinks:\n  - "https://social.example/ada"\nhandles: [ada_s]\ntimezone: Europe/Lisbon\nlanguage: pt\n');
    expect(statSync(join(folder, id)).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, id, 'identity.yml')).mode & 0o777).toBe(0o600);
    expect(out).toBe(`content/candidates/builder-2026/${id}/candidate.yml\n${join(folder, id, 'identity.yml')}\n`);
    expect(read(`content/candidates/builder-2026/${id}/candidate.yml`)).not.toMatch(/Ada|Sample/);
    expect((await problems()).filter((problem) => problem.severity === 'error')).toEqual([]);
  });
  it('is told apart from the one with the same address', async () => {
    mkdirSync(join(bench.root, '../identities'));
    bench.write('.hire/local.yml', 'identities: ../identities\n');
    const first = JSON.parse((await bench.hire([...words, '--name', 'Ada Sample', '--email', 'ada@mail.example', '--json'])).out) as { id: string };
    const { code, err } = await bench.hire([...words, '--name', 'Ada Sample', '--email', 'ADA@mail.example']);
    expect([code, err]).toEqual([0, `This address belongs to ${first.id} in “builder-2026” as well; a person who applies again gets a pseudonym of its own.\n`]);
  });
  it('says where the name would go when there is no such folder', async () => {
    expect((await bench.hire(words)).err).toMatchInlineSnapshot(`
      "This machine has no folder for identities. Make one outside the repository and name it in .hire/local.yml, which git ignores: identities: ~/hiring-identities
      "
    `);
  });
  it('cannot apply for a draft', async () => {
    await bench.hire(['new', 'role', 'keeper-2026']);
    expect((await bench.hire(['new', 'candidate', '--role', 'keeper-2026', '--source', 'direct'])).err).toMatchInlineSnapshot(`
      "“keeper-2026” is a draft: nobody can apply. Open it first, by a state with is: open.
      "
    `);
  });
});

describe('a score', () => {
  const path = 'content/candidates/builder-2026/plum-heron-2k/scores/small-task/noa.yml';
  it('names every criterion with its anchors, and gives no mark', async () => {
    expect((await bench.hire(['new', 'score', 'plum-heron-2k', '--by', 'noa'])).out).toBe(`${path}\n`);
    expect(read(path)).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../../../../../.hire/schemas/score.small-task@2.json
      # mark: 1, 2, 3, 4 or not-observed (then because: instead of evidence:). Evidence says what in the work shows it, with file and line or a quote.
      rubric: small-task@2
      submitted:                        # when you are done, such as 2026-11-22T14:05Z
      marks:
        # Correctness, 62.5 %, a must-have: Every total is right to the cent, a | b
        #   1  Nothing of it can be seen.
        #   2  Begun, and left half way.
        #   3  There, and it holds.
        #   4  As 3, and it says where its limits are.
        correctness:
          mark:
          evidence: |

        # Explanation, 37.5 %: Says why, and what was left out
        #   1  Nothing of it can be seen.
        #   2  Begun, and left half way.
        #   3  There, and it holds.
        #   4  As 3, and it says where its limits are.
        explanation:
          mark:
          evidence: |

      # Go on with this person? strong-no | no | yes | strong-yes
      recommendation:
      # Would this person make our work better? yes | unsure | no
      bar:
      # A few sentences for the debrief.
      # summary: |
      # Write none if you have no conflict of interest; else make conflicts/<you>.yml instead of a score.
      conflict:
      "
    `);
  });
  it('is incomplete until hire check has nothing left to name', async () => {
    await bench.hire(['new', 'score', 'plum-heron-2k', '--by', 'noa']);
    expect((await problems()).map((problem) => [problem.path === path, problem.message])).toMatchInlineSnapshot(`
      [
        [
          true,
          "This score is not filled in yet.",
        ],
      ]
    `);
    // One answer, and it is told in detail what is still open.
    bench.write(path, read(path).replace('recommendation:', 'recommendation: yes'));
    expect((await problems()).map((problem) => problem.message)).toContain('`bar` has no value; expected one of yes, unsure, no.');
    bench.write(path, read(path).replace('recommendation: yes', 'recommendation:'));
    bench.write(path, read(path)
      .replaceAll('    mark:\n    evidence: |\n', '    mark: 3\n    evidence: |\n      Totals hold to the cent (src/total.ts:4-9).\n')
      .replace(/^submitted:.*$/m, 'submitted: 2026-03-19T10:00Z').replace('recommendation:', 'recommendation: yes').replace(/^bar:$/m, 'bar: yes').replace('conflict:', 'conflict: none'));
    expect((await problems()).filter((problem) => problem.severity === 'error')).toEqual([]);
  });
  it('is for the visit that is named, with the rubric of its panel', async () => {
    expect((await bench.hire(['new', 'score', 'navy-crane-9p', '--visit', 'smal-task', '--by', 'kim'])).err).toMatchInlineSnapshot(`
      "--visit: There is no scored visit of navy-crane-9p “smal-task”. Did you mean “small-task”?
      "
    `);
    await bench.hire(['new', 'score', 'navy-crane-9p', '--visit', 'application', '--by', 'kim']);
    expect(read('content/candidates/builder-2026/navy-crane-9p/scores/application/kim.yml')).toContain('rubric: application@1');
  });
  it('is written once; a change of mind is an amendment', async () => {
    expect((await bench.hire(['new', 'score', 'teal-otter-7f', '--visit', 'small-task', '--by', 'noa'])).err).toMatchInlineSnapshot(`
      "“noa” has scored small-task already. A score stays as it is; to change your mind, copy it to noa.3.yml and say why in because:.
      "
    `);
  });
  it('is not for who declared a conflict', async () => {
    expect((await bench.hire(['new', 'score', 'navy-crane-9p', '--by', 'mia'])).err).toMatchInlineSnapshot(`
      "“mia” was released from small-task.2 on 2026-01-24.
      "
    `);
  });
});

it('an outcome belongs to a hire', async () => {
  bench.write('content/outcomes/builder-2026/other.txt', '');
  expect((await bench.hire(['new', 'outcome', 'teal-otter-7f', '--started', '2026-03-01'])).err).toMatchInlineSnapshot(`
    "content/outcomes/builder-2026/teal-otter-7f.yml exists already; nothing was written.
    "
  `);
});

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
beforeEach(() => void (bench = benchOf(HEALTHY)));
afterEach(() => bench.remove());

const git = (...words: string[]) => execFileSync('git', ['-C', bench.root, ...words], { stdio: 'ignore' });

it('names everything that is missing, each with its remedy', async () => {
  const { code, out, err } = await bench.hire(['doctor']);
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^\d things to do\.\n$/) as string });
  expect(out.replace(/Node \S+/, 'Node 24').replace(/\d+ schemas/, 'N schemas')).toMatchInlineSnapshot(`
    "ok     Node 24
    to do  This folder is no git repository, so nothing has a history.
           → git init, then commit everything.
    to do  The site’s address is https://hiring.example, which leads nowhere; messages to candidates name it.
           → Write the real address to site.url in content/settings.yml.
    ok     3 people take part
    ok     Everybody has a GitHub account with its numeric id
    ok     1 role
    to do  This machine has no folder for the names of candidates. That is right for reviewers; who writes to candidates needs it.
           → Make a folder outside the repository and write identities: <folder> to .hire/local.yml.
    to do  There is no CODEOWNERS: nobody is asked before roles, challenges and rubrics change.
           → hire codeowners writes it, once the people are yours.
    to do  N schemas for editors are missing or old.
           → hire schema
    "
  `);
});

it('finds nothing in a set-up that is complete', async () => {
  git('init', '-q');
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@mail.example');
  git('remote', 'add', 'origin', '../elsewhere.git');
  bench.write('.gitignore', '.hire/\n');
  bench.write('.github/CODEOWNERS', '/rubrics/ @kim_example\n');
  mkdirSync(join(bench.root, '../identities'));
  bench.write('.hire/local.yml', 'identities: ../identities\n');
  git('add', '--all');
  git('commit', '-qm', 'Everything');
  await bench.hire(['schema']);
  bench.write('content/settings.yml', (await import('node:fs')).readFileSync(join(bench.root, 'content/settings.yml'), 'utf8').replace('https://hiring.example', 'https://hiring.sample-works.test'));
  expect((await bench.hire(['doctor'])).out).toMatch(/^(ok .*\n)+$/);
  const { code, out } = await bench.hire(['doctor', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ok: true });
});

it('sees what is wrong with identities, people and schemas', async () => {
  mkdirSync(join(bench.root, 'names'));
  bench.write('.hire/local.yml', 'identities: names\n');
  bench.write('content/people/zoe.yml', 'name: Zoe\nroles: [reviewer]\nactive: { from: 2026-01-01 }\n');
  await bench.hire(['schema']);
  bench.write('.hire/schemas/person.json', '{}');
  const { findings } = JSON.parse((await bench.hire(['doctor', '--json'])).out) as { findings: { name: string; fine: boolean; what: string }[] };
  expect(findings.filter((finding) => ['identities', 'accounts', 'schemas'].includes(finding.name)).map((finding) => finding.what)).toMatchInlineSnapshot(`
    [
      "zoe has no GitHub account: nobody can tell whose pull requests are theirs.",
      "The folder of the identities lies inside the repository, one careless commit away from its history.",
      "1 schema for editors is missing or old.",
    ]
  `);
});

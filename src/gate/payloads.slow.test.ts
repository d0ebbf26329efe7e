import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import examples from '@octokit/webhooks-examples' with { type: 'json' };
import { runHire } from '../cli/test-context.ts';
import { stageOf, type Stage } from '../fixtures/git-stage.ts';
import { readProposal } from './event.ts';

/** Every event that GitHub’s users have collected: what a runner may find in GITHUB_EVENT_PATH. */
const PAYLOADS = (examples as unknown as { name: string; examples: Record<string, unknown>[] }[]).flatMap(({ name, examples: each }) => each.map((payload, index) => ({ name, title: `${name} ${index + 1}`, payload })));
const isAboutPull = (name: string): boolean => /^pull_request/.test(name);

it('there are many', () => {
  expect(PAYLOADS).toHaveLength(329);
  expect(PAYLOADS.filter(({ name }) => isAboutPull(name))).toHaveLength(41);
});

it.each(PAYLOADS)('is read or left: $title', ({ name, payload }) => {
  const proposal = readProposal(payload);
  if (!isAboutPull(name)) return expect(proposal).toBeUndefined();
  const { user } = payload['pull_request'] as { user: { id: number; login: string } };
  expect(proposal).toMatchObject({ account: user.id, login: user.login });
});

it('sees somebody else’s push in an event, and in nothing else', () => {
  const pull = PAYLOADS.find(({ name, payload }) => name === 'pull_request' && payload['action'] === 'synchronize')?.payload ?? {};
  expect(readProposal(pull)?.pushedBy).toBeUndefined();
  expect(readProposal({ ...pull, sender: { id: 99, login: 'other' } })?.pushedBy).toEqual({ account: 99, login: 'other' });
  expect(readProposal({ ...pull, action: 'labeled', sender: { id: 99, login: 'other' } })?.pushedBy).toBeUndefined();
});

describe('hire gate takes them as a runner hands them over', () => {
  let stage: Stage;
  beforeAll(() => void (stage = stageOf(join(import.meta.dirname, '../fixtures/healthy'))));
  afterAll(() => stage.dispose());

  const judged = async (payload: unknown) => {
    const path = join(stage.root, '.event.json');
    writeFileSync(path, JSON.stringify(payload));
    return runHire(stage.root, ['gate', '--base', 'main', '--head', 'HEAD'], { env: { GITHUB_EVENT_PATH: path } });
  };

  it('and judges those of pull requests', async () => {
    stage.write('content/people/zoe.yml', 'name: Zoe\nroles: [reviewer]\nactive: { from: 2026-01-01 }\n');
    stage.commit();
    for (const { title, payload } of PAYLOADS.filter(({ name }) => isAboutPull(name))) {
      const { code, out } = await judged(payload);
      expect([title, code, out.includes('gate/unknown-account')]).toEqual([title, 1, true]);
    }
    // The control: the same event in the name of somebody who may.
    const payload = PAYLOADS.find(({ name }) => name === 'pull_request')?.payload;
    expect(await judged({ ...payload, pull_request: { user: { id: 2001, login: 'kim_example' } } })).toMatchObject({ code: 0 });
  });

  it('and says of all others that they are none', async () => {
    for (const { title, payload } of PAYLOADS.filter(({ name }) => !isAboutPull(name))) {
      const { code, out, err } = await judged(payload);
      expect([title, code, out, err.replace(stage.root, '')]).toEqual([title, 2, '', '/.event.json is no event of a pull request that names the account of its author.\n']);
    }
  });
});

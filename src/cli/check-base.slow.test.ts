import { afterEach, beforeEach, expect, it } from 'vitest';
import { stageOf, type Stage } from '../fixtures/git-stage.ts';
import { HEALTHY, runHire } from './test-context.ts';

let stage: Stage;
beforeEach(() => void (stage = stageOf(HEALTHY)));
afterEach(() => stage.dispose());

it('hire check --format github --base names what is near the change before what is far', async () => {
  for (const name of 'abcdefghijkl') stage.write(`content/people/${name}.yml`, 'nickname: A\n');
  stage.commit();
  stage.write('content/people/zoe.yml', 'nickname: Zoe\n');
  stage.commit();
  const first = async (...words: string[]): Promise<string | undefined> => /file=([^,]+)/.exec((await runHire(stage.root, ['check', '--format', 'github', ...words])).out)?.[1];
  expect(await first('--base', 'HEAD^1')).toBe('content/people/zoe.yml');
  // Without a base, or with one that git does not know, they come as they stand in the tree.
  expect([await first(), await first('--base', 'nowhere')]).toEqual(['content/people/a.yml', 'content/people/a.yml']);
});

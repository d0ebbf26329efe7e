import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const hire = fileURLToPath(new URL('./hire.mjs', import.meta.url));
const healthy = fileURLToPath(new URL('../src/fixtures/healthy', import.meta.url));

it('starts on this Node', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [hire, '--version'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/\d+\.\d+\.\d+/);
});

it('hands over words, streams and the exit code', () => {
  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [hire, ...words], { encoding: 'utf8', cwd: tmpdir(), input: '' });
    return { status, stdout, stderr };
  };
  expect(run('explain', 'rubric/weights-sum')).toMatchObject({ status: 0, stderr: '' });
  expect(run('explain', 'rubric/weights-summ')).toMatchObject({ status: 2, stdout: '' });
  // Nobody sits at a terminal, so nobody is asked: a missing answer is a mistake and never a wait.
  expect(run('new', 'message', 'hello', '--root', healthy, '--no-cache')).toMatchObject({ status: 2, stdout: '' });
});

it('says on an older Node what to do, and does nothing else', () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})';
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', older, hire, '--version'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^hire needs Node 24 and this is v\S+\. Run `npm ci` once, then `npx hire …`: the project brings its own Node\.\n$/);
});

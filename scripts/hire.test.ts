import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const hire = fileURLToPath(new URL('./hire.mjs', import.meta.url));

it('starts on this Node', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [hire, '--version'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/\d+\.\d+\.\d+/);
});

it('says on an older Node what to do, and does nothing else', () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})';
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', older, hire, '--version'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^hire needs Node 24 and this is v\S+\. Run `npm ci` once, then `npx hire …`: the project brings its own Node\.\n$/);
});

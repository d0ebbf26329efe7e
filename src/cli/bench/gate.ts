import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../text/yaml.ts';
import { pseudonymOf } from './candidates.ts';

/** So many commits the measured pull request has. */
export const PROPOSED = 5;

/**
 * Makes a pull request of five commits in a generated repository: a manager corrects where five candidates came from. The repository is
 * left on `main`.
 * @returns the words after `hire`
 */
export function prepareGate(root: string, folder: string): readonly string[] {
  const git = (...words: string[]): string => execFileSync('git', ['-C', root, '-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  git('stash', 'push', '--quiet');
  git('switch', '-qc', 'proposal');
  for (let index = 0; index < PROPOSED; index++) {
    const path = `content/candidates/senior-backend-2026/${pseudonymOf(index)}/candidate.yml`;
    const before = readFileSync(join(root, path), 'utf8');
    writeFileSync(join(root, path), before.replace(/^source: .*$/m, before.includes('source: community') ? 'source: direct' : 'source: community'));
    git('commit', '-qm', 'Where they came from', '--', path);
  }
  git('switch', '-q', 'main');
  const dana = parseYaml(readFileSync(join(root, 'content', 'people', 'dana.yml'), 'utf8')).value as { readonly github?: { readonly id: number; readonly login: string } };
  const event = join(folder, 'event.json');
  writeFileSync(event, JSON.stringify({ action: 'opened', pull_request: { number: 1, user: dana.github } }));
  return ['gate', '--base', 'main', '--head', 'proposal', '--event', event, '--now', '2026-11-22T12:00Z', '--json'];
}

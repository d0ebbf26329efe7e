import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE } from '../engine.ts';
import { generatedCandidate, pseudonymOf } from './candidates.ts';
import { MORNING, openCandidate } from './open-candidates.ts';
import { generateRepository } from './repository.ts';

/** So many are moved by one command. */
export const MOVED = 200;
/** So many stand in the repository. */
const ALL = 1000;

/** A command that can be given again and again. */
export interface Repeatable {
  /** The words after `hire`. */
  readonly words: readonly string[];
  /** Takes back what the run before has done. */
  readonly before: () => void;
}

/** A repository in which 200 of 1,000 candidates wait for an answer to their application, with their identities beside it. */
export async function prepareMoves(folder: string): Promise<Repeatable> {
  const { root } = await generateRepository(ENGINE, join(folder, 'repository'), ALL, false, (role, index) => (
    // Every eighth of the open ones has applied and waits; of the others' names none is taken by them.
    index < MOVED ? openCandidate(role, index * 8) : generatedCandidate(role, index * 8 + 1)
  ));
  for (let index = 0; index < MOVED; index++) {
    const identity = join(folder, 'identities', pseudonymOf(index * 8));
    mkdirSync(identity, { recursive: true });
    writeFileSync(join(identity, 'identity.yml'), `name: Somebody Placeholder\nemail: somebody-${index}@mail.example\nlanguage: ${index % 4 === 0 ? 'pt' : 'en'}\ntimezone: Asia/Kolkata\n`);
  }
  mkdirSync(join(root, '.hire'), { recursive: true });
  writeFileSync(join(root, '.hire', 'local.yml'), 'identities: ../identities\nme: dana\n');
  appendFileSync(join(root, '.git', 'config'), '[user]\n\tname = Bench\n\temail = bench@example.com\n');
  appendFileSync(join(root, '.git', 'info', 'exclude'), '.hire/\n');
  const git = (...words: string[]): string => execFileSync('git', ['-C', root, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const start = git('rev-parse', 'HEAD').trim();
  const before = (): void => {
    git('switch', '-qf', 'main');
    git('reset', '-q', '--hard', start);
    for (const branch of git('branch', '--list', 'hire/*', '--format=%(refname:short)').split('\n')) if (branch !== '') git('branch', '-qD', branch);
    rmSync(join(root, '.hire', 'outbox'), { recursive: true, force: true });
  };
  return { before, words: ['decline', '--role', 'senior-backend-2026', '--stage', 'application', '--reason', 'below-bar', '--yes', '--now', MORNING.replace('T09:00', 'T12:00'), '--root', root] };
}

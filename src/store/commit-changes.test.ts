import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isBranchName, planOn, type Standing } from './commit-changes.ts';

const STANDING: Standing = { branch: 'main', head: '1'.repeat(40), busy: undefined, main: 'main', branches: ['main', 'hire/a', 'hire/b/c'], edited: [] };
const branch = (wanted: string, standing: Partial<Standing> = {}): string => planOn({ ...STANDING, ...standing }, { message: 'a', branch: wanted }).branch;

describe('the branch of a commit', () => {
  it('has a number where its name is taken, whatever its case, or is the folder of another', () => {
    expect([branch('hire/x'), branch('hire/a'), branch('Hire/A'), branch('hire/b'), branch('hire/a', { branches: ['hire/a', 'hire/a-2'] })]).toEqual(['hire/x', 'hire/a-2', 'Hire/A-2', 'hire/b-2', 'hire/a-3']);
    expect(() => branch('hire/a/deeper')).toThrow('The branch hire/a stands in the way of hire/a/deeper');
  });

  it('is the one somebody is on, unless that is the default branch', () => {
    expect([branch('hire/x', { branch: 'work' }), branch('hire/x', { branch: 'trunk', main: undefined }), branch('hire/x', { branch: 'trunk', main: 'trunk' })]).toEqual(['work', 'trunk', 'hire/x']);
  });
});

describe('a name for a branch', () => {
  const fine = ['hire/advance-teal-otter-7f', 'a', 'A_b.c', 'hire/import-2026', '7/8'];
  const odd = ['', '-a', '/a', 'a/', 'a//b', 'a..b', 'a.lock', 'a.lock/b', 'a.', 'a./b', '.a', 'a/.b', 'a b', 'a~1', 'a^', 'a:b', 'a?', 'a*', 'a[', 'a\\b', 'a@{b', '@', 'HEAD', 'a\nb', 'ä', 'a'.repeat(201)];

  it('is one that git takes, too', () => {
    expect(fine.filter((name) => !isBranchName(name))).toEqual([]);
    expect(odd.filter(isBranchName)).toEqual([]);
    for (const name of fine) expect(spawnSync('git', ['check-ref-format', '--branch', name]).status, name).toBe(0);
  });
});

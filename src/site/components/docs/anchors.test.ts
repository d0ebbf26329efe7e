import { expect, it } from 'vitest';
import { families, ownKey } from './anchors.ts';

it('groups problems by their family, both in order', () => {
  const problem = (code: string): Parameters<typeof families>[0][number] => ({ code, severity: 'error', title: '', why: '', wrong: '', right: '' });
  const grouped = families([problem('role/x'), problem('key/b'), problem('key/a')]);
  expect(grouped.map(({ family, problems }) => [family, ...problems.map(({ code }) => code)])).toEqual([['key', 'key/a', 'key/b'], ['role', 'role/x']]);
});

it('names a nested key as it stands in the file', () => {
  expect(['stages[].id', 'title', 'consent.keep_until', 'stages[].with[]'].map(ownKey)).toEqual(['id', 'title', 'keep_until', 'with']);
});

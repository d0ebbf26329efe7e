import { describe, expect, it } from 'vitest';
import { relativeLink, relativePath } from './links.ts';

const files = new Set(['index.html', 'roles.html', 'roles/backend.html', 'candidates/backend/teal-otter-7f.html', 'roles/backend.csv', 'calibrations/index.html']);

describe('relativeLink', () => {
  it.each([
    ['index.html', '/', 'index.html'],
    ['index.html', '/roles', 'roles.html'],
    ['roles/backend.html', '/', '../index.html'],
    ['roles/backend.html', '/roles/', '../roles.html'],
    ['roles/backend.html', '/candidates/backend/teal-otter-7f#bar', '../candidates/backend/teal-otter-7f.html#bar'],
    ['roles.html', '/roles/backend.csv', 'roles/backend.csv'],
    ['roles.html', '/calibrations', 'calibrations/index.html'],
    ['roles.html', '/roles#open', '#open'],
  ])('on %s, %s is %s', (from, to, link) => {
    expect(relativeLink(from, to, files)).toBe(link);
  });

  it('knows what was not built', () => {
    expect(relativeLink('index.html', '/outcomes', files)).toBeUndefined();
  });
});

describe('relativePath', () => {
  it('goes up only as far as the paths differ, and escapes what a file name may hold', () => {
    expect(relativePath('a/b/c.html', 'a/b/d #1.html')).toBe('d%20%231.html');
    expect(relativePath('a/b/c.html', 'x.html')).toBe('../../x.html');
  });
});

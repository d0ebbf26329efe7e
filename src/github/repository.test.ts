import { describe, expect, it } from 'vitest';
import { isSafeAddress, placeOf } from './repository.ts';

describe('the repository on GitHub', () => {
  it.each([
    ['https://github.com/tiny/hiring.git', 'tiny/hiring at https://api.github.com'],
    ['https://github.com/tiny/hiring', 'tiny/hiring at https://api.github.com'],
    ['https://dana@github.com/tiny/my.hiring/', 'tiny/my.hiring at https://api.github.com'],
    ['git@github.com:tiny/hiring.git', 'tiny/hiring at https://api.github.com'],
    ['ssh://git@github.com/tiny/hiring.git', 'tiny/hiring at https://api.github.com'],
    ['ssh://git@ssh.github.com:443/tiny/hiring.git', 'tiny/hiring at https://api.github.com'],
    ['https://git.tiny.example:8443/tiny/hiring.git', 'tiny/hiring at https://git.tiny.example:8443/api/v3'],
    ['git@git.tiny.example:tiny/hiring.git', 'tiny/hiring at https://git.tiny.example/api/v3'],
    ['http://127.0.0.1:4000/tiny/hiring.git', 'tiny/hiring at http://127.0.0.1:4000/api/v3'],
    ['/srv/git/hiring.git', undefined],
    ['../hiring', undefined],
    ['file:///srv/tiny/hiring.git', undefined],
    ['https://github.com/tiny', undefined],
    ['https://gitlab.example/group/sub/hiring.git', undefined],
  ])('%s', (remote, expected) => {
    const place = placeOf(remote, {});
    expect(place && `${place.owner}/${place.name} at ${place.api}`).toBe(expected);
  });

  it('is the one Actions names, where it does', () => {
    const env = { GITHUB_REPOSITORY: 'miniature/hiring', GITHUB_API_URL: 'https://git.example/api/v3/' };
    expect(placeOf(undefined, env)).toEqual({ owner: 'miniature', name: 'hiring', api: 'https://git.example/api/v3' });
    expect(placeOf('/srv/git/hiring.git', { GITHUB_REPOSITORY: 'not a name' })).toBeUndefined();
  });
});

describe('a token is sent', () => {
  it('over https, or no further than this machine', () => {
    expect(['https://api.github.com', 'http://127.0.0.1:4000', 'http://localhost:1', 'http://[::1]:1'].filter(isSafeAddress)).toHaveLength(4);
    expect(['http://api.github.com', 'http://127.0.0.1.evil.example', 'ftp://127.0.0.1', 'nowhere', ''].filter(isSafeAddress)).toEqual([]);
  });
});

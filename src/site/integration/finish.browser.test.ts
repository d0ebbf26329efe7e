import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { serveFolder } from '../../fixtures/browser-server.ts';
import { test } from '../../fixtures/browser-test.ts';
import { policy } from '../components/policy.ts';
import { finisher } from './finish.ts';

const pages = {
  'index.html': page('<a href="/roles/backend">Role</a><output></output>', "document.querySelector('output').textContent = 'ran'"),
  'roles/backend.html': page('<a href="/">Back</a>'),
};
let site: string;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'hire-finish-'));
  await mkdir(join(site, 'roles'));
  const finish = finisher(new Set(Object.keys(pages)));
  for (const [path, html] of Object.entries(pages)) await writeFile(join(site, path), finish(path, html).html);
  const tampered = finish('index.html', pages['index.html']).html.replace('ran', 'ran something else');
  await writeFile(join(site, 'tampered.html'), tampered.replace('p{', 'p{--other:1;'));
});

afterAll(() => rm(site, { recursive: true, force: true }));

describe('a finished page', () => {
  test('runs, is styled and leads on as a file', async ({ page: tab, complaints }) => {
    await tab.goto(pathToFileURL(join(site, 'index.html')).href);
    expect(await tab.locator('output').textContent()).toBe('ran');
    expect(await tab.locator('p').evaluate((p) => getComputedStyle(p).color)).toBe('rgb(1, 2, 3)');
    await tab.getByRole('link').click();
    await tab.getByRole('link', { name: 'Back' }).click();
    expect(await tab.locator('output').textContent()).toBe('ran');
    expect(complaints).toEqual([]);
  });

  test('does the same when served', async ({ page: tab, complaints }) => {
    await using server = await serveFolder(site);
    await tab.goto(server.url);
    expect(await tab.locator('output').textContent()).toBe('ran');
    await tab.getByRole('link').click();
    expect(await tab.getByRole('link', { name: 'Back' }).count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('runs and styles nothing that was changed after the build', async ({ page: tab, complaints }) => {
    await tab.goto(pathToFileURL(join(site, 'tampered.html')).href);
    expect(await tab.locator('output').textContent()).toBe('');
    expect(await tab.locator('p').evaluate((p) => getComputedStyle(p).color)).not.toBe('rgb(1, 2, 3)');
    expect(complaints.join()).toContain('Content Security Policy');
  });
});

function page(body: string, script = ''): string {
  const head = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy([])}"><title>x</title><link rel="icon" href="data:,">`;
  return `<!doctype html><html lang="en"><head>${head}<style>p{color:rgb(1,2,3)}</style></head><body><p>Text</p>${body}<script>${script}</script></body></html>`;
}

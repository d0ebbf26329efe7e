import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { violations } from '../../fixtures/accessibility.ts';
import { serveFolder } from '../../fixtures/browser-server.ts';
import { test } from '../../fixtures/browser-test.ts';
import { buildFixtureSite, type BuiltSite } from '../../fixtures/built-site.ts';

const NOW = '2026-03-20T12:00Z';
const KILOBYTES = 60_000;

async function withContact(root: string, contact: string): Promise<void> {
  const file = join(root, 'content', 'settings.yml');
  await writeFile(file, `${await readFile(file, 'utf8')}contact: ${contact}\n`);
}

async function pagesOf(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
}

describe('the public guide', () => {
  let site: BuiltSite | undefined;
  beforeAll(async () => {
    site = await buildFixtureSite({ from: 'healthy', now: NOW, audience: 'candidate', change: (root) => withContact(root, '{ email: hiring@sample.example }') });
  });
  afterAll(() => site?.[Symbol.asyncDispose]());
  const folder = (): string => site?.folder ?? '';
  const open = (page: Page, path: string): Promise<unknown> => page.goto(pathToFileURL(join(folder(), `${path}.html`)).href);

  test('has a page for every open role and every text, and nothing else', async () => {
    expect(await pagesOf(folder())).toEqual(['404.html', 'guide.html', 'guide/process.html', 'index.html', 'roles.html', 'roles/builder-2026.html', 'survey.html']);
    expect((await readdir(folder())).filter((name) => !name.endsWith('.html')).sort()).toEqual(['guide', 'roles']);
  });

  describe.each(['index', 'roles', 'roles/builder-2026', 'guide', 'guide/process', 'survey', '404'])('%s', (path) => {
    test('can be read by everybody, in both schemes, wide and narrow, as a file', async ({ page, complaints }) => {
      for (const [colorScheme, width] of [['light', 1280], ['dark', 390], ['light', 320]] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await open(page, path);
        expect(await violations(page), `${colorScheme} ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} is wide enough`).toBeLessThanOrEqual(width);
      }
      expect(complaints).toEqual([]);
    });

    test('is light, asks no other host, and says what may be done in it', async () => {
      const html = await readFile(join(folder(), `${path}.html`), 'utf8');
      expect(html.length).toBeLessThan(KILOBYTES);
      const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain(path === 'survey' ? 'form-action mailto:' : "form-action 'none'");
      expect(policy).toContain(path === 'survey' ? "script-src 'sha256-" : "script-src 'none'");
      // Found by search engines, all but the page that stands for a missing one.
      expect(html.includes('noindex')).toBe(path === '404');
      if (path !== '404') expect(html).toContain(`<link rel="canonical" href="https://hiring.example/${path === 'index' ? '' : `${path}.html`}">`);
      expect(html).toMatch(/<html lang="en"/);
    });
  });

  test('works without script, and below any folder of a server', async ({ browser, complaints }) => {
    // The site as one folder among others.
    const around = join(folder(), '..', 'around');
    await mkdir(around, { recursive: true });
    await symlink(folder(), join(around, 'jobs')).catch(() => undefined);
    await using server = await serveFolder(around);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(new URL('jobs/index.html', server.url).href);
    await page.getByRole('link', { name: 'Builder' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Builder');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Guide' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Our process' }).click();
    expect(await page.getByRole('main').textContent()).toContain('2–3');
    await context.close();
    expect(complaints).toEqual([]);
  });

  test('says of each stage what it asks, how it is judged and when the answer comes', async ({ page }) => {
    await open(page, 'roles/builder-2026');
    const stage = page.getByRole('region', { name: /Small task/ });
    const words = ((await stage.textContent()) ?? '').replaceAll('\u00a0', ' ');
    expect(words).toContain('2–3 h of work');
    expect(words).toContain('72h, from your start');
    expect(words).toContain('2 people, independently');
    expect(words).toContain('within 5 business days');
    expect(await stage.getByRole('table', { name: 'What is evaluated' }).getByRole('row').count()).toBeGreaterThan(2);
    expect(await page.getByRole('region', { name: 'At a glance' }).textContent()).toContain('Kim');
  });

  test('holds nothing of a candidate, a reviewer, a score or a key in any byte', async () => {
    const bytes = (await Promise.all((await pagesOf(folder())).map((name) => readFile(join(folder(), name), 'utf8')))).join('\n');
    const telling = ['teal-otter-7f', 'plum-heron-2k', 'navy-crane-9p', 'Teal Otter', 'Mia', 'Noa', 'kim_', 'A short and honest summary', 'The total of three lines is right', 'The last line of an order', 'The budget is signed', 'over-the-top'];
    expect(telling.filter((words) => bytes.includes(words))).toEqual([]);
    // And the search finds what is there.
    expect(['Builder', 'hiring@sample.example', 'Sample Works'].filter((words) => bytes.includes(words))).toHaveLength(3);
  });
});

describe('a guide that leads into the private site', () => {
  test('loses that link, and the log names it; a link to an opening that has closed is no fault', async () => {
    const leak = async (root: string): Promise<void> => {
      const file = join(root, 'content', 'guide', 'process.mdx');
      await writeFile(file, `${await readFile(file, 'utf8')}\n\nSee [the rubric](/rubrics/small-task) and [an opening](/roles/gone-2025).\n`);
    };
    // Without --keep-going, which this fixture gives, the build stops there.
    await using built = await buildFixtureSite({ from: 'healthy', now: NOW, audience: 'candidate', change: leak });
    expect(built.said).toContain('/rubrics/small-task (on guide/process.html)');
    expect(built.said).not.toContain('gone-2025');
    const html = await readFile(join(built.folder, 'guide', 'process.html'), 'utf8');
    expect(html).toContain('the rubric');
    expect(html).not.toContain('/rubrics/');
  });
});

import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { violations } from '../fixtures/accessibility.ts';
import { serveFolder } from '../fixtures/browser-server.ts';
import { test } from '../fixtures/browser-test.ts';
import { buildFixtureSite, type BuiltSite } from '../fixtures/built-site.ts';
import { isExample } from '../fixtures/is-example.ts';

/** One page of every kind, with what makes it hard. */
const PAGES = [
  'rubrics', 'rubrics/senior-challenge', 'rubrics/senior-challenge/2', 'rubrics/written-design', 'pipelines', 'pipelines/senior-trial', 'challenges', 'challenges/task-api',
  'challenges/order-totals-review', 'challenges/trial-week', 'messages', 'messages/take-home-invite', 'questions/guide-technical-interview', 'questions/after-decision',
  'guide', 'guide/our-process', 'policies', 'policies/choices', 'policies/coverage', 'docs', 'docs/reviewer', 'docs/format', 'docs/methods', 'docs/problems', 'docs/problems/rubric/weights-sum',
  'left-out', 'search',
] as const;

describe.runIf(isExample)('the site of the example', () => {
  let site: BuiltSite | undefined;
  beforeAll(async () => {
    site = await buildFixtureSite({ from: 'example' });
  });
  afterAll(() => site?.[Symbol.asyncDispose]());

  const folder = (): string => site?.folder ?? '';
  const open = (page: Page, path: string): Promise<unknown> => page.goto(`${pathToFileURL(join(folder(), `${path.split('#')[0] ?? ''}.html`)).href}${path.includes('#') ? `#${path.split('#')[1] ?? ''}` : ''}`);

  describe.each(PAGES)('%s', (path) => {
    test('can be read by everybody, in both schemes, wide and narrow, as a file', async ({ page, complaints }) => {
      for (const [colorScheme, width] of [['light', 1280], ['dark', 390]] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await open(page, path);
        expect(await violations(page), `${colorScheme} ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} is wide enough`).toBeLessThanOrEqual(width);
      }
      expect(complaints).toEqual([]);
    });
  });

  describe('the pages of the process', () => {
    test('work when served', async ({ page, complaints }) => {
      await using server = await serveFolder(folder());
      await page.goto(new URL('rubrics.html', server.url).href);
      await page.getByRole('link', { name: 'Senior challenge' }).click();
      await page.getByRole('link', { name: 'Version 2' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Senior challenge, version 2');
      expect(complaints).toEqual([]);
    });

    test('mark words that went and came', async ({ page }) => {
      await open(page, 'rubrics/senior-challenge');
      const change = page.getByRole('region', { name: 'What changed from version 2 to 3' });
      expect(await change.locator('del').first().textContent()).toBe('25\u00a0%');
      expect(await change.locator('ins').first().textContent()).toBe('20\u00a0%');
    });

    test('keep a rubric a table on a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 900 });
      await open(page, 'rubrics/senior-challenge');
      const table = page.getByRole('table', { name: 'Criteria and anchors of version 3' });
      expect(await table.getByRole('row').count()).toBe(6);
      expect(await table.getByRole('rowheader', { name: /^Correctness/ }).isVisible()).toBe(true);
      expect(await table.getByRole('cell').count()).toBe(20);
    });

    test('ask whether a challenge still works, and whether criteria tell people apart', async ({ page, complaints }) => {
      await open(page, 'challenges/task-api');
      expect(await page.locator('#retire').getByRole('listitem').count()).toBeGreaterThan(0);
      expect(await page.locator('#health').textContent()).toMatch(/\d+ of \d+ decided visits went on, \d+\u00a0% \(\d+–\d+\u00a0%\)/);
      expect(await page.getByRole('table', { name: 'Criteria of Senior challenge, version 3' }).getByRole('rowheader', { name: /^Correctness/ }).textContent()).toMatch(/rest/);
      await open(page, 'challenges/data-model');
      expect(await page.locator('#health, #retire').count()).toBe(0);
      await open(page, 'rubrics/senior-challenge/2');
      expect(await page.getByRole('table', { name: 'Health by criterion' }).getByRole('row').count()).toBe(6);
      expect(await page.getByRole('table', { name: 'Criteria of Senior challenge, version 2' }).getByRole('row').count()).toBe(6);
      expect(complaints).toEqual([]);
    });

    test('say efforts, windows and promises inside the sentence', async ({ page }) => {
      await open(page, 'guide/our-process');
      const text = ((await page.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ');
      expect(text).toContain('You hear from us within 3 business days after the application');
      expect(text).toContain('2–4 h, within 48–72 h');
    });

    test('filter the coverage by words and by source', async ({ page, complaints }) => {
      await open(page, 'policies/coverage');
      await page.getByLabel('Words or a file').fill('reply-times');
      const all = page.locator('tbody tr:visible');
      const narrowed = await all.count();
      expect(narrowed).toBeGreaterThan(0);
      expect(narrowed).toBeLessThan(60);
      await page.getByLabel('From').selectOption('G');
      expect(await all.count()).toBeLessThan(narrowed);
      expect(complaints).toEqual([]);
    });

    test('show starter code only as text, folded', async ({ page }) => {
      await open(page, 'challenges/order-totals-review');
      const code = page.getByRole('group', { name: 'pull-request.diff' });
      expect(await code.isVisible()).toBe(false);
      await page.locator('summary', { hasText: 'pull-request.diff' }).click();
      expect(await code.locator('.added').first().textContent()).toMatch(/^\d+\+/);
      expect(await code.locator('.head').count()).toBeGreaterThan(0);
    });

    test('carry chart code only where a chart stands, and keep their weight', async () => {
      for (const path of PAGES) {
        const html = await readFile(join(folder(), `${path}.html`), 'utf8');
        expect(html.includes('data-chart'), path).toBe(path === 'challenges/task-api');
        const limit = path === 'challenges/task-api' || path === 'search' ? 80_000 : 30_000;
        expect(gzipSync(html).length, path).toBeLessThan(limit);
      }
    });
  });

  describe('search', () => {
    test('finds by the words of an anchor, leads by the arrow keys, and opens the criterion', async ({ page, complaints }) => {
      await open(page, 'search');
      await page.keyboard.type('names a symptom');
      const criteria = page.locator('section', { has: page.getByRole('heading', { name: 'Criteria' }) });
      expect(await criteria.getByRole('link').first().textContent()).toBe('Correctness');
      expect(await criteria.locator('.cell-detail').first().textContent()).toContain('names a symptom as the cause');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/rubrics\/.*\.html#/);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Senior challenge');
      expect(complaints).toEqual([]);
    });

    test('finds a candidate by the id, opens the first by Enter, and says when nothing is found', async ({ page, complaints }) => {
      await open(page, 'search#zzzz');
      expect(await page.getByRole('status').textContent()).toBe('Nothing has all these words.');
      await open(page, 'candidates');
      const id = (await page.locator('main a[href*="senior-backend-2026/"]').first().getAttribute('href'))?.split('/').at(-1)?.replace('.html', '') ?? '';
      await open(page, 'search');
      await page.getByLabel(/^Search candidates/).fill(id);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname.endsWith(`/${id}.html`));
      expect(complaints).toEqual([]);
    });
  });

  describe('a broken file', () => {
    test('is told of on every page and shown with its line', async ({ page, complaints }) => {
      await using broken = await buildFixtureSite({
        from: 'healthy', now: '2026-04-20T12:00Z',
        change: async (root) => {
          await appendFile(join(root, 'rubrics', 'talk.md'), '\n## No such criterion\n\n- **1** Words.\n');
          const people = join(root, 'content', 'people', 'noa.yml');
          await writeFile(people, `${await readFile(people, 'utf8')}favourite: tea\n`);
        },
      });
      await page.goto(pathToFileURL(join(broken.folder, 'rubrics.html')).href);
      await page.getByRole('link', { name: 'Which, and why' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/left out of this site$/);
      expect(await page.locator('.code-frame').first().textContent()).toContain('favourite');
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });
});

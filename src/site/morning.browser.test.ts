import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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

type Which = 'example' | 'healthy';

/** A page of every kind: with everything, empty, hidden, erased, ended. */
const PAGES: readonly (readonly [Which, string])[] = [
  ['example', 'index'], ['example', 'promises'], ['example', 'promises/senior-backend-2026'], ['example', 'roles'], ['example', 'roles/senior-backend-2026'], ['example', 'roles/senior-backend-2025'], ['example', 'roles/platform-engineer-2027'], ['example', 'funnel'],
  ['example', 'candidates'], ['example', 'candidates/senior-backend-2026/teal-otter-7f'], ['example', 'people'], ['example', 'people/bob'], ['example', 'people/dana'],
  ['healthy', 'index'], ['healthy', 'promises'], ['healthy', 'promises/builder-2026'], ['healthy', 'roles/builder-2026'], ['healthy', 'candidates/builder-2026/teal-otter-7f'], ['healthy', 'candidates/builder-2026/navy-crane-9p'],
  ['healthy', 'candidates/builder-2026/plum-heron-2k'], ['healthy', 'candidates/builder-2026/gold-finch-3x'], ['healthy', 'people/noa'],
];

describe.runIf(isExample)('the site of the example', () => {
  const sites: Partial<Record<Which, BuiltSite>> = {};
  beforeAll(async () => {
    sites.example = await buildFixtureSite({ from: 'example' });
    sites.healthy = await buildFixtureSite({ from: 'healthy', now: '2026-04-20T12:00Z' });
  });
  afterAll(async () => {
    await sites.example?.[Symbol.asyncDispose]();
    await sites.healthy?.[Symbol.asyncDispose]();
  });

  const file = (which: Which, path: string): string => join(sites[which]?.folder ?? '', `${path}.html`);
  const open = (page: Page, which: Which, path: string, hash = ''): Promise<unknown> => page.goto(`${pathToFileURL(file(which, path)).href}${hash}`);
  const title = async (page: Page): Promise<string> => (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

  describe.each(PAGES)('%s: %s', (which, path) => {
    test('can be read by everybody, in both schemes, wide and narrow, as a file', async ({ page, complaints }) => {
      for (const [colorScheme, width] of [['light', 1280], ['dark', 390]] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await open(page, which, path);
        // What is folded is read as well.
        await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => details.setAttribute('open', '')));
        expect(await violations(page), `${colorScheme} ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} is wide enough`).toBeLessThanOrEqual(width);
      }
      expect(complaints).toEqual([]);
    });
  });

  describe('Today', () => {
    test('counts from the day of the reader, not of the build', async ({ page, complaints }) => {
      await page.clock.setFixedTime('2026-04-20T15:00Z');
      await open(page, 'healthy', 'index');
      const first = page.locator('#promises [data-due]').first();
      const before = Number.parseInt((await first.textContent()) ?? '', 10);
      const built = page.locator('[data-built]');
      expect(await built.textContent()).toBe('Built 3 hours ago.');
      const quiet = page.locator('#quiet [data-quiet]').first();
      const days = Number.parseInt((await quiet.textContent()) ?? '', 10);
      const sentence = await title(page);
      await page.clock.setFixedTime('2026-04-22T07:00Z');
      await page.reload();
      expect(Number.parseInt((await first.textContent()) ?? '', 10)).toBe(before + 2);
      expect(await first.locator('.state-late svg path').count()).toBe(1);
      expect(await built.textContent()).toBe('Built 43 hours ago; days are counted for today, Wed 22 Apr.');
      expect(Number.parseInt((await quiet.textContent()) ?? '', 10)).toBe(days + 2);
      expect(await title(page)).toBe(sentence);
      await page.clock.setFixedTime('2026-01-05T07:00Z');
      await page.reload();
      expect(await title(page)).toBe('Nothing waits to be decided, and no answer is late');
      expect(complaints).toEqual([]);
    });

    test('counts what a cut section does not show', async ({ page, complaints }) => {
      // As if two more promises stood on the next page, one of them late from Tuesday on.
      const read = async (now: string): Promise<readonly [string | null, string]> => {
        await page.clock.setFixedTime(now);
        await open(page, 'healthy', 'index');
        await page.evaluate(() => {
          const line = document.createElement('a');
          line.dataset['later'] = JSON.stringify({ '2026-04-20': 1, '2026-04-30': 1 });
          line.dataset['words'] = 'promises';
          document.querySelector('#promises .section-foot')?.append(line);
          document.dispatchEvent(new Event('visibilitychange'));
        });
        return [await page.locator('#promises [data-later]').last().textContent(), await title(page)];
      };
      const [line, sentence] = await read('2026-04-20T15:00Z');
      expect(line).toBe('2 more promises, due later');
      const [after, next] = await read('2026-04-21T07:00Z');
      expect(after).toBe('2 more promises, 1 of them late');
      expect(next).not.toBe(sentence);
      expect(complaints).toEqual([]);
    });

    test('of the example keeps the day of the example', async ({ page }) => {
      await page.clock.setFixedTime('2031-01-01T12:00Z');
      await open(page, 'example', 'index');
      expect(await page.locator('#calendar').count()).toBe(0);
      expect(await title(page)).toMatch(/^[A-Z][a-z]+ decisions? waits?/);
      expect(await page.locator('#promises').textContent()).not.toMatch(/\d{3} days late/);
    });

    test('leads to a decision by keyboard alone, and works when served', async ({ page, complaints }) => {
      await using server = await serveFolder(sites.example?.folder ?? '');
      await page.goto(server.url);
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('decide');
      await page.keyboard.press('Enter');
      await page.waitForURL(/candidates\/.*#bar$/);
      expect(await page.getByRole('region', { name: 'The bar' }).isVisible()).toBe(true);
      await page.keyboard.press('/');
      await page.waitForURL(/search\.html/);
      expect(complaints).toEqual([]);
    });
  });

  describe('the promises', () => {
    test('count from the day of the reader as well, the title too', async ({ page, complaints }) => {
      await page.clock.setFixedTime('2026-04-20T15:00Z');
      await open(page, 'healthy', 'promises');
      const before = await page.locator('#owed [data-due]').allTextContents();
      expect(await page.locator('[data-built]').textContent()).toBe('Built 3 hours ago.');
      const quiet = page.locator('#quiet .row').first();
      const [days = 0, business = 0] = ((await quiet.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
      await page.clock.setFixedTime('2026-04-27T15:00Z');
      await page.reload();
      expect(await page.locator('#owed [data-due]').allTextContents()).not.toEqual(before);
      expect(((await quiet.textContent()) ?? '').match(/\d+/g)?.slice(0, 2).map(Number)).toEqual([days + 7, business + 5]);
      expect(await page.locator('[data-built]').textContent()).toBe('Built 7 days ago; days are counted for today, Mon 27 Apr.');
      await page.clock.setFixedTime('2026-01-05T07:00Z');
      await page.reload();
      expect(await title(page)).toMatch(/^No answer is late, and/);
      expect(complaints).toEqual([]);
    });

    test('are narrowed down in every list at once, and the choice can be linked', async ({ page, complaints }) => {
      await open(page, 'example', 'promises', '#what=decision-told');
      const rows = page.locator('#owed .row:visible');
      expect(await rows.count()).toBeGreaterThan(0);
      for (const words of await rows.allTextContents()) expect(words).toContain('decided, not told');
      expect(await page.locator('#theirs .row:visible').count()).toBe(0);
      await page.getByLabel('What').selectOption('');
      await page.getByLabel('Manager').selectOption('jonas');
      expect(await rows.count()).toBeGreaterThan(0);
      expect(await page.locator('#theirs .row:visible').count()).toBeGreaterThan(0);
      expect(await page.locator('.field-count').textContent()).toMatch(/^\d+ of \d+$/);
      expect(complaints).toEqual([]);
    });

    test('kept and broken stand as a table, with a share only from five on', async ({ page }) => {
      await open(page, 'example', 'promises');
      const table = page.getByRole('table', { name: 'Promises kept and broken' });
      for (const row of await table.getByRole('row').filter({ has: page.locator('td') }).all()) {
        const [words = ''] = await row.locator('td').last().allTextContents();
        const [, settled = '0'] = /^\d+ of (\d+)/.exec(words) ?? [];
        expect(words.includes('%'), words).toBe(Number(settled) >= 5);
      }
      expect(await page.locator('.rail a[aria-current]').textContent()).toBe('Promises2');
    });
  });

  describe('a role', () => {
    test('draws its funnel over the table it is made from, and hands it over as a file', async ({ page, complaints }) => {
      await open(page, 'example', 'roles/senior-backend-2026');
      const drawing = page.getByRole('img', { name: /^Funnel: application \d+/ });
      expect(await drawing.isVisible()).toBe(true);
      const reached = await page.getByRole('table', { name: /^Funnel of/ }).getByRole('row', { name: /^Application/ }).getByRole('cell').first().textContent();
      expect(await drawing.getAttribute('aria-label')).toContain(`application ${reached ?? '?'}`);
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.halves-table').getByRole('link', { name: 'CSV' }).click()]);
      expect(download.suggestedFilename()).toBe('funnel-senior-backend-2026.csv');
      const text = await readFile(await download.path(), 'utf8');
      expect(text.split('\r\n')[0]).toMatch(/^\ufeffstage,title,reached,waiting/);
      expect(text.split('\r\n')[1]).toContain(`application,Application,${reached ?? '?'},`);
      expect(complaints).toEqual([]);
    });

    test('draws counts and times row beside row', async ({ page }) => {
      await open(page, 'example', 'roles/senior-backend-2026');
      const tops = await page.locator('.halves-aligned canvas').evaluateAll((drawn) => drawn.map((canvas) => Math.round(canvas.getBoundingClientRect().top)));
      expect(tops).toHaveLength(2);
      expect(tops[0]).toBe(tops[1]);
      expect(await page.getByRole('img', { name: /^Time in stage/ }).getAttribute('aria-label')).toContain('Decision: 3 exits: too few');
      expect(await page.getByRole('img', { name: /^How many go on/ }).getAttribute('aria-label')).toContain('decided went on. Within');
    });

    test('leads from a stage to whoever waits in it, and from the figures to the rows behind them', async ({ page }) => {
      await open(page, 'example', 'roles/senior-backend-2026');
      await page.locator('#behind > summary').click();
      expect(await page.locator('#behind').getByRole('link', { name: 'Teal Otter' }).first().isVisible()).toBe(true);
      await page.locator('#waits').getByRole('link', { name: 'Trial' }).click();
      await page.waitForFunction(() => document.querySelector('.field-count')?.textContent !== '');
      expect(await page.locator('.field-count').textContent()).toBe('3 of 130');
    });

    test('stands beside others once groups are wide enough, and not before', async ({ page }) => {
      await open(page, 'example', 'funnel');
      expect(await title(page)).toMatch(/^One difference stands out among \d+ comparisons, and may still be chance: /);
      expect(await page.locator('.rail a[aria-current]').textContent()).toBe('Funnel');
      expect(existsSync(file('healthy', 'funnel'))).toBe(false);
      await open(page, 'healthy', 'index');
      expect(await page.locator('.rail').getByRole('link', { name: 'Roles' }).count()).toBe(1);
      expect(await page.locator('.rail').getByRole('link', { name: 'Funnel' }).count()).toBe(0);
    });

    test('without candidates says what to do next', async ({ page }) => {
      await open(page, 'example', 'roles/platform-engineer-2027');
      expect(await page.locator('.empty code').textContent()).toContain('npx hire new candidate --role platform-engineer-2027');
      expect(await page.locator('canvas').count()).toBe(0);
    });
  });

  describe('the candidates', () => {
    test('are there without script', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await open(page, 'example', 'candidates');
      expect(await page.locator('tbody tr:visible').count()).toBe(100);
      expect(await page.locator('form[data-filter]').isVisible()).toBe(false);
      await context.close();
    });

    test('are searched, filtered, sorted, and the choice can be linked', async ({ page, complaints }) => {
      await open(page, 'example', 'candidates');
      const rows = page.locator('tbody tr:visible');
      await page.getByLabel('State').selectOption('hired');
      const hired = await rows.count();
      expect(hired).toBeGreaterThan(0);
      expect(await rows.first().textContent()).toContain('hired');
      expect(new URL(page.url()).hash).toBe('#state=hired');
      await page.getByLabel(/^Pseudonym/).fill('no such animal');
      expect(await rows.count()).toBe(0);
      await open(page, 'example', 'candidates', '#move=manager');
      await page.reload();
      expect(await page.getByLabel('Whose move').inputValue()).toBe('manager');
      await page.getByRole('button', { name: 'Days' }).click();
      const days = (await rows.locator('td:nth-child(6)').allTextContents()).map(Number).filter((day) => !Number.isNaN(day));
      expect(days).toEqual(days.toSorted((a, b) => a - b));
      await page.locator('main').click();
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('candidates-words');
      expect(complaints).toEqual([]);
    });
  });

  describe('a candidate', () => {
    test('begins with what to talk about: both pieces of evidence and their anchors', async ({ page }) => {
      await open(page, 'example', 'candidates/senior-backend-2026/teal-otter-7f');
      const talk = page.getByRole('region', { name: 'Talk about this first' });
      expect(await talk.locator('.opposed > div').count()).toBe(2);
      expect(await talk.locator('.opposed').textContent()).toMatch(/anchor \d: .*anchor \d: /s);
      expect(await talk.getByRole('img').first().getAttribute('aria-label')).toMatch(/^\w+ \d(, \w+ \d)+; scale 1 to 4$/);
      expect(await page.getByRole('region', { name: 'The bar' }).textContent()).toContain('It decides nothing.');
    });

    test('shows who is in and no mark while a score is missing', async () => {
      const html = await readFile(file('healthy', 'candidates/builder-2026/plum-heron-2k'), 'utf8');
      expect(html).toContain('1 of 2 scores in');
      expect(html).not.toMatch(/class="marks"|class="evidence"|recommends/);
    });

    test('that was erased leaves the day and the reason, and nothing else', async ({ page }) => {
      await open(page, 'healthy', 'candidates/builder-2026/gold-finch-3x');
      expect(await page.locator('main').getByRole('heading', { level: 2 }).allTextContents()).toEqual([expect.stringMatching(/^Erased on \d+ \w+ 2026$/)]);
      expect(await page.locator('main :is(table, ul.rows, .panel)').count()).toBe(0);
    });

    test('shows every visit of its own and what an amendment changed', async ({ page }) => {
      await open(page, 'healthy', 'candidates/builder-2026/navy-crane-9p');
      expect(await page.getByRole('table', { name: 'Dates of every stage' }).getByRole('rowheader').allTextContents()).toContain('Small task, visit 2');
      await open(page, 'healthy', 'candidates/builder-2026/teal-otter-7f', '#stage-small-task');
      expect(await page.locator('#stage-small-task').getAttribute('open')).toBe('');
      expect(await page.locator('#stage-small-task .note').textContent()).toMatch(/^Noa amended the score of \d+ Jan 2026\. .* was (\d|not observed), is \d\./);
    });

    test('prints with every stage open, in light ink, and without what only a screen needs', async ({ page }) => {
      await open(page, 'example', 'candidates/senior-backend-2026/teal-otter-7f');
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await page.locator('details.section[id^="stage-"]:not([open])').count()).toBe(0);
      expect(await page.locator('.side').isVisible()).toBe(false);
      expect(await page.locator('#timeline').isVisible()).toBe(false);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
    });
  });

  test('pages keep their weight, and chart code stands only where a chart does', async () => {
    for (const [which, path] of PAGES) {
      const html = await readFile(file(which, path), 'utf8');
      const drawn = html.includes('data-chart');
      expect(drawn, path).toBe(path === 'funnel' || path === 'people' || (path.startsWith('roles/') && !path.includes('platform')));
      expect(gzipSync(html).length, path).toBeLessThan(drawn ? 80_000 : 30_000);
    }
  });
});

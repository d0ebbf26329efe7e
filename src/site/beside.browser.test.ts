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

const ROLE = 'compare/senior-backend-2026';
const THREE = '#teal-otter-7f,lime-lynx-r8,moss-jay-pj';
const DEBRIEF = 'candidates/senior-backend-2026/teal-otter-7f/debrief';

/** A page of every kind: with disagreements, with a panel that waits, decided, nothing chosen, three chosen, empty. */
const PAGES: readonly (readonly [Which, string, string])[] = [
  ['example', DEBRIEF, ''], ['example', 'candidates/senior-backend-2026/moss-jay-pj/debrief', ''], ['example', 'candidates/senior-backend-2026/topaz-snipe-8p/debrief', ''],
  ['example', 'compare', ''], ['example', ROLE, ''], ['example', ROLE, THREE], ['example', 'outcomes', ''], ['example', 'candidates/page/2', ''],
  ['healthy', 'compare', ''], ['healthy', 'outcomes', ''], ['healthy', 'candidates', ''],
];

describe.runIf(isExample)('candidates beside each other', () => {
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
  const open = async (page: Page, which: Which, path: string, hash = ''): Promise<void> => {
    // A change of the hash alone loads nothing.
    await page.goto('about:blank');
    await page.goto(`${pathToFileURL(file(which, path)).href}${hash}`);
  };

  describe.each(PAGES)('%s: %s%s', (which, path, hash) => {
    test('can be read by everybody, in both schemes, wide and narrow, as a file', async ({ page, complaints }) => {
      for (const [colorScheme, width] of [['light', 1280], ['dark', 390]] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await open(page, which, path, hash);
        expect(await violations(page), `${colorScheme} ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} is wide enough`).toBeLessThanOrEqual(width);
      }
      expect(complaints).toEqual([]);
    });

    test('keeps its weight', async () => {
      const html = await readFile(file(which, path), 'utf8');
      expect(html.length).toBeLessThan(300_000);
      expect(gzipSync(html).length).toBeLessThan(40_000);
    });
  });

  describe('the sheet for the debrief', () => {
    test('sets the disagreements first and the figures last, and says no mark of a panel that waits', async ({ page }) => {
      await open(page, 'example', DEBRIEF);
      const heads = await page.locator('main h2').allTextContents();
      expect(heads[0]).toBe('Talk about this first');
      expect(heads.indexOf('The numbers, last')).toBeGreaterThan(heads.indexOf('Trial'));
      expect(heads.at(-1)).toBe('What we decide');
      expect(await page.locator('.talk-point').count()).toBe(4);
      expect(await page.locator('.talk-point').first().locator('.opposed').textContent()).toMatch(/chose \d: .*chose \d: /s);
      await open(page, 'example', 'candidates/senior-backend-2026/moss-jay-pj/debrief');
      const waiting = page.getByRole('region', { name: 'Technical interview' });
      expect(await waiting.textContent()).toContain('1 of 2 scores in');
      expect(await waiting.locator('.heard, .recommend').count()).toBe(0);
    });

    test('is there for those whom a debrief is held about, and linked from nowhere else', async ({ page }) => {
      await open(page, 'example', 'candidates/senior-backend-2026/teal-otter-7f');
      await page.getByRole('link', { name: 'Debrief sheet' }).click();
      await page.waitForURL(/debrief\.html$/);
      await open(page, 'example', 'candidates/senior-backend-2026/maroon-moth-fx');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Maroon Moth');
      expect(await page.getByRole('link', { name: 'Debrief sheet' }).count()).toBe(0);
    });

    test('prints in light ink on A4, each sheet saying who, which role and which of how many', async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await open(page, 'example', DEBRIEF);
      expect(await page.evaluate(() => [...document.querySelectorAll('style')].map((style) => style.textContent).join(''))).toContain('@top-left{content:"Teal Otter"');
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const sheets = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
      expect(sheets).toBeGreaterThan(2);
      expect(sheets).toBeLessThan(8);
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[4-6][.\d]* 84[12][.\d]*\]/);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
      expect(await page.locator('.side, #print').first().isVisible()).toBe(false);
    });
  });

  describe('the comparison', () => {
    const side = (page: Page) => page.locator('#side');

    test('is chosen by keyboard, kept in the address, and found again there', async ({ page, complaints }) => {
      await using server = await serveFolder(sites.example?.folder ?? '');
      await page.goto(`${server.url}compare.html`);
      await page.getByRole('link', { name: 'Senior backend engineer' }).first().press('Enter');
      await page.waitForURL(/compare\/senior-backend/);
      expect(await page.getByRole('status').textContent()).toMatch(/^Nobody is chosen yet/);
      await page.getByRole('checkbox', { name: 'Compare Teal Otter' }).focus();
      await page.keyboard.press('Space');
      expect(await page.getByRole('status').textContent()).toMatch(/^Teal Otter stands alone/);
      await page.getByRole('checkbox', { name: 'Compare Lime Lynx' }).press('Space');
      expect(new URL(page.url()).hash).toBe('#teal-otter-7f,lime-lynx-r8');
      await page.reload();
      expect(await page.getByRole('status').textContent()).toBe('Teal Otter and Lime Lynx stand side by side.');
      expect(await page.getByRole('region', { name: 'Trial' }).getByRole('img', { name: /scale 1 to 4$/ }).count()).toBeGreaterThan(5);
      expect(await page.locator('#choose').getAttribute('open')).toBeNull();
      expect(await side(page).textContent()).toContain('It decides nothing.');
      await page.getByRole('link', { name: /apart\s+in the evidence on Teal Otter/ }).first().click();
      await page.waitForURL(/teal-otter-7f\.html#stage-/);
      expect(complaints).toEqual([]);
    });

    test('takes four, says kindly that a fifth does not fit, and knows strangers', async ({ page, complaints }) => {
      await open(page, 'example', ROLE, '#teal-otter-7f,lime-lynx-r8,moss-jay-pj,topaz-snipe-8p,lilac-stork-cm,no-such-xx');
      expect(await page.getByRole('status').textContent()).toMatch(/Four fit, so Lilac Stork was left out\. no-such-xx is not among those/);
      expect(await page.locator('#side .bar-row').count()).toBe(4);
      await page.locator('#choose > summary').click();
      await page.getByRole('checkbox', { name: 'Compare Lilac Stork' }).check({ force: true }).catch(() => undefined);
      expect(await page.getByRole('checkbox', { name: 'Compare Lilac Stork' }).isChecked()).toBe(false);
      expect(await page.getByRole('status').textContent()).toBe('Four fit side by side. Take one away first, then Lilac Stork fits.');
      await page.getByRole('checkbox', { name: 'Compare Moss Jay' }).uncheck();
      expect(await page.locator('#side .bar-row').count()).toBe(3);
      expect(complaints).toEqual([]);
    });

    test('shows of a panel that waits who is in, and says that totals of different parts do not compare', async ({ page }) => {
      await open(page, 'example', ROLE, THREE);
      expect(await page.getByRole('region', { name: 'Technical interview' }).locator('.without').textContent()).toContain('Moss Jay1 of 2 scores in');
      expect(await page.getByRole('region', { name: 'Overall' }).textContent()).toContain('do not compare');
    });

    test('is without script a table of all with their totals, and no box that does nothing', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(pathToFileURL(file('example', ROLE)).href);
      expect(await page.getByRole('row').count()).toBeGreaterThan(30);
      expect(await page.getByRole('row', { name: /Teal Otter/ }).textContent()).toMatch(/78\u00a0%.*63–90/);
      expect(await page.locator('input[type="checkbox"]').first().isVisible()).toBe(false);
      await context.close();
    });

    test('begins with a candidate from their page, and leads to pages that exist', async ({ page, complaints }) => {
      await open(page, 'example', 'candidates/senior-backend-2026/teal-otter-7f');
      await page.getByRole('link', { name: 'Compare with others' }).click();
      await page.waitForURL(/compare\/senior-backend-2026\.html#teal-otter-7f$/);
      expect(await page.getByRole('checkbox', { name: 'Compare Teal Otter' }).isChecked()).toBe(true);
      await page.getByRole('checkbox', { name: 'Compare Lime Lynx' }).check();
      await page.locator('#side').getByRole('link', { name: 'Lime Lynx', exact: true }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Lime Lynx');
      expect(complaints).toEqual([]);
    });
  });

  describe('the list in pages', () => {
    test('has everybody on some page without script, each once', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      const names: string[] = [];
      await page.goto(pathToFileURL(file('example', 'candidates')).href);
      for (let more = true; more;) {
        names.push(...(await page.locator('tbody tr:visible th a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))));
        const next = page.getByRole('link', { name: 'Next' });
        more = (await next.count()) > 0;
        if (more) await next.click();
      }
      expect(names.length).toBeGreaterThan(100);
      expect(new Set(names).size).toBe(names.length);
      await context.close();
    });

    test('finds on the first page who stands on the second, draws more on demand, and leads there', async ({ page, complaints }) => {
      await open(page, 'example', 'candidates/page/2');
      const last = (await page.locator('tbody tr th a').last().textContent()) ?? '';
      await page.getByLabel(/^Pseudonym/).fill(last);
      await page.getByLabel(/^Pseudonym/).press('Enter');
      await page.waitForURL(/candidates\.html#words=/);
      expect(await page.locator('tbody tr:visible').count()).toBe(1);
      await page.locator('tbody tr:visible a').click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(last);
      await open(page, 'example', 'candidates', '');
      await page.getByRole('button', { name: 'Candidate' }).click();
      expect(await page.locator('tbody tr').count()).toBe(100);
      await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(100);
      expect(await page.getByRole('button', { name: /^Show/ }).isVisible()).toBe(false);
      expect(complaints).toEqual([]);
    });

    test('draws a row found as it was built', async ({ page }) => {
      await open(page, 'example', 'candidates');
      const built = await page.locator('tbody tr').first().evaluate((row) => row.outerHTML.replaceAll(/>\s+</g, '><'));
      await page.getByRole('button', { name: 'State' }).click();
      await page.getByLabel('State', { exact: true }).selectOption('open');
      const name = await page.locator('tbody tr th a').allTextContents();
      const drawn = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.outerHTML.replaceAll(/>\s+</g, '><')));
      expect(name.length).toBeGreaterThan(10);
      expect(drawn).toContain(built);
    });
  });

  test('the outcomes stand by hire and by criterion, with the guard', async ({ page, complaints }) => {
    await open(page, 'example', 'outcomes');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^\w+ hires have started, and /);
    const table = page.getByRole('table', { name: 'Hires and their reviews' });
    expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Who', 'Started', 'Day 30', 'Day 90', 'Day 180', 'Day 365', 'Next', 'Overall']);
    expect(await page.getByRole('img', { name: /^Hiring \d\.\d, job \d; scale 1 to 4$/ }).count()).toBeGreaterThan(10);
    expect(await page.locator('main').textContent()).toContain('too few to tell');
    const more = (label: string): Promise<string> => page.getByRole('region', { name: label, exact: true }).evaluate((region) => getComputedStyle(region, '::before').display);
    expect(await more('Hires and their reviews')).toBe('none');
    await page.setViewportSize({ width: 390, height: 900 });
    await expect.poll(() => more('Hires and their reviews')).toBe('block');
    // The sentence of each score is read without scrolling.
    expect(await page.getByRole('region', { name: 'Scores against performance' }).evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0);
    expect(await more('Scores against performance')).toBe('none');
    expect(complaints).toEqual([]);
  });

  test('a candidate’s page shows the next moves as commands', async ({ page }) => {
    await open(page, 'example', 'candidates/senior-backend-2026/teal-otter-7f');
    const next = page.getByRole('region', { name: 'Next' });
    expect(await next.locator('code:visible').allTextContents()).toEqual(['npx hire decide teal-otter-7f', 'npx hire advance teal-otter-7f', 'npx hire decline teal-otter-7f']);
    await next.locator('summary').click();
    expect(await next.locator('code:visible').count()).toBe(5);
    await next.locator('code').first().click();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('npx hire decide teal-otter-7f');
  });
});

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { violations } from '../../../fixtures/accessibility.ts';
import { writeBerkeley } from '../../../fixtures/berkeley.ts';
import { test } from '../../../fixtures/browser-test.ts';
import { buildFixtureSite, type BuiltSite } from '../../../fixtures/built-site.ts';

describe('fairness of the admissions at Berkeley in 1973', () => {
  let site: BuiltSite | undefined;
  beforeAll(async () => {
    site = await buildFixtureSite({ from: 'healthy', now: '2026-04-20T12:00Z', change: writeBerkeley });
  });
  afterAll(() => site?.[Symbol.asyncDispose]());
  const file = (path: string): string => join(site?.folder ?? '', `${path}.html`);
  const open = (page: Page, path: string): Promise<unknown> => page.goto(pathToFileURL(file(path)).href);

  test('the reversal is the title, and its reason is told', async ({ page }) => {
    await open(page, 'index');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Fairness' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Pooled, women go on less often than men; opening by opening the picture turns round');
    const text = (await page.getByRole('main').textContent())?.replaceAll('\u00a0', ' ') ?? '';
    for (const sentence of [
      'All 6 openings thrown together, 557 of 1835 women (30 %) and 1198 of 2691 men (45 %) went on from Decision; the difference, between −17 and −11 of 100, is more than chance would bring.',
      'One by one, women went on more often in 4 of 6 (Department A, Department B, Department D and Department F), men went on more often in 2 of 6 (Department C and Department E).',
      '51 % of men, but 7 % of women, applied where more people than on average went on (Department A and Department B).',
      'the odds of women to go on are 1.11 times those of men (0.94 to 1.30): no more of a difference than chance could bring.',
    ]) expect(text).toContain(sentence);
    expect(await page.getByRole('table', { name: 'Women and men by opening' }).getByRole('row').count()).toBe(8);
    expect(await page.locator('canvas').isVisible()).toBe(true);
  });

  test('a department has its own page, and the one with 25 women has none', async ({ page }) => {
    expect(existsSync(file('fairness/department-b/1973/sex'))).toBe(false);
    await open(page, 'fairness');
    await page.getByRole('region', { name: 'Records' }).getByRole('link', { name: 'Department A' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Below four fifths: men at Decision');
    expect(await page.getByRole('row', { name: /^men/ }).textContent()).toMatch(/825\s*512\s*62.%\s*\(59–65\)/);
    const csv = decodeURIComponent(await page.getByRole('link', { name: 'CSV' }).getAttribute('href') ?? '');
    expect(csv).toContain('decision,men,825,512,');
  });

  test('can be read by everybody, in both schemes, wide and narrow', async ({ page, complaints }) => {
    for (const path of ['fairness', 'fairness/department-a/1973/sex']) {
      for (const [colorScheme, width] of [['light', 1280], ['dark', 390]] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await open(page, path);
        expect(await violations(page), `${path} ${colorScheme} ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
    expect(complaints).toEqual([]);
  });

  test('each link of the page leads somewhere on it or beside it', async () => {
    const html = await readFile(file('docs/methods'), 'utf8');
    for (const id of ['fairness', 'pooled', 'suppression']) expect(html).toContain(`id="${id}"`);
  });
});

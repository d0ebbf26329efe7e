import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { violations } from '../../../fixtures/accessibility.ts';
import { test } from '../../../fixtures/browser-test.ts';
import { buildFixtureSite, type BuiltSite } from '../../../fixtures/built-site.ts';
import { isExample } from '../../../fixtures/is-example.ts';

const LARGE = 'calibrations/2026-09-senior-challenge';
const SMALL = 'calibrations/2026-11-code-review';

describe.runIf(isExample)('calibration', () => {
  let site: BuiltSite | undefined;
  beforeAll(async () => {
    site = await buildFixtureSite({ from: 'example' });
  });
  afterAll(() => site?.[Symbol.asyncDispose]());
  const fileOf = (path: string): string => join(site?.folder ?? '', `${path}.html`);
  const open = (page: Page, path: string): Promise<unknown> => page.goto(pathToFileURL(fileOf(path)).href);

  describe.each(['calibrations', LARGE, SMALL])('%s', (path) => {
    test('can be read by everybody, in both schemes, wide and narrow', async ({ page, complaints }) => {
      for (const [colorScheme, width] of [['light', 1280], ['dark', 390]] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await open(page, path);
        expect(await violations(page), `${colorScheme} ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      expect(complaints).toEqual([]);
    });
  });

  test('a figure of the map leads to its marks, in a sample that was closed', async ({ page }) => {
    await open(page, LARGE);
    const row = page.locator('[id="sample-g--tests"]');
    expect(await row.isVisible()).toBe(false);
    await page.getByRole('table', { name: /Gap between/ }).getByRole('row', { name: /Test quality/ }).getByRole('link').nth(6).click();
    await row.waitFor({ state: 'visible' });
    expect(await row.locator('svg').first().getAttribute('aria-label')).toBe('Alice 3, Bob 2, Chen 4; scale 1 to 4');
  });

  test('one sample and two reviewers fill a page, and it ships no chart', async ({ page }) => {
    await open(page, SMALL);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Talk about this first', 'Marks side by side', 'The words in question', 'Sample A']);
    await page.getByText('Change these words').click();
    expect(await page.locator('.change-begun pre').textContent()).toContain('Read here as 4, not 2');
    expect(await page.locator('canvas').count()).toBe(0);
    expect((await readFile(fileOf(SMALL))).length).toBeLessThan((await readFile(fileOf(LARGE))).length / 2);
  });

  test('while a session is open its page has names and counts and not one mark', async ({ page }) => {
    await using waiting = await buildFixtureSite({ from: 'healthy', now: '2026-03-20T12:00Z', change: async (root) => {
      const session = join(root, 'content/calibrations/2026-01-small-task/session.yml');
      await writeFile(session, (await readFile(session, 'utf8')).replace('state: closed', 'state: open'));
    } });
    await page.goto(pathToFileURL(join(waiting.folder, 'calibrations/2026-01-small-task.html')).href);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Everybody is in: the session can be closed');
    expect(await page.locator('main').textContent()).toContain('npx hire calibrate close 2026-01-small-task');
    expect(await page.locator('.marks, .evidence, .heat').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});

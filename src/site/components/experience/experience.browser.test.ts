import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { violations } from '../../../fixtures/accessibility.ts';
import { test } from '../../../fixtures/browser-test.ts';
import { buildFixtureSite, type BuiltSite } from '../../../fixtures/built-site.ts';

const NOW = '2026-03-20T12:00Z';

/** Six answers for one role, two for another that nobody may see. */
async function withAnswers(root: string): Promise<void> {
  await cp(join(root, 'content/roles/builder-2026.mdx'), join(root, 'content/roles/maker-2026.mdx'));
  for (const [role, recommend] of [['builder-2026', [9, 10, 8, 3, 6]], ['maker-2026', [0, 1]]] as const) {
    await mkdir(join(root, 'content/surveys', role), { recursive: true });
    for (const [index, each] of recommend.entries()) {
      await writeFile(join(root, 'content/surveys', role, `a${index}b2c3.yml`), `questions: after-decision\nmonth: 2026-02\noutcome: declined\nrecommend: ${each}\nanswers: { clear: ${role === 'maker-2026' ? 1 : 4}, fair: 5, again: Yes }\nminutes: { small-task: ${role === 'maker-2026' ? 7777 : 100 + index} }\n`);
    }
  }
  // One application for the other role, so that it has a page.
  await cp(join(root, 'content/candidates/builder-2026/sage-moose-4w'), join(root, 'content/candidates/maker-2026/jade-vole-5h'), { recursive: true });
}

describe('candidate experience', () => {
  let site: BuiltSite | undefined;
  beforeAll(async () => {
    site = await buildFixtureSite({ from: 'healthy', now: NOW, change: withAnswers });
  });
  afterAll(() => site?.[Symbol.asyncDispose]());
  const open = (page: Page, path: string): Promise<unknown> => page.goto(pathToFileURL(join(site?.folder ?? '', `${path}.html`)).href);

  describe.each(['experience', 'experience/builder-2026', 'experience/maker-2026'])('%s', (path) => {
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

  test('is in the rail, and leads to each role', async ({ page }) => {
    await open(page, 'index');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Experience' }).click();
    await page.getByRole('table', { name: 'Experience by role' }).getByRole('link', { name: 'Builder' }).first().click();
    expect(await page.getByRole('heading', { name: 'What candidates said' }).isVisible()).toBe(true);
  });

  test('shows each question with its counts, and NPS with its interval', async ({ page }) => {
    await open(page, 'experience/builder-2026');
    const said = page.getByRole('region', { name: 'What candidates said', exact: true });
    expect(await said.textContent()).toMatch(/NPS 0 from 6 answers/);
    expect(await said.textContent()).toMatch(/95 % interval −\d+ to \d+/);
    expect(await said.getByRole('table', { name: 'Did you know what to expect?' }).getByRole('row').count()).toBe(6);
    expect(await said.getByRole('link', { name: 'CSV' }).getAttribute('download')).toBe('survey-builder-2026.csv');
  });

  test('says how many answers are missing below five, and nothing of what they were', async ({ page }) => {
    await open(page, 'experience/maker-2026');
    expect(await page.getByRole('region', { name: 'What candidates said' }).textContent()).toContain('2 of 5 answers');
    expect(await page.getByRole('region', { name: 'Their time' }).count()).toBe(0);
    // Nor is it to be had as the difference of all roles and the one that is shown.
    await open(page, 'experience');
    expect(await page.getByRole('region', { name: 'What candidates said', exact: true }).textContent()).toMatch(/NPS 0 from 6 answers/);
    expect(await page.getByRole('main').textContent()).toContain('2 answers of roles with fewer than 5 are not in these figures');
    for (const path of ['experience', 'experience/maker-2026']) expect(await readFile(join(site?.folder ?? '', `${path}.html`), 'utf8')).not.toContain('7777');
  });

  test('stands without its drawings: the tables are the figures', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await open(page, 'experience');
    expect(await page.getByRole('table', { name: 'Business days until the answer' }).isVisible()).toBe(true);
    expect(await page.locator('canvas').first().isVisible()).toBe(false);
    await context.close();
  });
});

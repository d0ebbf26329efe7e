import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { violations } from '../../fixtures/accessibility.ts';
import { test } from '../../fixtures/browser-test.ts';
import { buildFixtureSite, type BuiltSite } from '../../fixtures/built-site.ts';

const NOW = '2026-03-20T12:00Z';

const withContact = (contact: string) => async (root: string): Promise<void> => {
  const file = join(root, 'content', 'settings.yml');
  await writeFile(file, `${await readFile(file, 'utf8')}contact: ${contact}\n`);
};

async function answerAll(page: Page): Promise<void> {
  await page.getByLabel('The role you applied for').selectOption('builder-2026');
  await page.getByRole('group', { name: 'How it ended' }).getByLabel('You said no').check();
  await page.getByRole('group', { name: 'Did you know what to expect?' }).getByLabel('4').check();
  await page.getByRole('group', { name: 'Was it fair?' }).getByLabel('5').check();
  await page.getByRole('group', { name: 'Would you apply again?' }).getByLabel('Yes').check();
}

describe('the survey page, where no service is named', () => {
  let site: BuiltSite | undefined;
  beforeAll(async () => {
    site = await buildFixtureSite({ from: 'healthy', now: NOW, audience: 'candidate', change: withContact('{ email: hiring@sample.example }') });
  });
  afterAll(() => site?.[Symbol.asyncDispose]());
  const open = (page: Page): Promise<unknown> => page.goto(pathToFileURL(join(site?.folder ?? '', 'survey.html')).href);

  test('says what is missing, above the form and at each field, and leads there', async ({ page, complaints }) => {
    await open(page);
    await page.getByRole('button', { name: 'Save the answer' }).click();
    const summary = page.getByRole('alert');
    expect(await summary.textContent()).toContain('5 answers are missing or wrong');
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await summary.getByRole('link', { name: /^The role you applied for/ }).click();
    expect(await page.getByLabel('The role you applied for').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByLabel('The role you applied for').getAttribute('aria-invalid')).toBe('true');
    await answerAll(page);
    await page.getByRole('button', { name: 'Save the answer' }).press('Enter');
    expect(await summary.isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('says on leaving a field that words show somebody, or are too many minutes', async ({ page }) => {
    await open(page);
    await page.getByLabel('The role you applied for').selectOption('builder-2026');
    await page.getByLabel(/What should we change/).fill('Write to me@home.test');
    await page.getByLabel(/Small task/).fill('four hours');
    await page.getByLabel('The role you applied for').focus();
    expect(await page.getByText('There is an e-mail address in it.').isVisible()).toBe(true);
    expect(await page.getByText('Minutes as a whole number').isVisible()).toBe(true);
    await page.getByLabel(/Small task/).fill('240');
    await page.getByLabel('The role you applied for').focus();
    expect(await page.getByText('Minutes as a whole number').count()).toBe(0);
  });

  test('saves an answer that holds the month and what was said, and nothing of who', async ({ page, complaints }) => {
    await open(page);
    await answerAll(page);
    await page.getByLabel(/Small task/).fill('240');
    await page.getByRole('group', { name: /recommend applying/ }).getByLabel('8', { exact: true }).check();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the answer' }).click()]);
    expect(download.suggestedFilename()).toBe('answer.json');
    const answer = JSON.parse(await readFile(await download.path(), 'utf8')) as Record<string, unknown>;
    expect(answer).toMatchObject({ role: 'builder-2026', questions: 'after-decision', outcome: 'declined', recommend: 8, answers: { clear: 4, fair: 5, again: 'Yes' }, minutes: { 'small-task': 240 } });
    expect(answer['month']).toMatch(/^\d{4}-\d{2}$/);
    expect(Object.keys(answer).sort()).toEqual(['answers', 'id', 'minutes', 'month', 'outcome', 'questions', 'recommend', 'role']);
    expect(await page.getByRole('status').textContent()).toBe('Saved as answer.json.');
    expect(complaints).toEqual([]);
  });

  test('is filled in by keyboard alone', async ({ page }) => {
    await open(page);
    await page.getByLabel('The role you applied for').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.getByLabel('I got the job').isChecked()).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('You said no').isChecked()).toBe(true);
  });

  test('says that an e-mail shows who sends it, and without script is a form for one', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await open(page);
    expect(await page.locator('main').textContent()).toContain('An e-mail shows who sends it');
    expect(await page.locator('form.survey').getAttribute('action')).toMatch(/^mailto:hiring@sample\.example/);
    expect(await page.getByRole('button', { name: 'Open an e-mail with the answer' }).isVisible()).toBe(true);
    await context.close();
  });
});

describe('the survey page, where a service takes the answers', () => {
  test('sends them there and nowhere else', async ({ page, complaints }) => {
    await using site = await buildFixtureSite({ from: 'healthy', now: NOW, audience: 'candidate', change: withContact('{ survey: "https://forms.example/answers?form=7" }') });
    const html = await readFile(join(site.folder, 'survey.html'), 'utf8');
    expect(/form-action ([^;"]+)/.exec(html)?.[1]).toBe('https://forms.example/answers');
    await page.goto(pathToFileURL(join(site.folder, 'survey.html')).href);
    await answerAll(page);
    await page.context().unroute('**');
    const sent: string[] = [];
    await page.context().route('https://forms.example/**', (route) => {
      sent.push(`${route.request().method()} ${route.request().url()} ${route.request().postData() ?? ''}`);
      return route.fulfill({ status: 200, contentType: 'text/plain', body: 'Thank you' });
    });
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.waitForURL('https://forms.example/**');
    expect(sent).toEqual([expect.stringMatching(/^POST https:\/\/forms\.example\/answers\?form=7 questions=after-decision&role=builder-2026&outcome=declined&clear=4&fair=5&again=Yes/)]);
    expect(complaints).toEqual([]);
  });
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PublishedReport } from '../view/published/report.ts';
import { METHODS } from '../view/reference/methods/index.ts';
import { publish } from '../view/publish.ts';
import { loadWorkspace } from '../store/load.ts';
import { folderFiles } from '../store/folder.ts';
import { runHire } from './test-context.ts';

const EXAMPLE = join(import.meta.dirname, '../..');
const NOW = '2026-11-22T12:00Z';
const ROLE = 'senior-backend-2025';

/** Words without layout: one blank wherever a line was broken. */
const plain = (text: string): string => text.replace(/\\(.)/g, '$1').replace(/\s+/g, ' ');

test('terminal, Markdown and JSON say the same, and what they say is published elsewhere word for word', async () => {
  const hire = (...words: string[]) => runHire(EXAMPLE, ['report', ROLE, '--now', NOW, '--no-cache', ...words]);
  const { code, out } = await hire('--json');
  expect(code).toBe(0);
  const report = JSON.parse(out) as PublishedReport;
  const lines = report.sections.flatMap((section) => section.lines);
  expect(report.sections.map(({ id }) => id)).toEqual(['funnel', 'promises', 'agreement', 'health', 'experience', 'fairness', 'validity', 'missing']);
  expect(lines.length).toBeGreaterThan(25);

  const [terminal, markdown] = [plain((await hire()).out), plain((await hire('--markdown')).out)];
  for (const { says } of [...lines, { says: report.says }]) {
    expect(terminal).toContain(plain(says));
    expect(markdown).toContain(plain(says));
  }

  const { workspace } = await loadWorkspace(folderFiles(EXAMPLE));
  const published = new Map(publish({ workspace, now: Date.parse(NOW), problems: [], build: { commit: null, engine: '0.0.0', repository: null, warnings: [], leftOut: [] } }));
  expect(published.get(`report/${ROLE}.json`)).toEqual(report);
  const elsewhere = JSON.stringify([...published].filter(([path]) => !path.startsWith('report/')).map(([, value]) => value));
  const own = new Set(['promises', 'experience', 'missing']);
  const inFile = (says: string): boolean => elsewhere.includes(JSON.stringify(says).slice(1, -1)) || elsewhere.includes(JSON.stringify(says.replace(/\.$/, '')).slice(1, -1));
  for (const section of report.sections.filter(({ id }) => !own.has(id))) for (const { says } of section.lines) expect(inFile(says.replace(/^[^:]+, version \d+: /, '')), says).toBe(true);
  expect(inFile('Nothing says this.')).toBe(false);
  const known = new Set(METHODS.map(({ id }) => id));
  expect(lines.filter(({ method }) => method !== null && !known.has(method))).toEqual([]);
  expect(out + terminal + markdown).not.toMatch(/NaN|undefined|\[object/);
});

test('an opening without applicants has one sentence, one that is none is a mistake', async () => {
  const draft = await runHire(EXAMPLE, ['report', 'engineering-intern-2027', '--now', NOW]);
  expect(draft.out).toBe('Engineering intern (engineering-intern-2027), draft\nNobody has applied yet; 1 place to fill. So it stood at the end of 2026-11-22.\n');
  expect(await runHire(EXAMPLE, ['report', 'senior-backend-2024', '--now', NOW])).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean “senior-backend-202') as string });
});

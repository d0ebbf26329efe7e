// node scripts/screenshots.ts <built site> <folder for pictures> [page …]
// Opens pages of a built site as files (all of them, or those whose path contains one of the words) and takes pictures in both
// colour schemes at two widths. The folder lies outside the repository: pictures of candidates' pages do not belong in it.
import { glob } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { screenshot } from '../src/fixtures/browser-screenshots.ts';
import { openBrowser } from '../src/fixtures/browser.ts';

const [site, out, ...words] = process.argv.slice(2);
const repository = dirname(dirname(fileURLToPath(import.meta.url)));
if (!site || !out || !relative(repository, resolve(out)).startsWith('..')) {
  process.stderr.write('Usage: node scripts/screenshots.ts <built site> <folder outside this repository> [word in a page\'s path …]\n');
  process.exit(2);
}

const pages = [];
for await (const path of glob('**/*.html', { cwd: site })) {
  if (words.length > 0 && !words.some((word) => path.includes(word))) continue;
  const name = path.replace(/\/?(index)?\.html$/, '').replaceAll('/', '--') || 'home';
  pages.push({ name, url: pathToFileURL(join(resolve(site), path)).href });
}
pages.sort((a, b) => (a.name < b.name ? -1 : 1));

await using browser = await openBrowser();
for (const path of await screenshot(browser, pages, resolve(out))) process.stdout.write(`${path}\n`);

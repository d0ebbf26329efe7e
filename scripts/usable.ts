// node scripts/usable.ts <page of a built site> [loads]
// Prints after how many seconds the page can be used: everything is drawn, its scripts have run, and a key moves to the first row.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { usableAfter } from '../src/fixtures/browser-usable.ts';
import { openBrowser } from '../src/fixtures/browser.ts';

const [page, loads = '3'] = process.argv.slice(2);
if (!page) {
  process.stderr.write('Usage: node scripts/usable.ts <page of a built site> [loads]\n');
  process.exit(2);
}
await using browser = await openBrowser();
process.stdout.write(`${await usableAfter(browser, pathToFileURL(resolve(page)).href, Number(loads))}\n`);

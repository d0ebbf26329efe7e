import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { example } from '../src/fixtures/example/example.ts';

// Writes the example's records anew: the same bytes on every run.
const root = join(import.meta.dirname, '..');
for (const folder of ['candidates', 'calibrations', 'surveys', 'outcomes', 'fairness']) rmSync(join(root, 'content', folder), { recursive: true, force: true });
rmSync(join(root, 'src/fixtures/identities'), { recursive: true, force: true });
const { sheets, told } = example();
for (const [path, text] of sheets) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
process.stdout.write(`${told.length} candidates, ${sheets.size} files\n`);

import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { flag, Mistake, textOption, type Command, type Context } from '../command.ts';
import { ENGINE } from '../engine.ts';
import { PROPOSED, prepareGate } from './gate.ts';
import { measure, middle, type Measured } from './measure.ts';
import { MOVED, prepareMoves } from './moves.ts';
import { generateRepository, type Generated } from './repository.ts';
import { measureNumbers, measureSeverity } from './numbers.ts';
import { measureToday, type Say } from './today.ts';
import { prepareImport, ROWS } from './sheet.ts';

interface Line {
  readonly what: string;
  readonly got: string;
  readonly goal: string;
}

/** `hire bench`: times the engine on repositories that it generates itself. */
export const bench: Command = {
  name: 'bench',
  summary: 'measure the engine on generated repositories',
  usage: '',
  help: `
Generates repositories in a temporary folder, runs whole commands on them and prints a table. A bare start of Node is the unit of the
ratios, since machines differ.

hire bench                       1,000 candidates
hire bench --candidates 10000    with 66,000 commits of history
hire bench --only numbers        the statistics alone, for 1,000 and 10,000 candidates`,
  options: { candidates: { type: 'string' }, runs: { type: 'string' }, only: { type: 'string' } },
  means: { only: ['this part alone: numbers', 'part'] },
  words: [0, 0],
  async run(context, input) {
    const candidates = whole(textOption(input, 'candidates') ?? '1000', 'candidates');
    const runs = whole(textOption(input, 'runs') ?? '3', 'runs');
    const only = textOption(input, 'only');
    if (only !== undefined && only !== 'numbers') throw new Mistake(`--only takes numbers, found “${only}”.`);
    if (only === 'numbers') {
      const numbers = await measureAllNumbers(context);
      context.stdout(flag(input, 'json') ? `${JSON.stringify({ lines: numbers })}\n` : `${rowsOf(numbers).join('\n')}\n`);
      return 0;
    }
    const folder = mkdtempSync(join(tmpdir(), 'hire-bench-'));
    try {
      context.stderr(`Generating ${candidates} candidates in ${folder}\n`);
      const generated = await generateRepository(ENGINE, join(folder, 'repository'), candidates, candidates >= 10_000);
      const lines = await measureAll(context, generated, folder, runs);
      context.stdout(flag(input, 'json') ? `${JSON.stringify({ ...generated, lines })}\n` : table(generated, lines));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return 0;
  },
};

async function measureAll(context: Context, { root, candidates, commits }: Generated, folder: string, runs: number): Promise<Line[]> {
  const lines: Line[] = [];
  const say = sayInto(lines, context);
  const hire = (...words: string[]): string[] => [process.execPath, join(ENGINE, 'scripts', 'hire.mjs'), ...words, '--root', root];
  const expectFine = async (command: readonly string[]): Promise<Measured> => {
    const measured = await measure(command, root);
    if (measured.code !== 0) throw new Error(`“${command.slice(1).join(' ')}” ended with ${measured.code ?? 'a signal'}: ${measured.stdout.slice(0, 2000)}`);
    return measured;
  };
  const several = async (command: readonly string[], before: () => void = () => undefined): Promise<Measured> => {
    const all: Measured[] = [];
    for (let run = 0; run < runs; run++) {
      before();
      all.push(await expectFine(command));
    }
    return middle(all);
  };
  const small = candidates <= 1000;
  const unit = (await several([process.execPath, '-e', '0'])).seconds;
  const words = (measured: Measured): string => `${measured.seconds.toFixed(2)} s, ${(measured.seconds / unit).toFixed(0)} starts of Node${measured.megabytes === undefined ? '' : `, ${measured.megabytes.toFixed(0)} MB`}`;
  const cold = (): void => rmSync(join(root, '.hire'), { recursive: true, force: true });

  // One run that is not counted: it fills the caches of the disk and of Node's compiler, which every later run finds as well.
  await expectFine(hire('check', '--json'));
  say('check, no cache', words(await several(hire('check', '--json'), cold)), small ? '≤ 1.5 s, ≤ 250 MB' : '');
  const touched = join(root, 'content', 'people', 'alice.yml');
  say('check, one file changed', words(await several(hire('check', '--json'), () => appendFileSync(touched, '# changed\n'))), small ? '≤ 0.4 s' : '');
  const published = join(folder, 'published');
  say('aggregate', words(await several(hire('aggregate', '--out', published))), small ? '≤ 1 s' : '');
  const site = join(folder, 'site');
  say('site, with check and aggregate', words(await expectFine(hire('build', '--out', site))), small ? '≤ 8 s' : '< 1 GB');
  if (commits > 1) say('check --at a commit half-way', words(await expectFine(hire('check', '--json', '--at', `HEAD~${Math.floor(commits / 2)}`))), '');
  say(`gate, ${PROPOSED} commits`, words(await several(hire(...prepareGate(root, folder)))), '≤ 0.5 s');
  for (const [what, page, goal] of [['page without charts', 'candidates.html', '≤ 10 kB'], ['page with charts', 'roles/senior-backend-2026.html', '≤ 75 kB']] as const) {
    const file = join(site, page);
    if (existsSync(file)) say(`${what}, script compressed`, `${(scriptBytes(readFileSync(file, 'utf8')) / 1024).toFixed(1)} kB`, goal);
  }
  const rows = [process.execPath, join(ENGINE, 'scripts', 'hire.mjs'), ...await prepareImport(join(folder, 'import'))];
  say(`import ${ROWS.toLocaleString('en')} rows`, words(await expectFine(rows)), '≤ 20 s');
  say('import them again', words(await expectFine(rows)), '');
  const moves = await prepareMoves(join(folder, 'moves'));
  say(`move ${MOVED} candidates in bulk`, words(await several([process.execPath, join(ENGINE, 'scripts', 'hire.mjs'), ...moves.words], moves.before)), '≤ 3 s');
  await measureToday(folder, Math.min(candidates, 1000), runs, say);
  await measureNumbers(ENGINE, candidates, say);
  measureSeverity(say);
  return lines;
}

/** The figures for both sizes, the smaller first, so that it finds nothing warm. */
async function measureAllNumbers(context: Context): Promise<Line[]> {
  const lines: Line[] = [];
  const say = sayInto(lines, context);
  for (const candidates of [1000, 10_000]) await measureNumbers(ENGINE, candidates, say);
  measureSeverity(say);
  return lines;
}

function sayInto(lines: Line[], context: Context): Say {
  return (what, got, goal) => {
    lines.push({ what, got, goal });
    context.stderr(`${what}: ${got}\n`);
  };
}

/** Bytes of all scripts of a page that run, compressed together; data in the page is no script. */
function scriptBytes(page: string): number {
  const scripts = [...page.matchAll(/<script(?![^>]*type="application\/json")[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  return gzipSync(scripts.join('\n')).length;
}

function table({ candidates, files, commits }: Generated, lines: readonly Line[]): string {
  return [`${candidates} candidates, ${files} files, ${commits} commit${commits === 1 ? '' : 's'}`, '', ...rowsOf(lines), ''].join('\n');
}

function rowsOf(lines: readonly Line[]): string[] {
  return ['| what | measured | goal |', '| --- | --- | --- |', ...lines.map(({ what, got, goal }) => `| ${what} | ${got} | ${goal} |`)];
}

function whole(written: string, option: string): number {
  if (!/^[1-9]\d{0,5}$/.test(written)) throw new Mistake(`--${option} takes a whole number from 1, found “${written}”.`);
  return Number(written);
}

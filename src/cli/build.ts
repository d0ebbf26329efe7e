import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { flag, Mistake, textOption, type Command } from './command.ts';
import { READ_OPTIONS } from './options.ts';
import type { Audience } from './site/astro.ts';
import { makeSite } from './site/make.ts';
import { sayProblems } from './site/say.ts';

/** `hire build`: the private site, or the public guide for candidates, as a folder. */
export const build: Command = {
  name: 'build',
  summary: 'build the site as files',
  usage: '',
  help: `
Checks, aggregates and builds the site into dist/. It works served and by a double-click on index.html, and asks no other host
for anything. Names of candidates are never in it.

hire build                          stops at the first broken file
hire build --keep-going             builds the valid rest and says what was left out
hire build --at v1.2 --out old      the site as it was
hire build --audience candidate     the public guide, into public/: openings that are open, every stage with its terms, the
                                    guide and the survey; nothing of any candidate, reviewer or score`,
  options: { ...READ_OPTIONS, audience: { type: 'string' }, out: { type: 'string' }, 'keep-going': { type: 'boolean' } },
  words: [0, 0],
  async run(context, input) {
    const audience = audienceOf(textOption(input, 'audience') ?? 'team');
    const out = resolve(context.cwd, textOption(input, 'out') ?? (audience === 'team' ? 'dist' : 'public'));
    if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, 'index.html'))) {
      throw new Mistake(`${out} holds other files and no site. Name another folder with --out.`);
    }
    const began = context.machineNow();
    const made = await makeSite(context, input, { audience, out, keepGoing: flag(input, 'keep-going'), names: false });
    sayProblems(context, made);
    if (!made.built) return flag(input, 'dry-run') && made.failure === undefined ? 0 : made.failure === undefined ? 1 : 70;
    const seconds = ((context.machineNow() - began) / 1000).toFixed(1);
    context.stdout(flag(input, 'json') ? `${JSON.stringify({ out, seconds: Number(seconds) })}\n` : `Built ${out} in ${seconds} s. Open ${join(out, 'index.html')}.\n`);
    return made.problems.some((problem) => problem.severity === 'error') ? 1 : 0;
  },
};

function audienceOf(given: string): Audience {
  if (given === 'team' || given === 'candidate') return given;
  throw new Mistake(`--audience takes team or candidate, found “${given}”.`);
}

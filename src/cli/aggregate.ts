import { resolve } from 'node:path';
import { printProblems } from '../report/problems.ts';
import { flag, textOption, type Command } from './command.ts';
import { examine, openIdentities, openToExamine } from './examine.ts';
import { READ_OPTIONS } from './options.ts';
import { publishTo } from './publish-to.ts';

/** `hire aggregate`: the published data, for the site and for other tools. */
export const aggregate: Command = {
  name: 'aggregate',
  summary: 'compute everything that is published, as JSON',
  usage: '',
  help: `
Writes v1/*.json with JSON Schemas, and v1/text with the guide, roles and challenges. The same inputs give the same bytes.

hire aggregate --out public-data              the folder as it lies here
hire aggregate --out old --at v1.2            as it was
hire aggregate --out now --today 2026-11-22   as it stands at the end of a day`,
  options: { ...READ_OPTIONS, out: { type: 'string' }, 'keep-going': { type: 'boolean' } },
  words: [0, 0],
  async run(context, input) {
    const opened = await openToExamine(context, input);
    const problems = await examine(opened, openIdentities(opened));
    const broken = problems.some((problem) => problem.severity === 'error');
    if (broken && !flag(input, 'keep-going')) {
      context.stderr(printProblems(problems.filter((problem) => problem.severity === 'error'), { format: 'terminal', readText: opened.text }));
      context.stderr('Nothing was written. “--keep-going” publishes the valid rest.\n');
      return 1;
    }
    const out = resolve(context.cwd, textOption(input, 'out') ?? 'published');
    if (flag(input, 'dry-run')) {
      context.stderr(`Would write ${out}/v1.\n`);
      return 0;
    }
    const written = await publishTo(out, opened, problems, context);
    context.stdout(flag(input, 'json') ? `${JSON.stringify({ out, ...written })}\n` : `${written.files} files in ${out}/v1\n`);
    return broken ? 1 : 0;
  },
};

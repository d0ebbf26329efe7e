import type { Problem } from '../model/problem.ts';
import { printProblems, REPORT_FORMATS, type ReportFormat } from '../report/problems.ts';
import { changedLines, distanceTo } from '../store/changed-lines.ts';
import { processCosts } from './costs.ts';
import { flag, Mistake, textOption, type Command } from './command.ts';
import { examine, openIdentities, openToExamine } from './examine.ts';
import { READ_OPTIONS } from './options.ts';

/** `hire check`: is everything in the repository in order? */
export const check: Command = {
  name: 'check',
  summary: 'find everything that is wrong with the content',
  usage: '',
  help: `
Reads every file under content/ and rubrics/ and reports all problems with file, line and hint.

hire check                      code frames for people
hire check --json               {ok, problems, counts}
hire check --format github      annotations of a workflow, ten of a kind; with --base <commit> those nearest to the change since
hire check --format markdown    for a comment or a job summary
hire check --at v1.2            the tree of a commit, branch or tag`,
  options: { ...READ_OPTIONS, format: { type: 'string' }, base: { type: 'string' } },
  words: [0, 0],
  async run(context, input) {
    const format = formatOf(flag(input, 'json') ? 'json' : (textOption(input, 'format') ?? 'terminal'));
    const opened = await openToExamine(context, input);
    const problems = await examine(opened, openIdentities(opened));
    const coloured = context.terminal.output && format === 'terminal';
    const base = textOption(input, 'base');
    const distance = base !== undefined && format === 'github' ? await distanceFrom(opened.root, base, opened.commit?.id ?? 'HEAD') : undefined;
    context.stdout(printProblems(problems, { format, readText: opened.text, ...(coloured && { stream: process.stdout }), ...(distance && { distance }) }));
    if (format === 'terminal') {
      for (const { title, words } of processCosts(opened.workspace)) context.stderr(`${title}: ${words}\n`);
    }
    return problems.some((problem) => problem.severity === 'error') ? 1 : 0;
  },
};

/** Lines between a problem and the nearest change since a commit; another file is further away than any line. Nothing where git cannot tell. */
async function distanceFrom(root: string, base: string, head: string): Promise<((problem: Problem) => number) | undefined> {
  const changed = await changedLines(root, base, head);
  return changed.size === 0 ? undefined : ({ path, line = 1 }) => distanceTo(changed.get(path), line);
}

function formatOf(name: string): ReportFormat {
  const known = REPORT_FORMATS.find((format) => format === name);
  if (!known) throw new Mistake(`--format takes one of ${REPORT_FORMATS.join(', ')}, found “${name}”.`);
  return known;
}

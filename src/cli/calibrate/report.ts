import { calibrationMarkdown } from '../../report/calibration.ts';
import { flag, Mistake, type Context, type Input } from '../command.ts';
import { openTree } from '../open.ts';
import { repositoryOf } from '../repository-of.ts';
import { reportOf } from './report-data.ts';
import { reportWords } from './report-words.ts';
import { lackWords, sessionOf, turnoutOf } from './session.ts';

/** Columns that nobody wants wider. */
const WIDEST = 100;

/** What a closed session found. @returns the exit code @throws Mistake while it is open: to see another's mark would end the independence */
export async function showReport(context: Context, input: Input, word: string | undefined): Promise<number> {
  const opened = await openTree(context, input);
  const closed = [...opened.workspace.calibrations].filter(([, { session }]) => session.value.state === 'closed').map(([id]) => id);
  // Without a word the newest that can be shown; names begin with a month.
  const named = sessionOf(opened, word ?? closed.sort().at(-1), 'report');
  const { id, folder } = named;
  if (folder.session.value.state !== 'closed') {
    const lacks = lackWords(turnoutOf(folder, opened.clock.now));
    throw new Mistake(`${id} is open, and nobody sees another’s mark before it is closed. ${lacks === ''
      ? `Everybody is in: hire calibrate close ${id}`
      : `It waits: ${lacks}. Who is in: hire calibrate status ${id}. Only if somebody will never be in: “hire calibrate close ${id} --anyway” opens the marks, and whoever is missing can give none any more.`}`);
  }
  const repository = await repositoryOf(opened.root, context.env);
  const { report, published } = reportOf(opened, named, (path, line) => (repository ? `${repository.web}/${repository.owner}/${repository.name}/edit/${repository.branch}/${repository.prefix}${path}#L${line}` : undefined));
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ ...published, change: published.change && { ...published.change, line: report.question?.change?.line ?? null, link: report.question?.change?.link ?? null } }, null, 2)}\n`);
  else context.stdout(flag(input, 'markdown') ? calibrationMarkdown(report) : reportWords(report, Math.min(WIDEST, Math.max(40, context.terminal.columns))));
  return 0;
}

import { closest } from '../model/words.ts';
import { roleReportMarkdown, roleReportText } from '../report/role-report.ts';
import type { PublishedReport } from '../view/published/report.ts';
import { roleReport } from '../view/publish.ts';
import { flag, Mistake, type Command } from './command.ts';
import { openTree } from './open.ts';
import { READ_OPTIONS } from './options.ts';
import { wrapped } from './screen/lines.ts';

/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 100;

/** `hire report <role>`: everything the record says about an opening, in sentences. */
export const report: Command = {
  name: 'report',
  summary: 'what the record says about an opening, in plain sentences',
  usage: '<role>',
  help: `
One page: how many go on at each stage and how long it takes, promises, agreement, challenges, what candidates say, fairness, whether scores
foretell the work, and what is missing to tell. The sentences are those of the site.

hire report senior-backend-2026
hire report senior-backend-2026 --markdown > report.md
hire report senior-backend-2026 --today 2026-09-30     as it stood at the end of a day`,
  options: { ...READ_OPTIONS, markdown: { type: 'boolean' } },
  means: { markdown: ['as Markdown, for a document or an issue'] },
  words: [1, 1],
  async run(context, input) {
    const [role = ''] = input.words;
    const opened = await openTree(context, input);
    const { roles } = opened.workspace;
    if (!roles.has(role)) {
      const guess = closest(role, roles.keys());
      throw new Mistake(`There is no role “${role}”.${guess === undefined ? '' : ` Did you mean “${guess}”?`} ${roles.size === 0 ? 'There is none at all.' : `There are: ${[...roles.keys()].join(', ')}.`}`);
    }
    const found = roleReport(opened.workspace, opened.clock.now, role);
    if (!found) throw new Error(`The role ${role} is published without a report.`);
    const { url } = opened.workspace.settings.value.site;
    context.stdout(written(found, url, flag(input, 'json') ? 'json' : flag(input, 'markdown') ? 'markdown' : 'terminal', Math.min(context.terminal.columns, WIDEST)));
    return 0;
  },
};

function written(found: PublishedReport, site: string, format: 'json' | 'markdown' | 'terminal', width: number): string {
  if (format === 'json') return `${JSON.stringify(found)}\n`;
  return format === 'markdown' ? roleReportMarkdown(found, site) : roleReportText(found, width, wrapped);
}

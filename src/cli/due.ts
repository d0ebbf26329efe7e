import { officeOf } from '../analysis/time/office.ts';
import { keepIssues, type IssueStep } from '../github/issues.ts';
import { plural } from '../model/words.ts';
import { list } from '../outbox/outbox.ts';
import { oneOfThese } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { DUE_ISSUES, wantedIssues } from './due-issues.ts';
import { dueItems, type DueItem } from './due-items.ts';
import { markdownList, partOf, terminalList } from './due-print.ts';
import { forgeOf } from './forge.ts';
import { openTree, type Opened } from './open.ts';
import { READ_OPTIONS } from './options.ts';
import { repositoryOf } from './repository-of.ts';

/** Business days that are looked ahead, unless said. */
const AHEAD = 3;

/** `hire due`: what is overdue and what comes, whose it is, and what settles it. */
export const due: Command = {
  name: 'due',
  summary: 'what is overdue, what comes next, and what settles it',
  usage: '',
  help: `
Every decision, answer and score that candidates wait for, with the person it waits for and the command that settles it; meetings nobody
wrote down, windows nobody closed, reviews of hires, and drafts that wait on this machine. What is overdue stands first.
Exit code 1 when something of ours is overdue.

hire due                          the next three business days
hire due --person dana --days 10
hire due --markdown               for a message to the team
hire due --issues                 one GitHub issue for each person, changed only when the work changes; --dry-run says what would change`,
  options: { ...READ_OPTIONS, person: { type: 'string' }, role: { type: 'string' }, days: { type: 'string' }, markdown: { type: 'boolean' }, issues: { type: 'boolean' } },
  means: {
    person: ['only what waits for this person', 'person'], role: ['only this opening', 'role'], days: ['business days to look ahead (default: 3)', 'number'],
    markdown: ['print Markdown, by person'], issues: ['keep one issue on GitHub for each person'],
  },
  words: [0, 0],
  async run(context, input) {
    const days = wholeDays(textOption(input, 'days'));
    const opened = await openTree(context, input);
    const filter = { person: known(input, 'person', opened.workspace.people), role: known(input, 'role', opened.workspace.roles) };
    if (flag(input, 'issues')) return keep(context, input, opened);
    const office = officeOf(opened.workspace.calendar);
    const until = office.business.add(office.zone.dayOf(opened.clock.now), days);
    // The folder alone has an outbox: the tree of a commit is somebody else’s day.
    const items = dueItems(opened, opened.commit ? [] : list(opened.root), { ...filter, until });
    const overdue = items.filter((item) => partOf(item) === 'overdue').length;
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ ok: overdue === 0, until, overdue, items: items.map(dataOf) }, null, 2)}\n`);
    else if (flag(input, 'markdown')) context.stdout(markdownList(items, (person) => opened.workspace.people.get(person)?.value.name ?? person));
    else {
      context.stdout(terminalList(items, until));
      context.stderr(items.length === 0 ? `Nothing is due until ${until}.\n` : `\n${plural(items.length, 'thing')} to do, ${overdue === 0 ? 'none' : overdue} overdue.\n`);
    }
    return overdue === 0 ? 0 : 1;
  },
};

/** The issues say what is overdue, so that is no failure of the command: a red workflow every morning would be looked at by nobody. */
async function keep(context: Context, input: Input, opened: Opened): Promise<number> {
  for (const option of ['person', 'role', 'days', 'markdown']) if (input.options[option] !== undefined) throw new Mistake(`--${option} does not go with --issues: there is one issue for each person, with everything that waits for them.`);
  const dryRun = flag(input, 'dry-run');
  if (opened.workspace.settings.value.example && !dryRun) {
    context.stderr('This is the example: its people are invented, and nobody is told. “hire init” makes it yours.\n');
    return 0;
  }
  const place = await repositoryOf(opened.root, context.env);
  const wanted = wantedIssues(opened.workspace, dueItems(opened, []), place ? `${place.web}/${place.owner}/${place.name}/blob/${place.branch}` : undefined);
  if (dryRun && !context.env['GITHUB_TOKEN'] && !context.env['GH_TOKEN']) {
    context.stdout(flag(input, 'json') ? `${JSON.stringify({ dryRun, wanted })}\n` : wanted.map(({ title, body }) => `# ${title}\n\n${body}`).join('\n'));
    context.stderr('Without a token for GitHub nothing can be compared: so the issues should be.\n');
    return 0;
  }
  const steps = await keepIssues(await forgeOf(context, opened.root), wanted, { ...DUE_ISSUES, dryRun });
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ dryRun, steps })}\n`);
  else {
    context.stdout(steps.map((step) => stepLine(step, dryRun)).join(''));
    if (steps.length === 0) context.stderr('Every issue says what is due.\n');
  }
  return 0;
}

const DOES: Readonly<Record<IssueStep['does'], readonly [done: string, would: string]>> = {
  create: ['opened', 'would open'], update: ['changed', 'would change'], reopen: ['opened again', 'would open again'], close: ['closed', 'would close'],
};

function stepLine({ does, title, url }: IssueStep, dryRun: boolean): string {
  return `${DOES[does][dryRun ? 1 : 0]}: ${title}${url === undefined ? '' : `, ${url}`}\n`;
}

function dataOf(item: DueItem): object {
  return { ...item, person: item.person ?? null, visit: item.visit ?? null, due: item.due ?? null, overdue: partOf(item) === 'overdue' };
}

function wholeDays(written: string | undefined): number {
  if (written === undefined) return AHEAD;
  if (!/^\d{1,3}$/.test(written)) throw new Mistake(`--days takes a whole number of business days, found “${written}”.`);
  return Number(written);
}

function known(input: Input, option: 'person' | 'role', all: ReadonlyMap<string, unknown>): string | undefined {
  const said = textOption(input, option);
  const wrong = said === undefined ? undefined : oneOfThese(option === 'person' ? 'person' : 'role', all.keys())(said);
  if (wrong !== undefined) throw new Mistake(`--${option}: ${wrong}`);
  return said;
}

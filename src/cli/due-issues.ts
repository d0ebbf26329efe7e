import { spokenPseudonym } from '../model/pseudonym.ts';
import { compareText } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import type { WantedIssue } from '../github/issues.ts';
import type { DueItem } from './due-items.ts';
import { markdownText } from './due-markdown.ts';
import { partOf, type Part } from './due-print.ts';

/** The label of all of them, and what a closed one says. */
export const DUE_ISSUES = { label: 'due', done: 'Nothing waits for you.' } as const;

/** GitHub takes 65,536 characters; a line has some 300. */
const LINES = 120;

const TITLES: Readonly<Record<Exclude<Part, 'draft'>, string>> = { overdue: 'Overdue', due: 'To do', over: 'Candidates’ time that has run out' };

/**
 * One issue for each person something waits for, never with a mark or a name of a candidate. It changes when something is to do, is done,
 * or becomes overdue, and never because a day has passed: it holds dates, no ages. Drafts lie on one machine alone and are left out.
 * @param files address of the repository’s files on GitHub, where it is known: a reviewer’s line leads to what was handed in
 */
export function wantedIssues(workspace: Workspace, items: readonly DueItem[], files?: string): WantedIssue[] {
  const people = Map.groupBy(items.filter((item) => partOf(item) !== 'draft'), ({ person }) => person);
  return [...people].sort(([a], [b]) => compareText(a ?? '', b ?? '')).flatMap(([id, own]) => {
    const person = id === undefined ? undefined : workspace.people.get(id)?.value;
    if (id === undefined || !person) return [];
    return [{ key: id, title: `What waits for ${person.name}`, body: bodyOf(workspace, own, files), ...(person.github ? { assignees: [person.github.login] } : {}) }];
  });
}

function bodyOf(workspace: Workspace, items: readonly DueItem[], files: string | undefined): string {
  const site = workspace.settings.value.site.url.replace(/\/+$/, '');
  const parts = (Object.keys(TITLES) as (keyof typeof TITLES)[]).flatMap((part) => {
    const own = items.filter((item) => partOf(item) === part);
    if (own.length === 0) return [];
    const rest = own.length > LINES ? `- and ${own.length - LINES} more: [all promises](${site}/promises.html)\n` : '';
    return [`### ${TITLES[part]}\n\n${own.slice(0, LINES).map((item) => (item.kind === 'score' ? scoreLine(workspace, site, item, files) : line(workspace, site, item))).join('')}${rest}`];
  });
  return `${parts.join('\n')}\nThis list keeps itself: it changes when something is done or becomes overdue, and closes when nothing is left. \`hire due\` says how to settle each.\n`;
}

function line(workspace: Workspace, site: string, { role, candidate, where, what, due, kind }: DueItem): string {
  const title = workspace.roles.get(role)?.value.title ?? role;
  const at = kind === 'decide' ? '#bar' : kind === 'tell' || kind === 'invite' || kind === 'late' ? '#messages' : '';
  const when = due === undefined ? '' : `, ${kind === 'expire' ? 'ended' : 'due'} ${due}`;
  return `- [${spokenPseudonym(candidate)}](${site}/candidates/${role}/${candidate}.html${at}), [${markdownText(title)}](${site}/roles/${role}.html), ${markdownText(`${where}: ${what}`)}${when}\n`;
}

/** A reviewer’s line leads to the sheet, to what was handed in, and to the candidate’s page; and says what to type instead. */
function scoreLine(workspace: Workspace, site: string, { role, candidate, visit = '', where, due, command }: DueItem, files: string | undefined): string {
  const title = workspace.roles.get(role)?.value.title ?? role;
  const folder = workspace.candidates.get(role)?.get(candidate);
  const submission = folder?.submissions.get(visit)?.path ?? folder?.submissionTexts.get(visit)?.path;
  const links = [
    `[score](${site}/score/${role}/${candidate}/${visit}.html)`,
    ...(submission !== undefined && files !== undefined ? [`[handed in](${files}/${submission})`] : []),
  ];
  return `- [${spokenPseudonym(candidate)}](${site}/candidates/${role}/${candidate}.html), ${markdownText(title)}, ${markdownText(where)}${due === undefined ? '' : `, due ${due}`}: ${links.join(', ')} or \`${command.replaceAll('`', '')}\`\n`;
}

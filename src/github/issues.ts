import type { Forge, Issue } from './forge.ts';

/** An issue that should stand open. */
export interface WantedIssue {
  /** What it is about, such as a person's id: there is one issue for each, for ever. */
  readonly key: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** GitHub accounts, set when it is made. */
  readonly assignees?: readonly string[];
}

/** One thing to be done so that the issues are as they should be. */
export interface IssueStep {
  readonly does: 'create' | 'update' | 'reopen' | 'close';
  readonly key: string;
  readonly title: string;
  /** Undefined for one that is still to be made. */
  readonly number?: number;
  readonly url?: string;
}

/** How the issues are kept. */
export interface KeepOptions {
  /** Marks all of them; issues without it are not looked at. Part of the key. */
  readonly label: string;
  /** What a closed one says. */
  readonly done?: string;
  /** Only say what would be done. */
  readonly dryRun?: boolean;
}

/**
 * Brings the issues of one label to what is wanted: one for each key, changed only where its words differ, closed when it is no longer
 * wanted. Whoever is subscribed hears nothing when nothing changed. An issue that a person closed stays closed until its words change.
 * Issues written by others are left alone, whatever they quote.
 * @returns what was done, or would be
 * @throws ForgeError; what was done before it stays done, and calling again goes on from there
 */
export async function keepIssues(forge: Forge, wanted: readonly WantedIssue[], { label, done = 'Nothing is left to do here.', dryRun = false }: KeepOptions): Promise<readonly IssueStep[]> {
  const keys = wanted.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`Two issues are wanted for “${twice}”.`);
  const kept = new Map<string, Issue>();
  const spare: [string, Issue][] = [];
  for (const issue of [...(await forge.issues(label))].sort((a, b) => a.number - b.number)) {
    const key = issue.own ? keyOf(issue.body, label) : undefined;
    if (key === undefined) continue;
    if (kept.has(key)) spare.push([key, issue]);
    else kept.set(key, issue);
  }
  const steps: IssueStep[] = [];
  for (const want of wanted) {
    const issue = kept.get(want.key);
    const body = `${markerOf(want.key, label)}\n${want.body.trimEnd()}\n`;
    if (!issue) steps.push(await create(forge, want, body, label, dryRun));
    else if (!sameWords(issue, want.title, body)) {
      if (!dryRun) await forge.editIssue(issue.number, { title: want.title, body, ...(!issue.open && { open: true }) });
      steps.push(stepOf(issue.open ? 'update' : 'reopen', want.key, issue, want.title));
    }
  }
  for (const [key, issue] of [...[...kept].filter(([key]) => !keys.includes(key)), ...spare]) {
    if (!issue.open) continue;
    // Other words than any that are wanted, so that the same work later opens it again.
    if (!dryRun) await forge.editIssue(issue.number, { body: `${markerOf(key, label)}\n${done}\n`, open: false });
    steps.push(stepOf('close', key, issue, issue.title));
  }
  return steps;
}

async function create(forge: Forge, { key, title, assignees = [] }: WantedIssue, body: string, label: string, dryRun: boolean): Promise<IssueStep> {
  if (dryRun) return { does: 'create', key, title };
  return stepOf('create', key, await forge.createIssue({ title, body, labels: [label], assignees }), title);
}

function stepOf(does: IssueStep['does'], key: string, { number, url }: Issue, title: string): IssueStep {
  return { does, key, title, number, url };
}

/** A line that GitHub does not show. */
function markerOf(key: string, label: string): string {
  return `<!-- hire ${encodeURIComponent(label)} ${encodeURIComponent(key)} -->`;
}

function keyOf(body: string, label: string): string | undefined {
  const [, of, key] = /^<!-- hire ([^ <>]+) ([^ <>]+) -->\r?(?:\n|$)/.exec(body) ?? [];
  try {
    return of !== undefined && key !== undefined && decodeURIComponent(of) === label ? decodeURIComponent(key) : undefined;
  } catch {
    return undefined;
  }
}

/** GitHub stores other line ends than it was sent when somebody edits on the web. */
function sameWords(issue: Issue, title: string, body: string): boolean {
  return issue.title === title && issue.body.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd();
}

import type { Change } from '../model/change.ts';
import { submissionSchema, type Submission } from '../model/submission.ts';
import type { CandidateFolder, Stored } from '../model/workspace.ts';
import { printFlow, printProse } from '../text/print-scalar.ts';
import { NotPossible } from './refusal.ts';

/** What was handed in, beyond the moment: links, files, minutes, what was said of AI tools. */
export type HandedIn = Partial<Omit<Submission, 'received'>>;

/** The submission of a visit, as a record and as the file it is written to. */
export interface PlannedSubmission {
  readonly stored: Stored<Submission>;
  readonly change: Change;
}

/**
 * The file that says what was handed in.
 * @throws NotPossible when the visit has one already, or a link is none
 */
export function planSubmission(folder: CandidateFolder, visit: string, received: string, handedIn: HandedIn, text: (path: string) => string | undefined): PlannedSubmission {
  const path = `${folder.path}/submissions/${visit}.yml`;
  if (folder.submissions.has(visit) || text(path) !== undefined) {
    throw new NotPossible(`“${folder.id}” has a submission for “${visit}” already.`, `Leave out --link, --file and --minutes, or change ${path} by hand.`);
  }
  const parsed = submissionSchema.safeParse({ received, ...handedIn });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new NotPossible(`What was handed in cannot be written: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`, 'A link is an https address, a commit is 7 to 64 hexadecimal digits.');
  }
  const value = parsed.data;
  return { stored: { path, value }, change: { path, before: undefined, after: submissionText(path, value) } };
}

function submissionText(path: string, { received, links, files, minutes_reported: minutes, ai, answers }: Submission): string {
  const lines = [
    `# yaml-language-server: $schema=${'../'.repeat(path.split('/').length - 1)}.hire/schemas/submission.json`,
    `received: ${received}`,
    ...list('links', links.map((link) => printFlow(link))),
    ...list('files', files.map((file) => printFlow(file))),
    ...(minutes === undefined ? [] : [`minutes_reported: ${minutes}`]),
    ...(ai === undefined ? [] : [`ai: ${printFlow(ai)}`]),
    ...(Object.keys(answers).length === 0 ? [] : ['answers:', ...Object.entries(answers).map(([question, answer]) => printProse(question, answer, 2))]),
  ];
  return `${lines.join('\n')}\n`;
}

function list(key: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [`${key}:`, ...entries.map((entry) => `  - ${entry}`)];
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readProposal, type Proposal } from '../../gate/event.ts';
import { Mistake, textOption, type Context, type Input } from '../command.ts';

const commit = z.string().regex(/^[0-9a-f]{40,64}$/);
const end = z.looseObject({ sha: commit.optional(), ref: z.string().optional(), repo: z.looseObject({ html_url: z.string().optional() }).nullish() });

/** What of an event says which pull request it is, and between which commits. */
const payloadSchema = z.looseObject({
  pull_request: z.looseObject({
    number: z.int().positive().optional(), state: z.string().optional(), draft: z.boolean().optional(),
    head: end.optional(), base: end.optional(),
  }),
});

/** A pull request as its event tells of it. */
export interface PullRequestEvent {
  readonly number: number | undefined;
  readonly proposal: Proposal;
  readonly base: string;
  readonly head: string;
  readonly draft: boolean;
  /** The branch that is proposed, and the address of the repository it lies in. */
  readonly branch: { readonly repository: string; readonly name: string } | undefined;
}

/**
 * The pull request that `--event` (on a runner `GITHUB_EVENT_PATH`) tells of, between the commits of `--base` and `--head` or those it names.
 * @throws Mistake when there is no such file, it tells of no pull request, or nothing names the commits
 */
export function pullRequestOf(context: Context, input: Input): PullRequestEvent {
  const named = textOption(input, 'event') ?? context.env['GITHUB_EVENT_PATH'];
  if (named === undefined) throw new Mistake('--event is missing: the file with the pull request’s event; on a runner GITHUB_EVENT_PATH names it.');
  let payload: unknown;
  try {
    payload = JSON.parse(readFileSync(resolve(context.cwd, named), 'utf8'));
  } catch (error) {
    throw new Mistake(`${named} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const proposal = readProposal(payload);
  const read = payloadSchema.safeParse(payload);
  if (!proposal || !read.success) throw new Mistake(`${named} is no event of a pull request that names the account of its author.`);
  const { number, draft = false, head, base } = read.data.pull_request;
  return {
    number, proposal, draft, branch: branchOf(head),
    base: commitOf(input, 'base', base?.sha, named), head: commitOf(input, 'head', head?.sha, named),
  };
}

function commitOf(input: Input, option: 'base' | 'head', told: string | undefined, file: string): string {
  const commit = textOption(input, option) ?? told;
  if (commit === undefined || commit === '') throw new Mistake(`--${option} is missing, and ${file} names no commit for it.`);
  return commit;
}

/** Only an address that a browser opens safely becomes a link. */
function branchOf(head: z.output<typeof end> | undefined): PullRequestEvent['branch'] {
  const address = head?.repo?.html_url;
  if (address === undefined || head?.ref === undefined || !URL.canParse(address) || !/^https:\/\/[^\s()<>"'\\]+$/.test(address)) return undefined;
  return { repository: address.replace(/\/+$/, ''), name: head.ref };
}

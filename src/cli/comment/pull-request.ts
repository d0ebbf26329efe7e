import { z } from 'zod';
import type { Proposal } from '../../gate/event.ts';
import { Mistake, textOption, type Context, type Input } from '../command.ts';
import { eventPayload, noEvent } from '../event-payload.ts';

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
  const { file, payload, proposal } = eventPayload(context, input);
  const read = payloadSchema.safeParse(payload);
  if (!read.success) throw new Mistake(noEvent(file));
  const { number, draft = false, head, base } = read.data.pull_request;
  return {
    number, proposal, draft, branch: branchOf(head),
    base: commitOf(input, 'base', base?.sha, file), head: commitOf(input, 'head', head?.sha, file),
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

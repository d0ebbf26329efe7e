import { z } from 'zod';

const account = z.looseObject({ id: z.int().positive(), login: z.string().default('') });

/** The part of a `pull_request` payload that the gate believes: GitHub's own words about accounts, never a commit's author line. */
const payloadSchema = z.looseObject({
  action: z.string().optional(),
  pull_request: z.looseObject({ user: account, number: z.int().optional() }),
  sender: account.optional(),
});

/** Who proposes a change. */
export interface Proposal {
  /** Numeric id of the account that opened the pull request; a login can change hands. */
  readonly account: number;
  readonly login: string;
  /** The account that pushed the newest commits, where the event says so and it is another. */
  readonly pushedBy: { readonly account: number; readonly login: string } | undefined;
}

/** Reads an event of GitHub; undefined when it is about no pull request, or the account that opened it is gone. */
export function readProposal(payload: unknown): Proposal | undefined {
  const read = payloadSchema.safeParse(payload);
  if (!read.success) return undefined;
  const { action, pull_request: { user }, sender } = read.data;
  const pusher = action === 'synchronize' && sender !== undefined && sender.id !== user.id ? { account: sender.id, login: sender.login } : undefined;
  return { account: user.id, login: user.login, pushedBy: pusher };
}

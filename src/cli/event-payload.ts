import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readProposal, type Proposal } from '../gate/event.ts';
import { Mistake, textOption, type Context, type Input } from './command.ts';

/** A pull request's event: the file, what it holds, and what the gate reads in it. */
export interface EventPayload {
  readonly file: string;
  readonly payload: unknown;
  readonly proposal: Proposal;
}

/**
 * The event that `--event` (on a runner `GITHUB_EVENT_PATH`) names.
 * @throws Mistake when none is named, it cannot be read, or it tells of no pull request with the account of its author
 */
export function eventPayload(context: Context, input: Input): EventPayload {
  const file = textOption(input, 'event') ?? context.env['GITHUB_EVENT_PATH'];
  if (file === undefined) throw new Mistake('--event is missing: the file with the pull request’s event; on a runner GITHUB_EVENT_PATH names it.');
  let payload: unknown;
  try {
    payload = JSON.parse(readFileSync(resolve(context.cwd, file), 'utf8'));
  } catch (error) {
    throw new Mistake(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const proposal = readProposal(payload);
  if (!proposal) throw new Mistake(noEvent(file));
  return { file, payload, proposal };
}

/** What is said of a file that is some other event. */
export function noEvent(file: string): string {
  return `${file} is no event of a pull request that names the account of its author.`;
}

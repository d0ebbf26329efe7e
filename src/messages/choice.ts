import { candidateFacts } from '../analysis/candidate.ts';
import { extraTime } from '../analysis/time/deadline.ts';
import { after, officeOf } from '../analysis/time/office.ts';
import { lowerHours, upperHours, type Duration } from '../model/duration.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';
import type { MessageCall } from './call.ts';
import { currentTerms } from './promises.ts';

const HOUR = 3_600_000;

/** What a choice needs: the application with the event in it, and what was chosen. */
export interface ChoiceInput {
  readonly workspace: Workspace;
  readonly folder: CandidateFolder;
  readonly now: number;
  readonly call: MessageCall;
  readonly sender: string;
  readonly window?: Duration | undefined;
}

/**
 * The application as if the message with the chosen date had been sent: from there every date follows as it always does, and a choice
 * outside of what the challenge offers is held within it.
 */
export function withChoice({ workspace, folder, now, call, sender, window }: ChoiceInput): CandidateFolder {
  if (!window) return folder;
  const office = officeOf(workspace.calendar);
  const facts = candidateFacts(workspace, folder, now);
  const { current } = facts;
  const offered = currentTerms(workspace, facts)?.window;
  let submitBy: number | undefined;
  if (call.document.value.when.on === 'offered' && current?.offered !== undefined) submitBy = after(office, Date.parse(current.offered), window).at;
  else if (current?.started !== undefined && offered) {
    const hours = Math.min(upperHours(offered), Math.max(lowerHours(offered), upperHours(window)));
    submitBy = Date.parse(current.started) + hours * HOUR + extraTime(current.deadline?.extra ?? []);
  }
  if (submitBy === undefined) return folder;
  const { path, value = [] } = folder.messages ?? { path: `${folder.path}/messages.yml` };
  return { ...folder, messages: { path, value: [...value, { at: office.zone.instantText(now), message: call.message, by: sender, promised: { submit_by: office.zone.instantText(submitBy) } }] } };
}

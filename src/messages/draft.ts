import { candidateFacts } from '../analysis/candidate.ts';
import type { CandidateFacts } from '../analysis/facts.ts';
import { roleCost } from '../analysis/process-cost.ts';
import { officeOf } from '../analysis/time/office.ts';
import type { Duration } from '../model/duration.ts';
import type { Identity } from '../model/identities.ts';
import type { MessageOccasion } from '../model/message.ts';
import type { Stage } from '../model/pipeline.ts';
import type { SentMessage } from '../model/sent-message.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';
import type { MessageCall } from './call.ts';
import { withChoice } from './choice.ts';
import { calendarEntries, hostOf, type CalendarEntry } from './entries.ts';
import { feedbackFor } from './feedback.ts';
import { wholeName } from './first-name.ts';
import { messageDates, promisedBy } from './promises.ts';
import { render } from './render.ts';
import { messageValues } from './values.ts';

/** What a message is written from. Instants are epochs in milliseconds. */
export interface DraftInput {
  /** As it is after what happened. */
  readonly workspace: Workspace;
  /** The application after what happened. */
  readonly folder: CandidateFolder;
  readonly now: number;
  readonly call: MessageCall;
  /** Id of the person who signs. */
  readonly sender: string;
  readonly identity?: Identity | undefined;
  /** Word of a closed list; without it the one the application ended with. */
  readonly reason?: string | undefined;
  /** Extra time as written, `24h`; without it the last that was granted. */
  readonly extra?: string | undefined;
  /** Without it the one the record names. */
  readonly appointment?: number | undefined;
  /** How long the candidate wants for their window; for an offer, how long they may think. The record keeps it in the promise alone. */
  readonly window?: Duration | undefined;
  readonly challengeLink?: string | undefined;
  /** Without it, in a decline, what the rubric says of the marks. */
  readonly feedback?: string | undefined;
}

/** A message to one candidate, written and not sent. */
export interface Draft {
  /** `<candidate>--<visit>--<message>` */
  readonly id: string;
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  readonly message: string;
  readonly language: string;
  /** Id of the person who signs. */
  readonly sender: string;
  readonly senderName: string;
  /** Undefined where the identity is closed or names no address. */
  readonly to: { readonly name: string; readonly address: string } | undefined;
  readonly subject: string;
  /** Markdown. */
  readonly text: string;
  /** What the record will say of it once it was sent. */
  readonly promised: SentMessage['promised'];
  readonly calendar: readonly CalendarEntry[];
  /** Tokens that nobody knew: the text shows their names in brackets. */
  readonly unknown: readonly string[];
  readonly organisation: string;
  /** Host of the organisation's site, for ids of messages and entries. */
  readonly host: string;
}

/** Writes a message: the template with its values, what it promises, and what it puts into the candidate's calendar. Never throws. */
export function draftMessage(input: DraftInput): Draft {
  const { workspace, folder, now, call, sender, identity } = input;
  const template = call.document.value;
  const { on } = template.when;
  const settings = workspace.settings.value;
  const office = officeOf(workspace.calendar);
  const facts = candidateFacts(workspace, withChoice(input), now);
  const dates = messageDates({ workspace, folder, facts, now, on });
  const promised = promisedBy(on, facts, dates, office);
  const { current, previous } = stagesAround(workspace, facts);
  const appointment = input.appointment ?? (facts.current?.bookedFor === undefined ? undefined : Date.parse(facts.current.bookedFor));
  const reason = input.reason ?? facts.reason;
  const values = messageValues({
    workspace, now, language: call.language, role: folder.role, candidate: folder.id, stage: current, previous, sender,
    cost: roleCost(workspace, folder.role) ?? { hours: 0, days: 0 },
    startBy: dates.startBy, deadline: dates.deadline, replyBy: dates.replyBy, appointment,
    extra: input.extra ?? extraOf(on, folder, facts),
    reason: reason === undefined ? undefined : (settings.decline_reasons[reason] ?? settings.withdraw_reasons[reason]),
    identity, feedback: input.feedback ?? (on === 'declined' ? feedbackFor(facts, reason, call.language) : undefined), challengeLink: input.challengeLink,
  });
  const subject = render(template.subject, values);
  const body = render(call.document.body.trim(), values);
  const visit = facts.current?.name ?? 'none';
  return {
    id: `${folder.id}--${visit}--${call.message}`,
    role: folder.role, candidate: folder.id, visit, message: call.message, language: call.language, sender,
    senderName: wholeName(workspace.people.get(sender)?.value.name ?? sender),
    to: identity?.email === undefined ? undefined : { name: wholeName(identity.name), address: identity.email },
    subject: subject.text.replace(/\s+/gu, ' ').trim(),
    text: body.text,
    promised,
    calendar: calendarEntries({ workspace, folder, facts, dates, promised, on, answers: template.answers, appointment, language: call.language, now }),
    unknown: [...new Set([...subject.unknown, ...body.unknown])],
    organisation: settings.organisation,
    host: hostOf(workspace),
  };
}

/** Who signs a message: the person the template names, or the role's manager. Undefined where the role has none. */
export function senderOf(workspace: Workspace, role: string, call: MessageCall): string | undefined {
  const { from } = call.document.value;
  return from === 'manager' ? workspace.roles.get(role)?.value.manager : from;
}

/** The last extra time; a letter about what was arranged names only what this stage got. */
function extraOf(on: MessageOccasion, { record }: CandidateFolder, { current }: CandidateFacts): string | undefined {
  const granted = record?.value.adjustments ?? [];
  if (on === 'adjusted') return granted.at(-1)?.extra.text;
  return on === 'accommodation' ? granted.findLast(({ stages }) => current !== undefined && stages.includes(current.stage))?.extra.text : undefined;
}

function stagesAround(workspace: Workspace, facts: CandidateFacts): { current: Stage | undefined; previous: Stage | undefined } {
  const role = workspace.roles.get(facts.role)?.value;
  const stages = (role && workspace.pipelines.get(role.pipeline)?.value.stages) ?? [];
  const named = (id: string | undefined): Stage | undefined => stages.find((stage) => stage.id === id);
  return { current: named(facts.current?.stage), previous: named(facts.visits.at(-2)?.stage) };
}

import type { WorkspaceFacts } from '../analysis/candidate.ts';
import type { CandidateFacts, Owes, VisitFacts } from '../analysis/facts.ts';
import { after, officeOf, type Office } from '../analysis/time/office.ts';
import { upperHours, type Duration } from '../model/duration.ts';
import type { Message } from '../model/message.ts';
import type { SentMessage } from '../model/sent-message.ts';
import type { Workspace } from '../model/workspace.ts';
import { templatesFor, type Occasion } from './call.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Whoever was not asked by then has forgotten how it was. */
const SURVEY_DAYS = 30;

/** A message that time calls for. */
export interface DueMessage {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  readonly on: Message['when']['on'];
  /** Id of the template. */
  readonly message: string;
  /** From when on it was due, epoch in milliseconds. */
  readonly since: number;
}

/** What a request for an accommodation came to; an identity record has them. */
export interface AnsweredRequest {
  readonly decision: 'granted' | 'declined' | 'open';
  /** The day of the decision. */
  readonly decided?: string | undefined;
  /** The day the candidate was told; the record never says it. */
  readonly told?: string | undefined;
}

/** A template that time calls for, with what its front matter says. */
interface Timed {
  readonly message: string;
  readonly when: Message['when'];
}

interface Scene {
  readonly workspace: Workspace;
  readonly office: Office;
  readonly facts: CandidateFacts;
  readonly current: VisitFacts;
  readonly now: number;
}

/**
 * Every message that time calls for at `now` and that the record does not know: silence of a candidate, an answer of ours that is late, a window
 * about to close, an accommodation that was decided, and the survey some time after the answer. In the order of roles and ids.
 * @param requests accommodations by candidate, where identities are open
 */
export function dueMessages(workspace: Workspace, facts: WorkspaceFacts, now: number, requests: ReadonlyMap<string, readonly AnsweredRequest[]> = new Map()): DueMessage[] {
  const office = officeOf(workspace.calendar);
  return facts.all.flatMap((candidate): DueMessage[] => {
    const { current } = candidate;
    if (!current || candidate.how === 'erased' || candidate.faults.length > 0) return [];
    const scene: Scene = { workspace, office, facts: candidate, current, now };
    return [late(scene), closing(scene), silence(scene), accommodation(scene, requests.get(candidate.id) ?? []), survey(scene)].flatMap((due) => due ?? []);
  });
}

function timed({ workspace }: Scene, occasion: Occasion): Timed[] {
  return templatesFor(workspace, occasion).flatMap((message) => {
    const when = workspace.messages.get(message)?.values().next().value?.value.when;
    return when ? [{ message, when }] : [];
  });
}

function dueAs({ facts, current }: Scene, { message, when }: Timed, since: number): DueMessage {
  return { role: facts.role, candidate: facts.id, visit: current.name, on: when.on, message, since };
}

/** When a message was last sent, from a moment on. */
function sentSince({ facts, now }: Scene, message: string, from: number): SentMessage | undefined {
  return facts.folder.messages?.value.findLast((sent) => sent.message === message && Date.parse(sent.at) >= from && Date.parse(sent.at) <= now);
}

/** Our answer is overdue and nobody has said sorry. What was decided needs the answer itself, and no excuse. */
function late(scene: Scene): DueMessage | undefined {
  const { current, office, now } = scene;
  const { reply } = current;
  const [template] = timed(scene, { on: 'late', at: current.kind });
  if (!template || !reply || reply.state !== 'overdue' || reply.decidedNotTold) return undefined;
  const since = template.when.after ? after(office, reply.due.at, template.when.after).at : reply.due.at;
  return since > now || timed(scene, { on: 'late', at: current.kind }).some(({ message }) => sentSince(scene, message, reply.due.at)) ? undefined : dueAs(scene, template, since);
}

/** A deadline is near. A reminder of an earlier deadline, before it was moved, is none. */
function closing(scene: Scene): DueMessage | undefined {
  const { current, now } = scene;
  const { deadline } = current;
  const [template] = timed(scene, { on: 'closing', at: current.kind });
  if (!template || !deadline || now >= deadline.at || current.submitted !== undefined || current.phase === 'closed' || current.phase === 'ours') return undefined;
  const since = deadline.at - (template.when.after ? upperHours(template.when.after) * HOUR : DAY);
  return since > now || sentSince(scene, template.message, since) ? undefined : dueAs(scene, template, since);
}

/** What a candidate owes without having begun; who works inside a window is not silent. */
const WAITED_FOR: ReadonlySet<Owes> = new Set(['start', 'book', 'answer-offer']);

/** The candidate's move, and no word of theirs for as long as the first reminder waits; the next ones count from the one before. */
function silence(scene: Scene): DueMessage | undefined {
  const { facts, current, office, now } = scene;
  const { move, folder } = facts;
  if (facts.closed || move.on !== 'candidate' || !(WAITED_FOR.has(move.owes) || (move.owes === 'hand-in' && current.phase === 'entered'))) return undefined;
  // The last day has passed: then it is for us to close or to extend, and not to remind.
  if (move.due && move.due.at < now) return undefined;
  const words = [
    current.enteredAt, Date.parse(current.offered ?? current.entered),
    ...(folder.record?.value.events ?? []).filter((event) => event.event === 'reopened').map((event) => Date.parse(event.at)),
    ...(folder.record?.value.adjustments ?? []).filter((extra) => extra.stages.includes(current.stage)).map((extra) => office.zone.startOfDay(extra.on)),
  ].filter((at) => at <= now);
  const lastWord = Math.max(...words);
  let before: { readonly at: number; readonly wait: Duration } | undefined;
  for (const template of waiting(scene)) {
    const { after: wait } = template.when;
    const since = before ? later(office, before.at, before.wait, wait) : after(office, lastWord, wait).at;
    const sent = sentSince(scene, template.message, lastWord);
    if (!sent) return since < now ? dueAs(scene, template, since) : undefined;
    before = { at: Date.parse(sent.at), wait };
  }
  return undefined;
}

/** Reminders that fit, the soonest first. */
function waiting(scene: Scene): { readonly message: string; readonly when: Message['when'] & { readonly after: Duration } }[] {
  return timed(scene, { on: 'silence', at: scene.current.kind })
    .flatMap(({ message, when }) => (when.after ? [{ message, when: { ...when, after: when.after } }] : []))
    .sort((a, b) => upperHours(a.when.after) - upperHours(b.when.after) || (a.message < b.message ? -1 : 1));
}

/** The next reminder keeps its distance to the one before, also where that went out late. */
function later(office: Office, sent: number, first: Duration, second: Duration): number {
  if (first.unit === second.unit) return after(office, sent, { ...second, to: Math.max(1, second.to - first.to) }).at;
  return sent + Math.max(DAY, (upperHours(second) - upperHours(first)) * HOUR);
}

/** A request was decided, and the candidate does not know. Only the day of a decision is known, so a letter of that day is the answer to it. */
function accommodation(scene: Scene, requests: readonly AnsweredRequest[]): DueMessage | undefined {
  const { facts, current, office, now } = scene;
  const [template] = timed(scene, { on: 'accommodation', at: current.kind });
  const decided = requests.flatMap((request) => (request.decision === 'open' || request.told !== undefined ? [] : (request.decided ?? []))).sort().at(-1);
  if (!template || facts.closed || decided === undefined) return undefined;
  const since = office.zone.startOfDay(decided);
  // Where a date moved, the letter about that is the answer.
  const moved = timed(scene, { on: 'adjusted', at: current.kind }).some(({ message }) => sentSince(scene, message, since));
  return since > now || moved ? undefined : dueAs(scene, template, since);
}

/** The application is over, the answer was sent, and some time has passed; once, and not after everything is forgotten. */
function survey(scene: Scene): DueMessage | undefined {
  const { workspace, facts, current, office, now } = scene;
  const [template] = timed(scene, { on: 'survey', at: current.kind });
  if (!template || !facts.closed || current.leftAt === undefined) return undefined;
  const left = current.leftAt;
  const answer = facts.folder.messages?.value.find((sent) => Date.parse(sent.at) >= left - DAY && Date.parse(sent.at) <= now && answers(workspace, sent.message));
  if (!answer || sentSince(scene, template.message, -Infinity)) return undefined;
  const since = template.when.after ? after(office, Date.parse(answer.at), template.when.after).at : Date.parse(answer.at);
  return since >= now || now - since > SURVEY_DAYS * DAY ? undefined : dueAs(scene, template, since);
}

function answers(workspace: Workspace, message: string): boolean {
  return [...(workspace.messages.get(message)?.values() ?? [])].some(({ value }) => value.answers);
}

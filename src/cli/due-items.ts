import { workspaceFacts } from '../analysis/candidate.ts';
import { duties, type Duty, type DutyKind } from '../analysis/ledger-due.ts';
import { reviewsDue, type ReviewDue } from '../analysis/outcome-reviews.ts';
import { calendarDaysBetween } from '../analysis/time/day.ts';
import { dueAt, officeOf } from '../analysis/time/office.ts';
import { stageTitle } from '../model/stages.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Waiting } from '../outbox/outbox.ts';
import { settles } from './due-commands.ts';
import type { Opened } from './open.ts';
import { overtakenBy } from './send/overtaken.ts';

/** One line of what is due. */
export interface DueItem {
  readonly kind: DutyKind | 'review' | 'draft';
  /** Whose it is; undefined where nobody is named. */
  readonly person: string | undefined;
  readonly role: string;
  readonly candidate: string;
  readonly visit: string | undefined;
  /** The stage in words. */
  readonly where: string;
  readonly what: string;
  /** By which day; of what has run out, on which it did. */
  readonly due: string | undefined;
  /** Business days by which we are late; 0 for what is not. */
  readonly lateBy: number;
  /** What settles it, as it is typed. */
  readonly command: string;
}

/** Which part of it is asked for. */
export interface DueFilter {
  readonly person?: string | undefined;
  readonly role?: string | undefined;
  /** The last day that is looked at; without it everything. */
  readonly until?: string | undefined;
}

const WHAT: Readonly<Record<DutyKind, string>> = {
  decide: 'decide', tell: 'decided and not told', invite: 'advanced and not invited', late: 'say that the answer is late',
  ask: 'nobody is asked to score', score: 'score', record: 'write down how it went', offer: 'make the offer', expire: 'ran out and nobody closed it',
};

/**
 * Everything that is due of the process: the latest first, then the soonest; then what has run out on the candidates’ side, then the
 * drafts that wait on this machine for somebody who is in no other line.
 */
export function dueItems({ workspace, clock }: Pick<Opened, 'workspace' | 'clock'>, drafts: readonly Waiting[], filter: DueFilter = {}): DueItem[] {
  const facts = workspaceFacts(workspace, clock.now);
  const ahead = filter.until === undefined ? 0 : Math.max(0, calendarDaysBetween(facts.today, filter.until));
  const found = [
    ...duties(workspace, facts).map((duty) => dutyItem(workspace, duty, drafts)),
    ...reviewsDue(workspace, facts, ahead).map(reviewItem),
  ];
  const office = officeOf(workspace.calendar);
  const at = ({ due }: DueItem): number => (due === undefined ? Infinity : dueAt(office, due).at);
  const ours = found.filter(({ kind }) => kind !== 'expire').sort((a, b) => at(a) - at(b));
  const told = new Set(found.filter(({ kind }) => kind === 'tell' || kind === 'invite').map(({ role, candidate }) => `${role}/${candidate}`));
  const waiting = drafts.filter(({ role, candidate }) => !told.has(`${role}/${candidate}`)).map((draft) => draftItem(workspace, draft, drafts));
  return [...ours, ...found.filter(({ kind }) => kind === 'expire'), ...waiting].filter((item) =>
    (filter.person === undefined || item.person === filter.person) && (filter.role === undefined || item.role === filter.role)
    && (filter.until === undefined || item.due === undefined || item.due <= filter.until));
}

function dutyItem(workspace: Workspace, duty: Duty, drafts: readonly Waiting[]): DueItem {
  const { kind, person, candidate, visit, due, lateBy } = duty;
  return {
    kind, person, role: candidate.role, candidate: candidate.id, visit: visit.name, where: stageWords(workspace, candidate.role, visit.name),
    what: kind === 'ask' ? asking(visit.panel) : WHAT[kind], due: due?.day, lateBy, command: settles(workspace, duty, drafts),
  };
}

function asking(panel: Duty['visit']['panel']): string {
  return panel && panel.scoresIn > 0 ? `${panel.scoresIn} of ${panel.scoresWanted} scores in, nobody is asked for the rest` : WHAT.ask;
}

function reviewItem({ role, candidate, day, due, lateBy, manager }: ReviewDue): DueItem {
  return {
    kind: 'review', person: manager, role, candidate, visit: undefined, where: `hired, day ${day}`, what: 'write the review', due, lateBy,
    command: `hire outcome ${candidate}`,
  };
}

function draftItem(workspace: Workspace, draft: Waiting, drafts: readonly Waiting[]): DueItem {
  const { role, candidate, visit, message, by } = draft;
  const ended = overtakenBy(draft, workspace);
  const alone = drafts.filter((each) => each.candidate === candidate).length === 1;
  return {
    kind: 'draft', person: by, role, candidate, visit, where: stageWords(workspace, role, visit), due: undefined, lateBy: 0,
    what: `the draft “${message}” waits on this machine${ended === undefined ? '' : `, overtaken: ${ended}`}`,
    command: `hire send --${ended === undefined ? 'by-hand' : 'drop'} ${candidate}${alone ? '' : ` --message ${message}`}`,
  };
}

/** "technical challenge", from the second visit on "technical challenge, visit 2". */
function stageWords(workspace: Workspace, role: string, visit: string): string {
  const [stage = visit, number] = visit.split('.');
  const pipeline = workspace.roles.get(role)?.value.pipeline;
  const known = pipeline === undefined ? undefined : workspace.pipelines.get(pipeline)?.value.stages.find(({ id }) => id === stage);
  return `${stageTitle(known ?? { id: stage, title: undefined }).toLowerCase()}${number === undefined ? '' : `, visit ${number}`}`;
}

import type { CandidateFacts, Due, VisitFacts } from '../analysis/facts.ts';
import { stageTerms } from '../analysis/stage-terms.ts';
import { calendarDaysBetween } from '../analysis/time/day.ts';
import type { Office } from '../analysis/time/office.ts';
import { lowerHours, upperHours } from '../model/duration.ts';
import type { Workspace } from '../model/workspace.ts';
import type { MoveRequest } from './move.ts';
import { NotPossible } from './refusal.ts';
import { momentWords } from './where.ts';

/** Within so long the same step again is taken for the same command given twice: in milliseconds. */
const TWICE = 10 * 60_000;

/**
 * What a verb asks for beyond what the state machine knows: dates that have not passed, a decision, a stage that is still the one meant.
 * @throws NotPossible
 */
export function guard(workspace: Workspace, office: Office, facts: CandidateFacts, current: VisitFacts, request: MoveRequest): void {
  switch (request.verb) {
    case 'advance': case 'return': return meant(office, facts, current, request);
    case 'start': return inTime(workspace, office, facts, current, request);
    case 'expire': return runOut(office, facts, current, request.at);
    case 'hire': return decided(facts);
    case 'hold':
      if (current.phase === 'booked' && current.bookedFor !== undefined && request.at < Date.parse(current.bookedFor)) {
        throw new NotPossible(`“${facts.id}” is booked for ${momentWords(office, Date.parse(current.bookedFor))}, after ${momentWords(office, request.at)}.`, `If it took place earlier, book that time first: hire book ${facts.id} --for …`);
      }
      return;
    case 'book':
      if (current.phase === 'booked' && current.bookedFor !== undefined && Date.parse(current.bookedFor) === request.for) {
        throw new NotPossible(`“${facts.id}” is booked for ${momentWords(office, request.for)} already.`, 'Nothing is left to do.');
      }
      return;
    default:
  }
}

/** One step at a time: a command that is given again after it was carried out must not carry somebody one stage further. */
function meant(office: Office, { id, visits }: CandidateFacts, current: VisitFacts, { verb, from, by, at }: MoveRequest): void {
  if (from !== undefined) {
    if (from === current.stage || from === current.name) return;
    throw new NotPossible(`“${id}” is in “${current.name}”, not in “${from}”.`, 'Nothing is left to do, if this is where they were to go.');
  }
  const before = visits.at(-2);
  if (!before || before.leftAt === undefined || before.by !== by || Math.abs(at - before.leftAt) > TWICE) return;
  if (before.how !== (verb === 'advance' ? 'advanced' : 'returned')) return;
  throw new NotPossible(`“${id}” was ${before.how} from “${before.name}” to “${current.name}” a moment ago, at ${momentWords(office, before.leftAt)}.`, `If you mean one step more: --from ${current.stage}`);
}

function inTime(workspace: Workspace, office: Office, facts: CandidateFacts, current: VisitFacts, { at, window: chosen }: MoveRequest): void {
  if (current.phase !== 'entered') return;
  if (current.startBy && at > current.startBy.at) {
    throw new NotPossible(`“${facts.id}” could start “${current.name}” until ${momentWords(office, current.startBy.at)}; that has passed.`, `Give more time first: hire extend ${facts.id} --extra "${daysPast(office, current.startBy, at) + 2} days"`);
  }
  if (!chosen) return;
  const window = termsOf(workspace, facts.role, current)?.window;
  if (!window) throw new NotPossible(`“${current.stage}” has no window to choose from.`, 'Leave --window out.');
  if (upperHours(chosen) < lowerHours(window) || upperHours(chosen) > upperHours(window)) {
    throw new NotPossible(`${chosen.text} is outside the window of “${current.stage}”, which is ${window.text}.`, `Choose within ${window.text}; more than that is extra time: hire extend ${facts.id} --extra 24h`);
  }
}

function daysPast(office: Office, due: Due, at: number): number {
  return calendarDaysBetween(due.day, office.zone.dayOf(at));
}

/** Until when a candidate may take: to start, to book, to hand in, to come, to answer the offer. Undefined where no date was named. */
export function waitsUntil(visit: VisitFacts): Due | undefined {
  switch (visit.phase) {
    case 'entered': return visit.deadline ?? visit.startBy;
    case 'working': case 'theirs': return visit.deadline;
    case 'booked': return visit.meetsUntil;
    default: return undefined;
  }
}

/** Whether a candidate’s time has passed: they could start, book, hand in, come or answer until before `now`. */
export function hasRunOut({ current, move }: CandidateFacts, now: number): boolean {
  const due = current && move.owes !== 'invite' ? waitsUntil(current) : undefined;
  return due !== undefined && now > due.at;
}

function runOut(office: Office, { id, move }: CandidateFacts, current: VisitFacts, at: number): void {
  // What is no candidate's move the state machine refuses, in its own words.
  if (current.phase === 'ours' || current.phase === 'closed') return;
  if (move.owes === 'invite') throw new NotPossible(`“${id}” was never told of “${current.name}”: nothing has run out, it is our move.`, `Tell them first: hire send, or hire draft --due where no draft waits`);
  const due = waitsUntil(current);
  if (!due) throw new NotPossible(`Nothing says until when “${id}” may take in “${current.name}”, so nothing has run out.`, `To end it all the same: hire decline ${id} --reason no-reply`);
  if (at <= due.at) throw new NotPossible(`“${id}” may take until ${momentWords(office, due.at)} in “${current.name}”.`, 'Nothing expires before.');
}

/** The rule of the checks: nobody is hired without a decision to hire whose bar is answered with yes. */
function decided({ id, role, decisions, folder }: CandidateFacts): void {
  const last = decisions.at(-1)?.value;
  if (!last) {
    if ([...folder.sealed].some((path) => path.endsWith('/decision.yml'))) return;
    throw new NotPossible(`There is no decision about “${id}”, and nobody is hired without one.`, `Write it first: hire decide ${id} (content/candidates/${role}/${id}/decision.yml)`);
  }
  if (last.decision !== 'hire') throw new NotPossible(`The decision about “${id}” says “${last.decision}”.`, `Revise it first, with the reason: hire decide ${id}`);
  if (last.bar !== 'yes') throw new NotPossible(`The decision about “${id}” answers the bar with “${last.bar}”, and nobody is hired without a yes.`, `Revise it first, with the reason: hire decide ${id}`);
}

/** What holds in the stage of a visit. */
export function termsOf(workspace: Workspace, role: string, visit: VisitFacts): ReturnType<typeof stageTerms> | undefined {
  const pipeline = workspace.pipelines.get(workspace.roles.get(role)?.value.pipeline ?? '')?.value;
  const stage = pipeline?.stages.find((each) => each.id === visit.stage);
  return stage && stageTerms(workspace, stage, role);
}

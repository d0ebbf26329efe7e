import type { CandidateFacts, VisitFacts } from '../analysis/facts.ts';
import type { Office } from '../analysis/time/office.ts';
import { isMeeting } from '../model/stage-kind.ts';
import { stagesOf } from '../model/stages.ts';
import type { Workspace } from '../model/workspace.ts';
import { listed, plural } from '../model/words.ts';
import { termsOf, waitsUntil } from './guards.ts';
import type { MoveRequest } from './move.ts';
import { shownPercent } from './select.ts';
import { momentWords } from './where.ts';

/**
 * What somebody should know before they say yes to a move: it is allowed, and it is said.
 * @param after facts with the event in
 * @param deadline the one that holds after it, epoch in milliseconds
 */
export function notesOf(workspace: Workspace, office: Office, facts: CandidateFacts, current: VisitFacts, request: MoveRequest, after: CandidateFacts, deadline: number | undefined): string[] {
  const entered = after.current;
  switch (request.verb) {
    case 'advance': return [...skipped(workspace, facts.role, current.stage, entered?.stage), ...undecided(facts, current), ...judged(workspace, facts.role, current)];
    case 'decline':
      if (request.reason !== 'below-bar') return [];
      return isTheirs(current) ? [`${nothingYet(current)}: read the message before it goes`] : [...scoresMissing(current), ...againstGuidance(workspace, facts.role, current, 'below')];
    case 'return': return entered ? [`back to “${entered.stage}”, as the visit “${entered.name}”`] : [];
    case 'start': return deadline === undefined ? [] : [`hand-in until ${momentWords(office, deadline)}`];
    case 'submit': return handedIn(office, current, entered, request);
    case 'hold': return held(office, current, request);
    case 'offer': return [...undecided(facts, current), ...(deadline === undefined ? [] : [`answer until ${momentWords(office, deadline)}`])];
    case 'hire': return overHeadcount(workspace, facts);
    case 'expire': {
      const due = waitsUntil(current);
      return due ? [`ran out at ${momentWords(office, due.at)}`] : [];
    }
    case 'reopen': return entered ? [`was ${current.how ?? 'closed'}; back in “${entered.name}”`] : [];
    default: return [];
  }
}

/** One more than were sought is allowed, and rarely meant. */
function overHeadcount(workspace: Workspace, { role, id }: CandidateFacts): string[] {
  const headcount = workspace.roles.get(role)?.value.headcount ?? Infinity;
  const hired = [...workspace.candidates.get(role)?.values() ?? []].filter((folder) => folder.id !== id && folder.record?.value.events.at(-1)?.event === 'hired').length;
  return hired >= headcount ? [`${hired} of ${headcount} are hired already`] : [];
}

function isTheirs({ phase }: VisitFacts): boolean {
  return phase === 'entered' || phase === 'working' || phase === 'booked';
}

function nothingYet({ kind }: VisitFacts): string {
  return isMeeting(kind) ? 'the meeting has not taken place' : 'nothing was handed in';
}

/** Beyond our decision, and in an offer, there should be one. */
function undecided({ decisions }: CandidateFacts, { kind }: VisitFacts): string[] {
  const decision = decisions.at(-1)?.value.decision;
  if ((kind !== 'final' && kind !== 'offer') || decision === 'hire') return [];
  return [decision === undefined ? 'there is no decision yet (hire decide)' : `the decision says “${decision}”`];
}

/** "1 of 2 scores missing"; nothing while the panel is complete, or nobody scores. */
export function scoresMissing({ panel }: VisitFacts): string[] {
  if (!panel || panel.complete || panel.scoresIn >= panel.scoresWanted) return [];
  return [`${panel.scoresWanted - panel.scoresIn} of ${plural(panel.scoresWanted, 'score')} missing`];
}

function judged(workspace: Workspace, role: string, visit: VisitFacts): string[] {
  if (isTheirs(visit)) return [nothingYet(visit)];
  const missing = scoresMissing(visit);
  if (missing.length > 0 || visit.panel?.complete !== true) return missing;
  const notes: string[] = [];
  const unmarked = (visit.score?.incomplete ?? []).flatMap((each) => (each.why === 'must-have' ? [`“${each.criterion}”`] : []));
  if (unmarked.length > 0) notes.push(`must-have ${listed(unmarked)} unmarked`);
  return [...notes, ...againstGuidance(workspace, role, visit, 'above')];
}

/** Guidance decides nothing; who acts against it should know. @param wanted on which side of it the act would lie */
function againstGuidance(workspace: Workspace, role: string, visit: VisitFacts, wanted: 'above' | 'below'): string[] {
  const percent = shownPercent(visit);
  const guidance = termsOf(workspace, role, visit)?.stage.advance_at;
  if (percent === undefined || guidance === undefined || (percent >= guidance) === (wanted === 'above')) return [];
  return [`${percent.toFixed(0)} %, guidance to go on is ${guidance} %`];
}

function skipped(workspace: Workspace, role: string, from: string, to: string | undefined): string[] {
  const opening = workspace.roles.get(role)?.value;
  const pipeline = opening && workspace.pipelines.get(opening.pipeline)?.value;
  if (!opening || !pipeline) return [];
  const stages = stagesOf(pipeline, opening.with).map((stage) => stage.id);
  const between = stages.slice(stages.indexOf(from) + 1, to === undefined ? undefined : stages.indexOf(to));
  return between.length === 0 ? [] : [`skips ${listed(between.map((stage) => `“${stage}”`))}`];
}

function handedIn(office: Office, current: VisitFacts, entered: VisitFacts | undefined, request: MoveRequest): string[] {
  const { deadline } = current;
  const late = deadline && request.at > deadline.at ? [`${elapsed(request.at - deadline.at)} late (until ${momentWords(office, deadline.at)})`] : [];
  const reply = entered?.reply ? [`answer due ${entered.reply.due.day}`] : [];
  return [...late, ...reply];
}

function held(office: Office, current: VisitFacts, request: MoveRequest): string[] {
  const { meetsUntil } = current;
  if (meetsUntil && request.at < meetsUntil.at) return [`before it was booked to end, ${momentWords(office, meetsUntil.at)}`];
  return request.dated === true ? [] : [`held at ${momentWords(office, request.at)}`];
}

/** A length of time for people: "35 min", "3 h 20 min", "2 days 4 h". */
export function elapsed(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return [`${Math.floor(minutes / 60)} h`, ...(minutes % 60 === 0 ? [] : [`${minutes % 60} min`])].join(' ');
  const hours = Math.floor(minutes / 60);
  return [plural(Math.floor(hours / 24), 'day'), ...(hours % 24 === 0 ? [] : [`${hours % 24} h`])].join(' ');
}

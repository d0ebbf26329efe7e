import type { Duty } from '../analysis/ledger-due.ts';
import type { CandidateFacts, VisitFacts } from '../analysis/facts.ts';
import { templatesFor, type Occasion } from '../messages/call.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Waiting } from '../outbox/outbox.ts';

/** The command that settles a duty, as it is typed; where a person chooses, the choices. */
export function settles(workspace: Workspace, { kind, person, candidate, visit }: Duty, drafts: readonly Waiting[]): string {
  const { role } = candidate;
  const id = named(workspace, candidate);
  switch (kind) {
    case 'decide': return visit.kind === 'final' ? `hire decide ${id}` : `hire advance ${id}, or hire decline ${id}`;
    case 'tell': case 'invite': return telling(workspace, candidate, visit, drafts);
    case 'late': return drafting(workspace, { on: 'late', at: visit.kind }, id);
    case 'ask': return visit.kind === 'screening' ? `hire screen ${role}` : `hire assign ${id}`;
    case 'score': return `hire score ${id}${person === undefined ? '' : ` --by ${person}`}`;
    case 'record': return `hire hold ${id}`;
    case 'offer': return `hire offer ${id}`;
    case 'expire': return `hire expire ${id}`;
  }
}

/** The draft that waits; otherwise the words for what happened; otherwise the event that a decision still lacks. */
function telling(workspace: Workspace, candidate: CandidateFacts, visit: VisitFacts, drafts: readonly Waiting[]): string {
  const { role } = candidate;
  const id = named(workspace, candidate);
  if (drafts.some((draft) => draft.role === role && draft.candidate === candidate.id)) return `hire send --by-hand ${candidate.id}`;
  const occasion = occasionOf(candidate, visit);
  if (occasion) return drafting(workspace, occasion, id);
  return candidate.decisions.at(-1)?.value.decision === 'hire' ? `hire advance ${id}` : `hire decline ${id}`;
}

/** Where one pseudonym stands in two openings, the command has to say which. */
function named(workspace: Workspace, { id, role }: CandidateFacts): string {
  const openings = [...workspace.candidates.values()].filter((candidates) => candidates.has(id)).length;
  return openings > 1 ? `${id} --role ${role}` : id;
}

/** What was decided about a visit; undefined while no event says so. */
function occasionOf({ visits }: CandidateFacts, visit: VisitFacts): Occasion | undefined {
  if (visit.how === 'declined') return { on: 'declined', at: visit.kind, reason: visit.reason };
  if (visit.how === 'advanced' || visit.how === 'returned') return { on: visit.how, at: visit.kind, into: visits[visits.indexOf(visit) + 1]?.kind };
  if (visit.how !== undefined) return { on: visit.how, at: visit.kind };
  return visit.offered === undefined ? undefined : { on: 'offered', at: visit.kind };
}

function drafting(workspace: Workspace, occasion: Occasion, id: string): string {
  return `hire draft ${templatesFor(workspace, occasion)[0] ?? `<message on ${occasion.on}>`} ${id}`;
}

import type { CandidateFacts, Move } from '../../analysis/facts.ts';
import { spokenPseudonym } from '../../model/pseudonym.ts';
import { shownOverall, shownVisit } from '../boundary.ts';
import { orNull, rounded, utcOrNull } from '../instants.ts';
import { stageTitleOf, type Lookup } from '../lookup.ts';
import type { CandidateRow, Move as PublishedMove } from '../published/common.ts';

/** One candidate for a list. */
export function candidateRow(facts: CandidateFacts, lookup: Lookup): CandidateRow {
  const { workspace } = lookup;
  const role = workspace.roles.get(facts.role)?.value;
  const stage = facts.current?.stage;
  const overall = shownOverall(facts);
  return {
    role: facts.role,
    roleTitle: role?.title ?? facts.role,
    id: facts.id,
    spoken: spokenPseudonym(facts.id),
    source: facts.folder.record?.value.source ?? '',
    applied: dayOrNull(facts.appliedAt, lookup),
    stage: orNull(stage),
    stageTitle: stage === undefined ? null : stageTitleOf(workspace, facts.role, stage),
    closed: facts.closed,
    how: orNull(facts.how),
    reason: orNull(facts.reason),
    ended: facts.how === 'erased' ? orNull(facts.folder.erased?.value.on) : facts.closed ? dayOrNull(facts.current?.leftAt, lookup) : null,
    last: dayOrNull(facts.lastAt, lookup),
    daysInStage: facts.daysInStage,
    move: publishedMove(facts.move),
    percent: overall === undefined ? null : rounded(overall.percent),
    disagreements: facts.disagreements.length,
    debrief: hasDebrief(facts, lookup),
  };
}

/**
 * Whether a debrief can be held. A sheet for everybody would double the site: there is one for who is in process, from the first complete
 * panel after the application on, and for who was decided about.
 */
function hasDebrief(facts: CandidateFacts, lookup: Lookup): boolean {
  if (facts.how === 'erased' || (facts.closed && facts.decisions.length === 0)) return false;
  return facts.visits.some((visit) => visit.kind !== 'screening' && visit.panel?.complete === true && (shownVisit(visit, lookup.workspace.settings.value).score?.reviewers ?? 0) > 0);
}

/** Whose move it is, as published. */
export function publishedMove(move: Move): PublishedMove {
  return {
    on: move.on,
    people: [...move.people],
    owes: move.owes,
    since: utcOrNull(move.sinceAt),
    due: move.due?.day ?? null,
    dueAt: utcOrNull(move.due?.at),
    lateBy: move.lateBy,
  };
}

function dayOrNull(epoch: number | undefined, lookup: Lookup): string | null {
  return epoch === undefined ? null : lookup.dayOf(epoch);
}

import type { Problem } from '../model/problem.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';
import type { Touch } from '../store/range.ts';
import { finding } from './finding.ts';
import { gatedPath } from './places.ts';

/** The record is appended to: what stood there at the base still stands there, first and unchanged. */
export function rewrittenProblems(base: Workspace, head: Workspace, whole: readonly Touch[]): Problem[] {
  return whole.flatMap((touch): Problem[] => {
    const { kind, names } = gatedPath(touch.path);
    if (touch.before === undefined || names['candidate'] === undefined) return [];
    const before = base.candidates.get(names['role'] ?? '')?.get(names['candidate']);
    const after = head.candidates.get(names['role'] ?? '')?.get(names['candidate']);
    // A tombstone takes everything else away: that is what it is for.
    if (!before || after?.erased || before.erased) return [];
    if (touch.after === undefined && kind !== 'score') return [finding('gate/rewritten-record', touch.path, 'The file is removed; a record is added to and never taken from.', 'Take it back. To forget somebody, leave a tombstone (erased.yml).')];
    return changedIn(kind, touch.path, names['visit'] ?? '', before, after);
  });
}

function changedIn(kind: string | undefined, path: string, visit: string, before: CandidateFolder, after: CandidateFolder | undefined): Problem[] {
  const rewritten = (what: string, hint: string): Problem[] => [finding('gate/rewritten-record', path, what, hint)];
  switch (kind) {
    case 'candidate': {
      const { record: was } = before;
      const is = after?.record;
      if (!was || !is) return [];
      const event = firstChange(was.value.events, is.value.events);
      if (event !== undefined) return rewritten(`Event ${event + 1} (“${was.value.events[event]?.event ?? ''}”) was in the record and is changed or removed.`, 'Put it back as it was, and append what happened since.');
      const adjustment = firstChange(was.value.adjustments, is.value.adjustments);
      return adjustment === undefined ? [] : rewritten(`Adjustment ${adjustment + 1} was in the record and is changed or removed; somebody may have relied on it.`, 'Put it back, and append another.');
    }
    case 'messages': {
      const at = before.messages && after?.messages && firstChange(before.messages.value, after.messages.value);
      return at === undefined ? [] : rewritten(`Message ${at + 1} was noted as sent and is changed or removed.`, 'Put it back; a promise that was made stays made.');
    }
    case 'decision':
      return rewritten('A decision that was written down is changed.', 'Write decision.2.yml with revised_because.');
    case 'conflict':
      return rewritten('A declared conflict of interest is changed.', 'Put it back as it was declared.');
    case 'panel': {
      const gone = before.panels.get(visit)?.value.reviewers.find(({ person, asked }) => !after?.panels.get(visit)?.value.reviewers.some((each) => each.person === person && each.asked === asked));
      return gone === undefined || !after?.panels.has(visit) ? [] : rewritten(`“${gone.person}” was asked on ${gone.asked} and is gone from the panel.`, 'Release them instead: released: <day>, reason: unavailable.');
    }
    default:
      return [];
  }
}

/** Position of the first entry that is not what it was; undefined when all still stand, in their order. */
function firstChange(before: readonly unknown[], after: readonly unknown[]): number | undefined {
  const at = before.findIndex((entry, index) => JSON.stringify(entry) !== JSON.stringify(after[index]));
  return at === -1 ? undefined : at;
}

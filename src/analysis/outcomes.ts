import type { Outcome } from '../model/outcome.ts';
import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import type { CandidateFacts } from './facts.ts';

/** How one hire worked out, beside what the process had said. */
export interface OutcomeRow {
  readonly role: string;
  readonly candidate: string;
  /** Undefined where the application is gone. */
  readonly facts: CandidateFacts | undefined;
  readonly outcome: Outcome;
  /** Reviews written by then, in the order of their days. */
  readonly reviews: Outcome['reviews'];
  /** The latest visit of each stage with a score of a complete panel, in percent. */
  readonly stages: readonly { readonly stage: string; readonly visit: string; readonly percent: number }[];
}

/** Every hire that has started, by role and candidate in ascending order. */
export function outcomes(workspace: Workspace, facts: WorkspaceFacts): OutcomeRow[] {
  return [...workspace.outcomes].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([role, hires]) => {
    const candidates = new Map(facts.roles.get(role)?.map((one) => [one.id, one] as const));
    return [...hires].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([, stored]) => stored.value.started <= facts.today).map(([candidate, { value }]) => {
      const found = candidates.get(candidate);
      const scored = new Map((found?.visits ?? []).flatMap(({ stage, name, panel, score }) =>
        (panel?.complete && score?.percent !== undefined ? [[stage, { stage, visit: name, percent: score.percent }] as const] : [])));
      return {
        role, candidate, facts: found, outcome: value, stages: [...scored.values()],
        reviews: value.reviews.filter((review) => review.on <= facts.today).toSorted((a, b) => a.day - b.day),
      };
    });
  });
}

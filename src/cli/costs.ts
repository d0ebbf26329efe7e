import { roleCost } from '../analysis/process-cost.ts';
import type { Workspace } from '../model/workspace.ts';

/** What a process asks of a candidate, in words: "6.5 h unpaid, 43 days". */
export function costWords(cost: { readonly hours: number; readonly days: number }): string {
  return `${Math.round(cost.hours * 10) / 10} h unpaid, ${cost.days} days`;
}

/** The cost of every role, in the order of their names. */
export function processCosts(workspace: Workspace): { readonly title: string; readonly words: string }[] {
  return [...workspace.roles.keys()].flatMap((role) => {
    const cost = roleCost(workspace, role);
    return cost === undefined ? [] : [{ title: role, words: costWords(cost) }];
  });
}

import { processCost } from '../analysis/process-cost.ts';
import type { Workspace } from '../model/workspace.ts';

/** What a process asks of a candidate, in words: "6.5 h unpaid, 43 days". */
export function costWords(cost: { readonly hours: number; readonly days: number }): string {
  return `${Math.round(cost.hours * 10) / 10} h unpaid, ${cost.days} days`;
}

/** The cost of every role that is not closed, in the order of their names. */
export function processCosts(workspace: Workspace): { readonly title: string; readonly words: string }[] {
  return [...workspace.roles].flatMap(([id, role]) => {
    const pipeline = workspace.pipelines.get(role.value.pipeline)?.value;
    return pipeline === undefined ? [] : [{ title: id, words: costWords(processCost(workspace, pipeline, role.value)) }];
  });
}

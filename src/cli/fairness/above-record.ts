import { candidateFacts } from '../../analysis/candidate.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Stages } from './counts.ts';

/**
 * What to say of stages at which more people are counted than the record of the role holds: nobody can see from here whether the count is
 * wrong or the record begins later.
 * @param now epoch in milliseconds
 */
export function aboveRecord(workspace: Workspace, now: number, role: string, stages: Stages): string[] {
  const held = new Map<string, number>();
  for (const folder of workspace.candidates.get(role)?.values() ?? []) {
    const visits = folder.erased ? folder.erased.value.visits : folder.record ? candidateFacts(workspace, folder, now).visits : [];
    for (const stage of new Set(visits.map((visit) => visit.stage))) held.set(stage, (held.get(stage) ?? 0) + 1);
  }
  return [...stages].flatMap(([stage, groups]) => {
    const counted = [...groups.values()].reduce((sum, { reached }) => sum + reached, 0);
    const known = held.get(stage) ?? 0;
    return counted <= known ? [] : [`“${stage}”: ${counted} are counted, and the record of ${role} holds ${known} who reached it. If that is right, say why in the file, as note:.`];
  });
}

import type { Recommendation } from '../model/score.ts';
import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import { today, type ScoreWaiting } from './today.ts';

/** What one person has on their desk and has done. */
export interface PersonLoad {
  readonly person: string;
  /** Scores asked for by name, whose work is in, soonest due first. */
  readonly open: readonly ScoreWaiting[];
  /** Visits scored, amendments not counted again. */
  readonly scores: number;
  /** How often each recommendation was given, of complete visits. */
  readonly recommendations: Readonly<Record<Recommendation, number>>;
  /** Roles the person manages, in the order of ids. */
  readonly manages: readonly string[];
}

/** Load of everybody in `people`, by id in ascending order. */
export function load(workspace: Workspace, facts: WorkspaceFacts): ReadonlyMap<string, PersonLoad> {
  const people = [...workspace.people.keys()].sort();
  const open = Map.groupBy(today(workspace, facts).missing, (score) => score.person);
  const nothing = () => ({ scores: 0, recommendations: { 'strong-no': 0, no: 0, yes: 0, 'strong-yes': 0 } });
  const given = new Map(people.map((person) => [person, nothing()]));
  for (const visit of facts.all.flatMap((candidate) => candidate.visits)) {
    for (const score of visit.scores) {
      const tally = given.get(score.person);
      if (!tally) continue;
      tally.scores += 1;
      if (visit.panel?.complete) tally.recommendations[score.effective.value.recommendation] += 1;
    }
  }
  const manages = Map.groupBy([...workspace.roles].sort(([a], [b]) => (a < b ? -1 : 1)), ([, role]) => role.value.manager);
  return new Map(people.map((person) => [person, {
    person, open: open.get(person) ?? [], ...(given.get(person) ?? nothing()), manages: (manages.get(person) ?? []).map(([role]) => role),
  }]));
}

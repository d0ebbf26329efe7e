import type { Recommendation } from '../model/score.ts';
import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import { median } from './statistics/quantile.ts';
import { officeOf } from './time/office.ts';
import { scorableSince, today, type ScoreWaiting } from './today.ts';

/** What one person has on their desk and has done. */
export interface PersonLoad {
  readonly person: string;
  /** Scores asked for by name, whose work is in, soonest due first. */
  readonly open: readonly ScoreWaiting[];
  /** Visits scored, amendments not counted again. */
  readonly scores: number;
  /** Business days from when it could be scored (asked, and the work there) to the score, ascending; only where a panel file says when. */
  readonly turnaround: readonly number[];
  readonly medianTurnaround: number | undefined;
  /** How often each recommendation was given, of complete visits. */
  readonly recommendations: Readonly<Record<Recommendation, number>>;
  /** Roles the person manages, in the order of ids. */
  readonly manages: readonly string[];
}

/** Load of everybody in `people`, by id in ascending order. */
export function load(workspace: Workspace, facts: WorkspaceFacts): ReadonlyMap<string, PersonLoad> {
  const office = officeOf(workspace.calendar);
  const people = [...workspace.people.keys()].sort();
  const open = Map.groupBy(today(workspace, facts).missing, (score) => score.person);
  const given = new Map(people.map((person) => [person, { scores: 0, turnaround: [] as number[], recommendations: { 'strong-no': 0, no: 0, yes: 0, 'strong-yes': 0 } }]));
  for (const visit of facts.all.flatMap((candidate) => candidate.visits)) {
    for (const score of visit.scores) {
      const tally = given.get(score.person);
      if (!tally) continue;
      tally.scores += 1;
      if (visit.panel?.complete) tally.recommendations[score.effective.value.recommendation] += 1;
      const asked = visit.panel?.asked.find((place) => place.person === score.person)?.asked;
      const scoredOn = office.zone.dayOf(score.submittedAt);
      // Who scored unasked and was put on the panel afterwards was neither fast nor slow.
      const since = asked === undefined || asked > scoredOn ? undefined : scorableSince(office, visit, asked);
      if (since !== undefined) tally.turnaround.push(Math.max(0, office.business.between(since, scoredOn)));
    }
  }
  const manages = Map.groupBy([...workspace.roles].sort(([a], [b]) => (a < b ? -1 : 1)), ([, role]) => role.value.manager);
  return new Map(people.map((person) => {
    const { scores, turnaround, recommendations } = given.get(person) ?? { scores: 0, turnaround: [], recommendations: { 'strong-no': 0, no: 0, yes: 0, 'strong-yes': 0 } };
    return [person, {
      person, open: open.get(person) ?? [], scores, turnaround: turnaround.sort((a, b) => a - b), medianTurnaround: median(turnaround), recommendations,
      manages: (manages.get(person) ?? []).map(([role]) => role),
    }];
  }));
}

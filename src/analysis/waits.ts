import type { CandidateFacts, Owes, Side } from './facts.ts';

type Waiting = Exclude<Side, 'nobody'>;

/** Who waits in one stage, by whose move it is. */
export interface StageWaits {
  readonly stage: string;
  readonly manager: number;
  readonly reviewers: number;
  readonly candidate: number;
  /** Of those that wait for us, past the day they were promised. */
  readonly late: number;
  /** Business days of whoever has been in the stage for longest. */
  readonly longest: number;
  /** Business days that visits of this stage have taken so far, finished or not, by who held them. */
  readonly held: { readonly ours: number; readonly theirs: number };
}

/** One of us, and what others wait for from them. */
export interface PersonWaits {
  readonly person: string;
  readonly side: 'manager' | 'reviewers';
  readonly owes: readonly { readonly owes: Owes; readonly count: number }[];
  readonly count: number;
  /** Of the count, scores for which nobody was asked by name: anybody of the panel may take them. */
  readonly anybody: number;
  /** Past their day, but for what anybody may take: that is nobody's own delay. */
  readonly late: number;
}

/** Where candidates wait, and for whom. */
export interface Waits {
  /** Of those in process. */
  readonly moves: Readonly<Record<Waiting, number>>;
  /** Of those in process, how many wait for us past the day they were promised. */
  readonly late: number;
  /** Applications that have ended and whose answer is still owed: in no stage any more, so in no other count but that of the person who owes it. */
  readonly untold: number;
  /** In the order of `order`; a stage nobody was ever in is left out. */
  readonly stages: readonly StageWaits[];
  /** Who has most waiting for them first. Where nobody was asked by name, everyone who may take it counts. */
  readonly people: readonly PersonWaits[];
}

type Tally = { -readonly [Key in keyof StageWaits]: Key extends 'held' ? { ours: number; theirs: number } : StageWaits[Key] };

/**
 * Counts whose move it is, stage by stage and person by person. Whoever was decided about and not told is counted apart.
 * @param isPast whether a day by which somebody was asked is over: of a panel each has their own
 */
export function waits(candidates: readonly CandidateFacts[], order: readonly string[], isPast: (day: string) => boolean): Waits {
  const moves = { manager: 0, reviewers: 0, candidate: 0 };
  const stages = new Map<string, Tally>(order.map((stage) => [stage, { stage, manager: 0, reviewers: 0, candidate: 0, late: 0, longest: 0, held: { ours: 0, theirs: 0 } }]));
  const people = new Map<string, { side: 'manager' | 'reviewers'; owes: Map<Owes, number>; count: number; anybody: number; late: number }>();
  let late = 0;
  let untold = 0;
  for (const { visits, current, closed, move, daysInStage } of candidates) {
    for (const visit of visits) {
      const held = stages.get(visit.stage)?.held;
      if (!held) continue;
      held.ours += visit.time.ours;
      held.theirs += visit.time.theirs;
    }
    const tally = current && stages.get(current.stage);
    if (move.on === 'nobody' || !tally) continue;
    const overdue = move.on !== 'candidate' && move.lateBy > 0 ? 1 : 0;
    if (closed) untold += 1;
    else {
      moves[move.on] += 1;
      tally[move.on] += 1;
      tally.late += overdue;
      tally.longest = Math.max(tally.longest, daysInStage);
      late += overdue;
    }
    if (move.on === 'candidate') continue;
    const anybody = move.on === 'reviewers' && current.panel?.named !== true ? 1 : 0;
    const missing = anybody === 0 && move.on === 'reviewers' ? current.panel?.missing : undefined;
    for (const person of move.people) {
      const key = `${move.on} ${person}`;
      const own = people.get(key) ?? { side: move.on, owes: new Map<Owes, number>(), count: 0, anybody: 0, late: 0 };
      own.owes.set(move.owes, (own.owes.get(move.owes) ?? 0) + 1);
      own.count += 1;
      own.anybody += anybody;
      const day = missing?.find((score) => score.person === person)?.due;
      own.late += move.on === 'manager' ? overdue : day !== undefined && isPast(day) ? 1 : 0;
      people.set(key, own);
    }
  }
  return {
    moves, late, untold,
    stages: [...stages.values()].filter(({ manager, reviewers, candidate, held }) => manager + reviewers + candidate + held.ours + held.theirs > 0),
    people: [...people].map(([key, { side, owes, count, anybody, late: overdue }]) => ({
      person: key.slice(side.length + 1), side, count, anybody, late: overdue,
      owes: [...owes].map(([what, times]) => ({ owes: what, count: times })).sort((a, b) => b.count - a.count || (a.owes < b.owes ? -1 : 1)),
    })).sort((a, b) => b.count - a.count || b.late - a.late || (a.person < b.person ? -1 : 1)),
  };
}

import type { Exit } from '../model/replay.ts';
import type { StageKind } from '../model/stage-kind.ts';
import type { Tombstone } from '../model/tombstone.ts';
import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import type { VisitFacts } from './facts.ts';
import { calendarDaysBetween, dayNumber, dayText } from './time/day.ts';
import { officeOf, type Office } from './time/office.ts';

/** One entry into a stage: how long it lasted, how it ended, and what it may be grouped by. */
export interface StageSpell {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  readonly stage: string;
  /** Undefined where the pipeline no longer has the stage. */
  readonly kind: StageKind | undefined;
  readonly pipeline: string;
  readonly level: string;
  /** Undefined for an erased candidate: it went with the record. */
  readonly source: string | undefined;
  /** Day of entry in the organisation's zone; of an erased candidate the Monday of the week. */
  readonly entered: string;
  /** Whole calendar days from entry to the exit, or to now; time between a close and a reopening is nobody's. To the week where only weeks are known. */
  readonly calendar: number;
  /** The same in business days; undefined where only weeks are known. */
  readonly business: number | undefined;
  /** Calendar days from entry to now: how long it could be followed. */
  readonly followed: number;
  /** Undefined while it waits, and where the end is not known. */
  readonly how: Exit | undefined;
  readonly reason: string | undefined;
  /** Only weeks are left of it. */
  readonly erased: boolean;
}

/** A memo by facts and nothing else: every role and the segments count from the same pass. */
const gathered = new WeakMap<WorkspaceFacts, ReadonlyMap<string, readonly StageSpell[]>>();

/** Every entry into a stage of every application, in one pass: by role, then in the order of candidates and of their visits. */
export function spellsOf(workspace: Workspace, facts: WorkspaceFacts): ReadonlyMap<string, readonly StageSpell[]> {
  let spells = gathered.get(facts);
  if (!spells) {
    spells = gather(workspace, facts);
    gathered.set(facts, spells);
  }
  return spells;
}

function gather(workspace: Workspace, facts: WorkspaceFacts): ReadonlyMap<string, readonly StageSpell[]> {
  const office = officeOf(workspace.calendar);
  const roles = new Map<string, readonly StageSpell[]>();
  for (const [role, candidates] of facts.roles) {
    const opening = workspace.roles.get(role)?.value;
    if (!opening) continue;
    const spells: StageSpell[] = [];
    const kinds = new Map(workspace.pipelines.get(opening.pipeline)?.value.stages.map((stage) => [stage.id, stage.kind]));
    for (const candidate of candidates) {
      const group = { role, candidate: candidate.id, pipeline: opening.pipeline, level: opening.level, source: candidate.folder.record?.value.source };
      for (const visit of candidate.visits) spells.push({ ...group, ...spellOf(visit, office, facts.today), kind: kinds.get(visit.stage) });
      // While the record still stands its own visits count, or they would be counted twice.
      const tombstone = candidate.visits.length > 0 ? undefined : candidate.folder.erased?.value;
      if (tombstone) spells.push(...remainsOf(tombstone, facts.today).map((spell) => ({ ...group, ...spell, kind: kinds.get(spell.stage) })));
    }
    roles.set(role, spells);
  }
  return roles;
}

/** Whoever went on from a stage: to a later one, or hired out of the last. */
export function wentOn({ how }: Pick<StageSpell, 'how'>): boolean {
  return how === 'advanced' || how === 'hired';
}

type Length = Omit<StageSpell, 'role' | 'candidate' | 'pipeline' | 'level' | 'source' | 'kind'>;

function spellOf(visit: VisitFacts, office: Office, today: string): Length {
  const { time } = visit;
  const entered = office.zone.dayOf(visit.enteredAt);
  return {
    visit: visit.name, stage: visit.stage, entered,
    calendar: time.oursCalendar + time.theirsCalendar, business: time.ours + time.theirs,
    followed: Math.max(0, calendarDaysBetween(entered, today)),
    how: visit.how, reason: visit.reason, erased: false,
  };
}

/** What a tombstone tells: weeks. An entry whose end is not known is followed until the day of the erasure and no longer. */
function remainsOf({ on, visits }: Tombstone, today: string): Length[] {
  const count = new Map<string, number>();
  return visits.map(({ stage, entered, left, how }) => {
    const number = (count.get(stage) ?? 0) + 1;
    count.set(stage, number);
    const monday = mondayOf(entered);
    const until = left === undefined ? on : mondayOf(left);
    return {
      visit: number === 1 ? stage : `${stage}.${number}`, stage, entered: monday,
      calendar: Math.max(0, calendarDaysBetween(monday, until)), business: undefined,
      followed: Math.max(0, calendarDaysBetween(monday, how === undefined ? on : today)),
      how, reason: undefined, erased: true,
    };
  });
}

/** The Monday of an ISO week, `2026-W40`. The fourth of January is always in week 1. */
export function mondayOf(week: string): string {
  const fourth = dayNumber(`${week.slice(0, 4)}-01-04`);
  // Day 0 was a Thursday.
  const firstMonday = fourth - ((fourth + 3) % 7);
  return dayText(firstMonday + (Number(week.slice(6)) - 1) * 7);
}

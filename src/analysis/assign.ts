import { compareText } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import { objection, traits, type Scene, type Speech } from './assign-standing.ts';
import { stageOf, type Want } from './assign-wants.ts';
import type { WorkspaceFacts } from './candidate.ts';
import type { VisitFacts } from './facts.ts';
import { byName } from './ledger.ts';
import { addDays } from './time/day.ts';
import { officeOf, type Office } from './time/office.ts';

/** Somebody who should be asked, and why. */
export interface Proposal {
  readonly person: string;
  readonly reasons: readonly string[];
}

/** Somebody of the role's panel who should not, and why. */
export interface PassedOver {
  readonly person: string;
  readonly because: string;
}

/** Who should be asked for one visit. */
export interface Assignment extends Want {
  readonly due: string | undefined;
  /** From which day on they are asked. */
  readonly asked: string;
  readonly proposed: readonly Proposal[];
  readonly passedOver: readonly PassedOver[];
  /** How many nobody can be found for. */
  readonly missing: number;
  /** A trainee beside those who count, and what stands against them. */
  readonly trainee: { readonly person: string; readonly objection: string | undefined } | undefined;
}

/** What else is known, and what is asked for. */
export interface AssignOptions {
  /** Language and time zone by candidate, where identities may be opened. */
  readonly speech?: ReadonlyMap<string, Speech>;
  /** Ask this person and nobody else. */
  readonly person?: string;
  /** And this one as a trainee. */
  readonly trainee?: string;
}

/** The reviewers' score is due so many business days before the answer is. */
const BEFORE_THE_PROMISE = 2;

/**
 * Who should be asked, for each visit by itself and in view of the others: what is due first chooses first, and who is proposed has one
 * review more open from then on. The role's panel comes before other reviewers, and the manager of the opening comes last. The order in
 * which people and visits are handed in changes nothing.
 */
export function assign(workspace: Workspace, facts: WorkspaceFacts, wants: readonly Want[], { speech, person: only, trainee }: AssignOptions = {}): Assignment[] {
  const office = officeOf(workspace.calendar);
  const open = openReviews(facts);
  const inOrder = wants.toSorted((a, b) => (a.visit.reply?.due.at ?? Infinity) - (b.visit.reply?.due.at ?? Infinity) || byName(a, b));
  return inOrder.map((want) => {
    const { candidate, visit, count } = want;
    const scene: Scene = {
      workspace, candidate, visit, open, now: facts.now, today: facts.today, due: dueDay(office, visit, facts.today),
      discusses: stageOf(workspace, candidate.role, visit)?.discusses, speech: speech?.get(candidate.id),
    };
    const chosen = only === undefined ? choose(scene, count, trainee) : named(scene, only);
    for (const { person } of chosen.proposed) open.set(person, (open.get(person) ?? 0) + 1);
    return {
      ...want, ...chosen, due: scene.due, asked: askedDay(office, visit, facts.today), missing: Math.max(0, (only === undefined ? count : 1) - chosen.proposed.length),
      trainee: trainee === undefined ? undefined : { person: trainee, objection: objection(scene, trainee, true) },
    };
  });
}

/**
 * The day a score is due: two business days before the answer is promised, and never before the next business day.
 * Undefined while no answer is running.
 */
export function dueDay({ business }: Office, { reply }: VisitFacts, today: string): string | undefined {
  if (!reply) return undefined;
  const next = business.add(today, 1);
  let day = reply.due.day;
  while (day > next && (!business.isBusinessDay(day) || business.between(day, reply.due.day) < BEFORE_THE_PROMISE)) day = addDays(day, -1);
  return day > next ? day : next;
}

/**
 * Today; where the others were all in only today, tomorrow: an ask holds from the beginning of its day, and would undo that they were.
 */
function askedDay(office: Office, { panel }: VisitFacts, today: string): string {
  const complete = panel?.complete === true && panel.completeAt !== undefined ? office.zone.dayOf(panel.completeAt) : undefined;
  return complete !== undefined && complete >= today ? addDays(today, 1) : today;
}

/** Scores that were asked for by name and can be given now, by person. */
function openReviews(facts: WorkspaceFacts): Map<string, number> {
  const open = new Map<string, number>();
  for (const { current } of facts.all) {
    if (current?.phase !== 'ours') continue;
    for (const { person } of current.panel?.missing ?? []) open.set(person, (open.get(person) ?? 0) + 1);
  }
  return open;
}

function choose(scene: Scene, count: number, trainee: string | undefined): Pick<Assignment, 'proposed' | 'passedOver'> {
  const { workspace, candidate } = scene;
  const role = workspace.roles.get(candidate.role)?.value;
  const panel = [...new Set(role?.panel ?? [])];
  const reviews = (person: string): boolean => workspace.people.get(person)?.value.roles.includes('reviewer') === true;
  const manager = role === undefined ? [] : [role.manager].filter((person) => panel.includes(person) || reviews(person));
  const others = [...workspace.people.keys()].filter((person) => reviews(person) && !panel.includes(person) && person !== role?.manager);
  const tiers = [
    { people: panel.filter((person) => person !== role?.manager), note: undefined },
    { people: others, note: 'from outside the role’s panel, where nobody is left' },
    { people: manager, note: 'manages the opening; nobody else is there' },
  ].map(({ people, note }) => ({ note, people: sorted(scene, people.filter((person) => person !== trainee && objection(scene, person) === undefined)) }));
  const queue = tiers.flatMap(({ people, note }) => people.map((person) => ({ person, note })));
  const chosen = queue.slice(0, count);
  const last = chosen.at(-1)?.person;
  return {
    proposed: chosen.map(({ person, note }) => ({ person, reasons: [...(note === undefined ? [] : [note]), ...reasons(scene, person)] })),
    passedOver: panel.toSorted(compareText).flatMap((person) => {
      if (person === trainee || chosen.some((each) => each.person === person)) return [];
      const because = objection(scene, person) ?? (person === role?.manager ? 'manages the opening' : last === undefined ? undefined : behind(scene, person, last));
      return because === undefined || because === 'is asked already' || because === 'has scored already' ? [] : [{ person, because }];
    }),
  };
}

function named(scene: Scene, person: string): Pick<Assignment, 'proposed' | 'passedOver'> {
  const because = objection(scene, person);
  return because === undefined ? { proposed: [{ person, reasons: reasons(scene, person) }], passedOver: [] } : { proposed: [], passedOver: [{ person, because }] };
}

function sorted(scene: Scene, people: readonly string[]): string[] {
  const ranks = new Map(people.map((person) => [person, traits(scene, person).map(({ rank }) => rank)]));
  const differs = (a: string, b: string): number => ranks.get(a)?.map((rank, index) => rank - (ranks.get(b)?.[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return people.toSorted((a, b) => differs(a, b) || compareText(a, b));
}

function reasons(scene: Scene, person: string): string[] {
  return traits(scene, person).flatMap(({ words, quiet }) => (words === undefined || quiet === true ? [] : words));
}

/** What puts somebody behind another, in words. */
function behind(scene: Scene, person: string, other: string): string {
  const [own, theirs] = [traits(scene, person), traits(scene, other)];
  const trait = own.find(({ rank }, index) => rank !== theirs[index]?.rank);
  return trait === undefined ? 'equal, and later by name' : trait.words ?? 'others fit better';
}

import type { WorkspaceFacts } from './candidate.ts';
import { totalOf } from './calibration/totals.ts';
import type { VisitFacts } from './facts.ts';
import { marksOf } from './scores.ts';
import { crossedDesign, type CrossedRow } from './statistics/crossed-design.ts';
import { crossedEffectsOf, type Effect } from './statistics/crossed-effects.ts';
import { raterErrorsOf } from './statistics/crossed-errors.ts';
import { Z_95 } from './statistics/distributions/normal.ts';
import { adjustedSays, marksOfPercent, missingSays, reviewerSays, severitySays } from './words/severity.ts';

/** Nothing is said of anybody below so many candidates that somebody else scored too, and so many reviewers who have them. */
export const SEVERITY_CANDIDATES = 5;
export const SEVERITY_REVIEWERS = 3;

/** How many visits a reviewer scored together with others. */
export interface ReviewerVisits {
  readonly person: string;
  readonly visits: number;
}

/** Whether somebody's totals lie above or below the panel's on the same work. */
export interface ReviewerSeverity extends ReviewerVisits {
  /** In percent points of the scale, shrunken towards 0 by how little is known; above 0 is more generous. */
  readonly effect: number;
  /** With what is not known of how much reviewers differ at all. */
  readonly error: number;
  /** 95 %, in percent points. */
  readonly interval: readonly [number, number];
  /** `effect` in marks of a scale of 1 to 4. */
  readonly marks: number;
  readonly says: string;
}

/** A visit's percent as marked, and with the habits of its reviewers taken out. It stands beside the raw one and decides nothing. */
export interface AdjustedVisit {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  readonly raw: number;
  readonly adjusted: number;
  /** How far what is not known of the habits could move it; the spread of the marks themselves is not in it. */
  readonly interval: readonly [number, number];
  readonly says: string;
}

export type SeverityResult =
  | {
    readonly shown: true;
    /** In the order of ids. */
    readonly reviewers: readonly ReviewerSeverity[];
    /** Who is compared with whom, by id: an effect says where somebody stands in their group. Mostly one. */
    readonly groups: readonly (readonly string[])[];
    /** Reviewers below the guards, of whom nothing is said. */
    readonly few: readonly ReviewerVisits[];
    readonly adjusted: readonly AdjustedVisit[];
    readonly says: string;
  }
  | { readonly shown: false; readonly says: string; readonly reviewers: readonly ReviewerVisits[] };

/** A visit of a complete panel with the totals of its counted scores. */
interface Marked {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  readonly subject: string;
  readonly raw: number | undefined;
  /** Person and total, 0 to 100. */
  readonly totals: readonly (readonly [string, number])[];
}

/**
 * Who marks higher or lower than the others on the same work: total in percent of the scale = mean + visit + reviewer + error, crossed
 * random effects (METHODS.md, Severity). Only counted scores of complete panels enter, so nothing shows early; percents, so that rubrics
 * of different scales compare. Reviewers are compared where work that two scored joins them: across groups nobody can tell strict
 * reviewers from weak work, so each group has its own fit and its own guards. One pass over the facts.
 * @param nameOf the name of a person in sentences
 */
export function severity(facts: WorkspaceFacts, nameOf: (person: string) => string = (person) => person): SeverityResult {
  const marked = markedVisits(facts);
  const together = marked.filter(({ totals }) => totals.length > 1);
  const counts = countsOf(together);
  const reviewers = [...counts].map(([person, { visits }]) => ({ person, visits })).sort((a, b) => (a.person < b.person ? -1 : 1));
  const judged = new Set([...counts].filter(([, { candidates }]) => candidates.size >= SEVERITY_CANDIDATES).map(([person]) => person));
  const hidden = (says: string): SeverityResult => ({ shown: false, says, reviewers });
  const groups = groupsOf(together).map((people) => ({ people, judged: people.filter((person) => judged.has(person)) }));
  const large = groups.filter((group) => group.judged.length >= SEVERITY_REVIEWERS);
  if (large.length === 0) {
    const names = groups.filter((group) => group.judged.length > 0).map((group) => group.judged.map(nameOf));
    return hidden(judged.size < SEVERITY_REVIEWERS
      ? missingSays({ why: 'few', judged: judged.size, candidates: SEVERITY_CANDIDATES, reviewers: SEVERITY_REVIEWERS })
      : missingSays({ why: 'apart', groups: names, reviewers: SEVERITY_REVIEWERS }));
  }
  const fitted = large.flatMap((group) => fitOf(group.people, marked) ?? []);
  if (fitted.length === 0) return hidden(missingSays({ why: 'same' }));

  const visits = new Map(reviewers.map((each) => [each.person, each.visits]));
  const list = fitted.flatMap(({ effects }) => [...effects.values()]).filter(({ id }) => judged.has(id))
    .map((effect) => reviewer(effect, visits.get(effect.id) ?? 0, nameOf)).sort((a, b) => (a.person < b.person ? -1 : 1));
  const told = new Set(list.map(({ person }) => person));
  const compared = fitted.map(({ people }) => people.filter((person) => told.has(person)));
  return {
    shown: true, reviewers: list, groups: compared, few: reviewers.filter(({ person }) => !told.has(person)),
    adjusted: fitted.flatMap(({ inside, effects }) => inside.flatMap((visit) => adjust(visit, effects) ?? []))
      .sort((a, b) => order(a.role, b.role) || order(a.candidate, b.candidate)),
    says: severitySays(list, together.length, compared, nameOf),
  };
}

/** A group of reviewers with the work only they marked and what each of them adds. */
interface Fitted {
  readonly people: readonly string[];
  readonly inside: readonly Marked[];
  readonly effects: ReadonlyMap<string, Effect>;
}

/** Work that one of them scored alone tells nothing of habits and is in all the same: what it is worth depends on who marked it. */
function fitOf(people: readonly string[], marked: readonly Marked[]): Fitted | undefined {
  const members = new Set(people);
  const inside = marked.filter(({ totals }) => totals.some(([person]) => members.has(person)));
  const design = crossedDesign(rowsOf(inside));
  const fit = design && crossedEffectsOf(design);
  if (!fit || fit.residualSd === 0) return undefined;
  const errors = raterErrorsOf(design, fit);
  return { people, inside, effects: new Map(fit.raters.map(({ id, effect, n, error: plain }) => {
    const error = errors.get(id) ?? plain;
    return [id, { id, effect, n, error, interval: [effect - Z_95 * error, effect + Z_95 * error] }];
  })) };
}

function markedVisits(facts: WorkspaceFacts): Marked[] {
  return facts.all.flatMap((candidate) => candidate.visits.flatMap((visit): Marked[] => {
    if (!visit.panel?.complete || !visit.rubric) return [];
    const { role, id } = candidate;
    return [{
      role, candidate: id, visit: visit.name, subject: `${role}/${id}/${visit.name}`, totals: totalsOf(visit),
      raw: visit.score?.incomplete.length === 0 ? visit.score.percent : undefined,
    }];
  }));
}

function totalsOf({ rubric, scores }: VisitFacts): (readonly [string, number])[] {
  if (!rubric) return [];
  const { min, max } = rubric.scale;
  return scores.flatMap((score) => {
    const total = score.counted ? totalOf(rubric, marksOf(score.effective.value)) : undefined;
    return total === undefined ? [] : [[score.person, (100 * (total - min)) / (max - min)] as const];
  });
}

function countsOf(together: readonly Marked[]): ReadonlyMap<string, { visits: number; candidates: Set<string> }> {
  const counts = new Map<string, { visits: number; candidates: Set<string> }>();
  for (const { role, candidate, totals } of together) {
    for (const [person] of totals) {
      const own = counts.get(person) ?? { visits: 0, candidates: new Set<string>() };
      counts.set(person, own);
      own.visits += 1;
      own.candidates.add(`${role}/${candidate}`);
    }
  }
  return counts;
}

function rowsOf(marked: readonly Marked[]): CrossedRow[] {
  return marked.flatMap(({ subject, totals }) => totals.map(([rater, score]) => ({ subject, rater, score })));
}

/** People whom work that two or more scored joins, over others if need be; groups and people in the order of ids. */
function groupsOf(together: readonly Marked[]): string[][] {
  const part = new Map<string, Set<string>>();
  for (const { totals } of together) {
    const met = totals.map(([person]) => part.get(person) ?? new Set([person]));
    const largest = met.reduce((a, b) => (b.size > a.size ? b : a), met[0] ?? new Set<string>());
    for (const other of met) {
      if (other === largest && [...other].every((person) => part.get(person) === largest)) continue;
      for (const person of other) { largest.add(person); part.set(person, largest); }
    }
  }
  return [...new Set(part.values())].map((people) => [...people].sort()).sort((a, b) => order(a[0] ?? '', b[0] ?? ''));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reviewer({ id, effect, error, interval }: Effect, visits: number, nameOf: (person: string) => string): ReviewerSeverity {
  return { person: id, visits, effect, error, interval, marks: marksOfPercent(effect), says: reviewerSays({ name: nameOf(id), effect, interval }) };
}

function adjust({ role, candidate, visit, raw, totals }: Marked, effects: ReadonlyMap<string, Effect>): AdjustedVisit | undefined {
  if (raw === undefined) return undefined;
  const panel = totals.flatMap(([person]) => effects.get(person) ?? []);
  if (panel.length === 0) return undefined;
  const mean = (of: (effect: Effect) => number): number => panel.reduce((sum, effect) => sum + of(effect), 0) / panel.length;
  const within = (value: number): number => Math.min(100, Math.max(0, value));
  const habits = mean(({ effect }) => effect);
  // The errors of a panel's members are not independent; their mean is what they add up to at most.
  const half = mean(({ interval: [low, high] }) => (high - low) / 2);
  const adjusted = within(raw - habits);
  const interval = [within(raw - habits - half), within(raw - habits + half)] as const;
  return { role, candidate, visit, raw, adjusted, interval, says: adjustedSays({ raw, adjusted, interval }) };
}

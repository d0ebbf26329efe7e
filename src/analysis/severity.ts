import type { WorkspaceFacts } from './candidate.ts';
import { totalOf } from './calibration/totals.ts';
import type { VisitFacts } from './facts.ts';
import { marksOf } from './scores.ts';
import { components } from './statistics/connected.ts';
import type { CrossedRow } from './statistics/crossed-design.ts';
import { crossedEffects, type Effect } from './statistics/crossed-effects.ts';
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
    /** Reviewers below the guard, of whom nothing is said. */
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
 * of different scales compare. Hidden below the guards, and where reviewers are not joined by work they both scored: then nobody can
 * tell strict reviewers from weak work. One pass over the facts.
 * @param nameOf the name of a person in sentences
 */
export function severity(facts: WorkspaceFacts, nameOf: (person: string) => string = (person) => person): SeverityResult {
  const marked = markedVisits(facts);
  const together = marked.filter(({ totals }) => totals.length > 1);
  const counts = countsOf(together);
  const reviewers = [...counts].map(([person, { visits }]) => ({ person, visits })).sort((a, b) => (a.person < b.person ? -1 : 1));
  const judged = new Set([...counts].filter(([, { candidates }]) => candidates.size >= SEVERITY_CANDIDATES).map(([person]) => person));
  const hidden = (says: string): SeverityResult => ({ shown: false, says, reviewers });
  if (judged.size < SEVERITY_REVIEWERS) return hidden(missingSays({ why: 'few', judged: judged.size, candidates: SEVERITY_CANDIDATES, reviewers: SEVERITY_REVIEWERS }));

  const rows = rowsOf(together);
  const groups = partsWith(rows, judged);
  if (groups.length !== 1) return hidden(missingSays({ why: 'apart', groups: groups.map((group) => group.filter((person) => judged.has(person)).map(nameOf)) }));
  // Work that one of them scored alone tells nothing of habits and is in all the same: what it is worth depends on who marked it.
  const joined = new Set(groups[0]);
  const inside = marked.filter(({ totals }) => totals.length > 0 && totals.every(([person]) => joined.has(person)));
  const fit = crossedEffects(rowsOf(inside));
  if (!fit || fit.residualSd === 0) return hidden(missingSays({ why: 'same' }));

  const effects = new Map(fit.raters.map((effect) => [effect.id, effect]));
  const list = reviewers.flatMap(({ person, visits }): ReviewerSeverity[] => {
    const found = judged.has(person) ? effects.get(person) : undefined;
    return found ? [reviewer(found, visits, nameOf)] : [];
  });
  return {
    shown: true, reviewers: list, few: reviewers.filter(({ person }) => !judged.has(person)),
    adjusted: inside.flatMap((visit) => adjust(visit, effects) ?? []),
    says: severitySays(list, together.length, nameOf),
  };
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

/** The people of each part of the graph that has somebody who is judged. */
function partsWith(rows: readonly CrossedRow[], judged: ReadonlySet<string>): string[][] {
  if (components(rows) === 1) return [[...new Set(rows.map(({ rater }) => rater))]];
  const bySubject = Map.groupBy(rows, ({ subject }) => subject);
  const byRater = Map.groupBy(rows, ({ rater }) => rater);
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const first of [...byRater.keys()].sort()) {
    if (seen.has(first)) continue;
    seen.add(first);
    const part = [first];
    for (const person of part) {
      for (const { subject } of byRater.get(person) ?? []) for (const { rater } of bySubject.get(subject) ?? []) {
        if (!seen.has(rater)) { seen.add(rater); part.push(rater); }
      }
    }
    parts.push(part);
  }
  return parts.filter((part) => part.some((person) => judged.has(person)));
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

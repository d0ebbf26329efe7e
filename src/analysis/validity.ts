import type { Outcome } from '../model/outcome.ts';
import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import { outcomes } from './outcomes.ts';
import { addDays } from './time/day.ts';
import { correlation, FEW_BELOW, HIDDEN_BELOW, type Correlation, type Pair } from './validity/correlation.ts';
import { NARROW, pairsForWidth, pairsToTell, SOUGHT } from './validity/needed.ts';
import { scoredOf, type Predictor } from './validity/predictors.ts';
import { coefficient } from './words/numbers.ts';

/** The review that is read where there is one: early enough to be there, late enough to mean something. Otherwise the latest. */
export const REVIEW_DAY = 180;

/** One thing that was scored, against how the work went. */
export interface ValidityRow extends Predictor {
  /** Rated performance, and whether we would hire them again. */
  readonly performance: Correlation;
  readonly again: Correlation;
}

/** Whether what we assess foretells the work. */
export interface Validity {
  /** Hires that have started, those with a review, and those whose review is of the stated day. */
  readonly hires: number;
  readonly reviewed: number;
  readonly onDay: number;
  /** Hires needed to tell a correlation of 0.3 from none, and to know one within ±0.2. */
  readonly toTell: number;
  readonly toKnow: number;
  /** Overall first, then stages, then criteria. */
  readonly rows: readonly ValidityRow[];
  /** What so many hires can tell. */
  readonly says: string;
  /** How many it would take, and how long at the pace of the last year. */
  readonly needed: string;
  /** What is never seen, however many there are. */
  readonly unseen: string;
  /** How many of the intervals would leave zero by chance; undefined where none is shown. */
  readonly chance: string | undefined;
}

const ORDER: Readonly<Record<Predictor['kind'], number>> = { overall: 0, stage: 1, criterion: 2 };
const AGAIN: Readonly<Record<Outcome['reviews'][number]['again'], number>> = { no: 1, unsure: 2, yes: 3 };

/** Scores in hiring against the review of day 180, or the latest where there is none of that day. */
export function validity(workspace: Workspace, facts: WorkspaceFacts): Validity {
  const hires = outcomes(workspace, facts);
  const reviews = new Map(hires.flatMap(({ role, candidate, reviews: written }) => {
    const review = written.find(({ day }) => day === REVIEW_DAY) ?? written.at(-1);
    return review ? [[`${role}/${candidate}`, review] as const] : [];
  }));
  const groups = new Map<string, { predictor: Predictor; all: number[]; performance: Pair[]; again: Pair[] }>();
  // Where nobody was reviewed nothing is compared, so that nothing is gathered.
  for (const candidate of reviews.size === 0 ? [] : facts.all) {
    const review = reviews.get(`${candidate.role}/${candidate.id}`);
    for (const { predictor, percent } of scoredOf(candidate)) {
      const group = groups.get(predictor.key) ?? { predictor, all: [], performance: [], again: [] };
      groups.set(predictor.key, group);
      group.all.push(percent);
      if (!review) continue;
      group.performance.push([percent, review.performance]);
      group.again.push([percent, AGAIN[review.again]]);
    }
  }
  const rows = [...groups.values()].filter(({ performance }) => performance.length > 0)
    .sort((a, b) => ORDER[a.predictor.kind] - ORDER[b.predictor.kind] || b.performance.length - a.performance.length || (a.predictor.key < b.predictor.key ? -1 : 1))
    .map(({ predictor, all, performance, again }): ValidityRow => ({ ...predictor, performance: correlation(performance, all), again: correlation(again, all) }));
  const toTell = pairsToTell(SOUGHT) ?? 0;
  const toKnow = pairsForWidth(SOUGHT, NARROW) ?? 0;
  const lastYear = hires.filter(({ outcome }) => outcome.started > addDays(facts.today, -365)).length;
  return {
    hires: hires.length, reviewed: reviews.size, onDay: [...reviews.values()].filter(({ day }) => day === REVIEW_DAY).length,
    toTell, toKnow, rows,
    says: says(reviews.size),
    needed: needed(toTell, toKnow, lastYear),
    unseen: 'Only those we hired are seen: those we turned away might have done as well, and a score that chose well has little left to show among those it chose.',
    chance: chance(rows),
  };
}

function says(reviewed: number): string {
  if (reviewed < HIDDEN_BELOW) return `${reviewed === 0 ? 'No hire was' : reviewed === 1 ? 'One hire was' : `${reviewed} hires were`} reviewed so far: whether our scores foretell the work is not shown below ${HIDDEN_BELOW}, since with so few one person turns every answer round.`;
  if (reviewed < FEW_BELOW) return `${reviewed} reviewed hires are too few to tell whether our scores foretell the work.`;
  return `${reviewed} hires were reviewed.`;
}

function needed(toTell: number, toKnow: number, lastYear: number): string {
  const years = lastYear === 0 ? undefined : Math.ceil(toTell / lastYear);
  const pace = years === undefined || years < 2 ? '' : ` At the pace of the last year, ${lastYear === 1 ? 'one start' : `${lastYear} starts`}, that is ${years} years.`;
  return `About ${toTell} hires would be needed to tell a correlation of ${coefficient(SOUGHT)} from none, and ${toKnow === toTell ? 'as many' : toKnow} to know it within ${coefficient(NARROW)} to either side.${pace}`;
}

function chance(rows: readonly ValidityRow[]): string | undefined {
  const shown = rows.flatMap(({ performance, again }) => [performance, again]).filter(({ spearman }) => spearman?.interval !== undefined).length;
  if (shown < 2) return undefined;
  const expected = Math.round(shown / 20);
  return `${shown} intervals are computed; by chance alone ${expected === 0 ? 'one of twenty' : `about ${expected === 1 ? 'one' : expected} of them`} would leave zero.`;
}

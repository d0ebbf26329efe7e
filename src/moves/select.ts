import type { CandidateFacts, VisitFacts } from '../analysis/facts.ts';
import type { Phase } from '../model/event-rules.ts';

/** Which applications are meant. What is left out does not narrow. */
export interface Filter {
  readonly role?: string;
  /** The stage they are in. */
  readonly stage?: string;
  /** Percent of the scale's range; only a complete panel of the current visit has one. */
  readonly scoreBelow?: number;
  readonly scoreAbove?: number;
  readonly source?: string;
  /** Business days, at least. */
  readonly waiting?: number;
  /** Without it, and without `ended`, every phase but closed. */
  readonly phase?: Phase;
  /** The reason for which a closed application ended. */
  readonly ended?: string;
}

/**
 * The applications that match, in the order they came in. Erased ones never match; closed ones only where the filter asks for them.
 * @param waited business days that an application has waited; days in the stage unless said
 */
export function selectCandidates(facts: readonly CandidateFacts[], filter: Filter, waited: (facts: CandidateFacts) => number = (each) => each.daysInStage): readonly CandidateFacts[] {
  return matching(facts, filter, waited).filter((each) => scoreFits(shownPercent(each.current), filter));
}

/** Those whose work is read just now, and whom a filter by score may reach once their panels are complete: nobody is decided on half of the scores. */
export function notYetJudged(facts: readonly CandidateFacts[], filter: Filter, waited?: (facts: CandidateFacts) => number): readonly CandidateFacts[] {
  if (!asksForScore(filter)) return [];
  return matching(facts, filter, waited ?? ((each) => each.daysInStage)).filter(({ current }) => current?.phase === 'ours' && current.panel?.complete === false);
}

/** The score of a visit in percent; undefined until its panel is complete, here as on the pages. */
export function shownPercent(visit: VisitFacts | undefined): number | undefined {
  return visit?.panel?.complete === true ? visit.score?.percent : undefined;
}

function matching(facts: readonly CandidateFacts[], filter: Filter, waited: (facts: CandidateFacts) => number): CandidateFacts[] {
  return facts.filter((each) => {
    const { current, folder } = each;
    if (!current || each.how === 'erased') return false;
    if (filter.role !== undefined && each.role !== filter.role) return false;
    if (filter.stage !== undefined && current.stage !== filter.stage) return false;
    if (filter.source !== undefined && folder.record?.value.source !== filter.source) return false;
    if (filter.phase !== undefined ? current.phase !== filter.phase : each.closed !== (filter.ended !== undefined)) return false;
    if (filter.ended !== undefined && each.reason !== filter.ended) return false;
    return filter.waiting === undefined || waited(each) >= filter.waiting;
  });
}

function scoreFits(percent: number | undefined, filter: Filter): boolean {
  if (!asksForScore(filter)) return true;
  if (percent === undefined) return false;
  return (filter.scoreBelow === undefined || percent < filter.scoreBelow) && (filter.scoreAbove === undefined || percent > filter.scoreAbove);
}

function asksForScore(filter: Filter): boolean {
  return filter.scoreBelow !== undefined || filter.scoreAbove !== undefined;
}

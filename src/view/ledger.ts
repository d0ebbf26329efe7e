import { ledger, QUIET_FROM, type Ledger, type OwedAnswer, type Silence, type TheirDate } from '../analysis/ledger.ts';
import type { Kept, KeptCounts } from '../analysis/ledger-kept.ts';
import type { CandidateFacts } from '../analysis/facts.ts';
import { spokenPseudonym } from '../model/pseudonym.ts';
import { orNull, rounded } from './instants.ts';
import { stageTitleOf, type Lookup } from './lookup.ts';
import type { Kept as PublishedKept, Owed, PublishedLedger, PublishedRoleLedger, Silence as PublishedSilence, TheirDate as PublishedTheirDate } from './published/ledger.ts';

/** So many rows stand on the page of all roles; the page of a role has every one of its own. */
const OWED_SHOWN = 150;
const OTHERS_SHOWN = 60;

/** Every promise in figures, and the most urgent of all roles. */
export function publishedLedger(lookup: Lookup): PublishedLedger {
  const { workspace } = lookup;
  const kept = ledger(workspace, lookup.facts);
  const quiet = kept.silences.filter(isQuiet);
  return {
    totals: totalsOf(kept, lookup),
    all: keptCounts(kept.kept),
    roles: kept.byRole.map((each) => keptRow(each, workspace.roles.get(each.key)?.value.title ?? each.key)),
    stages: stageRows(kept.byStage, undefined, lookup),
    people: personRows(kept.byPerson, lookup),
    owed: kept.owed.slice(0, OWED_SHOWN).map((each) => owedRow(each, lookup)),
    owedLater: byDay(kept.owed.slice(OWED_SHOWN)),
    quiet: quiet.slice(0, OTHERS_SHOWN).map((each) => silenceRow(each, lookup)),
    theirs: kept.theirs.slice(0, OTHERS_SHOWN).map((each) => theirRow(each, lookup)),
  };
}

/** Every promise of one role. */
export function publishedRoleLedger(role: string, lookup: Lookup): PublishedRoleLedger {
  const kept = ledger(lookup.workspace, lookup.facts, lookup.facts.roles.get(role) ?? []);
  return {
    role, totals: totalsOf(kept, lookup), all: keptCounts(kept.kept),
    stages: stageRows(kept.byStage, role, lookup),
    people: personRows(kept.byPerson, lookup),
    owed: kept.owed.map((each) => owedRow(each, lookup)),
    silences: kept.silences.map((each) => silenceRow(each, lookup)),
    theirs: kept.theirs.map((each) => theirRow(each, lookup)),
  };
}

/** How many are due on which day. */
export function byDay(owed: readonly { readonly reply: { readonly due: { readonly day: string } } }[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(owed, ({ reply }) => reply.due.day)].map(([day, list]) => [day, list.length]));
}

/** A silence for a list: since when, and how long that is. */
export function silenceRow({ candidate, sinceDay, by, business, calendar, untold }: Silence, lookup: Lookup): PublishedSilence {
  return { ...whoOf(candidate, candidate.current?.stage, lookup), since: sinceDay, by, business: Math.max(0, business), calendar: Math.max(0, calendar), untold, on: candidate.move.on };
}

function owedRow({ candidate, visit, reply, owe, lateBy }: OwedAnswer, lookup: Lookup): Owed {
  const { move, manager, current } = candidate;
  // Whatever is decided already is the manager's to tell, whoever moves next.
  const reviewers = owe === 'answer' && move.on === 'reviewers';
  return {
    ...whoOf(candidate, visit.stage, lookup), visit: visit.name, owe, since: lookup.dayOf(reply.sinceAt), due: reply.due.day, lateBy,
    on: reviewers ? 'reviewers' : 'manager', people: reviewers ? [...move.people] : manager === undefined ? [] : [manager],
    unasked: reviewers && current?.panel?.missing.length === 0,
    scoresIn: visit.panel?.scoresIn ?? 0, scoresWanted: visit.panel?.scoresWanted ?? 0,
  };
}

function theirRow({ candidate, visit, owes, due, over }: TheirDate, lookup: Lookup): PublishedTheirDate {
  return { ...whoOf(candidate, visit.stage, lookup), owes, due: due.day, over };
}

function whoOf(candidate: CandidateFacts, stage: string | undefined, { workspace }: Lookup): { role: string; id: string; spoken: string; stageTitle: string } {
  const { role, id } = candidate;
  return { role, id, spoken: spokenPseudonym(id), stageTitle: stage === undefined ? '' : stageTitleOf(workspace, role, stage) };
}

function totalsOf({ owed, silences, theirs }: Ledger, { today }: Lookup): PublishedLedger['totals'] {
  const overdue = owed.filter(({ lateBy }) => lateBy > 0).length;
  const now = owed.filter(({ lateBy, reply }) => lateBy === 0 && reply.due.day <= today).length;
  return {
    overdue, today: now, later: owed.length - overdue - now, untold: owed.filter(({ reply }) => reply.decidedNotTold).length,
    waiting: silences.length, quiet: silences.filter(isQuiet).length, theirs: theirs.length, over: theirs.filter(({ over }) => over).length,
  };
}

function isQuiet({ business }: Silence): boolean {
  return business >= QUIET_FROM;
}

function keptCounts({ kept, late, overdue, open, interval }: KeptCounts): PublishedLedger['all'] {
  return { kept, late, overdue, open, lower: orNull(interval && rounded(interval[0])), upper: orNull(interval && rounded(interval[1])) };
}

function keptRow(counts: Kept, title: string): PublishedKept {
  return { key: counts.key, title, ...keptCounts(counts) };
}

/** A stage has the title that the role gives it, or the first role that has it. */
function stageRows(rows: readonly Kept[], role: string | undefined, { workspace }: Lookup): PublishedKept[] {
  const roleOf = (stage: string): string => role ?? [...workspace.roles].find(([, { value }]) => workspace.pipelines.get(value.pipeline)?.value.stages.some(({ id }) => id === stage))?.[0] ?? '';
  return rows.map((each) => keptRow(each, stageTitleOf(workspace, roleOf(each.key), each.key)));
}

function personRows(rows: readonly Kept[], { workspace }: Lookup): PublishedKept[] {
  return rows.map((each) => keptRow(each, workspace.people.get(each.key)?.value.name ?? each.key));
}

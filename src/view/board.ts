import type { CandidateFacts } from '../analysis/facts.ts';
import { today, type Happening } from '../analysis/today.ts';
import { mayShowScores } from './boundary.ts';
import { candidateRow } from './candidate/row.ts';
import { silenceRow } from './ledger.ts';
import { rounded, orNull, utc, utcOrNull } from './instants.ts';
import { stageTitleOf, type Lookup } from './lookup.ts';
import type { CandidateRow } from './published/common.ts';
import type { PublishedWorkspace } from './published/workspace.ts';
import { spokenPseudonym } from '../model/pseudonym.ts';

type Board = PublishedWorkspace['board'];

/** So many rows of each section stand on Today; the rest is counted, and the ledger has it. */
const SHOWN = { decide: 12, promises: 10, missing: 12, unassigned: 6, quiet: 6, working: 6, since: 10 } as const;
/** Eleven rows are not cut to eight and three. */
const TOO_FEW_TO_CUT = 3;

/** What a manager reads in the morning. */
export function publishedBoard(lookup: Lookup): Board {
  const { workspace, facts } = lookup;
  const counted = today(workspace, facts);
  const settings = workspace.settings.value;
  const rowOf = (candidate: CandidateFacts): CandidateRow => candidateRow(candidate, lookup);
  return {
    moves: { ...counted.moves },
    owed: owedCounts([...counted.decide.map(({ due, lateBy }) => ({ day: due?.day, lateBy })), ...counted.promises.map(({ reply, lateBy }) => ({ day: reply.due.day, lateBy }))], lookup.today),
    decide: {
      ...first(counted.decide, SHOWN.decide, ({ candidate, visit }) => {
        const shown = mayShowScores(visit.panel, settings) ? visit.score : undefined;
        return {
          row: rowOf(candidate),
          score: shown?.score === undefined || shown.incomplete.length > 0 ? null : rounded(shown.score),
          scaleMax: visit.rubric?.scale.max ?? null,
          reviewers: shown?.reviewers ?? 0,
          disagreements: mayShowScores(visit.panel, settings) ? visit.disagreements.length : 0,
        };
      }),
      ...dueCounts(counted.decide, SHOWN.decide, ({ due }) => due?.day),
    },
    promises: {
      ...first(counted.promises, SHOWN.promises, ({ candidate, visit, reply, owe, lateBy }) => ({
        row: rowOf(candidate), visit: visit.name, visitTitle: stageTitleOf(workspace, candidate.role, visit.stage), owe,
        due: reply.due.day, lateBy,
        scoresIn: visit.panel?.scoresIn ?? 0, scoresWanted: visit.panel?.scoresWanted ?? 0,
        unasked: candidate.move.on === 'reviewers' && candidate.current?.panel?.missing.length === 0,
      })),
      ...dueCounts(counted.promises, SHOWN.promises, ({ reply }) => reply.due.day),
    },
    kept: { kept: counted.kept.kept, broken: counted.kept.broken, lower: roundedOrNull(counted.kept.lower), upper: roundedOrNull(counted.kept.upper) },
    missing: {
      ...first(counted.missing, SHOWN.missing, ({ candidate, visit, person, asked, since, due, lateBy: late }) => ({
        person, row: rowOf(candidate), visit: visit.name, asked: orNull(asked), since: orNull(since), due: due?.day ?? null,
        scoresIn: visit.panel?.scoresIn ?? 0, scoresWanted: visit.panel?.scoresWanted ?? 0, late: late > 0,
      })),
      people: new Set(counted.missing.map(({ person }) => person)).size,
    },
    unassigned: first(counted.unassigned, SHOWN.unassigned, ({ candidate, visit }) => ({ row: rowOf(candidate), visit: visit.name })),
    quiet: first(counted.quiet, SHOWN.quiet, (silence) => silenceRow(silence, lookup)),
    working: first(counted.working, SHOWN.working, ({ candidate, deadline, hoursLeft }) => ({
      row: rowOf(candidate),
      deadline: utcOrNull(deadline?.at),
      hoursLeft: hoursLeft === undefined ? null : rounded(hoursLeft, 1),
      extra: deadline === undefined || deadline.extra.length === 0 ? null : deadline.extra.map((each) => each.extra.text).join(' + '),
    })),
    sinceDay: counted.sinceDay,
    since: first(counted.since, SHOWN.since, (happening) => ({
      at: utc(happening.atEpoch), role: happening.candidate.role, candidate: happening.candidate.id, spoken: spokenPseudonym(happening.candidate.id), what: happeningWords(happening, lookup),
    })),
  };
}

function cutOf(total: number, shown: number): number {
  return total > shown + TOO_FEW_TO_CUT ? shown : total;
}

/** The first rows of a list that is in its order, and how many there are. */
function first<T, Row>(list: readonly T[], shown: number, row: (entry: T) => Row): { rows: Row[]; total: number } {
  return { rows: list.slice(0, cutOf(list.length, shown)).map(row), total: list.length };
}

/** How many are late, and on which day those are due that are not shown: the browser counts them anew. */
function dueCounts<T extends { readonly lateBy: number }>(list: readonly T[], shown: number, dayOf: (entry: T) => string | undefined): { late: number; later: Record<string, number> } {
  const days = list.slice(cutOf(list.length, shown)).flatMap((entry) => dayOf(entry) ?? []);
  return { late: list.filter(({ lateBy }) => lateBy > 0).length, later: Object.fromEntries([...Map.groupBy(days, (day) => day)].map(([day, all]) => [day, all.length])) };
}

function owedCounts(owed: readonly { readonly day: string | undefined; readonly lateBy: number }[], today: string): Board['owed'] {
  const overdue = owed.filter(({ lateBy }) => lateBy > 0).length;
  return { overdue, today: owed.filter(({ day, lateBy }) => lateBy === 0 && day !== undefined && day <= today).length, all: owed.length };
}

/** Something that happened in a few words, after the candidate's name; never a mark. */
export function happeningWords(happening: Happening, lookup: Lookup): string {
  const stage = happening.where === undefined ? '' : stageTitleOf(lookup.workspace, happening.candidate.role, happening.where.replace(/\.\d+$/, '')).toLowerCase();
  const by = happening.by === undefined ? undefined : lookup.workspace.people.get(happening.by)?.value.name.split(' ')[0];
  switch (happening.what) {
    case 'applied': return 'applied';
    case 'started': return `started the ${stage}`;
    case 'submitted': return `handed in the ${stage}`;
    case 'booked': return `booked the ${stage}`;
    case 'held': return `${stage} held`;
    case 'offered': return 'was made an offer';
    case 'hired': return 'was hired';
    case 'advanced': return `advanced from the ${stage}`;
    case 'returned': return `was returned from the ${stage}`;
    case 'declined': return `was declined after the ${stage}`;
    case 'withdrew': return 'withdrew';
    case 'expired': return `let the ${stage} run out`;
    case 'reopened': return 'was reopened';
    case 'scored': return `${stage} scored by ${by ?? 'a reviewer'}`;
    case 'decided': return `decided by ${by ?? 'a manager'}`;
  }
}

function roundedOrNull(value: number | undefined): number | null {
  return value === undefined ? null : rounded(value);
}

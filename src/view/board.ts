import type { CandidateFacts } from '../analysis/facts.ts';
import { today, type Happening } from '../analysis/today.ts';
import { mayShowScores } from './boundary.ts';
import { candidateRow } from './candidate/row.ts';
import { rounded, orNull, utc, utcOrNull } from './instants.ts';
import { stageTitleOf, type Lookup } from './lookup.ts';
import type { CandidateRow } from './published/common.ts';
import type { PublishedWorkspace } from './published/workspace.ts';
import { spokenPseudonym } from '../model/pseudonym.ts';

type Board = PublishedWorkspace['board'];

/** What a manager reads in the morning. */
export function publishedBoard(lookup: Lookup): Board {
  const { workspace, facts } = lookup;
  const counted = today(workspace, facts);
  const settings = workspace.settings.value;
  const rowOf = (candidate: CandidateFacts): CandidateRow => candidateRow(candidate, lookup);
  return {
    moves: { ...counted.moves },
    decide: counted.decide.map(({ candidate, visit }) => {
      const shown = mayShowScores(visit.panel, settings) ? visit.score : undefined;
      return {
        row: rowOf(candidate),
        score: shown?.score === undefined ? null : rounded(shown.score),
        scaleMax: visit.rubric?.scale.max ?? null,
        reviewers: shown?.reviewers ?? 0,
        disagreements: mayShowScores(visit.panel, settings) ? visit.disagreements.length : 0,
      };
    }),
    promises: counted.promises.map(({ candidate, visit, reply, owe, lateBy }) => ({
      row: rowOf(candidate), visit: visit.name, visitTitle: stageTitleOf(workspace, candidate.role, visit.stage), owe,
      due: reply.due.day, lateBy,
      scoresIn: visit.panel?.scoresIn ?? 0, scoresWanted: visit.panel?.scoresWanted ?? 0, decidedNotTold: reply.decidedNotTold,
    })),
    kept: { kept: counted.kept.kept, broken: counted.kept.broken, lower: roundedOrNull(counted.kept.lower), upper: roundedOrNull(counted.kept.upper) },
    missing: counted.missing.map(({ candidate, visit, person, asked, since, due, lateBy: late }) => ({
      person, row: rowOf(candidate), visit: visit.name, asked: orNull(asked), since: orNull(since), due: due?.day ?? null,
      scoresIn: visit.panel?.scoresIn ?? 0, scoresWanted: visit.panel?.scoresWanted ?? 0, late: late > 0,
    })),
    unassigned: counted.unassigned.map(({ candidate, visit }) => ({ row: rowOf(candidate), visit: visit.name })),
    working: counted.working.map(({ candidate, deadline, hoursLeft }) => ({
      row: rowOf(candidate),
      deadline: utcOrNull(deadline?.at),
      hoursLeft: hoursLeft === undefined ? null : rounded(hoursLeft, 1),
      extra: deadline === undefined || deadline.extra.length === 0 ? null : deadline.extra.map((each) => each.extra.text).join(' + '),
    })),
    sinceDay: counted.sinceDay,
    since: counted.since.map((happening) => ({
      at: utc(happening.atEpoch), role: happening.candidate.role, candidate: happening.candidate.id, spoken: spokenPseudonym(happening.candidate.id), what: happeningWords(happening, lookup),
    })),
  };
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

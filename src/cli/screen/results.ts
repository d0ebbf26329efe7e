import { candidateFacts } from '../../analysis/candidate.ts';
import { officeOf } from '../../analysis/time/office.ts';
import type { Change } from '../../model/change.ts';
import type { Score } from '../../model/score.ts';
import type { CandidateFolder, StoredScore } from '../../model/workspace.ts';
import { isRefused, type PlannedMove, type RefusedMove } from '../../moves/move.ts';
import { planMove } from '../../moves/plan.ts';
import { withFolder } from '../../moves/with-folder.ts';
import { asProse, printScore } from '../../text/score.ts';
import { printProse } from '../../text/print-scalar.ts';
import type { Identities } from '../../model/identities.ts';
import type { Opened } from '../open.ts';
import { isDone, lacking, sheetOf, type Item, type Pile, type Sheet, type Sitting } from './sitting.ts';

/** What a sitting comes to: files and moves, and what is not possible any more. */
export interface Results {
  readonly planned: readonly PlannedMove[];
  readonly refused: readonly RefusedMove[];
  /** Scores and conflicts. */
  readonly changes: readonly Change[];
  /** Applications that are finished with it. */
  readonly done: readonly string[];
  readonly scores: number;
  readonly conflicts: number;
}

/** Turns what was said into files and moves. Each move is planned over the record with the score already in it. */
export async function resultsOf(opened: Opened, pile: Pile, sitting: Sitting, identities: Identities): Promise<Results> {
  const planned: PlannedMove[] = [];
  const refused: RefusedMove[] = [];
  const changes: Change[] = [];
  const done: string[] = [];
  let scores = 0;
  let conflicts = 0;
  for (const item of pile.items) {
    const sheet = sheetOf(sitting, item);
    const folder = opened.workspace.candidates.get(pile.role)?.get(item.id);
    if (!isDone(sheet) || !folder) continue;
    if (sheet.conflict) {
      changes.push(conflictChange(opened, pile, folder, sheet.conflict));
      conflicts += 1;
      done.push(item.id);
      continue;
    }
    const score = item.noScore === undefined && lacking(item, sheet, pile.evidenceMin).length === 0 ? scoreOf(opened, pile, item, folder, sheet) : undefined;
    const after = score ? { ...folder, scores: new Map(folder.scores).set(item.visit, [...(folder.scores.get(item.visit) ?? []), score.stored]) } : folder;
    const move = sheet.verdict === 'score' ? undefined : await moveOf(opened, pile, item, after, sheet, identities);
    if (move && isRefused(move)) {
      refused.push(move);
      continue;
    }
    // What should be known before was before one’s eyes; a list of it afterwards says nothing of whom.
    if (move) planned.push({ ...move, notes: [] });
    if (score) {
      changes.push(score.change);
      scores += 1;
    }
    done.push(item.id);
  }
  return { planned, refused, changes, done, scores, conflicts };
}

async function moveOf(opened: Opened, pile: Pile, item: Item, after: CandidateFolder, sheet: Sheet, identities: Identities): Promise<PlannedMove | RefusedMove> {
  const workspace = withFolder(opened.workspace, after);
  const facts = candidateFacts(workspace, after, opened.clock.now);
  const stage = facts.current?.stage ?? item.visit;
  const language = (await identities.find(item.id))?.language;
  return planMove(workspace, facts, {
    verb: sheet.verdict === 'advance' ? 'advance' : 'decline', by: pile.by, at: opened.clock.now, from: stage, ...(sheet.verdict === 'decline' && sheet.reason !== undefined && { reason: sheet.reason }),
  }, opened.text, language);
}

function scoreOf(opened: Opened, pile: Pile, item: Item, folder: CandidateFolder, sheet: Sheet): { readonly stored: StoredScore; readonly change: Change } {
  const { zone } = officeOf(opened.workspace.calendar);
  const path = `${folder.path}/scores/${item.visit}/${pile.by}.yml`;
  const value: Score = {
    rubric: item.reference,
    submitted: zone.instantText(opened.clock.now),
    ...(sheet.seconds >= 30 && { minutes: Math.max(1, Math.round(sheet.seconds / 60)) }),
    marks: Object.fromEntries(item.rubric.criteria.flatMap(({ id }) => {
      const noted = sheet.marks[id];
      if (!noted) return [];
      return [[id, noted.mark === 'not-observed' ? { mark: noted.mark, because: asProse(noted.words) } : { mark: noted.mark, evidence: asProse(noted.words) }] as const];
    })),
    recommendation: sheet.recommendation ?? 'no',
    bar: sheet.bar ?? 'unsure',
    ...(sheet.summary !== undefined && { summary: asProse(sheet.summary) }),
    conflict: 'none',
  };
  const text = printScore(value, item.rubric.criteria.map(({ id }) => id), `${'../'.repeat(path.split('/').length - 1)}.hire/schemas/score.${item.reference}.json`);
  return { stored: { path, value, person: pile.by, amendment: 1 }, change: { path, before: opened.text(path), after: text } };
}

function conflictChange(opened: Opened, pile: Pile, folder: CandidateFolder, conflict: NonNullable<Sheet['conflict']>): Change {
  const path = `${folder.path}/conflicts/${pile.by}.yml`;
  return { path, before: opened.text(path), after: conflictText(conflict, officeOf(opened.workspace.calendar).zone.dayOf(opened.clock.now)) };
}

/** The file that says what connects a reviewer with a candidate. @param day on which it is declared */
export function conflictText({ kind, note }: NonNullable<Sheet['conflict']>, day: string): string {
  return `kind: ${kind}\ndeclared: ${day}\n${note.trim() === '' ? '' : `${printProse('note', asProse(note), 0)}\n`}`;
}

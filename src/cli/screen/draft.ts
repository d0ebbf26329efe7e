import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { conflictSchema } from '../../model/conflict.ts';
import { BAR_ANSWERS, NOT_OBSERVED, RECOMMENDATIONS } from '../../model/score.ts';
import { removeFile, writeFile } from '../../store/write.ts';
import { Mistake } from '../command.ts';
import { EMPTY_SHEET, sheetOf, type Pile, type Sheet, type Sitting } from './sitting.ts';
import { nextOpen } from './verdicts.ts';

const sheetSchema = z.strictObject({
  marks: z.record(z.string(), z.strictObject({ mark: z.union([z.int().min(1).max(5), z.literal(NOT_OBSERVED)]), words: z.string() })),
  recommendation: z.enum(RECOMMENDATIONS).optional(),
  bar: z.enum(BAR_ANSWERS).optional(),
  summary: z.string().optional(),
  verdict: z.enum(['advance', 'decline', 'score', 'aside']).optional(),
  reason: z.string().optional(),
  conflict: z.strictObject({ kind: conflictSchema.shape.kind, note: z.string() }).optional(),
  seconds: z.number(),
});

const draftSchema = z.strictObject({
  format: z.literal(1),
  by: z.string(),
  /** The application one was at. */
  at: z.string(),
  /** By candidate, with the visit and the rubric it is about. */
  sheets: z.record(z.string(), z.strictObject({ visit: z.string(), rubric: z.string(), sheet: sheetSchema })),
});

/** What is kept between two sittings. */
export type Draft = z.output<typeof draftSchema>;

/** Where the draft of a role lies; git ignores the folder. */
export function draftPath(role: string): string {
  return `.hire/screen/${role}.json`;
}

/** The draft of a role; undefined where there is none. @throws Mistake when it cannot be read */
export function readDraft(root: string, role: string): Draft | undefined {
  let text: string;
  try {
    text = readFileSync(join(root, draftPath(role)), 'utf8');
  } catch {
    return undefined;
  }
  try {
    return draftSchema.parse(JSON.parse(text));
  } catch {
    throw new Mistake(`${draftPath(role)} is no draft that hire understands. Move it away, or give --discard to begin anew.`);
  }
}

/** Keeps the sitting; an empty one leaves no file behind. */
export function saveDraft(root: string, pile: Pile, sitting: Sitting): void {
  const sheets = Object.fromEntries(pile.items.flatMap((item) => {
    const sheet = sitting.sheets[item.id];
    return sheet === undefined || isEmpty(sheet) ? [] : [[item.id, { visit: item.visit, rubric: item.reference, sheet }]];
  }));
  if (Object.keys(sheets).length === 0) return removeFile(root, draftPath(pile.role));
  const draft: Draft = { format: 1, by: pile.by, at: pile.items[sitting.at]?.id ?? '', sheets };
  writeFile(root, draftPath(pile.role), `${JSON.stringify(draft, null, 1)}\n`, { overwrite: true });
}

/**
 * A sitting that goes on where the draft ends. What is about an application that has moved meanwhile is dropped, and said.
 */
export function resumed(pile: Pile, draft: Draft | undefined): { readonly sitting: Sitting; readonly dropped: readonly string[] } {
  const dropped: string[] = [];
  const sheets: Record<string, Sheet> = {};
  for (const [id, { visit, rubric, sheet }] of Object.entries(draft?.sheets ?? {})) {
    const item = pile.items.find((each) => each.id === id);
    if (!item || item.visit !== visit) dropped.push(`${id} is not on the pile any more`);
    else if (item.reference !== rubric) dropped.push(`${id} is scored against ${item.reference} now, not ${rubric}`);
    else if (sheet.reason !== undefined && !pile.reasons.some(([reason]) => reason === sheet.reason)) dropped.push(`${id} was declined for “${sheet.reason}”, which is no reason any more`);
    else sheets[id] = sheet;
  }
  const at = Math.max(0, pile.items.findIndex((item) => item.id === draft?.at));
  const sitting: Sitting = { at, mode: { is: 'read' }, scroll: 0, sheets, past: [], said: undefined };
  // What was decided needs no second look: on to what was not, if there is any.
  return { sitting: sheetOf(sitting, pile.items[at]).verdict === undefined ? sitting : { ...sitting, at: nextOpen(sitting, pile) ?? at }, dropped };
}

/** Whether nothing was said on a sheet; having read is not enough. */
export function isEmpty(sheet: Sheet): boolean {
  return JSON.stringify({ ...sheet, seconds: 0 }) === JSON.stringify(EMPTY_SHEET);
}

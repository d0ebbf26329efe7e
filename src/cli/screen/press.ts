import { conflictSchema } from '../../model/conflict.ts';
import { BAR_ANSWERS, NOT_OBSERVED, RECOMMENDATIONS } from '../../model/score.ts';
import type { Key } from '../keys.ts';
import type { Size } from './frame.ts';
import { bodyOf, pageOf } from './picture.ts';
import { indexOf, isBack, lineKey, scrolledTo } from './reading-keys.ts';
import { countsOf, EMPTY_SHEET, isNoted, lacking, sheetOf, type Item, type Pile, type Sheet, type Sitting, type Verdict } from './sitting.ts';
import { typingOf, type Typing } from './typing.ts';
import { hindrance, nextOpen } from './verdicts.ts';

/** What the command does after a key, besides showing the sitting. */
export interface Pressed {
  readonly sitting: Sitting;
  readonly then?: 'quit' | 'write' | 'edit';
}

/** So many steps can be undone. */
const UNDO = 200;

/** One key of a sitting. Pure: nothing is written, and what is not understood changes nothing. */
export function press(pile: Pile, sitting: Sitting, key: Key, size: Size): Pressed {
  if (key.name === 'quit') return { sitting, then: 'quit' };
  const item = pile.items[sitting.at];
  const fresh = { ...sitting, said: undefined };
  if (!item) return key.name === 'q' ? { sitting, then: 'quit' } : { sitting };
  const moved = scrolled(pile, fresh, item, key, size);
  if (moved) return { sitting: moved };
  const { mode } = sitting;
  switch (mode.is) {
    case 'read': return reading(pile, fresh, item, key);
    case 'help': case 'rubric': return ['escape', 'b', 'q', 'enter', '?', 'r'].includes(key.name) ? { sitting: { ...fresh, mode: { is: 'read' }, scroll: 0 } } : { sitting };
    case 'mark': return { sitting: marking(fresh, item, key, mode.criterion) };
    case 'words': return inWords(pile, fresh, item, key, mode);
    case 'recommend': return { sitting: chosen(fresh, key, RECOMMENDATIONS.length, (index) => ({ ...changed(fresh, item, { recommendation: RECOMMENDATIONS[index] }), mode: { is: 'bar' } })) };
    case 'bar': return { sitting: chosen(fresh, key, BAR_ANSWERS.length, (index) => ({ ...changed(fresh, item, { bar: BAR_ANSWERS[index] }), mode: { is: 'summary', typing: typingOf(sheetOf(fresh, item).summary ?? '') } })) };
    case 'summary': return inLine(fresh, key, mode.typing, (typing, done) => {
      const kept = put(fresh, item, { summary: typing.text.trim() === '' ? undefined : typing.text });
      return done ? { ...kept, mode: { is: 'read' }, scroll: 0, said: ready(pile, kept, item) } : { ...kept, mode: { is: 'summary', typing } };
    });
    case 'reason': return { sitting: chosen(fresh, key, pile.reasons.length, (index) => onwards(pile, changed(fresh, item, { verdict: 'decline', reason: pile.reasons[index]?.[0], conflict: undefined }))) };
    case 'conflict': return { sitting: chosen(fresh, key, CONFLICTS.length, (index) => ({ ...fresh, mode: { is: 'conflict-note', kind: CONFLICTS[index] ?? 'other', typing: typingOf('') } })) };
    case 'conflict-note': return inLine(fresh, key, mode.typing, (typing, done) => (done
      ? onwards(pile, changed(fresh, item, { conflict: { kind: mode.kind, note: typing.text.trim() }, verdict: undefined, reason: undefined }))
      : { ...fresh, mode: { ...mode, typing } }));
    case 'write': return key.name === 'y' && countsOf(sitting, pile).done === 0 ? { sitting: { ...fresh, mode: { is: 'read' }, said: 'There is nothing to write yet.' } } : key.name === 'y' ? { sitting: { ...fresh, mode: { is: 'read' } }, then: 'write' } : { sitting: { ...fresh, mode: { is: 'read' } } };
  }
}

/** What connects two people, in the order in which it is offered. */
export const CONFLICTS = conflictSchema.shape.kind.options;

/** The line as the person's editor left it. */
export function edited(pile: Pile, sitting: Sitting, text: string | undefined): Sitting {
  const { mode } = sitting;
  if (text === undefined) return { ...sitting, said: 'The editor did not end well; nothing was changed. $EDITOR names another one.' };
  if (!('typing' in mode)) return sitting;
  const typing = typingOf(text.replace(/\r\n?/g, '\n').trim());
  const item = pile.items[sitting.at];
  const kept = item && mode.is === 'words' ? withWords(sitting, item, mode.criterion, typing.text) : item && mode.is === 'summary' ? put(sitting, item, { summary: typing.text }) : sitting;
  return { ...kept, mode: { ...mode, typing } };
}

function reading(pile: Pile, sitting: Sitting, item: Item, key: Key): Pressed {
  const to = (at: number): Pressed => ({ sitting: { ...sitting, at: (at + pile.items.length) % pile.items.length, scroll: 0 } });
  const mode = (is: 'rubric' | 'help' | 'reason' | 'conflict' | 'write'): Pressed => ({ sitting: { ...sitting, mode: { is }, scroll: is === 'rubric' || is === 'help' ? 0 : sitting.scroll } });
  switch (key.name) {
    case 'n': case 'right': return to(sitting.at + 1);
    case 'p': case 'left': return to(sitting.at - 1);
    case 'g': return to(nextOpen(sitting, pile) ?? sitting.at);
    case 'm': return item.noScore === undefined ? { sitting: atCriterion(sitting, firstOpen(pile, sitting, item)) } : { sitting: { ...sitting, said: item.noScore } };
    case 'a': return { sitting: judged(pile, sitting, item, 'advance') };
    case 'x': return { sitting: judged(pile, sitting, item, 'score') };
    case 's': return { sitting: sheetOf(sitting, item).verdict === 'aside' ? changed(sitting, item, { verdict: undefined }) : judged(pile, sitting, item, 'aside') };
    case 'd': {
      const why = hindrance('decline', item, sheetOf(sitting, item), pile.evidenceMin);
      return why === undefined ? mode('reason') : { sitting: { ...sitting, said: why } };
    }
    case 'c': return mode('conflict');
    case 'u': return { sitting: undone(sitting) };
    case 'r': return mode('rubric');
    case '?': case 'h': return mode('help');
    case 'w': return mode('write');
    case 'q': return { sitting, then: 'quit' };
    default: return { sitting };
  }
}

function scrolled(pile: Pile, sitting: Sitting, item: Item, key: Key, size: Size): Sitting | undefined {
  const { rows, from } = pageOf(pile, sitting, size);
  const last = Math.max(0, bodyOf(pile, sitting, item, size.columns).lines.length - rows);
  const scroll = scrolledTo(key, 'typing' in sitting.mode, { rows, from, last });
  return scroll === undefined ? undefined : { ...sitting, scroll };
}

function marking(sitting: Sitting, item: Item, key: Key, index: number): Sitting {
  const { criteria, scale } = item.rubric;
  const criterion = criteria[index];
  if (!criterion) return { ...sitting, mode: { is: 'read' } };
  const noted = sheetOf(sitting, item).marks[criterion.id];
  const words = (mark: number | typeof NOT_OBSERVED): Sitting => {
    const kept = changed(sitting, item, { marks: { ...sheetOf(sitting, item).marks, [criterion.id]: { mark, words: noted?.words ?? '' } } });
    return { ...kept, mode: { is: 'words', criterion: index, typing: typingOf(noted?.words ?? '') } };
  };
  const level = /^\d$/.test(key.name) ? Number(key.name) : undefined;
  if (level === 0) return words(NOT_OBSERVED);
  if (level !== undefined) return level >= scale.min && level <= scale.max ? words(level) : { ...sitting, said: `The scale is ${scale.min} to ${scale.max}; 0 is not observed.` };
  switch (key.name) {
    case 'enter': return noted ? words(noted.mark) : { ...sitting, said: `${scale.min} to ${scale.max}, or 0 for not observed.` };
    case 'tab': case 'right': case 'n': return index + 1 < criteria.length ? atCriterion(sitting, index + 1) : { ...sitting, mode: { is: 'recommend' } };
    case 'shift-tab': case 'left': case 'p': return atCriterion(sitting, Math.max(0, index - 1));
    case 'u': return undone(sitting);
    case 'escape': case 'b': case 'q': return { ...sitting, mode: { is: 'read' }, scroll: 0 };
    default: return sitting;
  }
}

function inWords(pile: Pile, sitting: Sitting, item: Item, key: Key, mode: { readonly criterion: number; readonly typing: Typing }): Pressed {
  const criterion = item.rubric.criteria[mode.criterion];
  if (!criterion) return { sitting };
  return inLine(sitting, key, mode.typing, (typing, done, left) => {
    const kept = withWords(sitting, item, mode.criterion, typing.text);
    if (left) return atCriterion(kept, mode.criterion);
    if (!done) return { ...kept, mode: { is: 'words', criterion: mode.criterion, typing } };
    const noted = sheetOf(kept, item).marks[criterion.id];
    if (!isNoted(noted, pile.evidenceMin)) {
      return { ...kept, said: noted?.mark === NOT_OBSERVED ? 'Say why there was nothing to see.' : `A mark needs at least ${pile.evidenceMin} characters of evidence: what in the answer shows it.` };
    }
    const next = item.rubric.criteria.findIndex((each, index) => index > mode.criterion && !isNoted(sheetOf(kept, item).marks[each.id], pile.evidenceMin));
    if (next !== -1) return atCriterion(kept, next);
    const open = firstOpen(pile, kept, item);
    if (open < item.rubric.criteria.length) return atCriterion(kept, open);
    const missing = lacking(item, sheetOf(kept, item), pile.evidenceMin);
    return missing.length > 0 ? { ...kept, mode: { is: 'recommend' }, scroll: 0 } : { ...kept, mode: { is: 'read' }, scroll: 0, said: ready(pile, kept, item) };
  });
}

/** A key where a line is typed: `next` is told the line, whether Enter ended it, and whether Escape left it. */
function inLine(sitting: Sitting, key: Key, typing: Typing, next: (typing: Typing, done: boolean, left: boolean) => Sitting): Pressed {
  const pressed = lineKey(typing, key);
  if (!pressed) return { sitting };
  switch (pressed.does) {
    case 'done': return { sitting: next(typing, true, false) };
    case 'edit': return { sitting, then: 'edit' };
    case 'typed': return { sitting: next(pressed.typing, false, false) };
    case 'left': {
      const left = next(typing, false, true);
      return { sitting: 'typing' in left.mode ? { ...left, mode: { is: 'read' }, scroll: 0 } : left };
    }
  }
}

/** One of a numbered list, or back. */
function chosen(sitting: Sitting, key: Key, many: number, pick: (index: number) => Sitting): Sitting {
  if (isBack(key)) return { ...sitting, mode: { is: 'read' } };
  const index = indexOf(key, many);
  return index === undefined ? sitting : pick(index);
}

function judged(pile: Pile, sitting: Sitting, item: Item, verdict: Verdict): Sitting {
  const why = hindrance(verdict, item, sheetOf(sitting, item), pile.evidenceMin);
  return why === undefined ? onwards(pile, changed(sitting, item, { verdict, reason: undefined, conflict: undefined })) : { ...sitting, said: why };
}

/** On to the next application that waits; where none does, that is said. */
function onwards(pile: Pile, sitting: Sitting): Sitting {
  const next = nextOpen(sitting, pile);
  return next === undefined
    ? { ...sitting, mode: { is: 'read' }, scroll: 0, said: 'That was the last one. w writes it all down, s takes back what was set aside.' }
    : { ...sitting, at: next, mode: { is: 'read' }, scroll: 0 };
}

function ready(pile: Pile, sitting: Sitting, item: Item): string {
  const missing = lacking(item, sheetOf(sitting, item), pile.evidenceMin);
  return missing.length > 0 ? `Still missing: ${missing.join(', ')}.` : 'Scored. a goes on, d declines, x keeps the score alone.';
}

function atCriterion(sitting: Sitting, criterion: number): Sitting {
  return { ...sitting, mode: { is: 'mark', criterion }, scroll: undefined };
}

/** The first criterion without a mark that stands; the first of all when every one has. */
function firstOpen(pile: Pile, sitting: Sitting, item: Item): number {
  const found = item.rubric.criteria.findIndex((criterion) => !isNoted(sheetOf(sitting, item).marks[criterion.id], pile.evidenceMin));
  if (found !== -1) return found;
  return sitting.mode.is === 'read' ? 0 : item.rubric.criteria.length;
}

function withWords(sitting: Sitting, item: Item, criterion: number, words: string): Sitting {
  const id = item.rubric.criteria[criterion]?.id ?? '';
  const { marks } = sheetOf(sitting, item);
  const noted = marks[id];
  return noted ? put(sitting, item, { marks: { ...marks, [id]: { ...noted, words } } }) : sitting;
}

/** A change that `undo` takes back. */
function changed(sitting: Sitting, item: Item, change: Partial<Sheet>): Sitting {
  const past = [...sitting.past, { at: sitting.at, sheets: sitting.sheets }].slice(-UNDO);
  return { ...put(sitting, item, change), past };
}

function put(sitting: Sitting, item: Item, change: Partial<Sheet>): Sitting {
  return { ...sitting, sheets: { ...sitting.sheets, [item.id]: { ...(sitting.sheets[item.id] ?? EMPTY_SHEET), ...change } } };
}

function undone(sitting: Sitting): Sitting {
  const before = sitting.past.at(-1);
  if (!before) return { ...sitting, said: 'There is nothing to undo.' };
  return { ...sitting, ...before, past: sitting.past.slice(0, -1), mode: { is: 'read' }, scroll: 0, said: 'Undone.' };
}

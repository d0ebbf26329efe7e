import { BAR_ANSWERS, NOT_OBSERVED, RECOMMENDATIONS } from '../../model/score.ts';
import { listed } from '../../model/words.ts';
import type { Key } from '../keys.ts';
import { CONFLICTS } from '../screen/press.ts';
import { indexOf, isBack, lineKey, scrolledTo } from '../screen/reading-keys.ts';
import { isNoted } from '../screen/sitting.ts';
import { typingOf, type Typing } from '../screen/typing.ts';
import type { Size } from '../screen/frame.ts';
import { pageOf } from './picture.ts';
import { lacking, minutesOf, type Mode, type Sheet, type Sitting } from './sitting.ts';
import type { Marking } from './task.ts';

/** What the command does after a key, besides showing the sitting. */
export interface Pressed {
  readonly state: Sitting;
  readonly then?: 'quit' | 'write' | 'edit';
}

/** One key. Pure: nothing is written, and what is not understood changes nothing. */
export function press(task: Marking, sitting: Sitting, key: Key, size: Size): Pressed {
  if (key.name === 'quit') return { state: sitting, then: 'quit' };
  const fresh = { ...sitting, said: undefined };
  const { mode } = sitting;
  const { rows, from, lines } = pageOf(task, sitting, size);
  const scroll = scrolledTo(key, 'typing' in mode, { rows, from, last: Math.max(0, lines - rows) });
  if (scroll !== undefined) return { state: { ...fresh, scroll } };
  switch (mode.is) {
    case 'read': return reading(task, fresh, key);
    case 'help': case 'rubric': return isBack(key) || ['enter', '?', 'r'].includes(key.name) ? { state: to(fresh, { is: 'read' }) } : { state: sitting };
    case 'mark': return { state: marking(task, fresh, key, mode.criterion) };
    case 'recommend': return { state: chosen(fresh, key, RECOMMENDATIONS, (recommendation) => to(put(fresh, { recommendation }), { is: 'bar' })) };
    case 'bar': return { state: chosen(fresh, key, BAR_ANSWERS, (bar) => to(put(fresh, { bar }), { is: 'summary', typing: typingOf(sitting.sheet.summary ?? '') })) };
    case 'conflict': return { state: isBack(key) ? to(put(fresh, { conflict: undefined }), { is: 'read' }) : chosen(fresh, key, CONFLICTS, (kind) => to(fresh, { is: 'conflict-note', kind, typing: typingOf('') })) };
    case 'write': return key.name === 'y' ? { state: to(fresh, { is: 'read' }), then: 'write' } : { state: to(fresh, { is: 'read' }) };
    default: return typing(task, fresh, key, mode);
  }
}

/** The line as the person's editor left it. */
export function edited(task: Marking, sitting: Sitting, text: string | undefined): Sitting {
  const { mode } = sitting;
  if (text === undefined) return { ...sitting, said: 'The editor did not end well; nothing was changed. $EDITOR names another one.' };
  if (!('typing' in mode)) return sitting;
  return typedInto(task, sitting, { ...mode, typing: typingOf(text.replace(/\r\n?/g, '\n').trim()) });
}

function reading(task: Marking, sitting: Sitting, key: Key): Pressed {
  switch (key.name) {
    case 'm': case 'enter': return { state: next(task, put(sitting, { conflict: undefined })) };
    case 'c': return { state: task.verdict ? to(sitting, { is: 'conflict' }) : sitting };
    case 'r': return { state: to(sitting, { is: 'rubric' }) };
    case '?': case 'h': return { state: to(sitting, { is: 'help' }) };
    case 'w': {
      const missing = sitting.sheet.conflict ? [] : lacking(task, sitting.sheet);
      return { state: missing.length === 0 ? to(sitting, { is: 'write' }) : { ...sitting, said: `Still missing: ${listed(missing)}. m goes there.` } };
    }
    case 'q': return { state: sitting, then: 'quit' };
    default: return { state: sitting };
  }
}

function marking(task: Marking, sitting: Sitting, key: Key, index: number): Sitting {
  const { criteria, scale } = task.rubric;
  const criterion = criteria[index];
  if (!criterion) return to(sitting, { is: 'read' });
  const noted = sitting.sheet.marks[criterion.id];
  const words = (mark: number | typeof NOT_OBSERVED): Sitting => to(
    put(sitting, { marks: { ...sitting.sheet.marks, [criterion.id]: { mark, words: noted?.words ?? '' } } }), { is: 'words', criterion: index, typing: typingOf(noted?.words ?? '') });
  const level = /^\d$/.test(key.name) ? Number(key.name) : undefined;
  if (level === 0) return words(NOT_OBSERVED);
  if (level !== undefined) return level >= scale.min && level <= scale.max ? words(level) : { ...sitting, said: `The scale is ${scale.min} to ${scale.max}; 0 is not observed.` };
  switch (key.name) {
    case 'enter': return noted ? words(noted.mark) : { ...sitting, said: `${scale.min} to ${scale.max}, or 0 for not observed.` };
    case 'tab': case 'right': case 'n': return index + 1 < criteria.length ? to(sitting, { is: 'mark', criterion: index + 1 }) : afterMarks(task, sitting);
    case 'shift-tab': case 'left': case 'p': return to(sitting, { is: 'mark', criterion: Math.max(0, index - 1) });
    default: return isBack(key) ? to(sitting, { is: 'read' }) : sitting;
  }
}

type TypingMode = Extract<Mode, { readonly typing: Typing }>;

function typing(task: Marking, sitting: Sitting, key: Key, mode: TypingMode): Pressed {
  const pressed = lineKey(mode.typing, key);
  if (!pressed) return { state: sitting };
  switch (pressed.does) {
    case 'typed': return { state: typedInto(task, sitting, { ...mode, typing: pressed.typing }) };
    case 'edit': return mode.is === 'minutes' ? { state: sitting } : { state: sitting, then: 'edit' };
    case 'left': return { state: to(sitting, mode.is === 'words' ? { is: 'mark', criterion: mode.criterion } : { is: 'read' }) };
    case 'done': return { state: ended(task, sitting, mode) };
  }
}

/** What is typed is kept with every sign, so that nothing is lost whatever happens. */
function typedInto({ rubric }: Marking, sitting: Sitting, mode: TypingMode): Sitting {
  const { text } = mode.typing;
  const shown = { ...sitting, mode };
  switch (mode.is) {
    case 'words': {
      const id = rubric.criteria[mode.criterion]?.id ?? '';
      const noted = sitting.sheet.marks[id];
      return noted ? put(shown, { marks: { ...sitting.sheet.marks, [id]: { ...noted, words: text } } }) : shown;
    }
    case 'summary': return put(shown, { summary: text.trim() === '' ? undefined : text });
    case 'because': return put(shown, { because: text.trim() === '' ? undefined : text });
    case 'minutes': case 'conflict-note': return shown;
  }
}

function ended(task: Marking, sitting: Sitting, mode: TypingMode): Sitting {
  const { text } = mode.typing;
  switch (mode.is) {
    case 'words': {
      const noted = sitting.sheet.marks[task.rubric.criteria[mode.criterion]?.id ?? ''];
      if (isNoted(noted, task.evidenceMin)) return next(task, sitting, mode.criterion + 1);
      return { ...sitting, said: noted?.mark === NOT_OBSERVED ? 'Say why there was nothing to see.' : `A mark needs at least ${task.evidenceMin} characters of evidence: what in the work shows it.` };
    }
    case 'summary': return task.amends ? to(sitting, { is: 'because', typing: typingOf(sitting.sheet.because ?? '') }) : toMinutes(sitting);
    case 'because': return text.trim() === '' ? { ...sitting, said: 'An amendment says why the score changed.' } : toMinutes(sitting);
    case 'minutes': {
      const minutes = text.trim() === '' ? 0 : /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
      if (minutes === undefined || minutes > 2000) return { ...sitting, said: 'Whole minutes, at most 2000; nothing for none.' };
      const kept = put(sitting, { minutes });
      const missing = lacking(task, kept.sheet);
      return missing.length === 0 ? to(kept, { is: 'write' }) : { ...to(kept, { is: 'read' }), said: `Still missing: ${listed(missing)}. m goes there.` };
    }
    case 'conflict-note': return to(put(sitting, { conflict: { kind: mode.kind, note: text.trim() } }), { is: 'write' });
  }
}

function toMinutes(sitting: Sitting): Sitting {
  return to(sitting, { is: 'minutes', typing: typingOf(String(minutesOf(sitting.sheet) ?? '')) });
}

/** On to what is open: the criteria after this one, those before it, the recommendation, and so on to the end. When all is said, from the first again. */
function next(task: Marking, sitting: Sitting, after = 0): Sitting {
  const { criteria } = task.rubric;
  const { sheet } = sitting;
  const open = [...criteria.keys()].filter((index) => !isNoted(sheet.marks[criteria[index]?.id ?? ''], task.evidenceMin));
  const criterion = open.find((index) => index >= after) ?? open[0];
  if (criterion !== undefined) return to(sitting, { is: 'mark', criterion });
  if ((task.verdict && sheet.recommendation === undefined) || (after > 0 && after >= criteria.length)) return afterMarks(task, sitting);
  if (after > 0) return to(sitting, { is: 'mark', criterion: after });
  if (task.verdict && sheet.bar === undefined) return to(sitting, { is: 'bar' });
  return to(sitting, { is: 'mark', criterion: 0 });
}

/** A sample is marked and nothing else: nobody goes on or does not. */
function afterMarks({ verdict }: Marking, sitting: Sitting): Sitting {
  return to(sitting, verdict ? { is: 'recommend' } : { is: 'summary', typing: typingOf(sitting.sheet.summary ?? '') });
}

function chosen<T>(sitting: Sitting, key: Key, all: readonly T[], pick: (one: T) => Sitting): Sitting {
  if (isBack(key)) return to(sitting, { is: 'read' });
  const one = all[indexOf(key, all.length) ?? -1];
  return one === undefined ? sitting : pick(one);
}

/** Where one reads on stays where it was, but for pages of their own. */
function to(sitting: Sitting, mode: Mode): Sitting {
  const page = (is: Mode['is']): string => (is === 'rubric' || is === 'help' || is === 'write' ? is : 'read');
  return { ...sitting, mode, scroll: page(mode.is) === page(sitting.mode.is) ? sitting.scroll : 0 };
}

function put(sitting: Sitting, change: Partial<Sheet>): Sitting {
  return { ...sitting, sheet: { ...sitting.sheet, ...change } };
}

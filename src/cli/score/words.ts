import type { Mode } from './sitting.ts';
import type { Marking } from './task.ts';

const KEYS: Readonly<Record<Mode['is'], readonly string[]>> = {
  read: ['m mark', 'c conflict', 'r rubric', 'space ↑ ↓ read', 'w write', '? help', 'q quit'],
  mark: ['1–4 mark', '0 not observed', 'Enter evidence again', 'Tab next', '↑ ↓ read', 'Esc back'],
  words: ['Enter done', '^O editor', 'Esc back', '↑ ↓ read'],
  recommend: ['1–4 choose', 'Esc back'],
  bar: ['1–3 choose', 'Esc back'],
  summary: ['Enter done', '^O editor', 'Esc back'],
  because: ['Enter done', '^O editor', 'Esc back'],
  minutes: ['Enter done', 'Esc back'],
  conflict: ['a number declares', 'Esc none'],
  'conflict-note': ['Enter done', 'Esc back'],
  rubric: ['space ↑ ↓ read', 'Esc back'],
  help: ['space ↑ ↓ read', 'Esc back'],
  write: ['y write it down and commit', 'any other key: back'],
};

const HELP: readonly string[] = [
  'Read, mark, write. Nothing is written before you press w and then y. Every answer is kept in a draft on this machine: quit whenever you like, and go on where you were.',
  '',
  'm      mark criterion by criterion: a level of the scale (0: there was nothing to see), then the evidence in one line, or in your editor with ^O; then recommendation, bar, a few words, and your minutes',
  'c      you know the person: a conflict of interest is written instead of a score, and somebody else takes over; Esc in the list takes it back',
  'r      the rubric with all its anchors',
  'w      see what would be written; y then writes one file and commits it',
  'q      quit and keep the draft (also Ctrl-C)',
];

/** The keys of a mode, at the foot of the screen. Of a sample nobody has a conflict, and nobody recommends. */
export function keysOf(mode: Mode['is'], { verdict }: Marking): readonly string[] {
  return KEYS[mode].filter((key) => verdict !== undefined || key !== 'c conflict');
}

/** What the keys do. */
export function helpOf({ verdict }: Marking): readonly string[] {
  return verdict ? HELP : HELP.filter((line) => !line.startsWith('c ')).map((line) => line.replace('then recommendation, bar, a few words,', 'then a few words,'));
}

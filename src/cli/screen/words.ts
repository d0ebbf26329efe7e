import type { Recommendation } from '../../model/score.ts';
import type { Mode } from './sitting.ts';

/** The keys of each mode, at the foot of the screen. */
export const KEYS: Readonly<Record<Mode['is'], readonly string[]>> = {
  read: ['m mark', 'd decline', 'a goes on', 'x score only', 's set aside', 'c conflict', 'u undo', 'r rubric', 'n/p next, previous', 'space ↑ ↓ read', 'w write', '? help', 'q quit'],
  mark: ['1–4 mark', '0 not observed', 'Enter evidence again', 'Tab next criterion', '↑ ↓ read', 'Esc back'],
  words: ['Enter done', '^O editor', 'Esc back', '↑ ↓ read'],
  recommend: ['1–4 choose', 'Esc back'],
  bar: ['1–3 choose', 'Esc back'],
  summary: ['Enter done', '^O editor', 'Esc back'],
  reason: ['a number declines', 'Esc back'],
  conflict: ['a number declares', 'Esc back'],
  'conflict-note': ['Enter declares', 'Esc back'],
  rubric: ['space ↑ ↓ read', 'Esc back'],
  help: ['space ↑ ↓ read', 'Esc back'],
  write: ['y write it down and commit', 'any other key: back'],
};

export const RECOMMENDATION_WORDS: Readonly<Record<Recommendation, string>> = {
  'strong-no': 'I would speak against it', no: 'rather not', yes: 'rather yes', 'strong-yes': 'I would speak for it',
};

/** In the order of the kinds. */
export const CONFLICT_WORDS: readonly string[] = ['We worked together', 'Family or a friend', 'I referred them', 'We do business', 'Something else'];

export const HELP: readonly string[] = [
  'Read, mark, decide; nothing is written before you press w. Every step is kept in a draft on this machine: quit whenever you like, and go on where you were.',
  '',
  'm      mark criterion by criterion: 1 to 4 (0: there was nothing to see), then the evidence in one line, or in your editor with ^O; then the recommendation and the bar',
  'a      it goes on to the next stage, once its scores are in',
  'd      decline, with a reason of the list; the message to the candidate is drafted when you write',
  'x      keep the score alone: somebody else decides, or more scores are wanted',
  's      set aside: nothing happens, and it stays on the pile',
  'c      declare a conflict of interest: you take no part in this one any more',
  'u      undo the last step, as often as you like',
  'r      the rubric with all its anchors, and what a strong answer shows',
  'n p    the next and the previous application (also → ←);  g  the next that is undecided',
  'w      see what would be written; y then writes scores and events in one commit and drafts the messages',
  'q      quit and keep the draft (also Ctrl-C)',
];

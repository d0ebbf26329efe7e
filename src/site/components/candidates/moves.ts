import type { CandidateRow } from '../../../view/published/common.ts';
import { dueState, type DueState } from '../../today/clock.ts';
import { NBSP, dayYear, plural, weekdayDay } from '../../published/words.ts';

type Move = CandidateRow['move'];

/** What is owed, as the verb a list prints. */
export const OWES: Readonly<Record<Move['owes'], string>> = {
  decide: 'decide', answer: 'answer', score: 'score', invite: 'invite', offer: 'make the offer', 'hand-in': 'hand in',
  start: 'start', book: 'choose a time', meet: 'meet us', attend: 'work with us', record: 'write down how it went', 'answer-offer': 'answer the offer', nothing: '',
};

/** By when, as shape and words: "2 days late", "due today", "due Fri 20 Nov", "window ends Sun 22 Nov". */
export function dueOf({ on, owes, due, lateBy }: Move, today: string): Pick<DueState, 'is' | 'words'> {
  if (due === null) return { is: 'open', words: 'no date' };
  if (on === 'candidate') return theirs(owes, due, today);
  const state = dueState(due, today, lateBy);
  return { is: state.is, words: state.is === 'late' ? state.words : `due ${state.words}` };
}

/** A candidate's day is never an alarm of ours: it says what ends or begins, and when. */
function theirs(owes: Move['owes'], due: string, today: string): Pick<DueState, 'is' | 'words'> {
  const day = due === today ? 'today' : weekdayDay(due);
  const over = due < today;
  const is = due <= today ? 'due' : 'open';
  if (owes === 'hand-in') return { is, words: `window ${over ? 'ended' : 'ends'} ${day}` };
  if (owes === 'start') return { is, words: over ? `was to start by ${day}` : `to start by ${day}` };
  if (owes === 'attend') return { is: 'due', words: `with us until ${day}` };
  if (owes === 'meet') return { is, words: over ? `was to meet us ${day}` : `meets us ${day}` };
  return { is, words: `by ${day}` };
}

const SUBJECT: Readonly<Record<Move['owes'], string>> = {
  decide: 'Decision', answer: 'Answer', score: 'Scores', invite: 'Invitation', offer: 'Offer', 'hand-in': '', start: '', book: '', meet: '', attend: '', record: 'Record', 'answer-offer': '', nothing: '',
};

/** The first fact of a candidate's page: "Decision due today", "Window ends Sun 22 Nov", "Declined 18 Nov 2026". */
export function standing(row: CandidateRow, today: string): { is: DueState['is'] | 'done' | 'ended'; words: string } {
  if (row.closed) return closed(row);
  const { move } = row;
  if (move.on === 'nobody') return { is: 'open', words: 'Open' };
  if (move.owes === 'book') return { is: 'open', words: 'Is to choose a time' };
  if (move.owes === 'answer-offer') return { is: 'open', words: 'Has our offer' };
  const { is, words } = dueOf(move, today);
  if (move.on === 'candidate') return { is, words: capital(words) };
  return { is, words: `${SUBJECT[move.owes]} ${words}` };
}

/** How it ended: "hired", "declined", and the reason in the words of the settings. */
export function closed({ how, ended }: Pick<CandidateRow, 'how' | 'ended'>): { is: 'done' | 'ended'; words: string } {
  const day = ended === null ? '' : ` ${dayYear(ended)}`;
  return how === 'hired' ? { is: 'done', words: `Hired${day}` } : { is: 'ended', words: `${capital(how ?? 'ended')}${day}` };
}

/** "9 days", with the figure apart: lists print it in 600. */
export function days(count: number): { figure: string; unit: string } {
  return { figure: String(count), unit: `${NBSP}${plural(count, 'day').split(' ')[1] ?? ''}` };
}

/** Who must act: first names, the whole panel by its number, or "candidate". */
export function whoActs({ on, people }: Pick<Move, 'on' | 'people'>, nameOf: (person: string) => string): string {
  if (on === 'candidate') return 'candidate';
  if (on === 'nobody') return '';
  if (people.length === 0) return 'nobody yet';
  return people.length > 2 ? `one of ${people.length}` : people.map(nameOf).join(', ');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

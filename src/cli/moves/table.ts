import type { Verb } from '../../moves/verbs.ts';

/** What a command of moves says of itself, and which options it has beyond those of all moves. */
export interface MoveWords {
  readonly summary: string;
  readonly help: string;
  readonly options: readonly string[];
}

const BULK = `

Many at once: --role, --stage, --phase, --source, --waiting 5, --score-below 40, --score-above 70 (percent; complete panels alone).
A table shows what would be written; then you are asked. --dry-run shows the table and stops.`;

/** The commands of moves, in the order in which people need them. */
export const MOVES: Readonly<Record<Verb, MoveWords>> = {
  advance: {
    summary: 'let a candidate go on to the next stage',
    options: ['to', 'from'],
    help: `
Writes the event, commits it, and leaves the invitation as a draft: “hire send” sends it and notes what it promises.
Guidance and missing scores never stop it; they are said.

hire advance teal-otter-7f
hire advance teal-otter-7f --to trial               skips the stages between
hire advance --role senior-backend-2026 --stage application --score-above 70${BULK}`,
  },
  decline: {
    summary: 'say no, with a reason of the list',
    options: ['reason'],
    help: `
Closes the application and leaves a decent answer as a draft.

hire decline teal-otter-7f --reason below-bar
hire decline --role senior-backend-2026 --stage application --score-below 40 --reason below-bar${BULK}`,
  },
  start: {
    summary: 'a candidate begins their window',
    options: ['window'],
    help: `
The clock of the window runs from here. After the last day to start it takes “hire extend” first.

hire start teal-otter-7f --when 2026-11-20T19:45
hire start teal-otter-7f --window 48h               what the candidate chose within the range`,
  },
  submit: {
    summary: 'work came in',
    options: ['link', 'commit', 'minutes', 'received', 'file'],
    help: `
Writes the event and, with --link, --file or --minutes, what was handed in. Late work is taken and said to be late.

hire submit teal-otter-7f --link https://git.example/handed-in/7f --commit 4921734 --minutes 210
hire submit teal-otter-7f --file ~/Downloads/design.pdf --received 2026-11-20T21:10`,
  },
  book: {
    summary: 'agree on a time for a call, an interview or a trial',
    options: ['for'],
    help: `
Times without an offset are ours. Booking again moves the meeting, in the candidate’s calendar too.

hire book teal-otter-7f --for 2026-11-26T14:00`,
  },
  hold: {
    summary: 'a meeting took place',
    options: [],
    help: `
Held when it was booked to end, unless --when says otherwise: the promise of an answer counts from there.

hire hold teal-otter-7f
hire hold teal-otter-7f --when 2026-11-19T15:10`,
  },
  offer: {
    summary: 'our offer is out',
    options: ['window'],
    help: `
Says so when no decision stands behind it.

hire offer teal-otter-7f
hire offer teal-otter-7f --window "5 business days"  how long they may think`,
  },
  hire: {
    summary: 'the offer was accepted',
    options: [],
    help: `
Needs a decision to hire, with the bar answered by yes and a reason.

hire hire teal-otter-7f`,
  },
  return: {
    summary: 'send a candidate back to this stage or an earlier one',
    options: ['to', 'from'],
    help: `
A new visit begins: without --to in the same stage.

hire return teal-otter-7f --to technical-interview`,
  },
  withdraw: {
    summary: 'a candidate leaves of their own accord',
    options: ['reason'],
    help: `
hire withdraw teal-otter-7f --reason other-offer`,
  },
  expire: {
    summary: 'close what has run out: a window, a booking, an offer',
    options: [],
    help: `
Only where the candidate’s time has passed, and never when it is our move.

hire expire teal-otter-7f
hire expire --role senior-backend-2026               everybody whose time has run out`,
  },
  reopen: {
    summary: 'take a closed application up again',
    options: [],
    help: `
Back to where it was, in the same visit. --ended finds those that were closed for one reason.

hire reopen teal-otter-7f
hire reopen --role senior-backend-2026 --ended no-reply${BULK}`,
  },
};

import type { PublishedCandidate } from '../../../view/published/candidate.ts';

type Legal = PublishedCandidate['legal'][number];

/** A command of the terminal and what it does. */
export interface NextCommand {
  readonly words: string;
  readonly command: string;
}

/** What may be done with an application now: what it waits for, and the rest. */
export interface NextCommands {
  readonly first: readonly NextCommand[];
  readonly others: readonly NextCommand[];
}

/** The verb of the terminal that writes an event, and what it says of the candidate. */
const VERBS: Readonly<Record<Legal, readonly [verb: string, words: string]>> = {
  started: ['start', 'Their window begins'], submitted: ['submit', 'Work came in'], booked: ['book', 'Agree on a time'], held: ['hold', 'It took place'],
  offered: ['offer', 'The offer is out'], hired: ['hire', 'They accepted'], advanced: ['advance', 'Go on to the next stage'], returned: ['return', 'Send back to a stage'],
  declined: ['decline', 'Decline'], withdrew: ['withdraw', 'They withdrew'], expired: ['expire', 'It ran out'], reopened: ['reopen', 'Take it up again'],
};

/** The events that a debt is settled with, the usual one first. */
const SETTLES: Readonly<Record<PublishedCandidate['row']['move']['owes'], readonly Legal[]>> = {
  decide: ['advanced', 'declined'], answer: [], invite: [], score: [], offer: ['offered', 'declined'], 'hand-in': ['submitted', 'started'], start: ['started'], book: ['booked'],
  meet: ['held', 'booked'], attend: ['held'], record: ['held', 'booked'], 'answer-offer': ['hired', 'declined'], nothing: [],
};

/** The commands for a candidate, from the legal events and from what is owed. None once it is over and everybody was told. */
export function nextCommands({ row, visits, decisions, legal, named }: Pick<PublishedCandidate, 'row' | 'visits' | 'decisions' | 'legal' | 'named'>): NextCommands {
  const { move } = row;
  if (move.on === 'nobody') return { first: [], others: [] };
  const event = (name: Legal): NextCommand => ({ words: VERBS[name][1], command: `npx hire ${VERBS[name][0]} ${named}` });
  const settles = SETTLES[move.owes].filter((name) => legal.includes(name));
  const current = visits.at(-1);
  const first = [
    ...(move.owes === 'decide' && current?.kind === 'final' && decisions.length === 0 ? [{ words: 'Write down the decision', command: `npx hire decide ${named}` }] : []),
    ...(move.owes === 'answer' || move.owes === 'invite' ? [{ words: 'What waits to be sent', command: 'npx hire send' }, { words: 'You told them yourself', command: `npx hire send --by-hand ${named}` }] : []),
    ...(move.owes === 'score' ? scoring(row, current, named) : []),
    ...settles.map(event),
    ...(move.owes === 'hand-in' || move.owes === 'start' ? [{ words: 'Give more time', command: `npx hire extend ${named} --extra 24h` }] : []),
  ];
  return { first, others: legal.filter((name) => !settles.includes(name) && name !== 'reopened').map(event) };
}

/** Whoever scores begins; where nobody was asked by name, the manager may ask. */
function scoring({ role, move }: PublishedCandidate['row'], visit: PublishedCandidate['visits'][number] | undefined, named: string): NextCommand[] {
  if (visit?.kind === 'screening') return [{ words: 'Read the applications', command: `npx hire screen ${role}` }];
  const asked = visit?.panel?.asked.some(({ released, shadow }) => released === null && !shadow) === true;
  const [first = '<person>'] = move.people;
  return [
    ...(move.on === 'reviewers' ? [{ words: 'Score', command: `npx hire score ${named} --by ${first}` }] : []),
    ...(asked ? [] : [{ words: 'Ask people to score', command: `npx hire assign ${named}` }]),
  ];
}

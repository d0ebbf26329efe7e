import type { EventName } from '../model/candidate.ts';

/** What a person does to an application: each verb is a command, and writes one event. */
export type Verb = 'advance' | 'return' | 'decline' | 'withdraw' | 'expire' | 'reopen' | 'start' | 'submit' | 'book' | 'hold' | 'offer' | 'hire';

/** What a verb writes. */
export interface VerbTerms {
  readonly event: Exclude<EventName, 'applied'>;
  /** Whether it is our act, which somebody of us signs; the others are the candidate's, or happen between both. */
  readonly signed: boolean;
}

/** Every verb, in the order in which people need them. */
export const VERBS: Readonly<Record<Verb, VerbTerms>> = {
  advance: { event: 'advanced', signed: true },
  decline: { event: 'declined', signed: true },
  start: { event: 'started', signed: false },
  submit: { event: 'submitted', signed: false },
  book: { event: 'booked', signed: false },
  hold: { event: 'held', signed: false },
  offer: { event: 'offered', signed: true },
  hire: { event: 'hired', signed: true },
  return: { event: 'returned', signed: true },
  withdraw: { event: 'withdrew', signed: false },
  expire: { event: 'expired', signed: true },
  reopen: { event: 'reopened', signed: true },
};

/** All verbs. */
export const VERB_NAMES = Object.keys(VERBS) as readonly Verb[];

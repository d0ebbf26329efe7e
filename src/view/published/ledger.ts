import { z } from 'zod';
import { count, date, key, nullable } from './common.ts';

/** Who a row is about. */
const who = { role: key(), id: key(), /** "Teal Otter". */ spoken: z.string(), stageTitle: z.string() };

/** An answer that a candidate waits for. */
export const owedSchema = z.strictObject({
  ...who,
  visit: key(),
  /** A decision, the answer itself, telling a decision that was made, or the invitation to the next stage. */
  owe: z.enum(['decide', 'answer', 'decision-told', 'invite']),
  since: date(), due: date(), lateBy: count(),
  /** Who it waits for; with `unasked` the people are those who may be asked. */
  on: z.enum(['manager', 'reviewers']), people: z.array(key()), unasked: z.boolean(),
  scoresIn: count(), scoresWanted: count(),
});
export type Owed = z.output<typeof owedSchema>;

/** How long a candidate has heard from no person. */
export const silenceSchema = z.strictObject({
  ...who,
  since: date(), by: z.enum(['message', 'meeting', 'applied']), business: count(), calendar: count(),
  /** A decision was made that they do not know of. */
  untold: z.boolean(),
  on: z.enum(['manager', 'reviewers', 'candidate', 'nobody']),
});
export type Silence = z.output<typeof silenceSchema>;

/** A date that a candidate has before them, or let pass. */
export const theirDateSchema = z.strictObject({
  ...who, owes: z.enum(['decide', 'answer', 'score', 'invite', 'offer', 'hand-in', 'start', 'book', 'meet', 'attend', 'record', 'answer-offer', 'nothing']), due: date(), over: z.boolean(),
});
export type TheirDate = z.output<typeof theirDateSchema>;

const counts = {
  kept: count(), /** Answered after the due moment. */ late: count(), /** Not answered, and due. */ overdue: count(), /** Not due yet, counted neither way. */ open: count(),
  /** Wilson interval of kept among kept, late and overdue, 0 to 1; null below five of them. */
  lower: nullable(z.number()), upper: nullable(z.number()),
};

/** What became of the promises of one role, stage or person. */
export const keptSchema = z.strictObject({ key: key(), title: z.string(), ...counts });
export type Kept = z.output<typeof keptSchema>;

const totals = z.strictObject({
  /** Answers owed: overdue, due today, later. */
  overdue: count(), today: count(), later: count(),
  /** Among them, decided and not told. */
  untold: count(),
  /** Everybody who waits, and whoever of them has heard from no person for five business days or more. */
  waiting: count(), quiet: count(),
  /** Dates of candidates, and those that have passed. */
  theirs: count(), over: count(),
});

/** `ledger.json`: every promise to candidates in figures, and the most urgent of them. */
export const ledgerSchema = z.strictObject({
  totals,
  all: z.strictObject(counts),
  roles: z.array(keptSchema), stages: z.array(keptSchema), people: z.array(keptSchema),
  /** Overdue first, then soonest due. Cut; the files of the roles hold all. */
  owed: z.array(owedSchema),
  /** How many of those cut off are due on which day. */
  owedLater: z.record(z.string(), count()),
  /** Longest first, from five business days on; cut. */
  quiet: z.array(silenceSchema),
  /** Soonest first; cut. */
  theirs: z.array(theirDateSchema),
});
export type PublishedLedger = z.output<typeof ledgerSchema>;

/** `ledger/<role>.json`: every promise of one role. */
export const roleLedgerSchema = z.strictObject({
  role: key(), totals, all: z.strictObject(counts),
  stages: z.array(keptSchema), people: z.array(keptSchema),
  owed: z.array(owedSchema),
  /** Everybody who waits, the longest silence first. */
  silences: z.array(silenceSchema),
  theirs: z.array(theirDateSchema),
});
export type PublishedRoleLedger = z.output<typeof roleLedgerSchema>;

import type { Challenge } from '../model/challenge.ts';
import { calendarDays, type Duration } from '../model/duration.ts';
import type { TrialLog } from '../model/trial-log.ts';
import { after, dueAt, type Office } from './time/office.ts';

/** A payment is due so many business days after the trial's last day. */
export const PAY_WITHIN = 5;

/** From when to when a trial ran, in days of the organisation. */
export interface TrialSpan {
  readonly from: string;
  /** The last day: of the closing conversation, or on which either side ended it; undefined while it runs. */
  readonly to: string | undefined;
}

/** What is needed of a visit; the visits of the state machine and of the facts fit. */
export interface TrialVisit {
  readonly bookedFor?: string | undefined;
  readonly held?: string | undefined;
  readonly left?: string | undefined;
}

/** When a trial began and ended; undefined when it never began, or not yet. `length` is the trial's own. */
export function trialSpan(office: Office, visit: TrialVisit, length: Duration | undefined, now: number): TrialSpan | undefined {
  if (visit.bookedFor === undefined) return undefined;
  const begins = Date.parse(visit.bookedFor);
  const ended = visit.held ?? visit.left;
  if (begins > now || (ended !== undefined && Date.parse(ended) < begins)) return undefined;
  const from = office.zone.dayOf(begins);
  if (ended !== undefined) return { from, to: office.zone.dayOf(Date.parse(ended)) };
  // Nobody wrote down that it was held: it is over when its length is.
  const until = length === undefined ? dueAt(office, visit.bookedFor) : after(office, begins, length);
  return { from, to: now > until.at ? until.day : undefined };
}

/** Until when a trial that ended is paid: the fifth business day after its last one. */
export function payBy(office: Office, ended: string): string {
  return office.business.add(ended, PAY_WITHIN);
}

/**
 * What a trial is to be paid, in the currency of its compensation. By the hour and by the day the log says how much was worked; without
 * a log a day's pay counts the business days of the trial's length, and an hour's pay is not known.
 */
export function owed(compensation: NonNullable<Challenge['compensation']>, length: Duration | undefined, log: TrialLog | undefined): number | undefined {
  const { amount, per } = compensation;
  const days = log?.days ?? [];
  switch (per) {
    case 'challenge': return amount;
    case 'week': return length === undefined ? undefined : rounded((amount * calendarDays(length)) / 7);
    case 'day': {
      const worked = new Set(days.map((day) => day.on)).size;
      return worked > 0 ? amount * worked : length === undefined ? undefined : amount * Math.round((calendarDays(length) * 5) / 7);
    }
    case 'hour': {
      const hours = hoursOf(log);
      return hours === undefined ? undefined : rounded(amount * hours);
    }
  }
}

/** Hours over all days; undefined unless each day states them. */
export function hoursOf(log: TrialLog | undefined): number | undefined {
  if (!log || log.days.length === 0) return undefined;
  return log.days.reduce<number | undefined>((sum, day) => (sum === undefined || day.hours === undefined ? undefined : sum + day.hours), 0);
}

/** What was paid for the trial itself in one currency; a payment that says what else it was for is not counted. */
export function paidFor(log: TrialLog | undefined, currency: string): number {
  return rounded((log?.paid ?? []).filter((payment) => payment.for === undefined && payment.currency === currency).reduce((sum, payment) => sum + payment.amount, 0));
}

/** To the cent: sums of decimals would otherwise differ in their last bits. */
function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}

import { upperHours, type Duration } from '../model/duration.ts';
import { median } from './statistics/quantile.ts';
import type { Office } from './time/office.ts';

/** Business days within which a request is answered: what `content/policies/accommodations.md` promises. */
export const ANSWER_WITHIN = 1;
/** A share of fewer answers than this tells of persons, and says nothing about us. */
export const SHARES_FROM = 5;

const NOT_SAID = 'not said';

/** One request, as the identity folder keeps it. Days are `2026-11-22`. */
export interface Request {
  readonly candidate: string;
  /** Undefined where no record of the candidate is in the tree. */
  readonly role: string | undefined;
  readonly asked: string;
  readonly kind: string | undefined;
  readonly decision: 'granted' | 'declined' | 'open';
  readonly decided: string | undefined;
  readonly by: string | undefined;
  readonly extra: Duration | undefined;
}

/** A request that nobody has answered. */
export interface OpenRequest {
  readonly candidate: string;
  readonly role: string | undefined;
  readonly asked: string;
  /** The last day that keeps the promise. */
  readonly due: string;
  /** Business days past it; 0 while it has not passed. */
  readonly lateBy: number;
}

/** How requests were treated. */
export interface Treatment {
  readonly granted: number;
  readonly declined: number;
  /** Least and most extra hours that were granted; undefined where none were. */
  readonly hours: readonly [number, number] | undefined;
}

/** One kind of request over the whole team. */
export interface KindOfRequest extends Treatment {
  /** `not said` where the request names none. */
  readonly kind: string;
  readonly asked: number;
  readonly open: number;
  /** Of those answered; undefined below {@link SHARES_FROM}. */
  readonly grantedShare: number | undefined;
  /** Whether like requests were answered differently: some granted and some not, or with different times. */
  readonly differs: boolean;
  /** Who treated them how, where they differ: by opening and by the person who decided. */
  readonly sides: readonly (Treatment & { readonly role: string | undefined; readonly by: string | undefined })[];
}

/** Whether we answer requests as fast as we promise, and alike. */
export interface AccommodationReport {
  readonly requests: number;
  readonly answered: number;
  /** Answered by the promised day; those whose day of decision is not known count as answered alone. */
  readonly inTime: number;
  readonly late: number;
  /** Share in time; undefined below {@link SHARES_FROM}. */
  readonly inTimeShare: number | undefined;
  /** Business days from request to answer. */
  readonly medianDays: number | undefined;
  readonly longestDays: number | undefined;
  /** The one that waits longest first. */
  readonly open: readonly OpenRequest[];
  /** By how often they are asked for. */
  readonly kinds: readonly KindOfRequest[];
}

/** Looks at all requests side by side, on a day of the organisation. Requests after it are left out. */
export function accommodationReport(all: readonly Request[], office: Office, today: string): AccommodationReport {
  const requests = all.filter(({ asked }) => asked <= today).map((request): Request => (request.decided !== undefined && request.decided > today ? { ...request, decision: 'open', decided: undefined } : request));
  const answered = requests.filter(({ decision }) => decision !== 'open');
  const dated = answered.flatMap(({ asked, decided }) => (decided === undefined ? [] : [{ asked, decided }]));
  const days = dated.map(({ asked, decided }) => Math.max(0, office.business.between(asked, decided)));
  const inTime = dated.filter(({ asked, decided }) => decided <= office.business.add(asked, ANSWER_WITHIN)).length;
  return {
    requests: requests.length, answered: answered.length, inTime, late: dated.length - inTime, inTimeShare: shareOf(inTime, dated.length),
    medianDays: median(days), longestDays: days.length === 0 ? undefined : Math.max(...days),
    open: requests.filter(({ decision }) => decision === 'open').map((request) => openRequest(request, office, today)).sort((a, b) => (a.asked < b.asked ? -1 : a.asked > b.asked ? 1 : a.candidate < b.candidate ? -1 : 1)),
    kinds: kindsOf(requests),
  };
}

function openRequest({ candidate, role, asked }: Request, office: Office, today: string): OpenRequest {
  const due = office.business.add(asked, ANSWER_WITHIN);
  return { candidate, role, asked, due, lateBy: today <= due ? 0 : Math.max(1, office.business.between(due, today)) };
}

function kindsOf(requests: readonly Request[]): KindOfRequest[] {
  const kinds = [...new Set(requests.map(({ kind }) => kind ?? NOT_SAID))];
  return kinds.map((kind): KindOfRequest => {
    const own = requests.filter((request) => (request.kind ?? NOT_SAID) === kind);
    const answered = own.filter(({ decision }) => decision !== 'open');
    const whole = treatment(own);
    // Requests that nobody sorted are not known to be alike.
    const differs = kind !== NOT_SAID && ((whole.granted > 0 && whole.declined > 0) || (whole.hours !== undefined && whole.hours[0] !== whole.hours[1]));
    return { kind, asked: own.length, open: own.length - answered.length, ...whole, grantedShare: shareOf(whole.granted, answered.length), differs, sides: differs ? sidesOf(answered) : [] };
  }).sort((a, b) => b.asked - a.asked || (a.kind < b.kind ? -1 : 1));
}

function sidesOf(answered: readonly Request[]): KindOfRequest['sides'] {
  const groups = new Map<string, Request[]>();
  for (const request of answered) {
    const key = `${request.role ?? ''}\n${request.by ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), request]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => ({ role: group[0]?.role, by: group[0]?.by, ...treatment(group) }));
}

function treatment(requests: readonly Request[]): Treatment {
  const granted = requests.filter(({ decision }) => decision === 'granted');
  const hours = granted.flatMap(({ extra }) => (extra === undefined ? [] : [upperHours(extra)]));
  return { granted: granted.length, declined: requests.filter(({ decision }) => decision === 'declined').length, hours: hours.length === 0 ? undefined : [Math.min(...hours), Math.max(...hours)] };
}

function shareOf(part: number, whole: number): number | undefined {
  return whole < SHARES_FROM ? undefined : part / whole;
}

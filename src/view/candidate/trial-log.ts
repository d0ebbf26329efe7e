import type { VisitFacts } from '../../analysis/facts.ts';
import { stageTerms } from '../../analysis/stage-terms.ts';
import { officeOf } from '../../analysis/time/office.ts';
import { hoursOf, owed, paidFor, payBy, trialSpan } from '../../analysis/trial-pay.ts';
import type { Stage } from '../../model/pipeline.ts';
import type { TrialLog } from '../../model/trial-log.ts';
import type { CandidateFolder } from '../../model/workspace.ts';
import { orNull } from '../instants.ts';
import type { Lookup } from '../lookup.ts';
import type { PublishedTrialLog } from '../published/candidate.ts';
import { sanitise } from '../text/sanitise.ts';

/** The days and the pay of a trial that has begun; null for any other stage. Days and payments after today are left out. */
export function publishedTrialLog(visit: VisitFacts, folder: CandidateFolder, stage: Stage | undefined, lookup: Lookup): PublishedTrialLog | null {
  if (visit.kind !== 'trial' || stage === undefined) return null;
  const { workspace, now, today } = lookup;
  const { challenge, length } = stageTerms(workspace, stage, folder.role);
  const stored = folder.logs.get(visit.name)?.value;
  const log: TrialLog | undefined = stored && { days: stored.days.filter(({ on }) => on <= today), paid: stored.paid.filter(({ on }) => on <= today) };
  const office = officeOf(workspace.calendar);
  const span = trialSpan(office, visit, length, now);
  if (span === undefined && log === undefined) return null;
  const compensation = challenge?.compensation;
  const amount = compensation && owed(compensation, length, log);
  return {
    days: (log?.days ?? []).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map((day) => ({ on: day.on, by: day.by, hours: orNull(day.hours), note: sanitise(day.note) })),
    hours: orNull(hoursOf(log)),
    paid: (log?.paid ?? []).map((payment) => ({ on: payment.on, by: payment.by, amount: payment.amount, currency: payment.currency, for: orNull(payment.for) })),
    owed: compensation === undefined || amount === undefined ? null : {
      amount, currency: compensation.currency, paid: paidFor(log, compensation.currency), by: span?.to === undefined ? null : payBy(office, span.to),
    },
  };
}

import { stageTerms } from '../../analysis/stage-terms.ts';
import { officeOf } from '../../analysis/time/office.ts';
import { owed, paidFor, payBy, trialSpan } from '../../analysis/trial-pay.ts';
import type { Challenge } from '../../model/challenge.ts';
import type { Duration } from '../../model/duration.ts';
import type { Problem } from '../../model/problem.ts';
import type { Visit } from '../../model/replay.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Application } from '../catalogue.ts';
import { unresolved } from '../references.ts';
import { problem, type Rule } from '../rule.ts';

// A log belongs to a trial, its days to the trial's days, and its lines to people who are known.
const days: Rule = {
  holds: 'A log belongs to a trial, its days to the trial’s days, and its lines to people who are known.',
  codes: ['trial/not-a-trial', 'trial/day-outside', 'reference/unknown-person'],
  check: (workspace, { catalogue }) => catalogue.applications.flatMap((application) => [...application.folder.logs].flatMap(([name, { path, value }]): Problem[] => {
    const problems: Problem[] = [];
    value.days.forEach((line, index) => problems.push(...unresolved(workspace, 'person', line.by, { path, key: ['days', index, 'by'] }, 'Who wrote the line')));
    value.paid.forEach((payment, index) => problems.push(...unresolved(workspace, 'person', payment.by, { path, key: ['paid', index, 'by'] }, 'Who sent the money')));
    const visit = known(application).get(name);
    if (!visit) return problems;
    if (visit.kind !== 'trial') return [...problems, problem('trial/not-a-trial', { path }, `The log is of “${name}”, which is of kind ${visit.kind} and no trial.`, 'Remove the file; what was seen there is evidence in a score.')];
    const first = visit.bookedFor === undefined ? undefined : catalogue.dayOf(visit.bookedFor);
    const ended = visit.held ?? visit.left;
    const last = ended === undefined ? undefined : catalogue.dayOf(ended);
    value.days.forEach(({ on }, index) => {
      const where = { path, key: ['days', index, 'on'] };
      if (first === undefined) problems.push(problem('trial/day-outside', where, `The log has a line for ${on}, but the trial was never booked.`, 'Add the event booked with its day, or remove the line.'));
      else if (on < first) problems.push(problem('trial/day-outside', where, `The log has a line for ${on}, before the trial’s first day ${first}.`, 'Correct the day, or the event booked.'));
      else if (last !== undefined && on > last) problems.push(problem('trial/day-outside', where, `The log has a line for ${on}, after the trial’s last day ${last}.`, 'Correct the day, or the event that ended it.'));
    });
    return problems;
  })),
};

// A trial is paid what its challenge states, within five business days of its end.
const pay: Rule = {
  holds: 'A trial is paid what its challenge states, within five business days of its end.',
  codes: ['trial/pay-differs', 'trial/unpaid'],
  check: (workspace, { catalogue, now }) => catalogue.applications.flatMap((application) => [...known(application).values()].flatMap((visit): Problem[] => {
    if (visit.kind !== 'trial') return [];
    const log = application.folder.logs.get(visit.name);
    const terms = termsOf(workspace, application, visit);
    const logPath = `${application.folder.path}/log/${visit.name}.yml`;
    if (!terms?.compensation || catalogue.isBroken(logPath)) return [];
    const { compensation, length } = terms;
    const { currency } = compensation;
    const problems: Problem[] = (log?.value.paid ?? []).flatMap((payment, index): Problem[] => (payment.currency === currency || payment.for !== undefined ? [] : [
      problem('trial/pay-differs', { path: logPath, key: ['paid', index, 'currency'] }, `${payment.amount} ${payment.currency} were paid, but the challenge states ${stated(compensation)}.`, 'Correct the currency, or say with for: what else it was.'),
    ]));
    const due = owed(compensation, length, log?.value);
    const paid = paidFor(log?.value, currency);
    if (due !== undefined && log && paid > due) {
      problems.push(problem('trial/pay-differs', { path: logPath, key: ['paid'] }, `${paid} ${currency} were paid, but the challenge states ${stated(compensation)}, ${due} ${currency} in all.`, 'Correct the amount, or say with for: what else was paid.'));
    }
    const office = officeOf(workspace.calendar);
    const ended = trialSpan(office, visit, length, now)?.to;
    // Whoever paid in another currency has paid; that is said above.
    if (ended === undefined || problems.length > 0 || payBy(office, ended) >= catalogue.today || (due === undefined ? paid > 0 : paid >= due)) return problems;
    const rest = due === undefined ? `nothing of ${stated(compensation)}` : paid === 0 ? `none of ${due} ${currency}` : `only ${paid} of ${due} ${currency}`;
    return [problem('trial/unpaid', log ? { path: logPath } : placeOf(application, visit), `The trial ended on ${ended}, and ${rest} is recorded as paid.`, `When it was sent: hire log ${application.folder.id} --paid "${due === undefined ? compensation.amount : due - paid} ${currency}" --on <day>`)];
  })),
};

/** Visits that are to be trusted: where the events are at fault themselves, that is said, and nothing else. */
function known({ replay, visits }: Application): ReadonlyMap<string, Visit> {
  return !replay || replay.faults.length > 0 ? new Map() : visits;
}

function termsOf(workspace: Workspace, { pipeline, folder }: Application, visit: Visit): { readonly compensation: Challenge['compensation']; readonly length: Duration | undefined } | undefined {
  const stage = pipeline?.stages.find((each) => each.id === visit.stage);
  if (!stage) return undefined;
  const terms = stageTerms(workspace, stage, folder.role);
  return { compensation: terms.challenge?.compensation, length: terms.length };
}

/** The event that ended the trial, or the last one. */
function placeOf({ folder }: Application, visit: Visit): { readonly path: string; readonly key: readonly (string | number)[] } {
  const events = folder.record?.value.events ?? [];
  const index = events.findLastIndex((event) => event.at === (visit.held ?? visit.left ?? visit.entered) && event.stage === visit.stage);
  return { path: folder.record?.path ?? folder.path, key: ['events', Math.max(index, 0), 'event'] };
}

function stated({ amount, currency, per }: NonNullable<Challenge['compensation']>): string {
  return `${amount} ${currency}${per === 'challenge' ? '' : ` per ${per}`}`;
}

export const trialLogs: readonly Rule[] = [days, pay];

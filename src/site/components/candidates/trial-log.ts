import type { PublishedTrialLog } from '../../../view/published/candidate.ts';
import { dayYear, list, NBSP, number, plural } from '../../published/words.ts';

const MONEY = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** "2,000 EUR" */
export function money(amount: number, currency: string): string {
  return `${MONEY.format(amount)}${NBSP}${currency}`;
}

/** How much was worked, in words: "5 days, 37.5 h as stated"; empty before the first line. */
export function worked({ days, hours }: PublishedTrialLog): string {
  if (days.length === 0) return '';
  return `${plural(new Set(days.map(({ on }) => on)).size, 'day')}${hours === null ? '' : `, ${number(hours)}${NBSP}h as stated`}`;
}

/** What was paid, and when: "2,000 EUR paid on 20 Nov 2026"; what was something else says what. */
export function paidWords({ paid }: PublishedTrialLog): string {
  const own = paid.filter((payment) => payment.for === null);
  const other = paid.filter((payment) => payment.for !== null).map((payment) => `${money(payment.amount, payment.currency)} for ${payment.for ?? ''}`);
  const words = own.map(({ amount, currency, on }) => `${money(amount, currency)} paid on ${dayYear(on)}`);
  return list([...words, ...other]);
}

/** What is still to be paid: undefined when nothing is known to be, otherwise the words and whether its day has passed. */
export function unpaid({ owed }: PublishedTrialLog, today: string): { readonly words: string; readonly late: boolean } | undefined {
  if (owed === null || owed.paid >= owed.amount) return undefined;
  const rest = owed.paid === 0 ? `${money(owed.amount, owed.currency)} agreed` : `${money(owed.amount - owed.paid, owed.currency)} of ${money(owed.amount, owed.currency)} open`;
  return { words: owed.by === null ? rest : `${rest}, to be paid by ${dayYear(owed.by)}`, late: owed.by !== null && owed.by < today };
}

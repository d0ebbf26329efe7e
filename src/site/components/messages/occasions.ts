import { aKind } from '../process/words.ts';

/** What makes a message due, in the order of the process; then what only time brings. */
const EVENTS: readonly (readonly [on: string, title: string])[] = [
  ['applied', 'Somebody applied'], ['advanced', 'Advanced'], ['started', 'Started'], ['submitted', 'Handed in'], ['booked', 'Booked'], ['held', 'Held'],
  ['returned', 'Sent back'], ['declined', 'Declined'], ['withdrew', 'Withdrew'], ['expired', 'Expired'], ['offered', 'Offered'], ['hired', 'Hired'], ['reopened', 'Reopened'],
];
const TIMES: readonly (readonly [on: string, title: string])[] = [
  ['closing', 'A window closes'], ['adjusted', 'Extra time'], ['accommodation', 'Accommodation'], ['silence', 'Silence'], ['late', 'We are late'], ['survey', 'Survey'],
];

/** The two groups of occasions with their titles. */
export const OCCASIONS = { events: EVENTS, times: TIMES } as const;

/** The title of an occasion: `advanced` → "Advanced". */
export function occasionTitle(on: string): string {
  return [...EVENTS, ...TIMES].find(([id]) => id === on)?.[1] ?? on;
}

const SENTENCES: Readonly<Record<string, string>> = {
  applied: 'when somebody has applied', advanced: 'when a candidate advances', started: 'when the work was started', submitted: 'when the work was handed in',
  booked: 'when a day is agreed', held: 'when it was held', returned: 'when a candidate is sent back', declined: 'when we decline', withdrew: 'when the candidate withdrew',
  expired: 'when the time passed without a move of the candidate', offered: 'when we offer', hired: 'when the offer was accepted', reopened: 'when a closed application is opened again',
  closing: 'before a window closes', adjusted: 'when extra time was granted', accommodation: 'when an accommodation was answered', silence: 'when the candidate is silent',
  late: 'when our answer is late', survey: 'when the answer was given',
};

/** The particulars of an occasion, from the published words: "into a take-home", "in a call or an interview, after 3 business days". */
export function particulars(when: string, reasons: Readonly<Record<string, string>> = {}): string {
  return segments(when).map((segment) => {
    const [, word = '', rest = ''] = /^(in|into|because of) (.*)$/.exec(segment) ?? [];
    if (word === '') return segment;
    const parts = rest.split(', ');
    return `${word === 'because of' ? 'because' : word} ${orList(word === 'because of' ? parts.map((id) => reasonWords(id, reasons)) : parts.map(aKind))}`;
  }).join(', ');
}

/** When a message is sent, as a sentence without its end: "Sent when a candidate advances, into a take-home". */
export function whenSentence(on: string, when: string, reasons: Readonly<Record<string, string>> = {}): string {
  const rest = particulars(when, reasons);
  return `Sent ${SENTENCES[on] ?? `on ${on}`}${rest === '' ? '' : `, ${rest}`}`;
}

/** The published words without the occasion itself, a list of kinds kept together. */
function segments(when: string): string[] {
  const out: string[] = [];
  for (const part of when.split(', ').slice(1)) {
    if (/^(in |into |because of |after |\d)/.test(part) || out.length === 0) out.push(part);
    else out.push(`${out.pop() ?? ''}, ${part}`);
  }
  return out;
}

function reasonWords(id: string, reasons: Readonly<Record<string, string>>): string {
  const words = reasons[id];
  return words === undefined ? `of ${id.replaceAll('-', ' ')}` : `“${words.trim().replace(/\.$/, '')}”`;
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

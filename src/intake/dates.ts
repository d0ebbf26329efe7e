import { dayNumber, dayText } from '../analysis/time/day.ts';
import type { Zone } from '../analysis/time/zone.ts';

/** The order of day, month and year in dates such as 03/10/2026. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** How the dates of one column are written. */
export interface DateColumn {
  /** For dates of numbers alone; undefined where none of the column needs it. */
  readonly order: DateOrder | undefined;
  /** In words, for the preview. */
  readonly words: string;
}

/** A moment, or a day without a time. */
export interface ReadDate {
  readonly day: string;
  /** Epoch in milliseconds; undefined for a day without a time. */
  readonly at: number | undefined;
}

interface Parts {
  readonly numbers?: readonly [first: number, second: number, year: number];
  readonly day?: string;
  readonly time: string;
  readonly kind: 'ISO' | 'numbers' | 'dotted' | 'month in words' | 'Excel serial';
}

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan january januar janvier janv enero janeiro gennaio', 'feb february februar fevrier fevr febrero fevereiro febbraio', 'mar march marz maerz mrz mars marzo marco',
    'apr april avril avr abril abr aprile', 'may mai mayo maio maggio', 'jun june juni juin junio junho giugno', 'jul july juli juillet juil julio julho luglio',
    'aug august aout agosto ago', 'sep sept september septembre septiembre set setembro settembre', 'oct okt october oktober octobre octubre outubro out ottobre',
    'nov november novembre noviembre novembro', 'dec dez dic december dezember decembre diciembre dezembro dicembre',
  ].flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
);

const TIME = String.raw`(?:[T ,]+(?:um |at )?(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}))?))?`;
const WEEKDAY = String.raw`(?:\p{L}{2,10}\.?,? )?`;
const ISO = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'iu');
const NUMBERS = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})${TIME}$`, 'iu');
const DAY_FIRST = new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -](?:de )?(\\p{L}{3,10})\\.?,?[ -](?:de )?(\\d{4})${TIME}$`, 'iu');
const MONTH_FIRST = new RegExp(`^${WEEKDAY}(\\p{L}{3,10})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${TIME}$`, 'iu');
const SERIAL = /^(\d{5})(?:[.,](\d{1,10}))?$/;

/** Days that Excel counts from; 60 and below are wrong there, and no application is that old. */
const SERIAL_EPOCH = dayNumber('1899-12-30');

/** Takes a date apart; undefined when it is none. */
function partsOf(written: string): Parts | undefined {
  const text = written.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  const iso = ISO.exec(text);
  if (iso) return { day: dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4])), time: iso[5] ?? '', kind: 'ISO' };
  const numbers = NUMBERS.exec(text);
  if (numbers) return { numbers: [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])], time: numbers[5] ?? '', kind: numbers[2] === '.' ? 'dotted' : 'numbers' };
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = dayFirst ? null : MONTH_FIRST.exec(text);
  const [day, word, year, time] = dayFirst ? [dayFirst[1], dayFirst[2], dayFirst[3], dayFirst[4]] : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3], monthFirst?.[4]];
  const month = MONTHS[(word ?? '').normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase()];
  if (month !== undefined) return { day: dayOf(Number(year), month, Number(day)), time: time ?? '', kind: 'month in words' };
  const serial = SERIAL.exec(text);
  if (!serial) return undefined;
  const minutes = Math.round(Number(`0.${serial[2] ?? '0'}`) * 1440);
  return { day: dayText(SERIAL_EPOCH + Number(serial[1])), time: serial[2] === undefined ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`, kind: 'Excel serial' };
}

/** A day that the calendar has, as `2026-10-03`; an empty text for one it has not. */
function dayOf(year: number, month: number, day: number): string {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && dayText(dayNumber(text)) === text ? text : '';
}

/**
 * How the dates of a column are written, from all of them together: 03/10 alone says nothing, but one 25/10 in the column settles it.
 * @param said `--dates`, which wins
 * @returns or, where the column does not settle it, what to say about it
 */
export function readDateColumn(cells: readonly { readonly row: number; readonly text: string }[], said: DateOrder | undefined): DateColumn | { readonly unclear: string } {
  const parsed = cells.flatMap(({ row, text }) => {
    const parts = partsOf(text);
    return parts ? [{ row, text, parts }] : [];
  });
  const kinds = [...new Set(parsed.map(({ parts }) => parts.kind))];
  const slashed = parsed.filter(({ parts }) => parts.kind === 'numbers');
  const words = (order: string): string => [...kinds.filter((kind) => kind !== 'numbers'), ...(slashed.length > 0 ? [order] : [])].join(', ') || 'none';
  // Between dots the day comes first wherever dots are used.
  if (slashed.length === 0) return { order: kinds.includes('dotted') ? 'dmy' : undefined, words: words('') };
  if (said === 'dmy' || said === 'mdy') return { order: said, words: words(ORDER_WORDS[said]) };
  const dayFirst = slashed.find(({ parts: { numbers = [0, 0] } }) => numbers[0] > 12 && numbers[1] <= 12);
  const monthFirst = slashed.find(({ parts: { numbers = [0, 0] } }) => numbers[1] > 12 && numbers[0] <= 12);
  if (dayFirst && monthFirst) return { unclear: `row ${dayFirst.row} has the day first (${dayFirst.text}) and row ${monthFirst.row} the month (${monthFirst.text})` };
  if (dayFirst) return { order: 'dmy', words: words(ORDER_WORDS.dmy) };
  if (monthFirst) return { order: 'mdy', words: words(ORDER_WORDS.mdy) };
  const open = slashed.find(({ parts: { numbers = [0, 0] } }) => numbers[0] !== numbers[1]);
  if (!open) return { order: 'dmy', words: words('day and month alike') };
  return { unclear: `“${open.text}” (row ${open.row}) may have the day or the month first, and no other row settles it` };
}

const ORDER_WORDS: Readonly<Record<DateOrder, string>> = { dmy: 'DD/MM/YYYY', mdy: 'MM/DD/YYYY', ymd: 'YYYY-MM-DD' };

/** Years in which nobody applied to anybody who uses this. */
const FIRST_YEAR = 2000;

/**
 * Reads one date. A time without an offset is of the organisation's zone.
 * @returns the moment, or what is wrong with it
 */
export function readDate(written: string, order: DateOrder | undefined, zone: Zone): ReadDate | { readonly wrong: string } {
  // A cell without a digit was never meant as a date; it may be anything, so it is not repeated.
  const shown = /\p{Nd}/u.test(written) ? `“${written.trim().slice(0, 40)}”` : 'the cell';
  const parts = partsOf(written);
  if (!parts) {
    if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?:\D|$)/.test(written.trim())) return { wrong: `${shown} has a year of two digits; write four` };
    return { wrong: `${shown} is no date that can be read; write 2026-10-03` };
  }
  const [first, second, year] = parts.numbers ?? [0, 0, 0];
  const day = parts.day ?? (order === 'mdy' && parts.kind !== 'dotted' ? dayOf(year, first, second) : dayOf(year, second, first));
  if (day === '') return { wrong: `${shown} is no day of the calendar${parts.numbers && order !== undefined && parts.kind === 'numbers' ? ` when read as ${ORDER_WORDS[order]}` : ''}` };
  if (Number(day.slice(0, 4)) < FIRST_YEAR) return { wrong: `${shown} lies before the year ${FIRST_YEAR}` };
  if (parts.time === '') return { day, at: undefined };
  const at = momentOf(day, parts.time, zone);
  return at === undefined ? { wrong: `${shown} has a time that no clock shows` } : { day: zone.dayOf(at), at };
}

function momentOf(day: string, time: string, zone: Zone): number | undefined {
  const [, hours = '', minutes = '', half = '', offset = ''] = /^(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?(?: ?(Z|UTC|GMT(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}))?$/i.exec(time) ?? [];
  const written = Number(hours);
  if (written > (half === '' ? 23 : 12) || (half !== '' && written === 0) || Number(minutes) > 59) return undefined;
  const hour = half === '' ? written : (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const plain = dayNumber(day) * 86_400_000 + (hour * 60 + Number(minutes)) * 60_000;
  if (offset !== '') return plain - offsetMinutes(offset) * 60_000;
  // The zone's offset depends on the moment, which depends on the offset: the second pass is right but for the hour that a change skips.
  const guess = plain - zone.offsetAt(plain) * 60_000;
  return plain - zone.offsetAt(guess) * 60_000;
}

function offsetMinutes(offset: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

import type { Duration, DurationUnit } from '../model/duration.ts';

/** British words where a message is in English; elsewhere those of its language, and English for a language that no system knows. */
export function localeOf(language: string): string {
  if (language === 'en') return 'en-GB';
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

const UNITS: Readonly<Record<Exclude<DurationUnit, 'business day'>, string>> = { min: 'minute', h: 'hour', day: 'day', week: 'week', month: 'month' };

/** No library knows business days: the languages our templates come in, and English for the others. */
const ENGLISH_BUSINESS_DAYS = { one: 'business day', other: 'business days' };
const BUSINESS_DAYS: Readonly<Record<string, { readonly one: string; readonly other: string }>> = {
  en: ENGLISH_BUSINESS_DAYS,
  pt: { one: 'dia útil', other: 'dias úteis' },
};

/** A duration for people, in the language of the message: "2–4 hours", "5 dias úteis". */
export function durationWords(duration: Duration, language = 'en'): string {
  const { from, to, unit } = duration;
  if (unit === 'business day') {
    const known = BUSINESS_DAYS[language.split('-')[0] ?? ''];
    const locale = localeOf(known ? language : 'en');
    const words = known ?? ENGLISH_BUSINESS_DAYS;
    return `${range(new Intl.NumberFormat(locale), from, to)} ${new Intl.PluralRules(locale).select(to) === 'one' ? words.one : words.other}`;
  }
  return range(new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: UNITS[unit], unitDisplay: 'long' }), from, to);
}

function range(numbers: Intl.NumberFormat, from: number, to: number): string {
  return from === to ? numbers.format(to) : numbers.formatRange(from, to);
}

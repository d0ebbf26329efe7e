import type { Challenge } from '../model/challenge.ts';
import { durationWords, localeOf } from './durations.ts';

/** The few words that stand around numbers; a language that is missing gets the English ones. */
interface Phrases {
  readonly per: Readonly<Record<'hour' | 'day' | 'week' | 'challenge', string>>;
  readonly words: string;
  readonly video: (length: string) => string;
}

const ENGLISH: Phrases = {
  per: { hour: 'an hour', day: 'a day', week: 'a week', challenge: 'for the whole task' },
  words: 'words',
  video: (length) => `a video of ${length}`,
};

const PHRASES: Readonly<Record<string, Phrases>> = {
  en: ENGLISH,
  pt: {
    per: { hour: 'por hora', day: 'por dia', week: 'por semana', challenge: 'pela tarefa inteira' },
    words: 'palavras',
    video: (length) => `um vídeo de ${length}`,
  },
};

function phrasesOf(language: string): { readonly phrases: Phrases; readonly language: string } {
  const phrases = PHRASES[language.split('-')[0] ?? ''];
  return phrases ? { phrases, language } : { phrases: ENGLISH, language: 'en' };
}

/** What is paid, in words: "1,500 EUR a week". */
export function payWords(compensation: Challenge['compensation'], wanted = 'en'): string | undefined {
  if (!compensation) return undefined;
  const { phrases, language } = phrasesOf(wanted);
  // Four digits are grouped as well: sums are read more often than written.
  const amount = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2, useGrouping: 'always' }).format(compensation.amount);
  return `${amount} ${compensation.currency} ${phrases.per[compensation.per]}`;
}

/** How long an answer may be: "500–1000 words or a video of 5 minutes". */
export function limitWords(limits: Challenge['limits'], wanted = 'en'): string | undefined {
  const { phrases, language } = phrasesOf(wanted);
  const written = limits?.words === undefined ? undefined : `${limits.words.replace('-', '–')} ${phrases.words}`;
  const spoken = limits?.video === undefined ? undefined : phrases.video(durationWords(limits.video, language));
  const all = [written, spoken].filter((each) => each !== undefined);
  return all.length === 0 ? undefined : new Intl.ListFormat(localeOf(language), { type: 'disjunction' }).format(all);
}

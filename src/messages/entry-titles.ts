import type { EntryKind } from './entries.ts';

/** How entries of a calendar are called: the stage, and who hires. */
export type EntryTitles = Readonly<Record<EntryKind, (stage: string, organisation: string) => string>>;

const ENGLISH: EntryTitles = {
  deadline: (stage, organisation) => `Submit: ${stage} (${organisation})`,
  reply: (stage, organisation) => `${organisation} answers you: ${stage}`,
  appointment: (stage, organisation) => `${stage} (${organisation})`,
};

const TITLES: Readonly<Record<string, EntryTitles>> = {
  en: ENGLISH,
  pt: {
    deadline: (stage, organisation) => `Entregar: ${stage} (${organisation})`,
    reply: (stage, organisation) => `Resposta de ${organisation}: ${stage}`,
    appointment: (stage, organisation) => `${stage} (${organisation})`,
  },
};

/** The titles in a language, the English ones where there are none. */
export function titlesIn(language: string): EntryTitles {
  return TITLES[language.split('-')[0] ?? ''] ?? ENGLISH;
}

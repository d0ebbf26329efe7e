/** The sentences around what the rubric says. */
export interface FeedbackPhrases {
  readonly stoodOut: (count: number) => string;
  readonly keptBelow: (count: number, after: boolean) => string;
  readonly lookFor: (indicators: string) => string;
  readonly mustHave: string;
}

const ENGLISH: FeedbackPhrases = {
  stoodOut: (count) => `${count === 1 ? 'One thing' : 'Two things'} stood out. The words are those of our criteria, which were written for the people who read your work:`,
  keptBelow: (count, after) => (after
    ? `And ${count === 1 ? 'this is' : 'these are'} what kept it below the bar:`
    : `${count === 1 ? 'This is' : 'These are'} what kept it below the bar. The words are those of our criteria, which were written for the people who read your work:`),
  lookFor: (indicators) => `What we look for: ${indicators}.`,
  mustHave: 'This role cannot do without it.',
};

const PHRASES: Readonly<Record<string, FeedbackPhrases>> = {
  en: ENGLISH,
  pt: {
    stoodOut: (count) => `${count === 1 ? 'Uma coisa destacou-se' : 'Duas coisas destacaram-se'}. As palavras são as dos nossos critérios, escritos para quem lê o seu trabalho:`,
    keptBelow: (_, after) => (after
      ? 'E foi isto que o deixou aquém do que procuramos:'
      : 'Foi isto que o deixou aquém do que procuramos. As palavras são as dos nossos critérios, escritos para quem lê o seu trabalho:'),
    lookFor: (indicators) => `O que procuramos: ${indicators}.`,
    mustHave: 'Esta função não pode passar sem isso.',
  },
};

/** The sentences in a language, the English ones where there are none. What the rubric says stays in the rubric's own. */
export function feedbackPhrases(language: string): FeedbackPhrases {
  return PHRASES[language.split('-')[0] ?? ''] ?? ENGLISH;
}

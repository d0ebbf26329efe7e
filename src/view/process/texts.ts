import type { Page } from '../../model/page.ts';
import type { Questions } from '../../model/questions.ts';
import type { Document } from '../../model/workspace.ts';
import { orNull } from '../instants.ts';
import type { PublishedGuide, PublishedPolicy, PublishedQuestions } from '../published/process.ts';
import { sanitise } from '../text/sanitise.ts';

/** Pages without a place of their own come last. */
const LAST = 999;

/** The list of guide pages in their order. */
export function publishedGuide(pages: ReadonlyMap<string, Document<Page>>): PublishedGuide {
  return [...pages]
    .map(([id, page]) => ({ id, title: page.value.title, summary: orNull(page.value.summary), order: page.value.order ?? LAST }))
    .sort((a, b) => a.order - b.order);
}

/** One policy with its text. */
export function publishedPolicy(id: string, page: Document<Page>): PublishedPolicy {
  return { id, title: page.value.title, summary: orNull(page.value.summary), order: page.value.order ?? LAST, body: sanitise(page.body, 'team') };
}

/** One question set. */
export function publishedQuestions(id: string, set: Questions): PublishedQuestions {
  return {
    id,
    title: set.title,
    for: set.for,
    intro: orNull(set.intro),
    questions: set.questions.map((question) => ({
      id: question.id,
      ask: question.ask,
      kind: question.kind,
      options: [...(question.options ?? [])],
      limit: limitWords(question.limit),
      required: question.required,
      looksFor: orNull(question.looks_for),
      followUps: [...question.follow_ups],
    })),
  };
}

function limitWords(limit: Questions['questions'][number]['limit']): string | null {
  if (limit?.words !== undefined) return `at most ${limit.words} words`;
  return limit?.length?.text ?? null;
}

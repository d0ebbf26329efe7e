import type { PublishedPipeline } from '../../../view/published/process.ts';
import { duration } from '../../published/words.ts';

export type PublishedStage = PublishedPipeline['stages'][number];

/**
 * Calendar days of an amount as the content writes it, upper end: "48-72 h" → 3, "5 business days" → 7, "1 week" → 7.
 * The rule of `/docs/methods#cost`: n business days count as ⌈7n/5⌉, hours as ⌈h/24⌉.
 */
export function calendarDays(text: string | null): number {
  const found = /(\d+(?:\.\d+)?)\s*(business days?|days?|weeks?|h|hours?|min|minutes?)$/.exec(text ?? '');
  if (!found) return 0;
  const amount = Number(found[1]);
  const unit = found[2] ?? '';
  if (unit.startsWith('business')) return Math.ceil((7 * amount) / 5);
  if (unit.startsWith('day')) return Math.ceil(amount);
  if (unit.startsWith('week')) return Math.ceil(7 * amount);
  return unit.startsWith('m') ? Math.ceil(amount / 1440) : Math.ceil(amount / 24);
}

/** A stage's days in two parts: until the candidate has handed in or it was held, and ours to answer. They sum to the published days. */
export function parts(stage: PublishedStage): { theirs: number; ours: number } {
  const ours = Math.min(stage.days, calendarDays(stage.replyWithin));
  return { theirs: stage.days - ours, ours };
}

/** What the candidate gives in time, as the stage states it: "2–4 h", "60 min", "1 week, paid". */
export function timeWords(stage: PublishedStage): string | null {
  const text = stage.effort ?? stage.length;
  if (text === null) return null;
  return `${duration(text)}${stage.paid ? ', paid' : ''}`;
}

/** The stages a candidate meets without a role switching more on. */
export function usual(pipeline: PublishedPipeline): PublishedStage[] {
  return pipeline.stages.filter(({ optional, retired }) => !optional && retired === null);
}

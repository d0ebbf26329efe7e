import { z } from 'zod';

/** Markdown of somebody who is not trusted, already sanitised to HTML. */
export const html = () => z.string().describe('Sanitised HTML.');
/** An id of the content: the name of its file or folder. */
export const key = () => z.string();
/** An instant as written in the record. */
export const moment = () => z.string().describe('An instant with its offset.');
/** A calendar day in the organisation's time zone. */
export const date = () => z.string().describe('A day, YYYY-MM-DD.');
/** A whole count. */
export const count = () => z.int().min(0);
export const nullable = <T extends z.ZodType>(schema: T) => schema.nullable();

/** Who must act, what they owe, and by when. */
export const moveSchema = z.strictObject({
  /** Which side moves. */
  on: z.enum(['manager', 'reviewers', 'candidate', 'nobody']),
  /** The people, where it is us. */
  people: z.array(key()),
  /** What is owed. */
  owes: z.enum(['decide', 'answer', 'score', 'invite', 'offer', 'hand-in', 'start', 'book', 'meet', 'attend', 'record', 'answer-offer', 'nothing']),
  since: nullable(moment()),
  /** By when: the promise or the deadline, as a day and, where it is exact, an instant. */
  due: nullable(date()),
  dueAt: nullable(moment()),
  /** Business days past the due day; 0 when not late. */
  lateBy: count(),
});
export type Move = z.output<typeof moveSchema>;

/** One candidate in a list. */
export const candidateRowSchema = z.strictObject({
  role: key(),
  roleTitle: z.string(),
  id: key(),
  /** "Teal Otter". */
  spoken: z.string(),
  source: z.string(),
  applied: nullable(date()),
  /** Current or last visit. */
  stage: nullable(key()),
  stageTitle: nullable(z.string()),
  closed: z.boolean(),
  how: nullable(z.enum(['hired', 'declined', 'withdrew', 'expired', 'erased'])),
  reason: nullable(z.string()),
  /** Day of the event that ended it, of an erased candidate the day of the erasure; null while it is open. */
  ended: nullable(date()),
  /** Last day something happened, a message after the end included. */
  last: nullable(date()),
  /** Business days in the current stage. */
  daysInStage: count(),
  move: moveSchema,
  /** Weighted percent over the complete stages, or null. */
  percent: nullable(z.number()),
  /** Criteria on which counted reviewers stand two or more (the threshold) apart. */
  disagreements: count(),
  /** Whether there is a sheet for the debrief: something beyond the application was judged, and the decision is open or written down. */
  debrief: z.boolean(),
});
export type CandidateRow = z.output<typeof candidateRowSchema>;

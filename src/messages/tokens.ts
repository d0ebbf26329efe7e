import type { Message, MessageOccasion } from '../model/message.ts';
import { STAGE_KINDS, startsAsOurs, type StageKind } from '../model/stage-kind.ts';

export { parseTemplate } from './template.ts';

/** What a token stands for, and when it may stand alone. */
export interface Token {
  readonly name: string;
  /** One line for the reference: what the reader gets. */
  readonly means: string;
  /** A fallback must be given: what the token stands for may be unknown when the message is written. */
  readonly needsFallback: boolean;
  /** Occasions on which it is known; without it, every occasion. Elsewhere it needs a fallback. */
  readonly on?: readonly MessageOccasion[];
  /** Kinds of stage for which it is known where a message leads into one. */
  readonly into?: readonly StageKind[];
}

const OURS = STAGE_KINDS.filter(startsAsOurs);
const THEIRS = STAGE_KINDS.filter((kind) => !startsAsOurs(kind));

const token = (name: string, means: string, more: Partial<Token> = {}): Token => ({ name, means, needsFallback: false, ...more });

/** Every token that a message may use; a closed list, so that a typing error is found before a candidate reads it. */
export const TOKENS = [
  token('candidate.first_name', 'First name, from the identity folder.', { needsFallback: true }),
  token('candidate.pseudonym', 'The candidate’s pseudonym in words.'),
  token('organisation', 'Name of the organisation.'),
  token('site.url', 'Address of the site.'),
  token('role.title', 'Title of the opening.'),
  token('role.level', 'Level of the opening.'),
  token('role.pay', 'What the opening pays, in words.'),
  token('sender.name', 'Name of the person who signs.'),
  token('pipeline.bar', 'The question that decides.'),
  token('pipeline.unpaid_hours', 'Hours of unpaid work in the whole process.'),
  token('pipeline.total_days', 'Days from application to answer when everybody takes the full time.'),
  token('stage.title', 'Name of the stage (the one that is entered, otherwise the current one).'),
  token('stage.why', 'Why the stage exists.'),
  token('stage.effort', 'Honest working time.'),
  token('stage.window', 'Real time from start to deadline.'),
  token('stage.length', 'How long a call, an interview or a trial lasts.'),
  token('stage.reply_within', 'How soon we answer.'),
  token('stage.evaluates', 'List of what is judged, from the rubric.'),
  token('stage.deliverables', 'List of what is handed in.'),
  token('stage.acceptance', 'List of what “done” looks like.'),
  token('stage.not_marked', 'List of what nobody scores.'),
  token('stage.do_not_build', 'List of what to leave out.'),
  token('stage.ai', 'The rule on AI tools.'),
  token('stage.limits', 'How long an answer may be.'),
  token('stage.compensation', 'What is paid.'),
  token('previous.title', 'Name of the stage before.', { on: ['advanced', 'returned'] }),
  token('start_by', 'Until when the work may be started.', { on: ['advanced', 'returned'], into: THEIRS }),
  token('deadline', 'Until when the work must be handed in; known once a window has begun.', { on: ['started', 'closing'] }),
  token('reply_by', 'The day by which we answer.', { on: ['applied', 'submitted', 'held', 'late', 'advanced', 'returned'], into: OURS }),
  token('appointment', 'When both sides meet.', { on: ['booked', 'held', 'closing', 'late', 'adjusted', 'expired'] }),
  token('extra', 'How much time was added.', { on: ['adjusted', 'accommodation'] }),
  token('reason', 'The reason in the words of the settings.', { on: ['declined', 'withdrew'] }),
  token('link.challenge', 'Link to the challenge for this candidate.', { needsFallback: true }),
  token('link.guide', 'Link to the guide for candidates.'),
  token('link.survey', 'Link to the page of the survey.', { on: ['survey'] }),
  token('contact.email', 'Address that candidates write to, from the settings.', { needsFallback: true }),
  token('feedback', 'What the readers saw, written for this candidate.', { needsFallback: true }),
] as const satisfies readonly Token[];

const BY_NAME: ReadonlyMap<string, Token> = new Map(TOKENS.map((each) => [each.name, each]));

/** The token of that name, or undefined when the list has none. */
export function tokenNamed(name: string): Token | undefined {
  return BY_NAME.get(name);
}

/** Whether a token has a value on every turn that a message is for; otherwise it needs a fallback. */
export function isKnownOn(token: Token, { on, into }: Message['when']): boolean {
  if (token.on && !token.on.includes(on)) return false;
  const { into: kinds } = token;
  return kinds === undefined || (on !== 'advanced' && on !== 'returned') || (into?.every((kind) => kinds.includes(kind)) ?? false);
}

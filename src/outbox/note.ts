import { z } from 'zod';
import { id, instant, text } from '../model/scalar.ts';
import { sentMessagesSchema } from '../model/sent-message.ts';
import { readYaml } from '../text/yaml-record.ts';
import { printFlow, type Printable } from '../text/print-scalar.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const visit = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[2-9]\d{0,2})?$/, { error: 'expected a visit such as task or task.2' });

/** `.hire/outbox/<id>.yml`: what the record will say of a draft once it was sent, and what tells an edited draft from an untouched one. */
const noteSchema = z.strictObject({
  role: id(),
  candidate: id(),
  visit,
  message: id(),
  language: text(),
  by: id(),
  promised: sentMessagesSchema.element.shape.promised,
  subject: text(),
  unknown: z.array(text()).default([]),
  drafted: instant(),
  /** Of the bytes of the .eml as it was written. */
  digest,
  /** Of its two bodies: somebody may mend one and forget the other. */
  bodies: z.strictObject({ plain: text().optional(), html: text().optional() }).default({}),
  /** Of the .eml that was there before, while it is being replaced. */
  replaces: digest.optional(),
  /** Of what it was made from: the same draft twice changes nothing. */
  source: digest,
  mailto: z.string().startsWith('mailto:').optional(),
  /** Whether the letter had an address when it was drafted. */
  addressed: z.boolean().default(true),
}).describe('A draft in the outbox.');

export type Note = z.output<typeof noteSchema>;

/** `.hire/outbox/<id>.sending`: a server was being given the letter, and nobody knows yet whether it took it. */
const attemptSchema = z.strictObject({ since: instant(), message_id: text(), host: text() }).describe('An attempt to send.');

/** An attempt to send a letter. */
export interface Attempt {
  readonly since: string;
  readonly messageId: string;
  readonly host: string;
}

/** Reads an attempt. What cannot be read is an attempt all the same: then only who looks into the sent messages can tell. */
export function readAttempt(path: string, words: string): Attempt {
  const read = readYaml(attemptSchema, 'an attempt', path, words);
  const value = read.problems.length > 0 ? undefined : (read.value as z.output<typeof attemptSchema>);
  return { since: value?.since ?? 'an unknown time', messageId: value?.message_id ?? 'an unknown message', host: value?.host ?? 'a server' };
}

/** An attempt as text. */
export function printAttempt({ since, messageId, host }: Attempt): string {
  return [['since', since], ['message_id', messageId], ['host', host]].map(([key = '', value = '']) => `${printFlow({ [key]: value }).slice(2, -2)}\n`).join('');
}

/** Reads a note; undefined when it is none. */
export function readNote(path: string, words: string): Note | undefined {
  const read = readYaml(noteSchema, 'a draft', path, words);
  return read.problems.length > 0 ? undefined : (read.value as Note);
}

/** A note as text, one key a line. */
export function printNote(note: Note): string {
  const { promised } = note;
  const record: Record<string, Printable | undefined> = { ...note, promised: promised && { ...promised, reply_within: promised.reply_within?.text } };
  return Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [`${printFlow({ [key]: value }).slice(2, -2)}\n`])).join('');
}

import { z } from 'zod';
import { day, id, instant, text } from '../model/scalar.ts';
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
  /** While a server has it: nobody knows yet whether it took the message. */
  sending: z.strictObject({ since: instant(), id: text(), host: text(), on: day().optional() }).optional(),
}).describe('A draft in the outbox.');

export type Note = z.output<typeof noteSchema>;

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

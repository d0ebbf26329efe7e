import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Draft } from '../messages/draft.ts';
import { calendarFile } from './calendar.ts';
import { htmlOf } from './html.ts';
import { plainText } from './plain.ts';

/** Who a message comes from; without an address the mail program of whoever opens it fills that in. */
export interface From {
  readonly name: string;
  readonly address: string;
}

/**
 * A draft as a file that every mail program opens (RFC 5322): plain text, HTML, and the dates as a calendar file. `X-Unsent` makes it open as a
 * message still to be sent. The same draft at the same moment gives the same bytes.
 * @param written when, epoch in milliseconds
 */
export async function emlOf(draft: Draft, from: From | undefined, written: number): Promise<Uint8Array> {
  const mark = createHash('sha256').update(JSON.stringify([draft, from ?? null, written])).digest('hex').slice(0, 24);
  const subject = inOneLine(draft.subject);
  const options: SendMailOptions & { readonly baseBoundary: string } = {
    baseBoundary: mark,
    ...(from && { from: person(from) }),
    ...(draft.to && { to: person(draft.to) }),
    subject,
    date: new Date(written),
    messageId: `<${mark}@${draft.host}>`,
    headers: { 'X-Unsent': '1', 'Content-Language': draft.language },
    text: plainText(draft.text),
    html: htmlOf(draft.text, subject, draft.language),
    attachments: draft.calendar.length === 0 ? [] : [{
      filename: 'dates.ics',
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      content: calendarFile(draft.calendar, draft.organisation, written),
    }],
    // Nothing of a letter is ever fetched or read from the disk.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const built = await new MailComposer(options).compile().build();
  // Lines of a body end as they were given; a letter has one kind of line end, and what is binary stands in base64.
  return new Uint8Array(Buffer.from(built.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1'));
}

/** A line end in a name or a subject would begin a header of its own. */
function person({ name, address }: From): From {
  return { name: inOneLine(name), address: address.replace(/[\s<>",;]/gu, '') };
}

function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/ {2,}/g, ' ').trim();
}

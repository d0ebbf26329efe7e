import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '../messages/entries.ts';
import type { Draft } from '../messages/draft.ts';
import { calendarFile } from './calendar.ts';
import { emlOf } from './eml.ts';

const NOW = Date.parse('2026-10-07T09:10+01:00');
const DEADLINE: CalendarEntry = {
  uid: 'teal-otter-7f-task-deadline@hiring.example', sequence: 1, what: 'deadline', title: 'Submit: Task (Miniature Ltd)', at: Date.parse('2026-10-10T09:00+01:00'), until: undefined, cancelled: false,
};

function draft(more: Partial<Draft> = {}): Draft {
  return {
    id: 'teal-otter-7f--task--window-started', role: 'engineer', candidate: 'teal-otter-7f', visit: 'task', message: 'window-started', language: 'en', sender: 'dana', senderName: 'Dana Example',
    to: { name: 'Ottilie Placeholder', address: 'ottilie@example.org' }, subject: 'Your window is open', text: 'Hello **Ottilie**,\n\n- one\n- two\n\nDana\nMiniature Ltd', promised: undefined, calendar: [], unknown: [],
    organisation: 'Miniature Ltd', host: 'hiring.example', ...more,
  };
}

const FROM = { name: 'Dana Example', address: 'dana@hiring.example' };
const read = async (given: Draft, from = FROM) => PostalMime.parse(await emlOf(given, from, NOW));
const source = async (given: Draft, from = FROM) => new TextDecoder().decode(await emlOf(given, from, NOW));

describe('a draft as a letter', () => {
  it('opens in a mail program as a message still to be sent, as text and as HTML', async () => {
    const mail = await read(draft());
    expect(mail).toMatchObject({ subject: 'Your window is open', from: FROM, to: [{ name: 'Ottilie Placeholder', address: 'ottilie@example.org' }], attachments: [] });
    expect(mail.text?.trimEnd()).toBe('Hello Ottilie,\n\n- one\n- two\n\nDana\nMiniature Ltd');
    expect(mail.html).toContain('<strong>Ottilie</strong>');
    expect(mail.html).toContain('Dana<br>\nMiniature Ltd');
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(mail.messageId).toMatch(/^<[0-9a-f]{24}@hiring\.example>$/);
    expect(mail.date).toBe('2026-10-07T08:10:00.000Z');
  });

  it('is the same bytes each time, and another letter has another id', async () => {
    expect(await source(draft())).toBe(await source(draft()));
    expect((await source(draft({ calendar: [DEADLINE] }))).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect((await read(draft({ text: 'x' }))).messageId).not.toBe((await read(draft())).messageId);
  });

  it.each([
    ['山田 太郎', 'Olá: ção 🦦'], ['Åsa "Ö" Muster, Ph.D.', 'Ihr Fenster; “offen”'], ['محمد نمونه', 'درخواست شما رسید'], ['김민수', '='.repeat(200)], ['O’Brien <not@an.address>', 'a'.repeat(500)],
  ])('names in every script arrive: %s', async (name, subject) => {
    const mail = await read(draft({ to: { name, address: 'a@example.org' }, senderName: name, subject }), { name, address: 'dana@hiring.example' });
    expect(mail.to).toEqual([{ name, address: 'a@example.org' }]);
    expect(mail.from).toEqual({ name, address: 'dana@hiring.example' });
    expect(mail.subject).toBe(subject);
  });

  it.each(['\r\n', '\n', '\r', '\u2028', '\u0000', '\r\n\r\n'])('no name and no subject begins a header: %j', async (end) => {
    const evil = `Eve${end}Bcc: other@example.org${end}X-Evil: 1`;
    const mail = await read(draft({ to: { name: evil, address: `eve@example.org${end}Bcc: other@example.org` }, subject: evil, senderName: evil, host: 'hiring.example' }), { name: evil, address: FROM.address });
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.headers.map(({ key }) => key)).toEqual(['x-unsent', 'content-language', 'from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type']);
    expect(mail.subject).toBe('Eve Bcc: other@example.org X-Evil: 1');
    expect([mail.subject, mail.from?.name, mail.to?.[0]?.name].join('')).not.toMatch(/\p{Cc}/u);
  });

  it('would show such a header: the test can fail', async () => {
    const mail = await PostalMime.parse((await source(draft())).replace('Subject:', 'Bcc: other@example.org\r\nSubject:'));
    expect(mail.bcc?.[0]?.address).toBe('other@example.org');
  });

  it('reads from right to left where its language does, and says so', async () => {
    expect((await read(draft({ language: 'fa' }))).html).toContain('<html lang="fa" dir="rtl">');
    expect((await read(draft({ language: 'pt-BR' }))).html).toContain('<html lang="pt-BR">');
  });
});

describe('the dates of a letter', () => {
  const component = (file: string) => new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = (file: string) => component(file).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

  it('come as a calendar file that can be taken over', async () => {
    const mail = await read(draft({ calendar: [DEADLINE] }));
    expect(mail.attachments).toMatchObject([{ filename: 'dates.ics', mimeType: 'text/calendar' }]);
    const [attachment] = mail.attachments;
    const file = typeof attachment?.content === 'string' ? attachment.content : new TextDecoder().decode(attachment?.content);
    expect(component(file).getFirstPropertyValue('method')).toBe('PUBLISH');
    const [event] = events(file);
    expect(event).toMatchObject({ uid: DEADLINE.uid, sequence: 1, summary: 'Submit: Task (Miniature Ltd)' });
    expect(event?.startDate.toJSDate().toISOString()).toBe('2026-10-10T08:00:00.000Z');
    expect(event?.startDate.zone.tzid).toBe('UTC');
    const alarm = event?.component.getFirstSubcomponent('valarm');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P1D');
  });

  it('have whole days, ends and cancellations', () => {
    const file = calendarFile([
      { ...DEADLINE, what: 'reply', at: '2026-10-16' },
      { ...DEADLINE, what: 'appointment', at: Date.parse('2026-10-20T13:00Z'), until: Date.parse('2026-10-20T14:00Z') },
      { ...DEADLINE, what: 'appointment', at: '2026-10-19', until: '2026-10-23' },
      { ...DEADLINE, cancelled: true },
    ], 'Miniature Ltd\r\nX:1', NOW);
    expect(events(file).map((event) => [event.startDate.toString(), event.endDate.toString(), event.component.getFirstPropertyValue('status'), event.component.getFirstPropertyValue('transp'), event.component.getAllSubcomponents('valarm').length])).toEqual([
      ['2026-10-16', '2026-10-17', 'CONFIRMED', 'TRANSPARENT', 0],
      ['2026-10-20T13:00:00Z', '2026-10-20T14:00:00Z', 'CONFIRMED', 'OPAQUE', 1],
      ['2026-10-19', '2026-10-24', 'CONFIRMED', 'OPAQUE', 0],
      ['2026-10-10T08:00:00Z', '2026-10-10T08:00:00Z', 'CANCELLED', 'TRANSPARENT', 0],
    ]);
    expect(file).not.toMatch(/^X:1/m);
  });

  it('survive titles of every kind', () => {
    const title = 'Task; "deep", a\\b — 試験 🦦 '.repeat(6).trim();
    expect(events(calendarFile([{ ...DEADLINE, title }], 'Ltd', NOW))[0]?.summary).toBe(title);
    expect(events(calendarFile([{ ...DEADLINE, title: 'a\r\nBEGIN:VEVENT' }], 'Ltd', NOW)).map((event) => event.summary)).toEqual(['a BEGIN:VEVENT']);
  });
});

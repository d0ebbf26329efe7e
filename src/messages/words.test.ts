import { expect, test } from 'vitest';
import { parseDuration } from '../model/duration.ts';
import { instantWords, lastMomentWords } from './dates.ts';
import { durationWords } from './durations.ts';
import { firstName, wholeName } from './first-name.ts';
import { limitWords, payWords } from './phrases.ts';
import { createZone } from '../analysis/time/zone.ts';

test.each([
  ['72h', 'en', '72 hours'], ['2-4 h', 'en', '2–4 hours'], ['1 h', 'en', '1 hour'], ['60 min', 'en', '60 minutes'], ['1 week', 'en', '1 week'], ['1 business day', 'en', '1 business day'], ['5 business days', 'en', '5 business days'],
  ['72h', 'pt', '72 horas'], ['2-4 h', 'pt-BR', '2 - 4 horas'], ['1 business day', 'pt', '1 dia útil'], ['3-5 business days', 'pt', '3–5 dias úteis'], ['2 weeks', 'de', '2 Wochen'], ['5 days', 'fa', '۵ روز'],
  ['5 business days', 'de', '5 business days'], ['2 months', 'en-1', '2 months'], ['2 days', 'xx', '2 days'],
])('%s in %s', (written, language, words) => {
  const duration = parseDuration(written);
  // Thin spaces and dashes around a range differ between versions of the tables.
  const plain = (text: string): string => text.replace(/\s*[–-]\s*/g, '–').replace(/\s+/g, ' ');
  expect(plain(duration ? durationWords(duration, language) : '')).toBe(plain(words));
});

test.each([
  ['Ottilie Placeholder', 'Ottilie'], ['  Nuno  ', 'Nuno'], ['山田 太郎', '山田 太郎'], ['김민수', '김민수'], ['Ana-Sofía de la Muestra', 'Ana-Sofía'], ['O’Brien Sample', 'O’Brien'], ['محمد نمونه', 'محمد'],
  ['Eve\r\nBcc: someone@example.org', 'Eve'], ['<b>Bob</b>', 'b'], ['\u202eEve Sample', 'Eve'],
])('%j is addressed as %s', (name, first) => expect(firstName(name)).toBe(first));

test('a name is one line and no markup', () => {
  expect(wholeName(' Eve\r\nBcc: x@example.org\u2028[here](x) ')).toBe('Eve Bcc: x@example.org here (x)');
  expect(wholeName('Zoë Müller-Øst 🦦')).toBe('Zoë Müller-Øst 🦦');
});

test('limits and pay in the language of the message', () => {
  const video = parseDuration('5-8 min');
  if (!video) throw new Error('no duration');
  expect(limitWords({ words: '500-1000', video })).toBe('500–1000 words or a video of 5–8 minutes');
  expect(limitWords({ words: '500' }, 'pt')).toBe('500 palavras');
  expect(limitWords(undefined)).toBeUndefined();
  expect(payWords({ amount: 1500, currency: 'EUR', per: 'week' })).toBe('1,500 EUR a week');
  expect(payWords({ amount: 1500.5, currency: 'EUR', per: 'day' }, 'pt')).toMatch(/^1.500,5 EUR por dia$/);
});

test('UTC has its date where that is another day', () => {
  const at = Date.parse('2026-11-19T02:44Z');
  const now = Date.parse('2026-11-18T02:44Z');
  expect(instantWords(at, now, createZone('America/Bogota'))).toBe('Wednesday 18 November 2026, 21:44 America/Bogota (19 November, 02:44 UTC, in 24 hours)');
  expect(instantWords(at, now, createZone('America/Bogota'), 'pt')).toContain('(19 de novembro, 02:44 UTC, em 24 horas)');
  expect(instantWords(at, now, createZone('Asia/Kathmandu'))).toBe('Thursday 19 November 2026, 08:29 Asia/Kathmandu (02:44 UTC, in 24 hours)');
});

test('a day of ours is a moment for who lives by another clock', () => {
  const [london, angeles] = [createZone('Europe/London'), createZone('America/Los_Angeles')];
  const ends = london.endOfDay('2026-11-24');
  expect(lastMomentWords('2026-11-24', ends, london, london)).toBe('Tuesday 24 November 2026');
  expect(lastMomentWords('2026-11-24', ends, london, createZone('Europe/Lisbon'))).toBe('Tuesday 24 November 2026');
  expect(lastMomentWords('2026-11-24', ends, london, angeles)).toBe('Tuesday 24 November 2026, 15:59 America/Los Angeles (23:59 UTC)');
});

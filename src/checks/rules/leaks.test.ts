import { expect, test } from 'vitest';
import { emailsIn, phonesIn } from './leaks.ts';

const cut = (text: string, found: [number, number][]): string[] => found.map(([from, to]) => text.slice(from, to));

test.each([
  'Reach me at ada.l@posteo.de.', 'see <o’brien@uni.edu>', 'почта: иван@почта.рф', 'a+b@mail.co.uk', 'ada@example.org.uk',
])('an e-mail address in “%s”', (text) => {
  expect(emailsIn(text)).toHaveLength(1);
});

test.each([
  'src/tasks.ts:40-62@a1b2c3d', 'git@github.com:org/repo.git', 'lodash@4.17.21', '@scope/pkg', 'POST ada@example.com', 'user@service.example', '@app.route', 'file@main.ts', 'a @ b.de', 'x@localhost',
])('none in “%s”', (text) => {
  expect(cut(text, emailsIn(text))).toEqual([]);
});

test.each([
  'call +49 151 23456789', 'Tel. (020) 7946 0958', '020 7946 0958', '+1 (415) 555-0132', '415-555-0132', '+351 912 345 678', '0049 30 1234567', '+4915112345678', '٠٢٠ ٧٩٤٦ ٠٩٥٨ +٩٦٦ ٥٠ ١٢٣ ٤٥٦٧',
])('a phone number in “%s”', (text) => {
  expect(phonesIn(text)).toHaveLength(1);
});

test.each([
  '2026-10-07T21:10+01:00', '2026-10-07 2026-10-08', 'version 1.22.333.4444', '192.168.100.200', '10.0.0.1:8080', 'sha256: 0123456789012345678901234567890123456789',
  'lines 120-144, 210-333', 'a1b2c3d4-1234-4567-8901-123456789012', 'bytes: 120400', '+100 000 000 rows', '1 000 000 000', '0.123456789', 'commit 4921734', 'p95 of 120 ms over 600 000 requests',
  '3.141592653589', 'ISO 8601, RFC 9110', 'https://host.example/2026/0123456789', 'UTC+0100', '00:00:00.000', '5 000-10 000', 'Node 24.21.0 and 22.12.0', '2026-W40', 'order 100-200-3000',
  '+1 234', 'port 5432, 6379 and 8080', '0x1234 5678', '100 200 300 400', 'Σ 0000 0001 0010', 'id 007-1234',
])('none in “%s”', (text) => {
  expect(cut(text, phonesIn(text))).toEqual([]);
});

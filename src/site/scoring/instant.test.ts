import { expect, test } from 'vitest';
import { createZone } from '../../analysis/time/zone.ts';
import { instantText } from './instant.ts';

test.each(['Europe/London', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC'])('is the instant of %s that the terminal writes', (name) => {
  const zone = createZone(name);
  for (const moment of ['2026-07-01T12:00:59Z', '2026-12-31T23:59Z', '2026-10-25T00:59Z', '2026-10-25T01:00Z', '2026-03-29T01:30Z', '2026-01-01T00:00Z']) {
    expect(instantText(Date.parse(moment), name)).toBe(zone.instantText(Date.parse(moment)));
  }
});

test('falls back to UTC where the browser does not know the zone', () => {
  expect(instantText(Date.parse('2026-07-01T12:00Z'), 'Mars/Olympus')).toBe('2026-07-01T12:00+00:00');
});

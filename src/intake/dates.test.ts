import { describe, expect, it } from 'vitest';
import { createZone } from '../analysis/time/zone.ts';
import { readDate, readDateColumn, type DateOrder } from './dates.ts';

const zone = createZone('Europe/London');
const column = (texts: readonly string[], said?: DateOrder) => readDateColumn(texts.map((text, index) => ({ row: index + 2, text })), said);
const read = (text: string, order?: DateOrder): string => {
  const found = readDate(text, order, zone);
  return 'wrong' in found ? found.wrong : found.at === undefined ? found.day : zone.instantText(found.at);
};

describe('dates', () => {
  it('of five forms are read, with times or without', () => {
    expect([
      read('2026-10-03'), read('2026-10-03T09:12'), read('2026-10-03 09:12:33'), read('2026-10-03T09:12:33.123Z'), read('2026-10-03T09:12+02:00'), read('2026/10/03'),
      read('03/10/2026', 'dmy'), read('3/10/2026 14:22:05', 'dmy'), read('10/3/2026 2:22:05 PM', 'mdy'), read('10/3/2026 12:05 am', 'mdy'),
      read('03.10.2026'), read('3.10.2026, 14:22', 'mdy'), read('03-10-2026', 'dmy'),
      read('3 Oct 2026'), read('Oct 3, 2026'), read('October 3rd, 2026 at 9:12 AM'), read('Saturday, 3 October 2026'), read('3. Oktober 2026 um 14:22'), read('3 de outubro de 2026'), read('3 août 2026'),
      read('46298'), read('46298.5'), read('46298,25'),
      read('2026-07-03 09:12'), read('2026-10-03 09:12 GMT+2'),
    ]).toMatchInlineSnapshot(`
      [
        "2026-10-03",
        "2026-10-03T09:12+01:00",
        "2026-10-03T09:12+01:00",
        "2026-10-03T10:12+01:00",
        "2026-10-03T08:12+01:00",
        "2026-10-03",
        "2026-10-03",
        "2026-10-03T14:22+01:00",
        "2026-10-03T14:22+01:00",
        "2026-10-03T00:05+01:00",
        "2026-10-03",
        "2026-10-03T14:22+01:00",
        "2026-10-03",
        "2026-10-03",
        "2026-10-03",
        "2026-10-03T09:12+01:00",
        "2026-10-03",
        "2026-10-03T14:22+01:00",
        "2026-10-03",
        "2026-08-03",
        "2026-10-03",
        "2026-10-03T12:00+01:00",
        "2026-10-03T06:00+01:00",
        "2026-07-03T09:12+01:00",
        "2026-10-03T08:12+01:00",
      ]
    `);
  });

  it('that no calendar has are named', () => {
    expect([
      read('2026-02-30'), read('31/04/2026', 'dmy'), read('04/31/2026', 'mdy'), read('13/13/2026', 'dmy'), read('2026-13-01'), read('03/10/26', 'dmy'), read('2026-10-03 25:00'), read('2026-10-03 13:00 pm'),
      read('12/11/1999', 'dmy'), read('12345'), read('soon'), read('Ada Sample'), read('10/2026'), read('29 Feb 2025'), read('29 Feb 2028'),
    ]).toMatchInlineSnapshot(`
      [
        "“2026-02-30” is no day of the calendar",
        "“31/04/2026” is no day of the calendar when read as DD/MM/YYYY",
        "“04/31/2026” is no day of the calendar when read as MM/DD/YYYY",
        "“13/13/2026” is no day of the calendar when read as DD/MM/YYYY",
        "“2026-13-01” is no day of the calendar",
        "“03/10/26” has a year of two digits; write four",
        "“2026-10-03 25:00” has a time that no clock shows",
        "“2026-10-03 13:00 pm” has a time that no clock shows",
        "“12/11/1999” lies before the year 2000",
        "“12345” lies before the year 2000",
        "the cell is no date that can be read; write 2026-10-03",
        "the cell is no date that can be read; write 2026-10-03",
        "“10/2026” is no date that can be read; write 2026-10-03",
        "“29 Feb 2025” is no day of the calendar",
        "2028-02-29",
      ]
    `);
  });

  it('of a column settle each other, or are refused', () => {
    expect(column(['03/10/2026', '25/10/2026', '01/02/2026'])).toEqual({ order: 'dmy', words: 'DD/MM/YYYY' });
    expect(column(['03/10/2026', '10/25/2026'])).toEqual({ order: 'mdy', words: 'MM/DD/YYYY' });
    expect(column(['03/10/2026', '01/02/2026'])).toEqual({ unclear: '“03/10/2026” (row 2) may have the day or the month first, and no other row settles it' });
    expect(column(['25/10/2026', '10/25/2026'])).toEqual({ unclear: 'row 2 has the day first (25/10/2026) and row 3 the month (10/25/2026)' });
    expect(column(['03/10/2026', '01/02/2026'], 'mdy')).toEqual({ order: 'mdy', words: 'MM/DD/YYYY' });
    expect(column(['04/04/2026'])).toEqual({ order: 'dmy', words: 'day and month alike' });
    expect(column(['03.10.2026', '3 Oct 2026', '46298', '2026-10-03'])).toEqual({ order: 'dmy', words: 'dotted, month in words, Excel serial, ISO' });
    expect(column(['2026-10-03', 'who knows'])).toEqual({ order: undefined, words: 'ISO' });
  });

  it('without an offset are of the organisation, on both sides of a clock change', () => {
    expect([read('2026-10-25 00:30'), read('2026-10-25 12:00'), read('2026-03-29 00:30'), read('2026-03-29 12:00')]).toEqual(['2026-10-25T00:30+01:00', '2026-10-25T12:00+00:00', '2026-03-29T00:30+00:00', '2026-03-29T12:00+01:00']);
  });
});

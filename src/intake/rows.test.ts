import { describe, expect, it } from 'vitest';
import { createZone } from '../analysis/time/zone.ts';
import { rowText, type Newcomer } from './newcomer.ts';
import type { Field, Question } from './field.ts';
import { parseField } from './field.ts';
import { sortNewcomers, type KnownPerson } from './known.ts';
import { mappingFaults, proposeMapping } from './mapping.ts';
import { isRefusedRow, readRow, type RowTerms } from './rows.ts';
import { readSheet } from './sheet.ts';

const question = (id: string, ask: string, kind: Question['kind']): Question => ({ id, ask, kind, required: true, follow_ups: [] });
const questions = [question('cv', 'Your CV', 'file'), question('shipped', 'A link to the best thing you shipped', 'link'), question('contribution', 'What was your part in it?', 'text')];

describe('the mapping of columns', () => {
  const mapped = (header: string, said: Record<string, Field> = {}, remembered: Record<string, Field> = {}) =>
    proposeMapping(readSheet(`${header}\n${header.split(',').map(() => 'x').join(',')}\n`), { questions, said: new Map(Object.entries(said)), remembered: new Map(Object.entries(remembered)) })
      .map(({ header: name, field, from }) => `${name}: ${field ?? '?'} (${from})`);

  it('takes what a header says in so many words, in many languages, and proposes what is near', () => {
    expect(mapped('Zeitstempel,Vollständiger Name,E-Mail-Adresse,GitHub,your cv,What was your part in it? *,Best thing you shipped,Emial adress,Salary wish')).toMatchInlineSnapshot(`
      [
        "Zeitstempel: applied (same)",
        "Vollständiger Name: name (same)",
        "E-Mail-Adresse: email (same)",
        "GitHub: link (same)",
        "your cv: question:cv (same)",
        "What was your part in it? *: question:contribution (same)",
        "Best thing you shipped: question:shipped (near)",
        "Emial adress: ? (unknown)",
        "Salary wish: ? (unknown)",
      ]
    `);
  });
  it('knows headers of other scripts', () => {
    expect(mapped('氏名,メールアドレス,タイムゾーン')).toEqual(['氏名: name (same)', 'メールアドレス: email (same)', 'タイムゾーン: timezone (same)']);
    expect(mapped('Имя,Фамилия,Почта')).toEqual(['Имя: first-name (same)', 'Фамилия: last-name (same)', 'Почта: email (same)']);
  });
  it('sees through the words that ask', () => {
    expect(mapped('What is your full name?,Please enter your E-mail address *,GitHub / LinkedIn,Link to the best thing you shipped,Where do you live (time zone)?,Timezone (CET …),Nickname or Twitter handle')).toMatchInlineSnapshot(`
      [
        "What is your full name?: name (same)",
        "Please enter your E-mail address *: email (same)",
        "GitHub / LinkedIn: link (same)",
        "Link to the best thing you shipped: question:shipped (near)",
        "Where do you live (time zone)?: ? (unknown)",
        "Timezone (CET …): timezone (same)",
        "Nickname or Twitter handle: handle (same)",
      ]
    `);
  });
  it('lets the person say otherwise, and remembers', () => {
    expect(mapped('Name,Mail,Notes', { Notes: 'identity:notes' }, { Mail: 'handle', Notes: 'ignore' })).toEqual(['Name: name (same)', 'Mail: handle (remembered)', 'Notes: identity:notes (said)']);
  });
  it('never gives one field to two columns by itself', () => {
    expect(mapped('Name,Email,E-mail address,GitHub,LinkedIn')).toEqual(['Name: name (same)', 'Email: email (same)', 'E-mail address: ? (unknown)', 'GitHub: link (same)', 'LinkedIn: link (same)']);
  });
  it('is refused where it cannot be used', () => {
    const faults = (header: string, said: Record<string, Field> = {}) => mappingFaults(proposeMapping(readSheet(`${header}\nx,x,x\n`), { questions, said: new Map(Object.entries(said)), remembered: new Map() }));
    expect([faults('Email,Date,City'), faults('Name,Last name,City'), faults('A,B,C', { A: 'name', B: 'email', C: 'email' }), faults('First name,Last name,Email')]).toMatchInlineSnapshot(`
      [
        [
          "No column is mapped to name (or first-name and last-name): an identity needs one.",
        ],
        [
          "A column is mapped to name and another to a part of it: take the whole name, or its parts.",
        ],
        [
          "“B” and “C” are all mapped to email; it takes one column.",
        ],
        [],
      ]
    `);
  });
  it('names a field that is none, with the nearest', () => {
    expect(['emial', 'question:cvs', 'identity:Current salary', 'identity:prototype', 'contribution', 'identity:salary'].map((field) => parseField(field, questions))).toMatchInlineSnapshot(`
      [
        {
          "wrong": "There is no field “emial”. Did you mean “email”? There are: name, first-name, last-name, email, link, handle, timezone, language, source, applied, keep-until, ignore, the questions cv, shipped, contribution, identity:<name> for anything else.",
        },
        {
          "wrong": "The first stage asks no question “cvs”. It asks: cv, shipped, contribution.",
        },
        {
          "wrong": "“Current salary” is no name for a word of the identity: lower-case letters, digits and hyphens. Perhaps identity:current-salary.",
        },
        {
          "wrong": "“prototype” is no name for a word of the identity: lower-case letters, digits and hyphens.",
        },
        {
          "field": "question:contribution",
        },
        {
          "field": "identity:salary",
        },
      ]
    `);
  });
});

const HEADER = ['Name', 'Email', 'GitHub', 'Handle', 'Time zone', 'Language', 'Source', 'Applied', 'Keep until', 'cv', 'contribution', 'Salary'];
const GOOD = ['Ada Placeholder', 'ada@mail.example', 'github.example/ada', '@ada_p', 'Europe/Lisbon', 'Portuguese (Brazil)', 'referral', '2026-10-03', '', 'cv.pdf', 'I built it.', '70k'];

function read(changes: Partial<Record<string, string>>): Newcomer | string {
  const sheet = readSheet(`${HEADER.join(',')}\nx\n`);
  const columns = proposeMapping({ ...sheet, rows: [{ number: 2, cells: GOOD }] }, { questions, said: new Map([['Salary', 'identity:salary']]), remembered: new Map() });
  const terms: RowTerms = {
    columns, questions, sourceOf: (word) => (word === 'referral' ? word : undefined), source: undefined, orders: new Map([[7, 'dmy'], [8, 'dmy']]), zone: createZone('Europe/London'), now: Date.parse('2026-11-22T12:00Z'),
  };
  const found = readRow({ number: 2, cells: HEADER.map((name, index) => changes[name] ?? GOOD[index] ?? '') }, terms);
  return isRefusedRow(found) ? found.reason : found;
}

describe('a row', () => {
  it('becomes an newcomer', () => {
    expect(read({})).toEqual({
      row: 2, name: 'Ada Placeholder', email: 'ada@mail.example', links: ['https://github.example/ada'], handles: ['ada_p'], timezone: 'Europe/Lisbon', language: 'pt-BR', source: 'referral',
      applied: '2026-10-03T00:00+01:00', keepUntil: undefined, answers: { contribution: 'I built it.' }, kept: { cv: 'cv.pdf' }, extras: { salary: '70k' }, notes: [],
    });
  });

  it('of names in every script is taken as it is', () => {
    for (const name of ['نمونه‌ای خیالی', 'Ó’Sampléigh-Nessun', '山田・見本', 'Żofia 👩‍💻 Wymyślona', 'Анна Образцова', 'यूनिकोड नमूना', 'X Æ-12', 'O\'Null', 'ꦱꦩ꧀ꦥꦺꦭ꧀', '이름 없음', 'שם בדוי', 'José  María de la Prueba']) {
      expect((read({ Name: name }) as Newcomer).name).toBe(name.replace(/\s+/g, ' '));
    }
  });

  it('that cannot be taken says why, and not with the person’s words', () => {
    const cases: Record<string, Partial<Record<string, string>>> = {
      'no name': { Name: '  ' }, 'a name of signs': { Name: '???' }, 'a long name': { Name: 'A'.repeat(201) }, 'a name that turns the text': { Name: 'Ada \u202egnp.exe' }, 'a name with a control character': { Name: 'Ada\u0007' },
      'a formula for a name': { Name: '=HYPERLINK("https://x.example")' }, 'a failed formula': { Name: '#REF!' }, 'no address': { Email: 'ada at mail' }, 'two addresses': { Email: 'a@b.example; c@d.example' }, 'a formula for an address': { Email: '=A1' },
      'an unknown source': { Source: 'fax' }, 'no source': { Source: '' }, 'no date': { Applied: '' }, 'an impossible date': { Applied: '31/02/2026' }, 'the future': { Applied: '2026-11-23' }, 'a consent that ended': { 'Keep until': '2026-11-01' },
      'a long answer': { contribution: 'x '.repeat(10_001) }, 'a long line': { contribution: 'x'.repeat(10_001) }, 'a large row': { contribution: '\u4e00'.repeat(9000), Salary: '\u4e00'.repeat(9000) },
    };
    expect(Object.fromEntries(Object.entries(cases).map(([what, changes]) => [what, read(changes)]))).toMatchInlineSnapshot(`
      {
        "a consent that ended": "“Keep until”: the record may only be kept until 2026-11-01, which has passed",
        "a failed formula": "“Name” holds #REF!, the error of a formula, instead of its result",
        "a formula for a name": "“Name” begins like a formula (=)",
        "a formula for an address": "“Email” begins like a formula (=)",
        "a large row": "its cells hold 53 KB; a row may hold 48 KB",
        "a long answer": "“contribution” has 20001 characters; it may have 20000",
        "a long line": "“contribution” has a line of more than 10000 characters",
        "a long name": "the name has 201 characters; it may have 200",
        "a name of signs": "the name is missing",
        "a name that turns the text": "“Name” holds characters that turn the direction of what follows",
        "a name with a control character": "“Name” holds control characters",
        "an impossible date": "“Applied”: “31/02/2026” is no day of the calendar when read as DD/MM/YYYY",
        "an unknown source": "its source is none of the settings’ list",
        "no address": "the e-mail cell holds no address that can be written to",
        "no date": "it does not say when the person applied",
        "no name": "the name is missing",
        "no source": "it does not say where the person comes from; --source says it for such rows",
        "the future": "“Applied”: 2026-11-23 lies in the future",
        "two addresses": "the e-mail cell holds more than one address",
      }
    `);
  });

  it('that is odd in places is taken with a note', () => {
    const notes = (changes: Partial<Record<string, string>>) => {
      const found = read(changes) as Newcomer;
      return [found.notes, found.extras];
    };
    expect([
      notes({ GitHub: 'see javascript:alert(1) //x' }), notes({ GitHub: 'yes' }), notes({ GitHub: 'ask me' }), notes({ GitHub: 'n/a' }), notes({ GitHub: 'https://user:secret@host.example/' }), notes({ 'Time zone': 'somewhere east' }), notes({ Language: 'Klingon' }),
      notes({ contribution: '=1+1' }), notes({ contribution: '- a list\n- of things' }), notes({ contribution: 'soft\u00adhyphen, zero\u200bwidth' }), notes({ contribution: 'turn\u202eed' }), notes({ Name: 'Ada\u200b Placeholder' }),
    ]).toMatchInlineSnapshot(`
      [
        [
          [
            "what is no web address among the links is kept as words",
          ],
          {
            "links-as-written": "see javascript:alert(1) //x",
            "salary": "70k",
          },
        ],
        [
          [],
          {
            "salary": "70k",
          },
        ],
        [
          [
            "what is no web address among the links is kept as words",
          ],
          {
            "links-as-written": "ask me",
            "salary": "70k",
          },
        ],
        [
          [],
          {
            "salary": "70k",
          },
        ],
        [
          [
            "what is no web address among the links is kept as words",
          ],
          {
            "links-as-written": "https://user:secret@host.example/",
            "salary": "70k",
          },
        ],
        [
          [
            "the time zone is none of the IANA list (such as Europe/Lisbon) and is kept as words",
          ],
          {
            "salary": "70k",
            "timezone-as-written": "somewhere east",
          },
        ],
        [
          [
            "the language is none that messages could be in (such as en or pt-BR) and is kept as words",
          ],
          {
            "language-as-written": "Klingon",
            "salary": "70k",
          },
        ],
        [
          [
            "“contribution” begins like a formula; it is kept as text",
          ],
          {
            "salary": "70k",
          },
        ],
        [
          [],
          {
            "salary": "70k",
          },
        ],
        [
          [
            "“contribution”: characters without a shape taken out",
          ],
          {
            "salary": "70k",
          },
        ],
        [
          [
            "“contribution”: characters that turn the direction of what follows taken out",
          ],
          {
            "salary": "70k",
          },
        ],
        [
          [
            "“Name”: characters without a shape taken out",
          ],
          {
            "salary": "70k",
          },
        ],
      ]
    `);
    expect((read({ GitHub: 'ada-p' }) as Newcomer).handles).toEqual(['ada_p', 'ada-p']);
    expect((read({ contribution: 'a\r\nb\u2028c\u000bd  \n\n' }) as Newcomer).answers['contribution']).toBe('a\nb\nc\nd');
    for (const Email of ['Ada P <ada@mail.example>', 'mailto:ada@mail.example']) expect((read({ Email }) as Newcomer).email).toBe('ada@mail.example');
  });
});

describe('who is known already', () => {
  const newcomer = (row: number, more: Partial<Newcomer>): Newcomer => ({ ...(read({}) as Newcomer), row, ...more });
  const known = (candidate: string, more: Partial<KnownPerson>): KnownPerson => ({ candidate, name: 'Ada Placeholder', email: undefined, links: [], role: 'engineer', hasRecord: true, imported: undefined, ...more });
  const sort = (newcomers: readonly Newcomer[], people: readonly KnownPerson[]) => {
    const sorted = sortNewcomers(newcomers, people, 'engineer', rowText);
    return Object.fromEntries(Object.entries(sorted).flatMap(([what, list]) => (list.length === 0 ? [] : [[what, list.map((each: { newcomer?: Newcomer; row?: number; known?: KnownPerson; elsewhere?: readonly string[]; namesake?: boolean; of?: number }) =>
      [each.newcomer?.row ?? each.row, each.known?.candidate ?? each.of, ...(each.elsewhere ?? []), ...(each.namesake === true ? ['namesake'] : [])].filter((word) => word !== undefined).join(' '))]])));
  };

  it('is found by address whatever its case, by name and link, by the row, by name and moment', () => {
    const one = newcomer(2, {});
    const imported = { row: rowText(one), applied: '2026-10-03T00:00+01:00' };
    const alone = { email: undefined, links: [], handles: [] };
    expect([
      sort([one], [known('a', { email: 'ADA@mail.example', imported })]),
      sort([one], [known('a', { links: ['https://www.github.example/ada/'], imported: { ...imported, row: 'another' } })]),
      sort([one], [known('a', { email: 'ada@mail.example' })]),
      sort([one], [known('a', { email: 'ada@mail.example', imported, hasRecord: false })]),
      sort([newcomer(2, { ...alone, source: 'direct' })], [known('a', { imported })]),
      sort([newcomer(2, { ...alone, applied: '2026-10-04T00:00+01:00' })], [known('a', { imported })]),
      sort([one], [known('a', { email: 'ada@mail.example', role: 'designer' })]),
    ]).toEqual([{ unchanged: ['2 a'] }, { differing: ['2 a'] }, { already: ['2 a'] }, { unfinished: ['2 a'] }, { differing: ['2 a'] }, { fresh: ['2 namesake'] }, { fresh: ['2 designer'] }]);
  });

  it('counts once in a sheet', () => {
    expect(sort([newcomer(2, {}), newcomer(3, { email: 'Ada@Mail.example', name: 'A. P.' }), newcomer(4, { email: 'other@mail.example' }), newcomer(5, { email: 'new@mail.example', links: [] })], []))
      .toEqual({ fresh: ['2', '5'], duplicates: ['3 2', '4 2'] });
  });
});

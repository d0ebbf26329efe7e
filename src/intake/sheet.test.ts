import { describe, expect, it } from 'vitest';
import { readSheet, type DelimiterName } from './sheet.ts';

const said = (text: string, delimiter?: DelimiterName): string => {
  try {
    const { header, rows, ragged, empty } = readSheet(text, delimiter);
    return JSON.stringify({ header, rows: rows.map(({ number, cells }) => [number, ...cells]), ragged, empty });
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('a sheet', () => {
  it('is read whatever divides its cells and ends its lines', () => {
    for (const [name, sign] of [['comma', ','], ['semicolon', ';'], ['tab', '\t'], ['pipe', '|']] as const) {
      for (const end of ['\n', '\r\n', '\r']) {
        const sheet = readSheet([['Name', 'E-mail', 'Note'], ['A. B', 'a@b.example', `"one ${sign} ""two""${end}three"`]].map((cells) => cells.join(sign)).join(end));
        expect([sheet.delimiter, sheet.rows[0]?.cells], `${name} ${JSON.stringify(end)}`).toEqual([name, ['A. B', 'a@b.example', `one ${sign} "two"${end}three`]]);
      }
    }
  });

  it('takes the delimiter under which the rows agree, not the first that occurs', () => {
    expect(readSheet('Name, first;E-mail;Note\nB, A;a@b.example;x, y, z\nD, C;c@d.example;x\n').delimiter).toBe('semicolon');
    expect(readSheet('sep=|\nName;x|E-mail\nA;b|c\n')).toMatchObject({ delimiter: 'pipe', header: ['Name;x', 'E-mail'] });
    expect(readSheet('Name;x|E-mail\nA;b|c\n', 'semicolon').header).toEqual(['Name', 'x|E-mail']);
    expect(readSheet('Name\nAda\n')).toMatchObject({ delimiter: 'comma', header: ['Name'] });
  });

  it('counts rows as a spreadsheet does', () => {
    expect(said('Name,E-mail,,\n"A\nB",x,,\n,,,\n\nC,y,,\n')).toBe('{"header":["Name","E-mail"],"rows":[[2,"A\\nB","x"],[5,"C","y"]],"ragged":[],"empty":2}');
  });

  it('that is broken says where', () => {
    expect(Object.fromEntries(([
      ['a quote never closed', 'Name,Note\nA,x\nB,"begun\nC,y\nD,z\n'],
      ['a quote in the middle', 'Name,Note\nA,say "hi"\n'],
      ['something after a quote', 'Name,Note\nA,"hi" there\n'],
      ['rows of other lengths', 'Name,Note,More\nA,x,1\nB,x\nC,x,1,2\nD,x,1,\n'],
      ['no rows', 'Name,Note\n'],
      ['an empty header', ',,\nA,x,y\n'],
      ['data for a header', 'Ada,ada@mail.example\nBela,bela@mail.example\n'],
      ['one name twice', 'Name,E-mail,name\nA,x,y\n'],
      ['two delimiters at once', 'Name;A,E-mail\nx;y,z\n'],
      ['too many columns', `${Array.from({ length: 501 }, (_, index) => `c${index}`).join(',')}\n${'x,'.repeat(500)}x\n`],
    ] as const).map(([what, text]) => [what, said(text)]))).toMatchInlineSnapshot(`
      {
        "a quote in the middle": "On line 2 a quote stands in the middle of a cell without quotes around it. Put the cell in quotes and write two for the one inside (""), or take it out.",
        "a quote never closed": "In the row that begins on line 3 a quote is opened and never closed. Close it, or write two quotes where one is meant ("").",
        "an empty header": "The first row is empty; it must hold the names of the columns.",
        "data for a header": "The first row holds data (an address or a link) instead of the names of the columns. Add a header row.",
        "no rows": "The sheet has a header and no rows below it.",
        "one name twice": "Columns 1 and 3 are both called “name”; which is which cannot be told. Rename one of them.",
        "rows of other lengths": "{"header":["Name","Note","More"],"rows":[[2,"A","x","1"],[5,"D","x","1"]],"ragged":[{"number":3,"cells":2},{"number":4,"cells":4}],"empty":0}",
        "something after a quote": "On line 2 something follows the quote that ends a cell. Write two quotes where one is meant (""), or take it out.",
        "too many columns": "The header has 501 columns, divided by commas; a sheet may have 500.",
        "two delimiters at once": "The cells may be divided by commas or by semicolons: both give 2 columns. Say --delimiter comma or --delimiter semicolon.",
      }
    `);
  });
});

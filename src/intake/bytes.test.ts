import { describe, expect, it } from 'vitest';
import { decodeSheet } from './bytes.ts';

const WORDS = 'Name,Ort\nJürgen Groß,Köln\nChloë Pâté,Besançon\nÅsa Öberg,Malmö\n';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: (Uint8Array | readonly number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const wide = (text: string, little: boolean): number[] => [...text].flatMap((sign) => { const unit = sign.charCodeAt(0); return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]; });
/** Western one-byte encodings have the first 256 signs where Unicode has them. */
const western = (text: string): Uint8Array => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));
/** The bytes of a text in an encoding of one or two bytes a sign, found by asking the decoder about each pair. */
function encoded(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label, { fatal: true });
  const known = new Map<string, readonly number[]>();
  const learn = (units: readonly number[]): void => {
    try {
      const sign = decoder.decode(Uint8Array.from(units));
      if ([...sign].length === 1 && !known.has(sign)) known.set(sign, units);
    } catch {
      // The encoding has no such bytes.
    }
  };
  for (let first = 0; first < 256; first++) learn([first]);
  if (label === 'shift_jis') for (let first = 0x81; first < 0xfd; first++) for (let second = 0x40; second < 0xfd; second++) learn([first, second]);
  return Uint8Array.from([...text].flatMap((sign) => [...known.get(sign) ?? [0x3f]]));
}

const said = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'nothing wrong';
};

describe('the encoding of a sheet', () => {
  it('is known by its mark, or because every byte is UTF-8', () => {
    for (const [given, encoding, how] of [
      [bytes(WORDS), 'utf-8', 'valid'], [joined([0xef, 0xbb, 0xbf], bytes(WORDS)), 'utf-8', 'marked'],
      [joined([0xff, 0xfe], wide(WORDS, true)), 'utf-16le', 'marked'], [joined([0xfe, 0xff], wide(WORDS, false)), 'utf-16be', 'marked'],
    ] as const) expect(decodeSheet(given)).toMatchObject({ text: WORDS, encoding, how });
  });

  it('is guessed otherwise, and the guess can be seen', () => {
    expect(decodeSheet(Uint8Array.from(wide(WORDS, true)))).toMatchObject({ text: WORDS, encoding: 'utf-16le', how: 'guessed' });
    expect(decodeSheet(Uint8Array.from(wide(WORDS, false)))).toMatchObject({ text: WORDS, encoding: 'utf-16be', how: 'guessed' });
    expect(decodeSheet(western(WORDS))).toMatchObject({ text: WORDS, how: 'guessed', samples: ['Jürgen', 'Groß', 'Köln'] });
    const japanese = '氏名,質問\n見本 太郎,待ち行列はそのまま残して、数える処理を外に出しました。\n';
    expect(decodeSheet(encoded(japanese, 'shift_jis'))).toMatchObject({ text: japanese, encoding: 'shift_jis', how: 'guessed' });
    const russian = 'Имя,Город\nИван Примеров,Москва\nАнна Образцова,Казань\n';
    expect(decodeSheet(encoded(russian, 'windows-1251'))).toMatchObject({ text: russian, encoding: 'windows-1251' });
    const polish = 'Imię,Miasto\nŻofia Wymyślona,Łódź\nPaweł Przykład,Kraków\n';
    expect(decodeSheet(encoded(polish, 'iso-8859-2')).text).toBe(polish);
  });

  it('that nobody could tell is left to the person, with what each would read', () => {
    expect(said(() => decodeSheet(encoded('Name,City\n見本 太郎,東京\n例文 花子,大阪\n', 'shift_jis')))).toMatchInlineSnapshot(`
      "The sheet is no UTF-8, and which encoding it has cannot be told. Say the one under which its words are right:
        --encoding windows-1252   “Œ©”, “˜Y”, ““Œ”
        --encoding shift_jis   “見本”, “太郎”, “東京”
        --encoding gb18030   “尒杮”, “懢榊”, “搶嫗”"
    `);
  });

  it('is what the person says it is', () => {
    // 0xa4 is the euro sign in ISO-8859-15 and another currency sign in windows-1252.
    expect(decodeSheet(joined(bytes('pay\n'), [0xa4], bytes('70k\n')), 'iso-8859-15').text).toBe('pay\n€70k\n');
    expect(decodeSheet(joined(bytes('name\n'), [0xc8, 0x65, 0x73, 0x6b, 0x79]), 'windows-1250').text).toBe('name\nČesky');
    expect(said(() => decodeSheet(bytes('x'), 'utf-9'))).toMatch(/^--encoding: “utf-9” is no encoding that is known here\. There are: utf-8, /);
    expect(said(() => decodeSheet(western(WORDS), 'utf-8'))).toBe('The sheet was read as utf-8, but line 2 holds bytes that utf-8 does not have. Say --encoding, or export the sheet as UTF-8.');
  });

  it('damaged UTF-8 is named with its lines, and not taken for another encoding', () => {
    expect(said(() => decodeSheet(joined(bytes(WORDS), [0x41, 0xff, 0x0a], bytes(WORDS), [0xc3, 0x0a]))))
      .toBe('The sheet is UTF-8, but line 5, 10 hold bytes that UTF-8 does not have (0xff). Export it anew, or say --encoding.');
  });

  it('what is no text is called by its name', () => {
    const zip = (inside: string): Uint8Array => joined([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], bytes(inside));
    expect([
      new Uint8Array(), bytes(' \n\n'), zip('[Content_Types].xml'), zip('xl/workbook.xml'), zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), zip('photo.jpg'),
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), bytes('%PDF-1.7\n'), Uint8Array.from([0x1f, 0x8b, 8, 0]), bytes('<html><table><tr><td>Name'), joined(bytes('Name\nA'), [0], bytes('b\nC\nlong enough to be no UTF-16 at all, whatever')),
    ].map((given) => said(() => decodeSheet(given)))).toMatchInlineSnapshot(`
      [
        "The file is empty.",
        "The file has no words in it.",
        "This is an Excel workbook, whatever its name says: save it as CSV (File, Save as, “CSV UTF-8”).",
        "This is an Excel workbook, whatever its name says: save it as CSV (File, Save as, “CSV UTF-8”).",
        "This is an OpenDocument spreadsheet: save it as CSV (File, Save as, Text CSV).",
        "This is a ZIP archive: take the sheet out of it, or export it as CSV.",
        "This is an Excel workbook of the older kind: save it as CSV (File, Save as, “CSV UTF-8”).",
        "This is a PDF: export the sheet as CSV.",
        "This is a compressed file: unpack it first.",
        "This is a page of markup, as some exports write it under the name .xls or .csv: open it in a spreadsheet and save it as CSV.",
        "Line 2 holds a NUL byte: this is no text. Export the sheet as CSV.",
      ]
    `);
  });
});

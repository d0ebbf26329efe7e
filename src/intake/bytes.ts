import { analyse } from 'chardet';
import { NoSheet } from './no-sheet.ts';

/** A sheet as text, and how its signs were read. */
export interface SheetText {
  readonly text: string;
  /** Name of the encoding as people know it, `utf-8`, `windows-1252`. */
  readonly encoding: string;
  /** `said`: by the person; `marked`: the file begins with its mark; `valid`: every byte is UTF-8; `guessed`: from how often signs occur. */
  readonly how: 'said' | 'marked' | 'valid' | 'guessed';
  /** A few words with signs beyond ASCII, by which a person sees whether the guess is right. */
  readonly samples: readonly string[];
}

/** Bytes that are looked at to guess an encoding: lines with signs beyond ASCII, up to so many. */
const SAMPLE = 64 * 1024;

/**
 * Reads the bytes of a sheet in whatever encoding they are.
 * @param said what the person says it is, any label that browsers know
 * @throws NoSheet when it is empty, no text, or has bytes that the encoding does not have
 */
export function decodeSheet(bytes: Uint8Array, said?: string): SheetText {
  if (bytes.length === 0) throw new NoSheet('The file is empty.');
  refuseOtherFormats(bytes);
  const marked = markOf(bytes);
  if (said !== undefined) return read(bytes, decoderNamed(said), said.toLowerCase(), 'said');
  if (marked !== undefined) return read(bytes, marked, marked, 'marked');
  const wide = wideWithoutMark(bytes);
  if (wide !== undefined) return read(bytes, wide, wide, 'guessed');
  if (bytes.includes(0)) throw new NoSheet(`Line ${lineAt(bytes, bytes.indexOf(0))} holds a NUL byte: this is no text. Export the sheet as CSV.`);
  const faults = utf8Faults(bytes);
  if (faults.first === undefined) return read(bytes, 'utf-8', 'utf-8', 'valid');
  // UTF-8 in which something was damaged has many sound sequences; another encoding has hardly any by chance.
  if (faults.sound > faults.broken) {
    throw new NoSheet(`The sheet is UTF-8, but line ${faults.lines.join(', ')} ${faults.lines.length === 1 ? 'holds a byte' : 'hold bytes'} that UTF-8 does not have (0x${hex(bytes[faults.first])}). Export it anew, or say --encoding.`);
  }
  return guess(bytes);
}

/** Below this the detector (0 to 100) does not know: short lists of names in scripts of two bytes a sign. Western, Cyrillic and Greek sheets reach 38 and more. */
const SURE_ENOUGH = 35;

function guess(bytes: Uint8Array): SheetText {
  const found: { readonly confidence: number; readonly sheet: SheetText }[] = [];
  for (const { name, confidence } of analyse(foreignLines(bytes))) {
    const label = decoderOf(name);
    if (label === undefined || label === 'utf-8' || label.startsWith('utf-16') || found.some(({ sheet }) => sheet.encoding === label)) continue;
    try {
      found.push({ confidence, sheet: read(bytes, label, label, 'guessed') });
    } catch (error) {
      if (!(error instanceof NoSheet)) throw error;
    }
  }
  const [best] = found;
  if (best && (best.confidence >= SURE_ENOUGH || (best.sheet.encoding === 'windows-1252' && looksWestern(best.sheet.text)))) return best.sheet;
  const readings = found.slice(0, 4).map(({ sheet }) => `\n  --encoding ${sheet.encoding}   ${sheet.samples.map((word) => `“${word}”`).join(', ')}`);
  throw new NoSheet(`The sheet is no UTF-8, and which encoding it has cannot be told. Say the one under which its words are right:${readings.join('')}`);
}

/** Whether words with signs beyond ASCII look like words of Western Europe: letters alone, most of them plain. Another encoding read as this one does not. */
function looksWestern(text: string): boolean {
  const words = [...text.matchAll(/[^\s,;|"()]*[^\p{ASCII}\s][^\s,;|"()]*/gu)].map(([word]) => word.replace(/^[“‘„«»¿¡–—]+|[.:!?”’«»…–—]+$/g, '')).filter((word) => word !== '');
  const western = words.filter((word) => /^[\p{Script=Latin}’'.-]+$/u.test(word) && word.replace(/[^\p{ASCII}]/gu, '').length * 2 >= word.length);
  return western.length >= words.length * 0.9;
}

function read(bytes: Uint8Array, label: string, encoding: string, how: SheetText['how']): SheetText {
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    const replaced = new TextDecoder(label).decode(bytes);
    throw new NoSheet(`The sheet was read as ${encoding}, but line ${replaced.slice(0, replaced.indexOf('\ufffd')).split(/\r\n?|\n/).length} holds bytes that ${encoding} does not have. Say --encoding, or export the sheet as UTF-8.`);
  }
  if (text.trim() === '') throw new NoSheet('The file has no words in it.');
  return { text, encoding, how, samples: samplesOf(text) };
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const begins = (...signs: number[]): boolean => signs.every((sign, at) => bytes[at] === sign);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (begins(0x50, 0x4b, 0x03, 0x04)) {
    if (head.includes('mimetypeapplication/vnd.oasis.opendocument')) throw new NoSheet('This is an OpenDocument spreadsheet: save it as CSV (File, Save as, Text CSV).');
    if (head.includes('[Content_Types].xml') || head.includes('xl/')) throw new NoSheet('This is an Excel workbook, whatever its name says: save it as CSV (File, Save as, “CSV UTF-8”).');
    throw new NoSheet('This is a ZIP archive: take the sheet out of it, or export it as CSV.');
  }
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new NoSheet('This is an Excel workbook of the older kind: save it as CSV (File, Save as, “CSV UTF-8”).');
  if (begins(0x25, 0x50, 0x44, 0x46)) throw new NoSheet('This is a PDF: export the sheet as CSV.');
  if (begins(0x1f, 0x8b)) throw new NoSheet('This is a compressed file: unpack it first.');
  if (/^\s*(?:<!doctype|<html|<table|<\?xml)/i.test(head)) throw new NoSheet('This is a page of markup, as some exports write it under the name .xls or .csv: open it in a spreadsheet and save it as CSV.');
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 that lost its mark: line ends, commas and blanks leave a zero in every second byte. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  const end = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < end / 20) return undefined;
  return odd > even * 10 ? 'utf-16le' : even > odd * 10 ? 'utf-16be' : undefined;
}

interface Utf8Faults {
  readonly first: number | undefined;
  /** Lines with a fault, from 1; the first three. */
  readonly lines: readonly number[];
  /** Sequences of several bytes that are sound, and bytes that belong to none. */
  readonly sound: number;
  readonly broken: number;
}

function utf8Faults(bytes: Uint8Array): Utf8Faults {
  let first: number | undefined;
  const lines: number[] = [];
  let [line, sound, broken] = [1, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 10) line += 1;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    if (length > 0 && byte < 0xf5 && isUtf8(bytes.subarray(at, at + length))) {
      sound += 1;
      at += length - 1;
      continue;
    }
    broken += 1;
    first ??= at;
    if (lines.length < 3 && lines.at(-1) !== line) lines.push(line);
  }
  return { first, lines, sound, broken };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Only lines with signs beyond ASCII say something about an encoding. */
function foreignLines(bytes: Uint8Array): Uint8Array {
  const taken: number[] = [];
  for (let start = 0; start < bytes.length && taken.length < SAMPLE;) {
    const next = bytes.indexOf(10, start);
    const end = next === -1 ? bytes.length : next + 1;
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE));
    if (line.some((byte) => byte >= 0x80)) taken.push(...line);
    start = end;
  }
  return Uint8Array.from(taken);
}

function decoderNamed(said: string): string {
  const label = decoderOf(said);
  if (label === undefined) throw new NoSheet(`--encoding: “${said}” is no encoding that is known here. There are: utf-8, utf-16le, utf-16be, windows-1250, windows-1251, windows-1252, iso-8859-1, iso-8859-2, iso-8859-15, shift_jis, euc-jp, gb18030, big5, euc-kr, koi8-r and more.`);
  return label;
}

/** The name under which this machine knows an encoding; undefined when it does not. */
function decoderOf(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

function samplesOf(text: string): string[] {
  const words = new Set<string>();
  for (const [word] of text.slice(0, 2_000_000).matchAll(/[\p{L}\p{M}]*[^\p{ASCII}\s\ufeff][\p{L}\p{M}]*/gu)) {
    if (/\p{L}/u.test(word)) words.add(word.slice(0, 24));
    if (words.size === 3) break;
  }
  return [...words];
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 10) line += 1;
  return line;
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, '0');
}

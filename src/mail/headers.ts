import addressparser from 'nodemailer/lib/addressparser';

/** A letter taken apart as far as sending it needs: its header lines, unfolded on demand, and the rest as it lies there. */
export interface TakenApart {
  /** Each with its continuation lines, without the last line end; bytes as Latin-1, so that none is lost. */
  readonly fields: readonly string[];
  /** From the empty line on. */
  readonly rest: Uint8Array;
}

/** Splits a letter into header fields and the rest. Editors write LF, mail programs CRLF: both are read. */
export function takeApart(bytes: Uint8Array): TakenApart {
  const text = latin1(bytes);
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text.trimEnd();
  const rest = end ? bytes.subarray(end.index) : new Uint8Array();
  return { fields: head.split(/\r?\n(?![ \t])/).filter((line) => line !== ''), rest };
}

/** The value of a field in one line; undefined where the letter has none. */
export function fieldOf({ fields }: TakenApart, name: string): string | undefined {
  const found = fields.find((field) => nameOf(field) === name.toLowerCase());
  return found?.slice(found.indexOf(':') + 1).replace(/\r?\n[ \t]+/g, ' ').trim();
}

/** Addresses of a field, in order and each once. */
export function addressesOf(letter: TakenApart, name: string): string[] {
  const value = fieldOf(letter, name);
  if (value === undefined) return [];
  return [...new Set(addressparser(value, { flatten: true }).map(({ address }) => address).filter((address) => /^[^\s@<>]+@[^\s@<>]+$/.test(address)))];
}

/** The letter with other header fields: those that are named go, and what is given comes in front. */
export function withFields({ fields, rest }: TakenApart, without: readonly string[], given: readonly string[]): Uint8Array {
  const gone = new Set(without.map((name) => name.toLowerCase()));
  const head = [...given, ...fields.filter((field) => !gone.has(nameOf(field)))].map((field) => field.replace(/\r?\n/g, '\r\n')).join('\r\n');
  return new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), rest.length === 0 ? Buffer.from('\r\n\r\n') : rest]));
}

/** Whether a letter shows some words, however its parts are encoded. Looks too closely rather than too little. */
export function shows(bytes: Uint8Array, words: string): boolean {
  const text = latin1(bytes);
  if (text.includes(words) || text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).includes(words)) return true;
  return [...text.matchAll(/(?:^[A-Za-z0-9+/=]{4,}\r?\n?)+/gm)].some(([block]) => Buffer.from(block, 'base64').toString('latin1').includes(words));
}

function nameOf(field: string): string {
  return field.slice(0, Math.max(0, field.indexOf(':'))).trim().toLowerCase();
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

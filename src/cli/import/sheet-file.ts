import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeSheet, type SheetText } from '../../intake/bytes.ts';
import { NoSheet } from '../../intake/no-sheet.ts';
import { DELIMITERS, readSheet, type DelimiterName, type Sheet } from '../../intake/sheet.ts';
import { oneOfThese } from '../ask.ts';
import { Mistake, textOption, type Context, type Input } from '../command.ts';

/** Largest sheet that is read, in megabytes. */
const MOST_MEGABYTES = 64;

/** A sheet from the disk, and how its bytes were read. */
export interface SheetFile {
  readonly sheet: Sheet;
  readonly decoded: SheetText;
}

/** Reads the sheet that a command names. @throws Mistake when it is not there, too large, or no sheet */
export function sheetFile(context: Context, input: Input, written: string): SheetFile {
  const delimiter = textOption(input, 'delimiter');
  const wrong = delimiter === undefined ? undefined : oneOfThese('delimiter', Object.keys(DELIMITERS))(delimiter);
  if (wrong !== undefined) throw new Mistake(`--delimiter: ${wrong}`);
  const bytes = bytesOf(resolve(context.cwd, written), written);
  try {
    const decoded = decodeSheet(bytes, textOption(input, 'encoding'));
    return { decoded, sheet: readSheet(decoded.text, delimiter as DelimiterName | undefined) };
  } catch (error) {
    if (error instanceof NoSheet) throw new Mistake(`${written}: ${error.message}`);
    throw error;
  }
}

function bytesOf(path: string, written: string): Uint8Array {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new Mistake(`There is no sheet ${written}.`);
  // A pipe would keep us waiting, and could not be read a second time.
  if (!stats.isFile()) throw new Mistake(`${written} is no file.`);
  if (stats.size > MOST_MEGABYTES * 2 ** 20) throw new Mistake(`${written} has ${Math.ceil(stats.size / 2 ** 20)} MB; a sheet may have ${MOST_MEGABYTES} MB. Split it.`);
  return readFileSync(path);
}

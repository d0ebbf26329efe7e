import { characterProblems } from '../text/characters.ts';

/** Signs that Word, browsers and phones leave in what people paste: nobody sees them, and nothing is lost with them. */
const INVISIBLE = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff\u115f\u1160\u3164]/g;
const LINE_ENDS = /\r\n?|[\u000b\u000c\u2028\u2029\u0085]/g;
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
/** What people write into a field that asks for something they do not have. */
const NOTHING = /^(?:-+|–|—|n\/?a|none|nil|null|\.|keine?|aucun|ninguno|nenhum|no|yes|ja|nein|oui|non|si|sim|soon|later)$/i;
/** What a spreadsheet shows where a formula failed. */
const FAILED = /^#(?:REF!|NAME\?|N\/A|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|ERROR!)$/;

/** A cell as it is kept, and what was taken out of it, in words. */
export interface Cell {
  readonly text: string;
  readonly removed: readonly string[];
}

/** Cleans a cell: blanks at both ends, line ends, and signs that cannot be seen. ZWJ, ZWNJ and marks of direction stay; words never change. */
export function cleanCell(written: string): Cell {
  const removed: string[] = [];
  const without = (text: string, signs: RegExp, what: string): string => {
    const result = text.replace(signs, '');
    if (result !== text) removed.push(what);
    return result;
  };
  let text = written.replace(LINE_ENDS, '\n');
  text = without(text, CONTROLS, 'control characters');
  text = without(text, TURNING, 'characters that turn the direction of what follows');
  text = without(text, INVISIBLE, 'characters without a shape');
  // Whatever else no record may hold: unassigned specials, tags outside a flag, halves of a pair.
  const rest = characterProblems('', text).filter((problem) => problem.code !== 'text/long-line');
  if (rest.length > 0 || !text.isWellFormed()) {
    removed.push('characters that no record may hold');
    text = [...text].filter((sign) => sign.isWellFormed() && characterProblems('', sign).length === 0).join('');
  }
  return { text: text.split('\n').map((line) => line.replace(/[\s\u00a0]+$/u, '')).join('\n').replace(/^[\s\u00a0]+|[\s\u00a0]+$/gu, ''), removed };
}

/** Whether a cell says that there is nothing. */
export function saysNothing(text: string): boolean {
  return text === '' || NOTHING.test(text);
}

/** Whether a spreadsheet would compute the cell, were it opened again. A number with its sign is none, and neither is a list or a phone number. */
export function looksLikeFormula(text: string): boolean {
  return /^[=@]/.test(text) || /^[+-](?=.*[(!|])(?![\s\d])/.test(text);
}

/** Whether the cell holds the error of a formula instead of its result. */
export function isFailedFormula(text: string): boolean {
  return FAILED.test(text);
}

/** One line without doubled blanks: names, addresses, links. */
export function asLine(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

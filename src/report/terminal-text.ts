/**
 * Makes text of a file harmless on a terminal: escape sequences, control characters and characters that turn the
 * direction of reading are shown as their names in Unicode's pictures or as U+…, never obeyed. A tab becomes two blanks.
 */
export function harmless(text: string): string {
  return text
    .replaceAll('\t', '  ')
    .replace(/[\u0000-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

/** A path for people: what nobody sees in a name is named too, since two files must not look the same. */
export function harmlessPath(path: string): string {
  return harmless(path).replace(/[\u00ad\u200b-\u200d\u2060-\u2064]/g, (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

/** Columns that text takes on a terminal: wide characters take two, combining ones none. */
export function columns(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (/\p{M}|[\u200b-\u200d\ufe0f]/u.test(sign)) continue;
    width += WIDE.test(sign) ? 2 : 1;
  }
  return width;
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

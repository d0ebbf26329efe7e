const NAMES = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

/** A language in words: `pt` → "Portuguese". */
export function languageName(code: string): string {
  return NAMES.of(code) ?? code;
}

/** Languages in a row, short: "English", "English, Portuguese", "5 languages". */
export function languageWords(codes: readonly string[]): string {
  return codes.length > 2 ? `${codes.length} languages` : codes.map(languageName).join(', ');
}

const CODES = (
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms my nb ne nl no pa pl ps pt ro ru ' +
  'si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh zu pt-BR zh-TW zh-CN en-GB en-US es-MX'
).split(' ');

/** Names of languages, in English and in the language itself, in lower case. */
const NAMES: ReadonlyMap<string, string> = new Map(CODES.flatMap((code) => [code, 'en'].flatMap((said) => (['dialect', 'standard'] as const).flatMap((languageDisplay) => {
  const name = new Intl.DisplayNames([said], { type: 'language', fallback: 'none', languageDisplay }).of(code);
  return name === undefined ? [] : [[name.toLowerCase(), code] as const];
}))).reverse());

/** The BCP 47 tag for what somebody wrote: a tag, or the name of a language; undefined for anything else. */
export function languageOf(written: string): string | undefined {
  const text = written.trim().replace('_', '-');
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) {
    try {
      const [tag = ''] = Intl.getCanonicalLocales(text);
      if (new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) !== undefined) return tag;
    } catch {
      // No tag; perhaps a name.
    }
  }
  return NAMES.get(text.toLowerCase());
}

/** Scripts in which the family name comes first and no blank says where it ends. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What no name needs and a letter must not take: line ends and other control signs, and the signs of markup. */
const UNFIT = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069<>[\]*_`\\]+/gu;

/**
 * How to address somebody: the first word of the name, since which part is the given one nobody can know. Where the family name comes
 * first by custom (Chinese, Japanese and Korean script) it is the whole name: that is never wrong, and half of it often is.
 */
export function firstName(name: string): string {
  const whole = wholeName(name);
  return FAMILY_FIRST.test(whole) ? whole : (whole.split(' ')[0] ?? '');
}

/** A name in one line, as it goes into a letter or its address. */
export function wholeName(name: string): string {
  return name.replace(UNFIT, ' ').replace(/\s+/gu, ' ').trim();
}

/** Ids of the process as people say them. Every other id is its own words. */
const KINDS: Readonly<Record<string, string>> = {
  'take-home': 'take-home', 'code-review': 'code review', 'written-design': 'written design', screening: 'application', final: 'decision',
};

/** A kind of stage in words: `code-review` → "code review". */
export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind.replaceAll('-', ' ');
}

/** A kind with its article: "a take-home", "an interview", "the offer". */
export function aKind(kind: string): string {
  const words = kindWords(kind);
  if (['application', 'decision', 'offer'].includes(words)) return `the ${words}`;
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}

/** What a challenge asks about AI tools: `disclosed` → "allowed, and said". */
export function aiWords(use: string): string {
  return { allowed: 'allowed', disclosed: 'allowed if disclosed', 'not-allowed': 'not allowed' }[use] ?? use.replaceAll('-', ' ');
}

/** An id as a title: `take-home-invite` → "Take-home invite". */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ').replace(/\btake home\b/, 'take-home');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Hours with at most two decimals, unbroken: 6.25 → "6.25 h", 0 → "0 h". */
export function hours(value: number): string {
  return `${Math.round(value * 100) / 100}\u00a0h`;
}

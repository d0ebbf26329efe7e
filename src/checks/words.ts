/** `1 stage`, `3 stages`, `2 people` when the plural is named. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Words as a sentence lists them: `a`, `a and b`, `a, b and c`. */
export function listOf(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** At most `limit` words in ascending order, then how many more there are. */
export function someOf(words: Iterable<string>, limit = 8): string {
  const all = [...words].sort();
  if (all.length <= limit) return listOf(all);
  return `${all.slice(0, limit).join(', ')} and ${all.length - limit} more`;
}

/** A number without trailing zeros, at most one decimal. */
export function figure(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The known word that was most likely meant, or undefined when none is near enough. */
export function didYouMean(written: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(written.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const word of known) {
    if (Math.abs(word.length - written.length) >= bestDistance) continue;
    const away = distance(written, word);
    if (away < bestDistance || (away === bestDistance && best !== undefined && word < best)) {
      best = word;
      bestDistance = away;
    }
  }
  return best;
}

/** How many letters must be inserted, removed or replaced (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, position) => position);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

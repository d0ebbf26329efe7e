/**
 * The known word nearest to a wrong one, by edit distance with swaps (Damerau–Levenshtein, restricted); undefined when none is near
 * enough to be a slip: at most a third of the length, at least one. A word of more than 64 letters is near to none.
 */
export function closest(wrong: string, known: Iterable<string>): string | undefined {
  // Words of a file may be of any length, and the table of distances grows with it.
  if (wrong.length > 64) return undefined;
  const limit = Math.max(1, Math.floor(wrong.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const word of known) {
    if (Math.abs(word.length - wrong.length) >= least) continue;
    const distance = editDistance(wrong.toLowerCase(), word.toLowerCase());
    if (distance < least || (distance === least && best !== undefined && word < best)) {
      best = word;
      least = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Counts in words: `1 score`, `2 scores`; `many` where the plural is irregular. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A list in words: `a, b and c`. */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

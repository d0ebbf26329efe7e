/** One thing the search knows: kind, link, title, note beside it, and words that are searched but not shown. */
export type Found = readonly [kind: string, href: string, title: string, note: string, words: string];

/** Text as it is compared: no accents, no case. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * What holds every word asked for, best first: a title that begins with the words, one that holds them,
 * then the rest, each in the order of the index.
 */
export function find(index: readonly Found[], asked: string): Found[] {
  const words = plain(asked).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const phrase = words.join(' ');
  const ranked = index.flatMap((found) => {
    const title = plain(found[2]);
    const all = `${title} ${plain(found[3])} ${plain(found[4])}`;
    if (!words.every((word) => all.includes(word))) return [];
    return [{ found, rank: title.startsWith(phrase) ? 0 : words.every((word) => title.includes(word)) ? 1 : 2 }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ found }) => found);
}

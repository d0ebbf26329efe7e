import { idOf, unpacked, type Packed } from './packed.ts';

/** One thing the search knows: kind, link, title, note beside it, and words that are searched but not shown as they are. */
export type Found = readonly [kind: string, href: string, title: string, note: string, words: string];

/** What stands in the search page. Candidates are packed, since there may be ten thousand. */
export interface SearchIndex {
  readonly found: readonly Found[];
  /** Three parts of the pseudonym, [link up to the id, title of the role], stage, how it ended. */
  readonly candidates: Packed;
}

/** Everything that can be found, candidates unpacked, in the order of the groups. */
export function unpack({ found, candidates }: SearchIndex): Found[] {
  const rows = unpacked(candidates).map((values): Found => {
    const [colour, animal, tail, [href, title], stage, how] = values as [string, string, string, [string, string], string, string];
    const id = idOf([colour, animal, tail]);
    return ['Candidates', `${href}${id}.html`, spokenName(id), [id, title, stage, how].filter((word) => word !== '').join(' · '), ''];
  });
  return [...rows, ...found];
}

/** A pseudonym as it is said: `teal-otter-7f` → "Teal Otter". */
export function spokenName(id: string): string {
  return id.split('-').slice(0, -1).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** Text as it is compared: no accents, no case. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A thing that can be found with its words as they are compared. */
export interface Searchable {
  readonly found: Found;
  readonly title: string;
  readonly all: string;
}

/** Prepares an index once, so that each letter typed compares and nothing more. */
export function searchable(index: readonly Found[]): Searchable[] {
  return index.map((found) => {
    const [, , title, note, words] = found;
    return { found, title: spread(title), all: spread(`${title} ${note} ${words}`) };
  });
}

/**
 * What holds every word asked for, each from its beginning on ("test" finds "testing", not "latest"), best first: a
 * title that begins with the words, one that holds them, then the rest, each in the order of the index.
 */
export function find(index: readonly Searchable[], asked: string): Found[] {
  const words = wordsOf(asked);
  if (words.length === 0) return [];
  const phrase = ` ${words.join(' ')}`;
  const ranked = index.flatMap(({ found, title, all }) => {
    if (!words.every((word) => all.includes(` ${word}`))) return [];
    return [{ found, rank: title.startsWith(phrase) ? 0 : words.every((word) => title.includes(` ${word}`)) ? 1 : 2 }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ found }) => found);
}

/** Compared text with a space before every word: only letters and figures make words. */
function spread(text: string): string {
  return ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;
}

/** What was found by kind; the kind with the best answer first. */
export function grouped(found: readonly Found[]): { kind: string; found: Found[] }[] {
  const groups = new Map<string, Found[]>();
  for (const each of found) groups.set(each[0], [...(groups.get(each[0]) ?? []), each]);
  return [...groups].map(([kind, own]) => ({ kind, found: own }));
}

/** Letters kept on either side of the words an excerpt shows. */
const AROUND = 48;

/**
 * The part of the searched words that answers, where title and note alone do not: "… names the cause, not the symptom …".
 * Undefined where they do, or where the words are a bag and no sentence.
 */
export function excerpt([, , title, note, words]: Found, asked: string): string | undefined {
  const shown = spread(`${title} ${note}`);
  const hidden = wordsOf(asked).find((word) => !shown.includes(` ${word}`));
  if (hidden === undefined || !/[A-Z.,;]/.test(words)) return undefined;
  // Lower case alone keeps the places of the letters, so that the part can be cut from the text as written.
  const at = words.toLowerCase().search(new RegExp(`(?<![\\p{L}\\p{N}])${hidden}`, 'u'));
  if (at < 0) return undefined;
  const from = at <= AROUND ? 0 : words.indexOf(' ', at - AROUND) + 1;
  const end = words.lastIndexOf(' ', at + hidden.length + AROUND);
  const to = words.length <= at + hidden.length + AROUND || end <= at ? words.length : end;
  return `${from > 0 ? '… ' : ''}${words.slice(from, to)}${to < words.length ? ' …' : ''}`;
}

function wordsOf(asked: string): string[] {
  return spread(asked).split(' ').filter((word) => word !== '');
}

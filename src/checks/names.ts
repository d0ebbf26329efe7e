import type { Identity } from '../model/identities.ts';

/** What of an identity was found in a text, and where (offsets, `to` exclusive). */
export interface Found {
  readonly candidate: string;
  readonly what: 'name' | 'handle' | 'address' | 'link';
  readonly from: number;
  readonly to: number;
}

/** Finds what shows who candidates are. */
export interface NameFinder {
  /** Everything of any identity in a text; a single part of a name counts only where the text is that candidate's own. */
  readonly find: (text: string, owner: string | undefined) => Found[];
}

// Parts of names that are everyday words: alone they say nothing. With the rest of the name they are found all the same.
const COMMON = new Set((
  'will mark may grace hope rose rust young long brown green white black grey gray king art bill rich frank ray dean lane hall hill wood woods stone rivers brook case page paul ' +
  'price power field fields park bell bush cook baker carter mason miller smith taylor turner walker wright chance christian faith joy summer april june august an and the for ' +
  'day best good sharp short small little major minor ivy jack pat sue dot guy chip java ruby perl scala julia swift crystal max min sky star dev test null true false new old ' +
  'van von der den del de la le di da dos bin ben ibn al el san st mc mac o de-la jr sr ii iii'
).split(' '));

const WORD = /[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['’\-.][\p{L}\p{M}\p{N}\u200c\u200d]+)*/gu;
const HANDLE = /[\p{L}\p{M}\p{N}_.-]+/gu;
const ADDRESS = /[^\s<>"'()[\],;]+@[^\s<>"'()[\],;]+/gu;
const LINK = /(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/[^\s<>"'()[\]]*)?/giu;
// Scripts that write words without blanks between them: a name is looked for inside a run of signs.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Prepares to find names, handles, addresses and links: one pass over the identities, then one over each text. */
export function nameFinder(identities: ReadonlyMap<string, Identity>): NameFinder {
  const fullNames = new Map<string, { words: readonly string[]; isCommon: boolean; candidate: string }[]>();
  const unspaced = new Map<string, { name: string; candidate: string }[]>();
  const parts = new Map<string, Set<string>>();
  const handles = new Map<string, string>();
  const addresses = new Map<string, string>();
  const links = new Map<string, string>();
  for (const [candidate, identity] of identities) {
    const words = wordsOf(identity.name);
    const joined = identity.name.replace(/[\s·・]+/gu, '');
    if (UNSPACED.test(identity.name)) {
      if ([...joined].length >= 2) push(unspaced, joined.slice(0, 2), { name: joined, candidate });
    } else if (words.length > 1) {
      const isCommon = words.every((word) => COMMON.has(word));
      const ends = words.length > 2 ? [[words[0] ?? '', words.at(-1) ?? '']] : [];
      for (const order of [words, ...ends].flatMap((each) => [each, [...each].reverse()])) push(fullNames, order[0] ?? '', { words: order, isCommon, candidate });
    }
    parts.set(candidate, new Set(words.filter((word) => [...word].length >= (words.length === 1 ? 2 : 3) && !COMMON.has(word))));
    for (const handle of identity.handles) {
      const plain = fold(handle.replace(/^@/, ''));
      if (plain.length >= 3) handles.set(plain, candidate);
    }
    if (identity.email !== undefined) addresses.set(fold(identity.email), candidate);
    for (const link of identity.links) {
      const plain = plainLink(link);
      if (!SHARED.test(plain)) links.set(plain, candidate);
    }
  }

  // Texts repeat their words: each is folded once.
  const seen = new Map<string, string>();
  const foldOnce = (written: string): string => {
    let folded = seen.get(written);
    if (folded === undefined) seen.set(written, (folded = fold(written)));
    return folded;
  };
  const find: NameFinder['find'] = (text, owner) => {
    const found: Found[] = [];
    const own = owner === undefined ? undefined : parts.get(owner);
    const words = [...text.matchAll(WORD)].map((match) => ({ word: foldOnce(match[0]), written: match[0], from: match.index, to: match.index + match[0].length }));
    words.forEach(({ word, written, from, to }, index) => {
      const full = fullNames.get(word)?.find((name) => name.words.every((part, at) => {
        const here = words[index + at];
        // "Will Rust" is a name, "it will rust" is none: where all parts are everyday words, capitals decide.
        return part === here?.word && (!name.isCommon || startsLikeName(here.written)) && isNear(text, words[index + at - 1]?.to, here.from, at);
      }));
      if (full) found.push({ candidate: full.candidate, what: 'name', from, to: words[index + full.words.length - 1]?.to ?? to });
      // A part of a name begins with a capital where the script has any: "Lee" is a person, "lee" may be a variable.
      else if (own?.has(word) && owner !== undefined && startsLikeName(written)) found.push({ candidate: owner, what: 'name', from, to });
    });
    if (unspaced.size > 0) found.push(...unspacedNames(text, unspaced));
    if (handles.size > 0) for (const match of text.matchAll(HANDLE)) pushFound(found, handles, foldOnce, 'handle', match, (handle) => !COMMON.has(handle) || text[match.index - 1] === '@');
    if (addresses.size > 0 && text.includes('@')) for (const match of text.matchAll(ADDRESS)) pushFound(found, addresses, fold, 'address', match);
    if (links.size > 0) for (const match of text.matchAll(LINK)) pushFound(found, links, (link) => longestPrefix(foldOnce(link).replace(LINK_EDGES, ''), links), 'link', match);
    return withoutOverlaps(found);
  };
  return { find };
}

/** Folds case, width, accents of Latin letters and joiners, the same on both sides. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/[\u0300-\u036f\u200c\u200d]/g, '').toLowerCase().replaceAll('’', "'").normalize('NFC');
}

function wordsOf(name: string): string[] {
  return [...name.matchAll(WORD)].map((match) => fold(match[0]).replace(/\.$/, ''));
}

function startsLikeName(written: string): boolean {
  const first = [...written][0] ?? '';
  return first.toLowerCase() === first.toUpperCase() || first === first.toUpperCase();
}

/** Words of one name stand side by side: only blanks, a comma or a line break between them. */
function isNear(text: string, from: number | undefined, to: number | undefined, at: number): boolean {
  return at === 0 || /^[\s,_]{1,8}$/.test(text.slice(from, to));
}

function unspacedNames(text: string, names: ReadonlyMap<string, readonly { name: string; candidate: string }[]>): Found[] {
  const found: Found[] = [];
  if (!UNSPACED.test(text)) return found;
  for (let from = 0; from < text.length - 1; from++) {
    if (text.charCodeAt(from) < 0x0e00) continue;
    const match = names.get(text.slice(from, from + 2))?.find(({ name }) => text.startsWith(name, from));
    if (match) found.push({ candidate: match.candidate, what: 'name', from, to: from + match.name.length });
  }
  return found;
}

// The front page of a host that everybody uses leads to nobody.
const SHARED = /^(?:[a-z-]+\.)?(?:github|gitlab|bitbucket|codeberg|linkedin|twitter|x|youtube|google|stackoverflow|medium)\.(?:com|org)$|^$/;

/** What of an address does not say where it leads: scheme, www, query, fragment, the last slash. */
const LINK_EDGES = /^https?:\/\/(?:www\.)?|^www\.|\/*(?:[?#].*)?$/g;

function plainLink(link: string): string {
  return fold(link).replace(LINK_EDGES, '');
}

/** The link itself, or the longest of its beginnings up to a slash, that somebody has. */
function longestPrefix(link: string, links: ReadonlyMap<string, string>): string {
  for (let end = link.length; end > 0; end = link.lastIndexOf('/', end - 1)) if (links.has(link.slice(0, end))) return link.slice(0, end);
  return '';
}

function pushFound(
  found: Found[], among: ReadonlyMap<string, string>, keyOf: (written: string) => string, what: Found['what'], match: RegExpExecArray, counts: (key: string) => boolean = () => true,
): void {
  // What ends a sentence does not belong to the address or link before it.
  const written = match[0].replace(/[.,:;!?-]+$/, '');
  const key = keyOf(written);
  const candidate = among.get(key);
  if (candidate !== undefined && counts(key)) found.push({ candidate, what, from: match.index, to: match.index + written.length });
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** Of findings that overlap only the longest counts: a name inside an address is told once. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const each of [...found].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    if (!kept.some((other) => each.from < other.to && other.from < each.to)) kept.push(each);
  }
  return kept.sort((a, b) => a.from - b.from);
}

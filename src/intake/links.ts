/** Addresses of the web in a cell, and what in it is none. */
export interface LinksRead {
  readonly links: readonly string[];
  /** Single words, as people write the name of their account into a column for its address. */
  readonly handles: readonly string[];
  /** What is neither. */
  readonly others: readonly string[];
}

const LONGEST = 2000;
// Only what can be nothing but the name of an account: “yes” or “soon” as a handle would be found in every record.
const HANDLE = /^(?:@[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]{1,38}|(?=.*[\d_-])[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]{2,38})$/u;

/** Reads the addresses in a cell: several, with or without `https://`. Only http and https, and nobody's password. */
export function readLinks(text: string): LinksRead {
  const links: string[] = [];
  const handles: string[] = [];
  const others: string[] = [];
  const words = text.split(/[\s,;|<>"]+/).filter((word) => word !== '');
  for (const word of words) {
    const link = linkOf(word);
    if (HANDLE.test(word)) handles.push(word.replace(/^@/, ''));
    else if (link === undefined) others.push(word);
    else if (!links.includes(link)) links.push(link);
  }
  // Among other words a word is a word: “state-of-the-art” is nobody's account.
  return others.length > 0 ? { links, handles: [], others: words.filter((word) => linkOf(word) === undefined || HANDLE.test(word)) } : { links, handles, others };
}

function linkOf(word: string): string | undefined {
  const plain = word.replace(/[.,;:!?)]+$/, '').replace(/^\(/, '');
  const written = /^[a-z][a-z0-9+.-]*:/i.test(plain) && !/^[\p{L}\p{N}.-]+\.\p{L}{2,}:\d/u.test(plain) ? plain : `https://${plain.replace(/^\/\//, '')}`;
  const address = written.length > LONGEST ? null : URL.parse(written);
  if (!address || !/^https?:$/.test(address.protocol) || address.username !== '' || address.password !== '' || !/\.[\p{L}\d-]{2,}$/u.test(address.hostname)) return undefined;
  return /[^\u0021-\u007e]/.test(written) ? address.href : written;
}

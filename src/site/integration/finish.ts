import { createHash } from 'node:crypto';
import { relativeLink } from './links.ts';

/** What Page.astro writes and this step fills in. */
const SCRIPT_HASHES = '{script-hashes}';
const STYLE_HASHES = '{style-hashes}';

// `"…"` is stepped over as a whole, since an attribute may hold a bare `>`.
const LINK = /(<(?:a|link|area|img|source|form)\s(?:[^>"]|"[^"]*")*?\b(?:href|src|action)=")(\/[^"]*)"/g;
const BLOCK = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/** A page as it will be published, and the links in it that lead nowhere. */
export interface Finished {
  readonly html: string;
  readonly broken: readonly string[];
}

/**
 * Prepares `finish`, which makes one built page work over file:// and under its own content security policy.
 * String work only: at 11,000 pages a parse of each would take longer than building them.
 *
 * @param files site paths of everything that was built
 * @returns a function of a page's site path and text; it throws when the page carries no policy or a
 *   script that is not inlined: both are bugs of ours
 */
export function finisher(files: ReadonlySet<string>): (page: string, html: string) => Finished {
  // The same few texts stand on every page, so each is hashed once.
  const known = new Map<string, string>();
  const hash = (body: string): string => {
    const source = known.get(body) ?? `'sha256-${createHash('sha256').update(body).digest('base64')}'`;
    known.set(body, source);
    return source;
  };
  return (page, html) => finish(page, html, files, hash);
}

function finish(page: string, html: string, files: ReadonlySet<string>, hash: (body: string) => string): Finished {
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  const broken: string[] = [];
  let out = '';
  let at = 0;
  for (const block of html.matchAll(BLOCK)) {
    const [whole, name, attributes = '', body = ''] = block;
    out += withRelativeLinks(page, html.slice(at, block.index), files, broken) + whole;
    at = block.index + whole.length;
    if (/\bsrc=/.test(attributes)) throw new Error(`${page}: a script is linked, it must be inlined: ${attributes}`);
    // A data block is never executed, so the policy needs no word about it.
    if (!attributes.includes('application/json')) hashes[name === 'style' ? 'style' : 'script'].add(hash(body));
  }
  out += withRelativeLinks(page, html.slice(at), files, broken);
  if (!out.includes(SCRIPT_HASHES)) throw new Error(`${page}: no content security policy; is it laid out by Page.astro?`);
  return {
    html: out.replace(SCRIPT_HASHES, sources(hashes.script)).replace(STYLE_HASHES, sources(hashes.style)),
    broken,
  };
}

/** Markdown aligns a table's columns by style attributes, which the policy forbids; the old attribute says the same. */
const ALIGNED = / style="text-align:\s*(left|right|center);?"/g;

function withRelativeLinks(page: string, html: string, files: ReadonlySet<string>, broken: string[]): string {
  return html.replace(ALIGNED, ' align="$1"').replace(LINK, (_whole, before: string, to: string) => {
    const link = relativeLink(page, to.replaceAll('&amp;', '&').replaceAll('&#38;', '&'), files);
    if (link === undefined) broken.push(to);
    // Without its target the words stay, as a link that cannot be followed.
    return link === undefined ? before.replace(/\s(?:href|src|action)="$/, '') : `${before}${link.replaceAll('&', '&amp;')}"`;
  });
}

function sources(hashes: ReadonlySet<string>): string {
  return hashes.size === 0 ? `'none'` : [...hashes].join(' ');
}

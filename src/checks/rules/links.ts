import type { Problem } from '../../model/problem.ts';
import { problem, type Rule } from '../rule.ts';

// A link of a submission leads to the work and to nobody’s name, and opens for everybody on the panel.
const safe: Rule = {
  holds: 'A link of a submission leads to the work and to nobody’s name, and opens for everybody on the panel.',
  codes: ['submission/link-reveals', 'submission/link-credentials', 'submission/link-private'],
  check: (_workspace, { catalogue }) => catalogue.applications.flatMap(({ folder }) => [...folder.submissions.values()].flatMap(({ path, value }) =>
    value.links.flatMap(({ url }, index): Problem[] => {
      const place = { path, key: ['links', index, 'url'] };
      const address = URL.parse(url);
      if (!address) return [];
      if (address.username !== '' || address.password !== '') return [problem('submission/link-credentials', place, 'The link contains a user name or a password.', 'Remove what stands before the @, and change the password.')];
      if (isPrivate(address.hostname)) return [problem('submission/link-private', place, `The link leads to ${address.hostname}, which only the network it stands in can open.`, 'Link to a copy that the panel can open.')];
      const shown = whatItShows(address, folder.id);
      return shown === undefined ? [] : [problem('submission/link-reveals', place, `The link shows ${shown}, and with it who the candidate is.`, `Link to an anonymous copy, such as a repository of ours named ${folder.id}; keep the original with the identity.`)];
    }))),
};

const PROFILES = /(^|\.)(linkedin\.com|xing\.com|twitter\.com|x\.com|facebook\.com|instagram\.com|threads\.net|bsky\.app|gravatar\.com|about\.me|stackoverflow\.com|keybase\.io|mastodon\.[a-z]+)$/;
const FORGES = /(^|\.)(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht|gitee\.com)$/;
const OWN_PAGES = /\.(github\.io|gitlab\.io|medium\.com|substack\.com|wordpress\.com|blogspot\.com|tumblr\.com)$/;

function whatItShows(address: URL, pseudonym: string): string | undefined {
  const { hostname, pathname } = address;
  if (PROFILES.test(hostname)) return `a page of ${hostname}`;
  if (OWN_PAGES.test(hostname)) return `the page of one person (${hostname})`;
  if (/^\/(@|~)[^/]+/.test(pathname)) return 'a handle';
  // A repository that carries the pseudonym is the anonymous copy we ask for; any other shows its owner.
  if (FORGES.test(hostname) && !pathname.includes(pseudonym)) return `an account of ${hostname}`;
  return undefined;
}

function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return !/[.:]/.test(host) || /\.(local|localhost|internal|lan|home|corp|intranet)$/.test(host)
    || /^(127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(host)
    || /^(::1?$|f[cd][0-9a-f]{2}:|fe80:|::ffff:)/.test(host);
}

export const links: readonly Rule[] = [safe];

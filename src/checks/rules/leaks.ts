import type { Problem } from '../../model/problem.ts';
import type { Workspace } from '../../model/workspace.ts';
import { problem, type CheckContext } from '../rule.ts';
import { textRule, type TextRule } from '../text-rule.ts';
import { lineOf } from './messages.ts';

/** Folders in which nobody may be recognised. */
const PSEUDONYMOUS = ['content/candidates/', 'content/surveys/', 'content/outcomes/', 'content/calibrations/'];

// No e-mail address and no phone number stands in a record of a candidate, a survey, an outcome or a calibration.
const contacts = textRule({
  holds: 'No e-mail address and no phone number stands in a record of a candidate, a survey, an outcome or a calibration.',
  codes: ['leak/e-mail', 'leak/phone'],
  concerns: isPseudonymous,
  find: (path, text): Problem[] => [
    ...emailsIn(text).map(([from, to]) => problem('leak/e-mail', { path, ...lineOf(text, 1, from, to) }, 'The record contains an e-mail address; it shows who somebody is to everyone who reads the repository, for ever.', 'Remove it before you commit; it belongs in the identity folder.')),
    ...phonesIn(text).map(([from, to]) => problem('leak/phone', { path, ...lineOf(text, 1, from, to) }, 'The record contains what looks like a phone number.', 'Remove it before you commit; it belongs in the identity folder.')),
  ],
});

function isPseudonymous(path: string): boolean {
  return PSEUDONYMOUS.some((folder) => path.startsWith(folder)) && !path.endsWith('.age');
}

/** Paths and texts of every record in which nobody may be recognised. */
export function pseudonymousTexts(workspace: Workspace, { texts }: CheckContext): [string, string][] {
  return workspace.entries.flatMap(({ path, mode }): [string, string][] => {
    if (mode !== 'file' || !isPseudonymous(path)) return [];
    const text = texts(path);
    return text === undefined ? [] : [[path, text]];
  });
}

// The two sides of an @: looking outwards from it is linear, where a pattern for the whole address is not.
const BEFORE = /[\p{L}\p{M}\p{N}._%+'’-]{1,64}$/u;
const AFTER = /^@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,62})\.)+(\p{L}{2,24})(?![\p{L}\p{N}_-])/u;
// Names set aside for examples (RFC 2606, RFC 6761) reach nobody; candidates use them in their work.
const RESERVED = /(?:@|\.)(?:example\.(?:com|net|org)|[^@]*\.(?:example|test|invalid|localhost))$/i;
// `main@branch.ts`: a file in a version, not an address.
const FILE_ENDING = /^(?:ts|tsx|js|jsx|mjs|json|ya?ml|txt|sql|java|rb|css|html|toml|lock|go|php|cpp)$/i;

/** Where e-mail addresses stand in a text, but for those that reach nobody. */
export function emailsIn(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = BEFORE.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^['’]+/, '') ?? '';
    const [domain = '', ending = ''] = AFTER.exec(text.slice(at, at + 256)) ?? [];
    if (name === '' || domain === '' || RESERVED.test(domain) || FILE_ENDING.test(ending)) continue;
    // git@host:path is how repositories are named, not how people are.
    if (name === 'git' && text[at + domain.length] === ':') continue;
    found.push([at - name.length, at + domain.length]);
  }
  return found;
}

// With a country code; or with an area code, in three groups as people write them. Dates, versions, addresses of
// machines, ids and line numbers have other groups, or letters, colons, dots and slashes around them.
const PHONES = [
  /(?<![\p{L}\p{N}_.,:/=+-])(?:\+|00(?=[1-9]))\p{Nd}{1,3}[ ().\-–/]{0,2}\(?\p{Nd}{1,4}\)?(?:[ .\-–/]?\p{Nd}{2,4}){2,4}(?![\p{L}\p{N}_:]|[.,-]\p{N})/gu,
  /(?<![\p{L}\p{N}_.,:/=+-]|\p{N} )(?:\(0?\p{Nd}{2,4}\) ?|0[1-9]\p{Nd}{1,3}[ /-])\p{Nd}{3,4}[ -]?\p{Nd}{3,4}(?![\p{L}\p{N}_:]|[.,-]\p{N})/gu,
  /(?<![\p{L}\p{N}_.,:/=+-]|\p{N} )[2-9]\p{Nd}{2}[-.][2-9]\p{Nd}{2}[-.]\p{Nd}{4}(?![\p{L}\p{N}_:]|[.,-]\p{N})/gu,
];

// Nine digits with little between them, in any common script: one cheap pass that spares most texts the others.
const NINE_DIGITS = /(?:[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19][ ().\-–/]{0,2}){9}/;

/** Where phone numbers stand in a text. */
export function phonesIn(text: string): [number, number][] {
  if (!NINE_DIGITS.test(text)) return [];
  return PHONES.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((found): [number, number][] => {
    const digits = found[0].match(/\p{Nd}/gu)?.length ?? 0;
    // Round thousands (+100 000 000) are amounts.
    const amount = /^\+?\d{1,3}(?: \d{3})+$/.test(found[0]) && /000$/.test(found[0]);
    return digits < 9 || digits > 15 || amount ? [] : [[found.index, found.index + found[0].length]];
  }));
}

export const leaks: readonly TextRule[] = [contacts];

import type { Problem } from '../../model/problem.ts';
import { problem } from '../rule.ts';
import { textRule, type TextRule } from '../text-rule.ts';
import { lineOf } from './messages.ts';

const SECRETS = [
  { code: 'secret/age-key', what: 'the secret key of age, which opens what is sealed', marker: 'AGE-SECRET-KEY-', pattern: /AGE-SECRET-KEY-1[A-Z0-9]{20,}/g },
  { code: 'secret/private-key', what: 'a private key', marker: 'PRIVATE KEY', pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g },
  { code: 'secret/token', what: 'an access token', marker: '_', pattern: /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[A-Za-z0-9_-]{20,}|xox[abprs]-[A-Za-z0-9-]{20,}|npm_[A-Za-z0-9]{36,})/g },
  // Addresses of submissions have a rule of their own, with words for those who copy a candidate's link.
  { code: 'secret/password-in-link', what: 'an address with a password in it', marker: '@', pattern: /(?<!url: ?["']?)\bhttps?:\/\/[^\s/:@"'<>]{1,200}:[^\s/@"'<>]{1,200}@[\w[]/g },
] as const;

// No secret stands in a tracked file.
const none = textRule({
  holds: 'No secret stands in a tracked file.',
  codes: SECRETS.map((secret) => secret.code),
  concerns: () => true,
  find: secretsIn,
});

function secretsIn(path: string, text: string): Problem[] {
  return SECRETS.flatMap(({ code, what, marker, pattern }) => !text.includes(marker) ? [] : [...text.matchAll(pattern)].map((found) =>
    // The secret itself is never repeated: problems are printed in logs that others read.
    problem(code, { path, ...lineOf(text, 1, found.index, found.index + found[0].length) }, `The file contains ${what}.`, 'Remove it, and treat it as known: make a new one and withdraw the old one.')));
}

export const secrets: readonly TextRule[] = [none];

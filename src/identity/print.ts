import { printFlow, printKey, printProse, printWord, type Printable } from '../text/print-scalar.ts';

/** What a new identity says. */
export interface NewIdentity {
  readonly name: string;
  readonly email?: string | undefined;
  readonly links?: readonly string[];
  readonly handles?: readonly string[];
  readonly timezone?: string | undefined;
  readonly language?: string | undefined;
  readonly answers?: Readonly<Record<string, string>>;
  readonly application?: Readonly<Record<string, string>>;
  readonly imported?: { readonly role: string; readonly on: string; readonly applied: string; readonly row: string } | undefined;
}

/** The text of a new `identity.yml`: what is not known is left out, words of several lines stand in blocks. */
export function printIdentity(identity: NewIdentity): string {
  const { name, email, links = [], handles = [], timezone, language, answers = {}, application = {}, imported } = identity;
  const lines = [
    `name: ${printWord(name)}`,
    ...word('email', email),
    ...(links.length === 0 ? [] : ['links:', ...links.map((link) => `  - ${printWord(link)}`)]),
    ...(handles.length === 0 ? [] : [`handles: ${printFlow(handles)}`]),
    ...word('timezone', timezone),
    ...word('language', language),
    ...words('answers', answers),
    ...words('application', application),
    ...(imported ? [`imported: ${printFlow(imported as unknown as Printable)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function word(key: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${key}: ${printWord(value)}`];
}

/** A map of words, each in its own block where it has several lines or signs with a meaning. */
export function words(key: string, map: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(map);
  if (entries.length === 0) return [];
  return [`${key}:`, ...entries.map(([name, value]) => (isShort(value) ? `  ${printKey(name)}: ${printWord(value)}` : printProse(name, `${value.replace(/\n+$/, '')}\n`, 2)))];
}

function isShort(value: string): boolean {
  return value.length <= 60 && /^[\p{L}\p{N} ,.()–-]*$/u.test(value);
}

import { harmlessPath } from './terminal-text.ts';
import { escaped } from './markdown.ts';

/** Where links of a comment lead. */
export interface CommentPlace {
  /** Address of the repository that holds the pull request’s branch, and that branch; undefined where it is gone. */
  readonly branch: { readonly repository: string; readonly name: string } | undefined;
}

/** Longest text of somebody else in one line. */
const LONGEST = 600;

/** A text of a file as text: nothing in it becomes a link, a mention or HTML, and none fills the page. */
export function said(text: string): string {
  return escaped(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

/** Inline code that shows a word of a file or a command. */
export function code(text: string): string {
  const clean = harmlessPath(text.replace(/\s+/g, ' ')).replaceAll('|', '¦').replaceAll('`', 'ˋ');
  return clean === '' ? '``' : `\`${clean}\``;
}

/** A file and a line as a link that opens the editor on the pull request’s own branch, at that line. */
export function editLink(path: string, line: number | undefined, { branch }: CommentPlace): string {
  const words = line === undefined ? code(path) : `${code(path)}, line ${line}`;
  if (branch === undefined) return words;
  return `[${words}](${branch.repository}/edit/${addressed(branch.name)}/${addressed(path)}${line === undefined ? '' : `#L${line}`})`;
}

/** `2.5`, `3`; one decimal is all that anybody can tell apart. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Each part of a path for an address; brackets would end a Markdown link. */
function addressed(path: string): string {
  return path.split('/').map((part) => encodeURIComponent(part).replace(/[()'*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)).join('/');
}

import { harmless } from './terminal-text.ts';
import { code, said } from './comment-words.ts';

/** A message as a candidate reads it. */
export interface ReadMessage {
  readonly role: string;
  readonly stage: string;
  readonly subject: string;
  readonly text: string;
}

/** A template that a pull request changes; undefined on the side where it is not there, or where no opening fits it. */
export interface ChangedMessage {
  readonly id: string;
  readonly language: string;
  readonly before: ReadMessage | undefined;
  readonly after: ReadMessage | undefined;
}

/** Characters of one text; a longer one is cut. */
const LONGEST = 4000;

/** Each message as candidates read it, before and after, with an example’s dates. */
export function messageSection(changed: readonly ChangedMessage[]): string | undefined {
  if (changed.length === 0) return undefined;
  return ['### Messages, as candidates read them', ...changed.map(({ id, language, before, after }) => {
    const scene = after ?? before;
    const head = `**${code(id)}** (${code(language)})${scene === undefined ? ': no opening has a stage that it fits' : `, as somebody in “${said(scene.role)}”, stage “${said(scene.stage)}”, would read it`}`;
    if (before && after && before.subject === after.subject && before.text === after.text) return `${head}: reads as before.`;
    return [head, ...(before ? [folded(after ? 'Before' : 'It goes away; until now', before, false)] : []), ...(after ? [folded(before ? 'After' : 'New', after, true)] : [])].join('\n\n');
  })].join('\n\n');
}

function folded(title: string, { subject, text }: ReadMessage, open: boolean): string {
  const shown = harmlessLines(`${subject}\n\n${text}`);
  return `<details${open ? ' open' : ''}><summary>${title}</summary>\n\n${fenced(shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown)}\n\n</details>`;
}

function harmlessLines(text: string): string {
  return text.split(/\r\n|\n|\r/).map(harmless).join('\n');
}

/** Nothing inside is Markdown; the fence is longer than any that the text holds. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

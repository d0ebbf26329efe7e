import { createHash } from 'node:crypto';

/** What the two bodies of a letter of ours say, as digests; undefined where the letter has none or is laid out by another program. */
export interface Bodies {
  readonly plain: string | undefined;
  readonly html: string | undefined;
}

/**
 * The plain and the HTML body of a letter that we wrote, however its line ends were changed since. Enough to see that somebody mended one of
 * them in an editor and left the other with the old words.
 */
export function bodiesOf(bytes: Uint8Array): Bodies {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replace(/\r\n?/g, '\n');
  return { plain: digestOf(text, 'text/plain'), html: digestOf(text, 'text/html') };
}

function digestOf(text: string, type: string): string | undefined {
  const found = new RegExp(`^Content-Type: ${type}[^\\n]*\\n(?:[!-9;-~]+:[^\\n]*\\n|[ \\t][^\\n]*\\n)*\\n([\\s\\S]*?)\\n--`, 'm').exec(text)?.[1];
  return found === undefined ? undefined : createHash('sha256').update(found.trimEnd()).digest('hex').slice(0, 16);
}

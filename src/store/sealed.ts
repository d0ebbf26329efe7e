import type { Problem } from '../model/problem.ts';

/** First line of every age file (age-encryption.org/v1). */
const FIRST_LINE = 'age-encryption.org/v1\n';

/** Judges a sealed file by its outer header alone; the inside stays closed. */
export function sealProblems(path: string, bytes: Uint8Array): Problem[] {
  const refuse = (message: string, hint: string): Problem[] => [{ code: 'sealed/header', severity: 'error', path, line: 1, column: 1, message, hint }];
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  if (!head.startsWith(FIRST_LINE)) return refuse('The name says the file is sealed, but it is no age file.', 'Seal it with hire seal, or drop .age from its name.');
  const end = /^--- [A-Za-z0-9+/]{43}\n/m.exec(head);
  if (!end || !head.slice(FIRST_LINE.length).startsWith('-> ')) return refuse('The header of the sealed file is cut off or too large.', 'Seal the file again.');
  if (bytes.length <= end.index + end[0].length) return refuse('The sealed file has a header and nothing inside.', 'Seal the file again.');
  return [];
}

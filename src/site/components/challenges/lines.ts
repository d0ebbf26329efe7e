/** One line of a starter file: its number, its text, and in a diff whether it was added or removed. */
export interface CodeLine {
  readonly number: number;
  readonly text: string;
  readonly is?: 'added' | 'removed' | 'head' | undefined;
}

/** The lines of a file as they are shown. A `.diff` or `.patch` marks what was added, removed, and its heads. */
export function codeLines(path: string, text: string): CodeLine[] {
  const diff = /\.(diff|patch)$/.test(path);
  return text.replace(/\n$/, '').split('\n').map((line, index) => ({ number: index + 1, text: line.replace(/\r$/, ''), is: diff ? signOf(line) : undefined }));
}

function signOf(line: string): CodeLine['is'] {
  if (/^(diff |index |--- |\+\+\+ |@@|new file mode |deleted file mode |similarity index |rename )/.test(line)) return 'head';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : undefined;
}

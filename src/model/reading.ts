/** How somebody read an anchor, as a begun change puts it below that anchor: one of two lines of which one is to be rewritten, both to go. */
export function readingLine(mark: number, other: number, words: string): string {
  return `Read here as ${mark}, not ${other}: ${words}`;
}

/** Such a line in a text, wherever it stands. */
export const READING_LINE = /^[\t >*-]*(Read here as \d+, not \d+:)/gm;

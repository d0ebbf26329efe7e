import type { Explanation } from './explanation.ts';

/** Explanations of the codes `text/…`. */
export const text: readonly Explanation[] = [
  {
    code: 'text/encoding', severity: 'error', title: 'The text is not UTF-8',
    why: 'Other encodings turn names and words into signs that nobody wrote.',
    wrong: 'M\\xfcller in Latin-1',
    right: 'Müller in UTF-8',
  },
  {
    code: 'text/control-character', severity: 'error', title: 'A control character stands in the text',
    why: 'Programs obey such characters and people do not see them: a terminal can be made to show something else.',
    wrong: 'name: Kim\\x1b[2J',
    right: 'name: Kim',
  },
  {
    code: 'text/bidi', severity: 'error', title: 'A character turns the direction of reading',
    why: 'People would read another text than programs do. Right-to-left scripts need no such character.',
    wrong: 'why: safe \\u202e txt.exe',
    right: 'why: safe',
  },
  {
    code: 'text/invisible', severity: 'error', title: 'An invisible character stands in the text',
    why: 'Two words can look the same and be different, so that a search or a check misses one.',
    wrong: 'organisation: Sam\\u200bple',
    right: 'organisation: Sample',
  },
  {
    code: 'text/long-line', severity: 'error', title: 'A line is too long',
    why: 'Nobody can review a line of that length, and pages and pull requests break on it.',
    wrong: 'one line of 30,000 characters',
    right: 'lines as people write them',
  },
  {
    code: 'text/needs-block', severity: 'error', title: 'Words would be lost',
    why: 'In YAML “ #” begins a comment and a comma ends a value in a one-line map: the rest of the sentence vanishes silently.',
    wrong: 'why: Shows bug #42',
    right: 'why: |\n  Shows bug #42',
  },
];

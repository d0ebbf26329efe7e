/** Text of files inside a line of Markdown: nothing in it is a link, a mention or markup. */
export function markdownText(text: string): string {
  // A mention would notify somebody, a number would link an issue: the joiner between is not seen.
  return text.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/([@#])(?=\w)/g, '$1\u2060').replace(/\s+/g, ' ');
}

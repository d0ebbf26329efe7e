/** A message as plain text: what is markdown for emphasis alone goes, lists and addresses stay as they are. */
export function plainText(markdown: string): string {
  return markdown.replace(/\r\n?/g, '\n').trim()
    .replace(/\*\*(\S(?:[^*\n]*\S)?)\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}*])\*(\S(?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])/gu, '$1')
    .concat('\n');
}

import { EVENT_ID, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml';
import type { YamlFault } from './yaml.ts';

/** A carriage return alone ends a line for some readers of YAML and none for others. */
export function lineEndFault(text: string): YamlFault | undefined {
  const at = text.includes('\r') ? text.search(/\r(?!\n)/) : -1;
  if (at === -1) return undefined;
  return { code: 'text/control-character', start: at, end: at + 1, message: 'A carriage return (U+000D) stands alone, which programs read in different ways.', hint: 'End lines with LF, or with CR and LF.' };
}

const TAB = /^ *\t[ \t]*/gm;
const INDICATOR = /[|>][-+]?[1-9]/;
const MARKER = /^[ \t]*(?:---|\.\.\.)(?=\s|$)/gm;

/**
 * Layouts that readers of YAML disagree about (found by holding two of them against each other), and that no record
 * needs: tabs before a line's first word, and document markers anywhere but as the very first line.
 */
export function layoutFault(text: string, events: readonly Event[]): YamlFault | undefined {
  if (text.includes('\t')) {
    const tab = firstOutside(text, TAB, events);
    if (tab) return { code: 'yaml/syntax', start: tab.index, end: tab.index + tab[0].length, message: 'A tab stands where the indentation is; YAML indents with spaces.', hint: 'Replace the tab by spaces, as many as the lines beside it have.' };
  }
  const first = events[0];
  if (first?.type === EVENT_ID.DOCUMENT && first.directives.length > 0) {
    const start = Math.max(0, text.search(/^%/m));
    return { code: 'yaml/directive', start, end: start + (/^.*/.exec(text.slice(start))?.[0].length ?? 1), message: 'A line that begins with % gives orders to the reader of YAML; a record has none.', hint: 'Remove the line, and the line --- after it.' };
  }
  const root = events[1];
  if (root?.type === EVENT_ID.SCALAR && isBlock(root)) {
    return { code: 'yaml/syntax', start: 0, end: 1, message: 'The file holds a block of text and no keys.', hint: 'Write keys with their values: key: value' };
  }
  if (INDICATOR.test(text)) {
    const block = events.find((event) => event.type === EVENT_ID.SCALAR && isBlock(event) && text.slice(event.valueStart, event.valueEnd).trim() === ''
      && INDICATOR.test(headerOf(text, event.valueStart)));
    if (block?.type === EVENT_ID.SCALAR) return { code: 'yaml/syntax', start: Math.max(0, block.valueStart - 2), end: block.valueStart, message: 'A block says how far it is indented, but holds no words.', hint: 'Remove the digit after | or >, or the block.' };
  }
  if (text.includes('---') || text.includes('...')) {
    const start = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*---[ \t]*(?=\r?\n|$)/.exec(text)?.[0].length ?? 0;
    const marker = firstOutside(text, MARKER, events, start);
    if (marker) return { code: 'yaml/documents', start: marker.index, end: marker.index + marker[0].length, message: `The line ${marker[0].trim()} begins or ends a document; a file holds one record.`, hint: 'Remove the line, and move what follows it to a file of its own.' };
  }
  return undefined;
}

/** The first match that does not stand in a block of text. */
function firstOutside(text: string, pattern: RegExp, events: readonly Event[], from = 0): RegExpExecArray | undefined {
  for (const match of text.matchAll(pattern)) if (match.index >= from && !insideBlock(events, match.index)) return match;
  return undefined;
}

function insideBlock(events: readonly Event[], at: number): boolean {
  return events.some((event) => event.type === EVENT_ID.SCALAR && isBlock(event) && at >= event.valueStart && at < event.valueEnd);
}

function isBlock(event: ScalarEvent): boolean {
  return event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
}

/** The line above a block, which ends with its sign. */
function headerOf(text: string, valueStart: number): string {
  const end = text.lastIndexOf('\n', valueStart - 1);
  return text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

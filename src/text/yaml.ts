import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, COLLECTION_STYLE, YAMLException, type Event, type ScalarEvent } from 'js-yaml';
import { lostComment, LOST_KEY_HINT } from './lost-words.ts';
import { plainValue } from './scalar.ts';
import { layoutFault, lineEndFault } from './yaml-layout.ts';
import { syntaxFault } from './yaml-words.ts';
import { FORBIDDEN_KEYS, MAX_BYTES, MAX_DEPTH, MAX_NODES } from './yaml-limits.ts';

/** The parser counts every node; two more than our limit keep it from unwinding before the walk can say where. */
const PARSER_DEPTH = MAX_DEPTH + 3;

/** Something in a YAML text that this format refuses. Offsets count UTF-16 units from 0. */
export interface YamlFault {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/** The data of a YAML text, or everything that is wrong with it. */
export type ParsedYaml = { readonly value: unknown; readonly faults?: never } | { readonly value?: never; readonly faults: readonly YamlFault[] };

/**
 * Reads one YAML document. This is the only loader: files and front matter, command line and site.
 * An empty text is null. Refused: duplicate, merge and prototype keys, anchors, aliases, tags, directives, further
 * documents, and what is larger than 64 KB, deeper than 12 or has more than 5,000 nodes. Never throws.
 */
export function parseYaml(text: string): ParsedYaml {
  const unread = sizeFault(text) ?? lineEndFault(text);
  if (unread) return { faults: [unread] };
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: PARSER_DEPTH });
  } catch (error) {
    return { faults: [syntaxFault(text, error instanceof YAMLException ? error : undefined)] };
  }
  const doubtful = layoutFault(text, events);
  if (doubtful) return { faults: [doubtful] };
  const composer = new Composer(text, events);
  const value = composer.documents();
  return composer.faults.length === 0 ? { value } : { faults: composer.faults };
}

/** The events of a text, or undefined where it cannot be read: for finding places in it. */
export function yamlEvents(text: string): readonly Event[] | undefined {
  if (sizeFault(text) ?? lineEndFault(text)) return undefined;
  try {
    return parseEvents(text, { maxDepth: PARSER_DEPTH });
  } catch {
    return undefined;
  }
}

function sizeFault(text: string): YamlFault | undefined {
  // A UTF-16 unit takes at most three bytes, so most texts need no counting.
  if (text.length * 3 <= MAX_BYTES) return undefined;
  const bytes = text.length > MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
  if (bytes <= MAX_BYTES) return undefined;
  return {
    code: 'yaml/too-large', start: 0, end: 0,
    message: `The text has ${text.length > MAX_BYTES ? 'more than ' : ''}${Math.floor(bytes / 1024)} KB; a record may have 64 KB.`,
    hint: 'Move long words to a .md file beside it, or split the record.',
  };
}

/** Builds the data from the parser's events and collects what the format refuses, all of it in one walk. */
class Composer {
  readonly faults: YamlFault[] = [];
  private readonly text: string;
  private readonly events: readonly Event[];
  private index = 0;
  private nodes = 0;
  private depth = 0;
  /** Where the last thing with a place ended: an absent value has none of its own. */
  private last = 0;

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
  }

  documents(): unknown {
    let value: unknown = null;
    let count = 0;
    while (this.index < this.events.length) {
      const event = this.events[this.index++];
      if (event?.type !== EVENT_ID.DOCUMENT) continue;
      if (++count === 2) {
        this.fault('yaml/documents', this.last, this.last, 'A second document begins after ---; a file holds one record.', 'Remove the line --- and what follows, or move it to a file of its own.');
      }
      const next = this.events[this.index];
      const content = next && next.type !== EVENT_ID.POP ? this.node(false) : null;
      if (count === 1) value = content;
      this.index++;
      if (this.faults.length > 50) break;
    }
    return value;
  }

  private node(inFlow: boolean): unknown {
    const event = this.events[this.index++];
    if (!event) return null;
    if (++this.nodes === MAX_NODES + 1) {
      this.fault('yaml/too-many-nodes', this.last, this.last, `The text holds more than ${MAX_NODES.toLocaleString('en')} keys and values; a record may hold ${MAX_NODES.toLocaleString('en')}.`, 'Split the record.');
    }
    if (event.type === EVENT_ID.ALIAS) {
      this.last = event.anchorEnd;
      const name = this.text.slice(event.anchorStart, event.anchorEnd);
      this.fault('yaml/alias', event.anchorStart - 1, event.anchorEnd, `“*${name}” repeats another value; records say everything where it belongs.`, `Write the value out, or put the text in quotes: "*${name}"`);
      return null;
    }
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return null;
    if (event.anchorStart !== -1) {
      const name = this.text.slice(event.anchorStart, event.anchorEnd);
      this.fault('yaml/anchor', event.anchorStart - 1, event.anchorEnd, `“&${name}” names a value for repetition; records say everything where it belongs.`, `Remove &${name}, or put the text in quotes.`);
    }
    if (event.tagStart !== -1) {
      const tag = this.text.slice(event.tagStart, event.tagEnd);
      this.fault('yaml/tag', event.tagStart, event.tagEnd, `“${tag.slice(0, 40)}” gives a value a type; here the format gives the types.`, `Remove ${tag.slice(0, 40)}, or put the text in quotes.`);
    }
    if (event.type === EVENT_ID.SCALAR) return this.scalar(event, inFlow);
    this.last = event.start;
    if (++this.depth === MAX_DEPTH + 1) {
      this.fault('yaml/too-deep', event.start, event.start + 1, `Lists and maps nest deeper than ${MAX_DEPTH} here; a record needs no more.`, 'Flatten the structure.');
    }
    const value = event.type === EVENT_ID.SEQUENCE ? this.sequence(event.style === COLLECTION_STYLE.FLOW) : this.mapping(event.style === COLLECTION_STYLE.FLOW);
    this.depth--;
    return value;
  }

  private scalar(event: ScalarEvent, inFlow: boolean): unknown {
    if (event.valueStart === -1) return null;
    this.last = event.valueEnd;
    const source = event.fast ? this.text.slice(event.valueStart, event.valueEnd) : getScalarValue(this.text, event);
    if (event.style !== SCALAR_STYLE.PLAIN) return source;
    const value = plainValue(source);
    if (typeof value === 'string') {
      const lost = lostComment(this.text, event.valueEnd, source, inFlow);
      if (lost) this.fault('text/needs-block', lost.start, lost.end, lost.message, lost.hint);
    }
    return value;
  }

  private sequence(flow: boolean): unknown[] {
    const items: unknown[] = [];
    for (let next = this.events[this.index]; next && next.type !== EVENT_ID.POP; next = this.events[this.index]) items.push(this.node(flow));
    this.index++;
    return items;
  }

  private mapping(flow: boolean): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (let next = this.events[this.index]; next && next.type !== EVENT_ID.POP; next = this.events[this.index]) {
      const start = this.keyStart(next);
      const key = this.key(next);
      const end = this.last;
      const empty = this.events[this.index];
      if (flow && key !== undefined && empty?.type === EVENT_ID.SCALAR && empty.valueStart === -1 && empty.anchorStart === -1 && empty.tagStart === -1) {
        this.fault('text/needs-block', start, end, `“${shown(key)}” stands in a one-line map without a value: a comma ends the value before it.`, LOST_KEY_HINT);
      }
      const value = this.node(flow);
      if (key === undefined) continue;
      if (FORBIDDEN_KEYS.has(key)) {
        this.fault('yaml/forbidden-key', start, end, `“${key}” is a name that JavaScript gives a meaning to; no record has such a key.`, 'Rename the key.');
      } else if (Object.hasOwn(map, key)) {
        this.fault('yaml/duplicate-key', start, end, `“${shown(key)}” stands twice in the same map; one of the two would be lost.`, 'Keep one of them.');
      } else map[key] = value;
    }
    this.index++;
    return map;
  }

  /** The text of a key; undefined, with a fault, when it is none. */
  private key(event: Event): string | undefined {
    if (event.type === EVENT_ID.SCALAR && event.valueStart !== -1) {
      const before = this.faults.length;
      this.node(false);
      if (this.faults.length > before && event.tagStart === -1 && event.anchorStart === -1) this.faults.length = before;
      const key = getScalarValue(this.text, event);
      if (key !== '<<' || event.style !== SCALAR_STYLE.PLAIN) return key;
      this.fault('yaml/merge-key', event.valueStart, event.valueEnd, '“<<” merges another map into this one; records say everything where it belongs.', 'Write the keys out.');
      return undefined;
    }
    const start = this.keyStart(event);
    const known = this.faults.length;
    this.node(false);
    if (this.faults.length === known) this.fault('yaml/key', start, this.last, 'A key of a map is missing, a list or a map; a key is a word.', 'Write the key as a word before the colon.');
    return undefined;
  }

  private keyStart(event: Event): number {
    if (event.type === EVENT_ID.SCALAR && event.valueStart !== -1) return event.valueStart;
    return 'start' in event ? event.start : this.last;
  }

  private fault(code: string, start: number, end: number, message: string, hint: string): void {
    if (this.faults.length < 100) this.faults.push({ code, start, end, message, hint });
  }
}

function shown(key: string): string {
  return key.length > 40 ? `${key.slice(0, 39)}…` : key;
}

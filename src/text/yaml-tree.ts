import { COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE, type Event } from 'js-yaml';
import type { KeyPath } from '../model/problem.ts';
import { yamlEvents } from './yaml.ts';

/** A node of a YAML text with the offsets between which its characters stand, quotes and brackets included. */
export interface YamlNode {
  readonly kind: 'scalar' | 'list' | 'map' | 'absent';
  /** In brackets, on one line or several. */
  readonly flow: boolean;
  /** `|` or `>`. */
  readonly block: boolean;
  readonly start: number;
  readonly end: number;
  readonly items: readonly YamlEntry[];
}

/** One entry of a list, or one key of a map with its value. */
export interface YamlEntry {
  /** Undefined in a list. */
  readonly key?: string;
  /** Offset of the key, or of the entry's value in a list. */
  readonly start: number;
  readonly value: YamlNode;
}

/** The first document of a text as a tree with offsets; undefined where it cannot be read. An empty text is an absent node. */
export function yamlTree(text: string): YamlNode | undefined {
  const events = yamlEvents(text);
  if (!events) return undefined;
  if (events.length < 3) return { kind: 'absent', flow: false, block: false, start: text.length, end: text.length, items: [] };
  return new TreeBuilder(text, events).node();
}

/** The node at a path; undefined where the path leads nowhere. */
export function nodeAt(tree: YamlNode | undefined, path: KeyPath): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((node, key) => {
    if (typeof key === 'number') return node?.kind === 'list' ? node.items[key]?.value : undefined;
    return node?.kind === 'map' ? node.items.find((entry) => entry.key === key)?.value : undefined;
  }, tree);
}

class TreeBuilder {
  private readonly text: string;
  private readonly events: readonly Event[];
  private index = 1;
  private last = 0;

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
  }

  node(): YamlNode {
    const event = this.events[this.index++];
    if (event?.type === EVENT_ID.SCALAR) {
      if (event.valueStart === -1) return { kind: 'absent', flow: false, block: false, start: this.last, end: this.last, items: [] };
      const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
      this.last = event.valueEnd + (quoted ? 1 : 0);
      return { kind: 'scalar', flow: false, block, start: event.valueStart - (quoted ? 1 : 0), end: this.last, items: [] };
    }
    if (event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING) return this.collection(event.type === EVENT_ID.MAPPING, event.style === COLLECTION_STYLE.FLOW, event.start);
    return { kind: 'absent', flow: false, block: false, start: this.last, end: this.last, items: [] };
  }

  private collection(isMap: boolean, flow: boolean, start: number): YamlNode {
    const items: YamlEntry[] = [];
    this.last = flow ? start + 1 : start;
    for (let next = this.events[this.index]; next && next.type !== EVENT_ID.POP; next = this.events[this.index]) {
      if (isMap) {
        const name = next.type === EVENT_ID.SCALAR && next.valueStart !== -1 ? getScalarValue(this.text, next) : '';
        const key = this.node();
        items.push({ key: name, start: key.start, value: this.node() });
      } else {
        const value = this.node();
        items.push({ start: value.start, value });
      }
    }
    this.index++;
    if (flow) this.last = this.closing(isMap ? '}' : ']');
    return { kind: isMap ? 'map' : 'list', flow, block: false, start, end: this.last, items };
  }

  /** Offset just past the bracket that closes a collection: only space, commas, colons and comments stand before it. */
  private closing(bracket: string): number {
    for (let index = this.last; index < this.text.length; index++) {
      const sign = this.text.charAt(index);
      if (sign === bracket) return index + 1;
      if (sign === '#') index = Math.max(index, this.text.indexOf('\n', index) === -1 ? this.text.length : this.text.indexOf('\n', index));
    }
    return this.text.length;
  }
}

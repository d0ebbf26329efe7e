import { EVENT_ID, getScalarValue, SCALAR_STYLE, type Event } from 'js-yaml';
import type { KeyPath } from '../model/problem.ts';
import { spanBetween, type Span } from './position.ts';
import { yamlEvents } from './yaml.ts';

/**
 * Finds the value at a key path, or the key itself with `atKey`. Where the path leads further than the text, the last
 * key or value on the way is meant. Undefined when the text cannot be read.
 */
export function locate(text: string, path: KeyPath, atKey = false): Span | undefined {
  return locator(text)(path, atKey);
}

/** The same for many places of one text, which is parsed once. */
export function locator(text: string): (path: KeyPath, atKey: boolean) => Span | undefined {
  const events = yamlEvents(text);
  if (!events) return () => undefined;
  return (path, atKey) => {
    const [start, end] = new Walk(text, events).find(path, atKey);
    // What goes over several lines is underlined in its first.
    const lineEnd = text.slice(start, end).search(/\r?\n/);
    return spanBetween(text, start, lineEnd === -1 ? end : start + lineEnd);
  };
}

type Range = [start: number, end: number];

class Walk {
  private readonly text: string;
  private readonly events: readonly Event[];
  private index = 1;
  private last = 0;

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
  }

  find(path: KeyPath, atKey: boolean): Range {
    let best = this.here();
    for (const [depth, key] of path.entries()) {
      const found = this.enter(key);
      if (!found) return best;
      const isLast = depth === path.length - 1;
      best = isLast && atKey ? found : this.here(found);
    }
    return best;
  }

  /** Moves to the value of a key or the entry at a position; returns where its key stands. */
  private enter(key: string | number): Range | undefined {
    const event = this.events[this.index];
    if (event?.type === EVENT_ID.SEQUENCE && typeof key === 'number') {
      this.index++;
      for (let position = 0; position < key && this.inside(); position++) this.skip();
      return this.inside() ? this.here([this.last, this.last]) : undefined;
    }
    if (event?.type !== EVENT_ID.MAPPING) return undefined;
    this.index++;
    while (this.inside()) {
      const name = this.events[this.index];
      const range = this.skip();
      if (name?.type === EVENT_ID.SCALAR && name.valueStart !== -1 && getScalarValue(this.text, name) === String(key)) return range;
      this.skip();
    }
    return undefined;
  }

  private inside(): boolean {
    const event = this.events[this.index];
    return event !== undefined && event.type !== EVENT_ID.POP;
  }

  /** Range of the node that comes next, without passing it; an absent value has the place of its key. */
  private here(absent: Range = [0, 0]): Range {
    const [index, last] = [this.index, this.last];
    const event = this.events[index];
    const range = event && event.type === EVENT_ID.SCALAR && event.valueStart === -1 ? absent : this.skip();
    [this.index, this.last] = [index, last];
    return range;
  }

  /** Passes one node; returns from where to where its characters go. */
  private skip(): Range {
    const event = this.events[this.index++];
    if (!event || event.type === EVENT_ID.POP) return [this.last, this.last];
    if (event.type === EVENT_ID.ALIAS) return [event.anchorStart - 1, (this.last = event.anchorEnd)];
    if (event.type === EVENT_ID.SCALAR) {
      if (event.valueStart === -1) return [this.last, this.last];
      const quotes = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
      this.last = event.valueEnd + quotes;
      return [event.valueStart - quotes, this.last];
    }
    if (event.type === EVENT_ID.DOCUMENT) return [0, 0];
    while (this.inside()) this.skip();
    this.index++;
    return [event.start, this.last];
  }
}

/**
 * One key as a person pressed it. Signs stand for themselves (`a`, `A`, `?`, `é`) and have `text`; others are called `enter`, `escape`,
 * `backspace`, `delete`, `tab`, `shift-tab`, `up`, `down`, `left`, `right`, `home`, `end`, `pageup`, `pagedown`, `ctrl-o`. `paste` brings
 * all its text at once, `resize` says that the window has another size, and `quit` that the person or the system wants an end.
 */
export interface Key {
  readonly name: string;
  readonly text?: string;
}

/** Where the cursor blinks, both from 0. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

/** The whole terminal, for as long as one command needs it. Whoever takes it gives it back with `close`, whatever happens. */
export interface Keys {
  /** The next key. After the first `quit` there is nothing else. */
  next(): Promise<Key>;
  size(): { readonly columns: number; readonly rows: number };
  /** Shows these lines instead of what was there; each fits the width. Without a cursor none is seen. */
  draw(lines: readonly string[], cursor?: Cursor): void;
  /** Hands the terminal to the person's editor. @returns the text as it was saved; undefined when the editor could not be run */
  edit(text: string): Promise<string | undefined>;
  /** Gives the terminal back as it was found. */
  close(): void;
}

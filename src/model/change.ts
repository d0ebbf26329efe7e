/** One file of the tree before and after a command: everything a command writes is a list of these. */
export interface Change {
  /** Relative to the repository, forward slashes. */
  readonly path: string;
  /** The text the plan was made from; undefined where there was no file. What lies there must still be this. */
  readonly before: string | undefined;
  /** The text to be written; undefined removes the file. */
  readonly after: string | undefined;
}

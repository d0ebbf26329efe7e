/** One commit, as far as this product needs it. */
export interface Commit {
  readonly id: string;
  /** Milliseconds since 1970 in UTC. */
  readonly committed: number;
  readonly subject: string;
}

/** What git knows about the repository. */
export interface History {
  /** The commit that a name, a branch or an abbreviated id means; undefined when there is none. */
  resolve(name: string): Promise<Commit | undefined>;
}

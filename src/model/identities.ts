/** Who a candidate is. Lives beside the repository, never in it. */
export interface Identity {
  readonly name: string;
  readonly email?: string;
  /** Links to the person: profiles, a site, a repository host. */
  readonly links: readonly string[];
  /** Handles under which the person is known. */
  readonly handles: readonly string[];
  /** IANA time zone, such as Europe/Lisbon. */
  readonly timezone?: string;
  /** BCP 47 language of messages. */
  readonly language?: string;
}

/** Opens the names that belong to pseudonyms, where they may be opened. */
export interface Identities {
  /** Whether there is anything to open: a folder that exists. */
  readonly open: boolean;
  /** The identity of a candidate, or undefined when it is not there. */
  find(candidate: string): Promise<Identity | undefined>;
  /** Every identity by pseudonym. */
  all(): Promise<ReadonlyMap<string, Identity>>;
}

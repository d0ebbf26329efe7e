/** What stands around every page: the same for all pages of one build, but for the current entry. */
export interface Frame {
  /** Title of the site and name of the organisation, from the settings. */
  readonly title: string;
  readonly organisation: string;
  /** "Sun 22 Nov 2026, 07:40" */
  readonly asOf: string;
  /** Short id of the commit the content was taken from; without one the foot says nothing. */
  readonly commit?: string | undefined;
  /** Given: the content is the example, and this day stands for today. In words: "22 November 2026". */
  readonly example?: string | undefined;
  readonly nav: readonly NavGroup[];
  /** How many files could not be read: every page says so and links to them. */
  readonly leftOut?: number | undefined;
  /** How many warnings the check had; the foot of the rail links to them. */
  readonly warnings?: number | undefined;
}

/** Entries of the rail under an optional heading. A page that does not exist has no entry. */
export interface NavGroup {
  readonly title?: string | undefined;
  readonly entries: readonly NavEntry[];
}

/** One entry: absolute site path, words, and how many there are. */
export interface NavEntry {
  readonly href: string;
  readonly words: string;
  readonly count?: number | undefined;
}

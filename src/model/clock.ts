/** The moment everything is judged at; a parameter everywhere, so that any past day can be rebuilt. */
export interface Clock {
  /** Milliseconds since 1970 in UTC. */
  readonly now: number;
  /** Where it came from: an option, the example's settings, the commit, or the machine's clock. */
  readonly from: 'option' | 'example' | 'commit' | 'machine';
}

/** Facts up to this much after now are taken as now: clocks of machines differ. 15 minutes, in milliseconds. */
export const CLOCK_TOLERANCE = 15 * 60_000;

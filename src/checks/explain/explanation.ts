import type { Severity } from '../../model/problem.ts';

/** What `hire explain` and the page of a code say. */
export interface Explanation {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Why it matters, for somebody who does not write programs. */
  readonly why: string;
  /** A short example that has the problem, and one that has not. */
  readonly wrong: string;
  readonly right: string;
}

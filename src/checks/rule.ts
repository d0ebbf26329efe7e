import type { Identity } from '../model/identities.ts';
import type { Clock } from '../model/clock.ts';
import type { KeyPath, Problem } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import { severityOf } from './explain/index.ts';
import type { Catalogue } from './catalogue.ts';

/** What the rules are told besides the workspace. */
export interface CheckContext {
  /** Milliseconds since 1970 in UTC: the moment everything is judged at. */
  readonly now: number;
  readonly clockFrom: Clock['from'];
  /** Who the candidates are, where that may be opened; without it their names cannot be looked for. */
  readonly identities?: ReadonlyMap<string, Identity>;
  /** The text of a file of the tree; undefined when it is none. */
  readonly texts: (path: string) => string | undefined;
  /** What `judgeText` said of a file when it was loaded, unless it was not asked. */
  readonly judged?: (path: string) => readonly Problem[] | undefined;
}

/** The context with everything that several rules look up, computed once. */
export interface RuleContext extends CheckContext {
  readonly catalogue: Catalogue;
}

/** One invariant of the content, or a small family of them. */
export interface Rule {
  /** The invariant in one sentence. */
  readonly holds: string;
  /** Codes the rule may report. */
  readonly codes: readonly string[];
  readonly check: (workspace: Workspace, context: RuleContext) => Problem[];
}

/** Where a problem is: the file, and the keys down to the value at fault (`atKey` when the key itself is at fault). */
export interface Place {
  readonly path: string;
  readonly key?: KeyPath;
  readonly atKey?: boolean;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** States a problem. How bad it is stands with the explanation of its code, so that both never differ. */
export function problem(code: string, place: Place, message: string, hint?: string): Problem {
  return { code, severity: severityOf(code), ...place, message, ...(hint === undefined ? {} : { hint }) };
}

import type { Problem } from '../model/problem.ts';
import { gateSeverity } from './explain.ts';

/** States a finding of the gate about a path. */
export function finding(code: string, path: string, message: string, hint?: string): Problem {
  return { code, severity: gateSeverity(code), path, line: 1, column: 1, message, ...(hint === undefined ? {} : { hint }) };
}

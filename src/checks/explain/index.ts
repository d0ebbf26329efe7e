import type { Severity } from '../../model/problem.ts';

const WARNINGS = new Set('rubric/missing-anchor rubric/vague-indicators rubric/no-communication pipeline/no-communication pipeline/no-collaboration pipeline/rubric-kind time/in-future submission/time-order score/before-visit score/not-asked score/conflict score/late score/uncalibrated panel/too-few panel/conflict decision/unheard-dissent role/not-a-reviewer role/headcount-reached role/closed-but-waiting challenge/effort-high challenge/vague-acceptance challenge/no-ai-rule challenge/retire-due message/missing message/answers promise/slow pipeline/too-much-unpaid pipeline/too-many-days promise/decided-not-told'.split(' '));

/** How bad a problem of this code is. */
export function severityOf(code: string): Severity {
  return WARNINGS.has(code) ? 'warning' : 'error';
}

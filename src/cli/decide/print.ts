import type { Decision } from '../../model/decision.ts';
import { asProse, printFlow, printProse } from '../../text/print-scalar.ts';
import { modeline } from '../new-files.ts';

/** Writes a decision record as people would by hand: prose in blocks, in the order in which one reads it. */
export function printDecision(path: string, decision: Decision): string {
  const lines = [
    modeline(path, 'decision'),
    `decision: ${decision.decision}`, `decided: ${decision.decided}`, `by: ${printFlow(decision.by)}`, `bar: ${decision.bar}`,
    printProse('because', asProse(decision.because), 0),
    ...(decision.dissent.length === 0 ? [] : ['dissent:', ...decision.dissent.flatMap(({ person, because }) => [`  - person: ${person}`, printProse('because', asProse(because), 4)])]),
    ...(decision.seen === undefined ? [] : [`seen: ${printFlow(decision.seen)}`]),
    ...(decision.revised_because === undefined ? [] : [printProse('revised_because', asProse(decision.revised_because), 0)]),
  ];
  return `${lines.join('\n')}\n`;
}

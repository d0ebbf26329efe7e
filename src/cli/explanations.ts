import { EXPLANATIONS } from '../checks/explain/index.ts';
import type { Explanation } from '../checks/explain/explanation.ts';
import { GATE_EXPLANATIONS } from '../gate/explain.ts';

/** Every code that a person may meet, of the checks and of the gate, in the order of codes. */
export const ALL_EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map(
  [...EXPLANATIONS, ...GATE_EXPLANATIONS.map((each) => [each.code, each] as const)].sort(([a], [b]) => (a < b ? -1 : 1)),
);

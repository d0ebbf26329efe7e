import type { Fairness } from '../../model/fairness.ts';

/** How many of a group came to a stage, and how many of them went on. */
export interface Counts {
  readonly reached: number;
  readonly advanced: number;
}

/** The counts of one record in order: stages as the process has them, groups by name. */
export interface Table {
  readonly stages: readonly string[];
  readonly groups: readonly string[];
  /** Undefined where the record leaves a group out of a stage: nobody can tell whether that is none or a few. */
  readonly at: (stage: number, group: number) => Counts | undefined;
}

/** The table of a record. Stages that the process does not name stand last, in the record's order. */
export function tableOf(record: Fairness, process: readonly string[] = []): Table {
  const place = (stage: string): number => (process.includes(stage) ? process.indexOf(stage) : process.length);
  const stages = Object.keys(record.stages).toSorted((a, b) => place(a) - place(b));
  const groups = [...new Set(Object.values(record.stages).flatMap((each) => Object.keys(each)))].toSorted((a, b) => (a < b ? -1 : 1));
  return { stages, groups, at: (stage, group) => record.stages[stages[stage] ?? '']?.[groups[group] ?? ''] };
}

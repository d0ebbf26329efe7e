import type { Sheet } from '../../intake/sheet.ts';
import { ID_PATTERN } from '../../model/scalar.ts';
import { listed, plural } from '../../model/words.ts';
import { Mistake } from '../command.ts';

/** Counts by stage and group, in the order in which they came. */
export type Stages = Map<string, Map<string, { reached: number; advanced: number }>>;

const COLUMNS = ['group', 'stage', 'reached', 'advanced'] as const;

/**
 * Reads a table of four columns, `group`, `stage`, `reached` and `advanced`, one row for each group at each stage.
 * @throws Mistake with the row when a column is missing or a cell is no count
 */
export function readCounts(sheet: Sheet): Stages {
  const header = sheet.header.map((cell) => cell.toLowerCase().trim());
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new Mistake(`The table needs the columns ${listed(COLUMNS)}; ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`);
  const [ragged] = sheet.ragged;
  if (ragged) throw new Mistake(`Row ${ragged.number} has ${plural(ragged.cells, 'cell')}, and the header ${header.length}.`);
  const stages: Stages = new Map();
  for (const { number, cells } of sheet.rows) {
    const cell = (name: (typeof COLUMNS)[number]): string => cells[header.indexOf(name)]?.trim() ?? '';
    const [group, stage] = [idOf(cell('group'), number, 'group'), idOf(cell('stage'), number, 'stage')];
    const [reached, advanced] = [countOf(cell('reached'), number, 'reached'), countOf(cell('advanced'), number, 'advanced')];
    if (advanced > reached) throw new Mistake(`Row ${number}: ${advanced} advanced, but only ${reached} reached the stage.`);
    const groups = stages.get(stage) ?? new Map<string, { reached: number; advanced: number }>();
    if (groups.has(group)) throw new Mistake(`Row ${number}: “${group}” stands twice at “${stage}”.`);
    groups.set(group, { reached, advanced });
    stages.set(stage, groups);
  }
  return stages;
}

function idOf(written: string, row: number, what: string): string {
  const id = written.toLowerCase().replaceAll(/[\s_]+/g, '-');
  if (!ID_PATTERN.test(id)) throw new Mistake(`Row ${row}: “${written}” is no name for a ${what}; use lower-case letters, digits and hyphens.`);
  return id;
}

function countOf(written: string, row: number, what: string): number {
  if (!/^\d{1,7}$/.test(written)) throw new Mistake(`Row ${row}: ${what} is “${written}”, which is no count.`);
  return Number(written);
}

/**
 * Groups put together under one name, at every stage; and stages left out.
 * @throws Mistake when there is no such group or stage
 */
export function rearranged(stages: Stages, merges: readonly (readonly [groups: string, name: string])[], without: readonly string[]): Stages {
  const known = new Set([...stages.values()].flatMap((groups) => [...groups.keys()]));
  const into = new Map<string, string>();
  for (const [groups, name] of merges) {
    if (!ID_PATTERN.test(name)) throw new Mistake(`--merge: “${name}” is no name for a group; use lower-case letters, digits and hyphens.`);
    for (const group of groups.split(',').map((each) => each.trim())) {
      if (!known.has(group)) throw new Mistake(`--merge: there is no group “${group}” in the table, only ${listed([...known])}.`);
      into.set(group, name);
    }
  }
  for (const stage of without) if (!stages.has(stage)) throw new Mistake(`--without: there is no stage “${stage}” in the table, only ${listed([...stages.keys()])}.`);
  const result: Stages = new Map();
  for (const [stage, groups] of stages) {
    if (without.includes(stage)) continue;
    const merged = new Map<string, { reached: number; advanced: number }>();
    for (const [group, { reached, advanced }] of groups) {
      const name = into.get(group) ?? group;
      const sum = merged.get(name) ?? { reached: 0, advanced: 0 };
      merged.set(name, { reached: sum.reached + reached, advanced: sum.advanced + advanced });
    }
    result.set(stage, merged);
  }
  return result;
}

/** The record as a file. */
export function fairnessText(stages: Stages): string {
  return `stages:\n${[...stages].map(([stage, groups]) => `  ${stage}:\n${[...groups].map(([group, { reached, advanced }]) => `    ${group}: { reached: ${reached}, advanced: ${advanced} }\n`).join('')}`).join('')}`;
}

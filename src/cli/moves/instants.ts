import { officeOf } from '../../analysis/time/office.ts';
import { instant } from '../../model/scalar.ts';
import type { Workspace } from '../../model/workspace.ts';
import { Mistake } from '../command.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/;

/**
 * A moment as a person types it: `2026-11-26T14:00Z`, with any offset, or without one, as the clock of the organisation shows it.
 * @returns epoch in milliseconds
 * @throws Mistake when it is none, or the clock never shows it
 */
export function instantOf(workspace: Workspace, written: string, option: string): number {
  if (instant().safeParse(written).success) return Date.parse(written);
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) throw new Mistake(`--${option} takes a day and a time, ${written}T14:00; the day alone is not enough.`);
  const local = LOCAL.exec(written);
  const bare = local && Date.parse(`${local[1]}T${local[2]}Z`);
  if (bare === null || Number.isNaN(bare)) throw new Mistake(`--${option} takes a time such as 2026-11-26T14:00, with Z or an offset where it is not ours; found “${written}”.`);
  const { zone } = officeOf(workspace.calendar);
  // Around a change of the clocks two offsets may hold; the earlier moment is meant.
  const hour = 3_600_000;
  const moments = [bare - 24 * hour, bare + 24 * hour].map((near) => bare - zone.offsetAt(near) * 60_000).sort((a, b) => a - b);
  const found = moments.find((epoch) => zone.instantText(epoch).startsWith(`${local?.[1]}T${local?.[2]}`));
  if (found === undefined) throw new Mistake(`--${option}: the clocks of ${zone.name} never show ${written}; they are put forward over it.`);
  return found;
}

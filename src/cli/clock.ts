import { officeOf } from '../analysis/time/office.ts';
import type { Clock } from '../model/clock.ts';
import type { Commit } from '../model/history.ts';
import { day, instant } from '../model/scalar.ts';
import type { Workspace } from '../model/workspace.ts';
import { Mistake, textOption, type Context, type Input } from './command.ts';

/**
 * The moment everything is judged at: the first of `--now` or `--today`, the example's day, the committer time of `--at`, the machine's
 * clock. A day stands for its last minute in the organisation's time zone, so that everything of that day counts.
 * @throws Mistake when an option is no instant or no day, or both are given
 */
export function clockOf(context: Context, input: Input, workspace: Workspace, commit: Commit | undefined): Clock {
  const now = textOption(input, 'now');
  const today = textOption(input, 'today');
  if (now !== undefined && today !== undefined) throw new Mistake('Give --now or --today, not both.');
  if (now !== undefined) {
    if (!instant().safeParse(now).success) throw new Mistake(`--now takes an instant such as 2026-11-22T09:00Z, found “${now}”.`);
    return { now: Date.parse(now), from: 'option' };
  }
  if (today !== undefined) {
    if (!day().safeParse(today).success) throw new Mistake(`--today takes a day such as 2026-11-22, found “${today}”.`);
    return { now: lastMinute(workspace, today), from: 'option' };
  }
  const example = workspace.settings.value.example?.today;
  if (example !== undefined) return { now: lastMinute(workspace, example), from: 'example' };
  if (commit) return { now: commit.committed, from: 'commit' };
  return { now: context.machineNow(), from: 'machine' };
}

function lastMinute(workspace: Workspace, today: string): number {
  return Math.floor(officeOf(workspace.calendar).zone.endOfDay(today) / 60_000) * 60_000;
}

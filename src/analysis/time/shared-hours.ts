import { createZone } from './zone.ts';

/** A working day by the clock on the wall, in minutes. */
const [FROM, TO] = [9 * 60, 17 * 60];
const MINUTES_PER_DAY = 24 * 60;

/**
 * Hours of a working day, nine to five on each clock, that two time zones have in common at a moment: 0 to 8.
 * @returns undefined where one of them is no time zone
 */
export function sharedHours(one: string, other: string, at: number): number | undefined {
  try {
    const apart = createZone(one).offsetAt(at) - createZone(other).offsetAt(at);
    // Zones lie up to 26 hours apart, so the day before and after count as well.
    const overlap = [-1, 0, 1].map((day) => TO - FROM - Math.abs(apart + day * MINUTES_PER_DAY));
    return Math.max(0, ...overlap) / 60;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

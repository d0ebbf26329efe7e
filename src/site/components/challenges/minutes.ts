/** What candidates said they needed, against what we said it takes. All in minutes. */
export interface Reported {
  readonly count: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  /** How many needed more than the upper end of the stated effort. */
  readonly beyond: number;
}

/** Quartiles by linear interpolation between the sorted values (R type 7). @param minutes at least one */
export function reported(minutes: readonly number[], stated: number): Reported {
  const sorted = [...minutes].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const low = sorted[Math.floor(place)] ?? 0;
    return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place % 1);
  };
  return { count: sorted.length, lower: at(0.25), median: at(0.5), upper: at(0.75), beyond: sorted.filter((each) => each > stated).length };
}

/** The upper end of an effort as the content writes it, in minutes: "2-4 h" → 240, "60-90 min" → 90. 0 where there is none. */
export function upperMinutes(effort: string | null): number {
  const found = /(\d+(?:\.\d+)?)\s*(h|min)\w*$/.exec(effort ?? '');
  return found ? Number(found[1]) * (found[2] === 'h' ? 60 : 1) : 0;
}

/** Minutes as people say them: 255 → "4 h 15 min", 45 → "45 min". */
export function clock(minutes: number): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return [hours > 0 && `${hours}\u00a0h`, (rest > 0 || hours === 0) && `${rest}\u00a0min`].filter((part) => part !== false).join(' ');
}

/** The finding, from the counts: it says no more than they carry. */
export function finding({ count, beyond }: Reported, stated: string): string {
  if (beyond === 0) return `Nobody of ${count} needed more than the ${stated} we state`;
  if (beyond === count) return `All ${count} needed more than the ${stated} we state`;
  return `${beyond} of ${count} needed more than the ${stated} we state`;
}

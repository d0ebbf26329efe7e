import { listed } from '../model/words.ts';

/** At most `limit` words in ascending order, then how many more there are. */
export function someOf(words: Iterable<string>, limit = 8): string {
  const all = [...words].sort();
  if (all.length <= limit) return listed(all);
  return `${all.slice(0, limit).join(', ')} and ${all.length - limit} more`;
}

/** A number without trailing zeros, at most one decimal. */
export function figure(value: number): string {
  return String(Math.round(value * 10) / 10);
}

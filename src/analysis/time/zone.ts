import { Temporal } from 'temporal-polyfill';
import { dayNumber, dayText } from './day.ts';

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;

/** Days and clock times of one named time zone. */
export interface Zone {
  readonly name: string;
  /** The calendar day on which a moment falls, `2026-11-22`. */
  dayOf(epoch: number): string;
  /** The first moment of a day: midnight, or later where a clock change skips it. Epoch in milliseconds. */
  startOfDay(day: string): number;
  /** The last millisecond of a day. */
  endOfDay(day: string): number;
  /** Minutes that the zone is ahead of UTC at a moment. */
  offsetAt(epoch: number): number;
  /** A moment as records write it, `2026-11-22T09:30+00:00`, cut to the minute. */
  instantText(epoch: number): string;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/**
 * Builds a zone. Temporal is asked once per stretch between two clock changes and the answer is kept (16 µs a question otherwise,
 * which ten thousand records ask some half a million times).
 * @throws RangeError when the name is no IANA time zone
 */
export function createZone(name: string): Zone {
  const spans: Span[] = [];
  let last: Span = spanAt(name, 0);
  spans.push(last);

  // Writing a day costs more than everything around it, and ten thousand records share a few hundred days.
  const written = new Map<number, string>();

  const offset = (epoch: number): number => {
    if (epoch >= last.from && epoch < last.to) return last.offset;
    let span = spans.find((known) => epoch >= known.from && epoch < known.to);
    if (!span) {
      span = spanAt(name, epoch);
      spans.push(span);
    }
    last = span;
    return span.offset;
  };
  const startOfDay = (day: string): number => {
    const midnight = dayNumber(day) * MS_PER_DAY;
    // Of the two offsets that may hold around midnight the larger gives the earlier moment; it counts if it is on that day.
    const before = offset(midnight - MS_PER_DAY);
    const after = offset(midnight + MS_PER_DAY);
    const candidates = [midnight - Math.max(before, after), midnight - Math.min(before, after)];
    const found = candidates.find((epoch) => epoch + offset(epoch) === midnight);
    // No such clock time: the day begins with the change itself.
    return found ?? spanAt(name, midnight - Math.min(before, after)).from;
  };
  return {
    name,
    dayOf: (epoch) => {
      const number = Math.floor((epoch + offset(epoch)) / MS_PER_DAY);
      let day = written.get(number);
      if (day === undefined) {
        day = dayText(number);
        written.set(number, day);
      }
      return day;
    },
    startOfDay,
    endOfDay: (day) => startOfDay(dayText(dayNumber(day) + 1)) - 1,
    offsetAt: (epoch) => Math.round(offset(epoch) / MS_PER_MINUTE),
    instantText: (epoch) => {
      const minutes = Math.round(offset(epoch) / MS_PER_MINUTE);
      const local = new Date(epoch + minutes * MS_PER_MINUTE).toISOString().slice(0, 16);
      const size = Math.abs(minutes);
      return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
    },
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function spanAt(name: string, epoch: number): Span {
  const local = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(name);
  // `previous` looks strictly before, so it is asked from the next millisecond on: a change counts as the first moment of its span.
  const from = local.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity;
  const to = local.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
  return { from, to, offset: local.offsetNanoseconds / 1e6 };
}

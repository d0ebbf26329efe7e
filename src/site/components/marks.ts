/** One reviewer's mark on a rail. */
export interface RailMark {
  readonly name: string;
  /** One letter, two where two reviewers share the first. */
  readonly initial: string;
  readonly mark: number;
}

/** Lowest and highest level of a rubric's scale. */
export type Scale = readonly [low: number, high: number];

/** Where a level stands on a rail, in percent of its length. */
export function at(level: number, [low, high]: Scale): number {
  return high === low ? 50 : Math.round(((level - low) / (high - low)) * 10000) / 100;
}

/** Every level of the scale, lowest first. */
export function levels([low, high]: Scale): number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

/** Distance between equal marks standing side by side, in px: a disc of 20 overlaps its neighbour by 5. */
const STEP = 15;

/** The marks with the shift in px that puts equal ones side by side. Order within a level is as given. */
export function placed(marks: readonly RailMark[]): (RailMark & { shift: number })[] {
  const sorted = marks.map((mark) => mark).sort((a, b) => a.mark - b.mark);
  return sorted.map((mark) => {
    const equal = sorted.filter((other) => other.mark === mark.mark);
    return { ...mark, shift: (equal.indexOf(mark) - (equal.length - 1) / 2) * STEP };
  });
}

/** The rail in words: "Alice 4, Bob 2; scale 1 to 4". */
export function spoken(marks: readonly RailMark[], [low, high]: Scale): string {
  const each = marks.map(({ name, mark }) => `${name} ${mark}`).join(', ');
  return `${each === '' ? 'No mark' : each}; scale ${low} to ${high}`;
}

/** One letter per person, two where the first is shared, in the order given. */
export function initials(names: readonly string[]): string[] {
  const firsts = names.map((name) => name.trim().charAt(0).toUpperCase());
  return names.map((name, index) => {
    const first = firsts[index] ?? '';
    const shared = firsts.filter((other) => other === first).length > 1;
    return shared ? first + name.trim().charAt(1).toLowerCase() : first;
  });
}

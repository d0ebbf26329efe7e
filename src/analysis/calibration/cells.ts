/** One mark of one reviewer for one criterion of one sample; undefined means not observed. */
export interface SampleMark {
  readonly sample: string;
  readonly criterion: string;
  readonly person: string;
  readonly mark: number | undefined;
  /** Evidence, or why nothing was observed. */
  readonly words: string;
}

/** How far the marks of one criterion of one sample stand apart. */
export interface Gap {
  readonly sample: string;
  readonly criterion: string;
  readonly min: number;
  readonly max: number;
  readonly spread: number;
}

/** The marks that were given for one criterion of one sample, by person. */
export interface Cell {
  readonly sample: string;
  readonly criterion: string;
  readonly marks: ReadonlyMap<string, number>;
}

/** One cell per criterion and sample that anybody looked at, in the order of the marks. */
export function cellsOf(marks: readonly SampleMark[]): Cell[] {
  const groups = Map.groupBy(marks, (mark) => `${mark.sample} ${mark.criterion}`);
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    const given = new Map(group.flatMap(({ person, mark }) => (mark === undefined ? [] : [[person, mark] as const])));
    return first ? [{ sample: first.sample, criterion: first.criterion, marks: given }] : [];
  });
}

/** Cells with two marks or more, the widest first; equal ones by weight of the criterion, then in the order of the cells. */
export function gapsOf(cells: readonly Cell[], weight: (criterion: string) => number = () => 0): Gap[] {
  return cells
    .flatMap(({ sample, criterion, marks }) => {
      if (marks.size < 2) return [];
      const min = Math.min(...marks.values());
      const max = Math.max(...marks.values());
      return [{ sample, criterion, min, max, spread: max - min }];
    })
    .sort((a, b) => b.spread - a.spread || weight(b.criterion) - weight(a.criterion));
}

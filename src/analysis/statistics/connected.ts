/** One mark of one rater on one subject. */
export interface RaterMark {
  readonly subject: string;
  readonly rater: string;
}

/**
 * How many parts the graph of raters and subjects falls into, a mark being an edge. With one part every two raters can be compared, over
 * others if need be; across parts nobody can tell a severe rater from weak work. 0 without marks.
 */
export function components(rows: readonly RaterMark[]): number {
  const subjects = new Map<string, number>();
  const raters = new Map<string, number>();
  const numbered = (ids: Map<string, number>, id: string): number => {
    const known = ids.get(id) ?? ids.size;
    ids.set(id, known);
    return known;
  };
  const edges = rows.map(({ subject, rater }) => [numbered(subjects, subject), numbered(raters, rater)] as const);
  return partsOf(edges, subjects.size, raters.size);
}

/** The same where subjects and raters are numbers from 0, and each of them has a mark. */
export function partsOf(edges: Iterable<readonly [subject: number, rater: number]>, subjects: number, raters: number): number {
  const parent = Int32Array.from({ length: subjects + raters }, (_, node) => node);
  const root = (node: number): number => {
    let top = node;
    while (parent[top] !== top) {
      // Half of the way is cut at every step, so that chains stay short.
      parent[top] = parent[parent[top] ?? top] ?? top;
      top = parent[top] ?? top;
    }
    return top;
  };
  let parts = subjects + raters;
  for (const [subject, rater] of edges) {
    const [a, b] = [root(subject), root(subjects + rater)];
    if (a !== b) { parent[a] = b; parts -= 1; }
  }
  return parts;
}

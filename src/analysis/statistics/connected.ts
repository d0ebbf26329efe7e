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
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    let top = node;
    for (let next = parent.get(top); next !== undefined && next !== top; next = parent.get(top)) top = next;
    for (let at = node; at !== top;) {
      const next = parent.get(at) ?? top;
      parent.set(at, top);
      at = next;
    }
    return top;
  };
  let parts = 0;
  for (const { subject, rater } of rows) {
    const nodes = [`s ${subject}`, `r ${rater}`] as const;
    for (const node of nodes) if (!parent.has(node)) { parent.set(node, node); parts += 1; }
    const [a, b] = [root(nodes[0]), root(nodes[1])];
    if (a !== b) { parent.set(a, b); parts -= 1; }
  }
  return parts;
}

/** Where the change of sign was looked for, and how near is near enough. */
export interface Search {
  readonly from: number;
  readonly to: number;
  /** Stops when the root is known to within this. */
  readonly tolerance: number;
}

const MOST_STEPS = 1000;

/** A point and the value there. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A root of `f` between two points at which it has different signs; undefined when it has not. Inverse quadratic steps where they
 * help, halving where not. The result depends on the tolerance in a documented way, so that another program with the same method and
 * tolerance finds the same digits. Source: Brent, Algorithms for Minimization without Derivatives (1973), chapter 4; R's `uniroot`.
 */
export function brent(f: (x: number) => number, { from, to, tolerance }: Search): number | undefined {
  let before: Point = { x: from, y: f(from) };
  let best: Point = { x: to, y: f(to) };
  let opposite = before;
  if (before.y === 0) return before.x;
  if (best.y === 0) return best.x;
  if (before.y > 0 === best.y > 0) return undefined;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const last = best.x - before.x;
    if (Math.abs(opposite.y) < Math.abs(best.y)) [before, best, opposite] = [best, opposite, best];
    const near = 2 * Number.EPSILON * Math.abs(best.x) + tolerance / 2;
    const half = (opposite.x - best.x) / 2;
    if (Math.abs(half) <= near || best.y === 0) return best.x;
    let move = half;
    if (Math.abs(last) >= near && Math.abs(before.y) > Math.abs(best.y)) move = interpolated(before, best, opposite, last, near) ?? half;
    if (Math.abs(move) < near) move = move > 0 ? near : -near;
    before = best;
    const x = best.x + move;
    best = { x, y: f(x) };
    if (best.y > 0 === opposite.y > 0) opposite = before;
  }
  return best.x;
}

/** A step by interpolation through two or three points; undefined when it leads too far or too slowly. */
function interpolated(before: Point, best: Point, opposite: Point, last: number, near: number): number | undefined {
  const width = opposite.x - best.x;
  const toBefore = best.y / before.y;
  let [p, q] = [width * toBefore, 1 - toBefore];
  if (before.x !== opposite.x) {
    const ratio = before.y / opposite.y;
    const toOpposite = best.y / opposite.y;
    p = toBefore * (width * ratio * (ratio - toOpposite) - (best.x - before.x) * (toOpposite - 1));
    q = (ratio - 1) * (toOpposite - 1) * (toBefore - 1);
  }
  if (p > 0) q = -q;
  else p = -p;
  return p < 0.75 * width * q - Math.abs(near * q) / 2 && p < Math.abs((last * q) / 2) ? p / q : undefined;
}

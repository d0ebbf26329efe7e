type Point = readonly [number, number];

/** Steps after which the search gives up and takes what it has. */
const STEPS = 400;

interface Corner {
  readonly at: Point;
  readonly value: number;
}

/**
 * The smallest value of a smooth function of two numbers that is found from `start`, with a triangle that walks and shrinks. The function
 * may answer Infinity where it is not defined. Stops where the triangle is narrower than `width`.
 * Source: Nelder and Mead, Computer Journal 7 (1965) 308–313.
 */
export function minimise(of: (at: Point) => number, start: Point, step: number, width = 1e-7): Corner {
  const corner = (at: Point): Corner => ({ at, value: of(at) });
  let corners = [start, [start[0] + step, start[1]], [start[0], start[1] + step]].map((at) => corner(at as unknown as Point));
  for (let count = 0; count < STEPS; count += 1) {
    corners = corners.toSorted((a, b) => a.value - b.value);
    const [best, good, worst] = corners as [Corner, Corner, Corner];
    if (Math.max(distance(best.at, good.at), distance(best.at, worst.at)) < width) break;
    const towards = (factor: number): Corner => corner(move(middle(best.at, good.at), worst.at, factor));
    const mirrored = towards(-1);
    let next: Corner | undefined = mirrored;
    if (mirrored.value < best.value) {
      const further = towards(-2);
      if (further.value < mirrored.value) next = further;
    } else if (mirrored.value >= good.value) {
      const nearer = towards(mirrored.value < worst.value ? -0.5 : 0.5);
      next = nearer.value < Math.min(mirrored.value, worst.value) ? nearer : undefined;
    }
    corners = next ? [best, good, next] : [best, corner(middle(best.at, good.at)), corner(middle(best.at, worst.at))];
  }
  return corners.toSorted((a, b) => a.value - b.value)[0] ?? corner(start);
}

function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function move(from: Point, to: Point, factor: number): Point {
  return [from[0] + factor * (to[0] - from[0]), from[1] + factor * (to[1] - from[1])];
}

function distance(a: Point, b: Point): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
}

/** Coefficients of Stirling's series in 1/x, 1/x³, 1/x⁵ …: B(2k) / (2k (2k − 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360] as const;
/** From here on the series is exact to a double. */
const STIRLING_FROM = 10;
const HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);
const TINY = 1e-300;
const EPSILON = 1e-16;
/** Far above what any sum here needs: about the root of the parameters. */
const MOST_TERMS = 100_000;

/** Natural logarithm of Γ(x), x above 0. Source: Stirling's series, Abramowitz and Stegun, 6.1.41; below 10 by the recurrence 6.1.15. */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_2PI + stirlingRest(x);
}

/** What Stirling's formula leaves over: ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π), x above 0. Small, so that sums of it keep their digits. */
export function stirlingRest(x: number): number {
  let product = 1;
  let shifted = x;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const inverse = 1 / (shifted * shifted);
  let series = 0;
  for (const coefficient of STIRLING.toReversed()) series = series * inverse + coefficient;
  series /= shifted;
  if (shifted === x) return series;
  return series + (shifted - 0.5) * Math.log(shifted) - shifted - Math.log(product) - ((x - 0.5) * Math.log(x) - x);
}

/**
 * Regularised upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a), from 1 at x = 0 down to 0. `a` above 0; below 0 `x` counts as 0.
 * Relative error about 10⁻¹⁴. Source: Abramowitz and Stegun, 6.5.29 (series) and 6.5.31 (continued fraction, by the rule of Lentz).
 * @throws {RangeError} when `a` is not above 0
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0)) throw new RangeError(`The parameter must be above 0; it is ${a}.`);
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const front = Math.exp(a * Math.log(x / a) + a - x - stirlingRest(a)) * Math.sqrt(a / (2 * Math.PI));
  return x < a + 1 ? 1 - (front * series(a, x)) / a : front * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let n = 1; n < MOST_TERMS && term > total * EPSILON; n += 1) {
    term *= x / (a + n);
    total += term;
  }
  return total;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / notZero(step * d + b);
    c = notZero(b + step / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < EPSILON) break;
  }
  return value;
}

/** A number that one may divide by. */
export function notZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

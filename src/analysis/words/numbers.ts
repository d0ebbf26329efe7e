/** How numbers are written in sentences: the same in JSON, on a page and in a report. Percent without decimals, coefficients with two, p with three, days with one. */

/** Between a number and its unit, so that no line breaks there. */
const NBSP = '\u00a0';

/** `40 %`, of a share from 0 to 1. */
export function percent(share: number): string {
  return `${whole(share)}${NBSP}%`;
}

/** `25–58 %`, of two shares. */
export function percentRange([from, to]: readonly [number, number]): string {
  return `${whole(from)}–${whole(to)}${NBSP}%`;
}

/** `between 25 and 58 of 100`; `about 40 of 100` where both ends round to the same. */
export function ofHundred([from, to]: readonly [number, number]): string {
  return whole(from) === whole(to) ? `about ${whole(from)} of 100` : `between ${whole(from)} and ${whole(to)} of 100`;
}

/** `0.74`, `−0.20`: a coefficient of agreement or of correlation. */
export function coefficient(value: number): string {
  return fixed(value, 2);
}

/** `0.52 to 0.89`: words, since a minus beside a dash cannot be read. `below −1 to 0.40` where a limit has left the scale. */
export function coefficientRange([from, to]: readonly [number, number]): string {
  return `${from < -1.005 ? 'below −1' : fixed(from, 2)} to ${fixed(to, 2)}`;
}

/** `0.041`; `below 0.001`. */
export function probability(p: number): string {
  return p < 0.001 ? 'below 0.001' : fixed(p, 3);
}

/** `5.5 days`, `1 day`. */
export function days(value: number): string {
  const written = fixed(value, 1).replace(/\.0$/, '');
  return `${written}${NBSP}${written === '1' ? 'day' : 'days'}`;
}

/** Fixed decimals with a true minus; never a negative zero. */
export function fixed(value: number, decimals: number): string {
  const written = value.toFixed(decimals);
  return Number(written) === 0 ? (0).toFixed(decimals) : written.replace('-', '−');
}

/** `+0.3`, `−0.2`, `0.0`: a difference that must show its sign. */
export function signed(value: number, decimals: number): string {
  const written = fixed(value, decimals);
  return Number(value.toFixed(decimals)) > 0 ? `+${written}` : written;
}

function whole(share: number): string {
  return fixed(share * 100, 0);
}

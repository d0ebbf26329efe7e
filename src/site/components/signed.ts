/** A difference with its sign: `+0.25`, `−0.22`; `0.00` has none. */
export function signed(value: number, digits: number): string {
  const written = Math.abs(value).toFixed(digits);
  return Number(written) === 0 ? written : `${value < 0 ? '−' : '+'}${written}`;
}

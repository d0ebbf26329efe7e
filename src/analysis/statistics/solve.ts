/** A pivot this small against the largest entry counts as none: the equations do not determine an answer. */
const SINGULAR = 1e-12;

/**
 * The solution x of A x = b, A square; undefined when A is singular. Gaussian elimination with partial pivoting: for the few unknowns of
 * a test, not for thousands. Source: Golub and Van Loan, Matrix Computations, section 3.4.
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] | undefined {
  const n = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const largest = matrix.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 0; column < n; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < n; row += 1) if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    if (Math.abs(at(pivot, column)) <= largest * SINGULAR) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    for (let row = column + 1; row < n; row += 1) {
      const factor = at(row, column) / at(column, column);
      rows[row] = (rows[row] ?? []).map((value, index) => value - factor * at(column, index));
    }
  }
  const x = Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row -= 1) {
    let rest = at(row, n);
    for (let column = row + 1; column < n; column += 1) rest -= at(row, column) * (x[column] ?? 0);
    x[row] = rest / at(row, row);
  }
  return x;
}

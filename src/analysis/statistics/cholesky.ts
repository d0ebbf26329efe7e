/** A symmetric matrix of `size` × `size`, row after row; only the lower triangle is read. */
export interface Symmetric {
  readonly size: number;
  readonly cells: Float64Array;
}

/**
 * Replaces the lower triangle by L of A = L Lᵀ. @returns ln det A; undefined where A is not positive definite, which leaves it half done.
 * Source: Golub and Van Loan, Matrix Computations, 4th edition (2013), section 4.2.
 */
export function factorise({ size, cells }: Symmetric): number | undefined {
  let log = 0;
  for (let row = 0; row < size; row += 1) {
    const own = row * size;
    for (let column = 0; column <= row; column += 1) {
      const other = column * size;
      let value = cells[own + column] ?? 0;
      for (let k = 0; k < column; k += 1) value -= (cells[own + k] ?? 0) * (cells[other + k] ?? 0);
      if (column < row) {
        cells[own + column] = value / (cells[other + column] ?? 1);
      } else {
        if (!(value > 0)) return undefined;
        cells[own + row] = Math.sqrt(value);
        log += Math.log(value);
      }
    }
  }
  return log;
}

/** z of L z = b, in the place of b. */
export function forward({ size, cells }: Symmetric, b: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    let value = b[row] ?? 0;
    for (let k = 0; k < row; k += 1) value -= (cells[row * size + k] ?? 0) * (b[k] ?? 0);
    b[row] = value / (cells[row * size + row] ?? 1);
  }
}

/** x of Lᵀ x = z, in the place of z. */
export function backward({ size, cells }: Symmetric, z: Float64Array): void {
  for (let row = size - 1; row >= 0; row -= 1) {
    const value = (z[row] ?? 0) / (cells[row * size + row] ?? 1);
    z[row] = value;
    for (let k = 0; k < row; k += 1) z[k] = (z[k] ?? 0) - (cells[row * size + k] ?? 0) * value;
  }
}

/** A⁻¹ from L, both triangles. */
export function inverse(factor: Symmetric): Symmetric {
  const { size } = factor;
  const cells = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    column.fill(0);
    column[at] = 1;
    forward(factor, column);
    backward(factor, column);
    cells.set(column, at * size);
  }
  return { size, cells };
}

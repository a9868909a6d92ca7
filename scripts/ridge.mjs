// Ridge regression (Hoerl and Kennard 1970) of sparse rows, by conjugate gradients (Hestenes and Stiefel 1952).

/** Steps at most, and the share of the first residual that is small enough: weights are kept in 26 steps. */
const STEPS = 200;
const ENOUGH = 1e-3;

/**
 * The weights for which `sum of share * (row . weights - target)^2 + penalty * |weights|^2` is least.
 *
 * @param {{ rows: { columns: ArrayLike<number>, values: ArrayLike<number> }[], targets: number[], shares: number[], size: number, penalty: number }} problem
 *   `size`: columns; `shares`: how much each row counts
 */
export function ridge({ rows, targets, shares, size, penalty }) {
  const { starts, columns, values } = packed(rows);
  const heights = new Float64Array(rows.length);
  const forward = weights => {
    for (let row = 0; row < rows.length; row++) {
      let sum = 0;
      for (let at = starts[row]; at < starts[row + 1]; at++) sum += values[at] * weights[columns[at]];
      heights[row] = sum;
    }
    return heights;
  };
  const back = heights => {
    const sum = new Float64Array(size);
    for (let row = 0; row < rows.length; row++) {
      const height = shares[row] * heights[row];
      for (let at = starts[row]; at < starts[row + 1]; at++) sum[columns[at]] += height * values[at];
    }
    return sum;
  };
  const weights = new Float64Array(size);
  const rest = back(targets);
  const direction = Float64Array.from(rest);
  const first = dot(rest, rest);
  let square = first;
  for (let step = 0; step < STEPS && square > ENOUGH ** 2 * first; step++) {
    const image = back(forward(direction));
    for (let at = 0; at < size; at++) image[at] += penalty * direction[at];
    const length = square / dot(direction, image);
    for (let at = 0; at < size; at++) {
      weights[at] += length * direction[at];
      rest[at] -= length * image[at];
    }
    const next = dot(rest, rest);
    for (let at = 0; at < size; at++) direction[at] = rest[at] + (next / square) * direction[at];
    square = next;
  }
  return weights;
}

/** The rows one behind the other, for they are walked through hundreds of times. */
function packed(rows) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((it, row) => {
    starts[row + 1] = starts[row] + it.columns.length;
  });
  const columns = new Int32Array(starts[rows.length]);
  const values = new Float64Array(starts[rows.length]);
  rows.forEach((it, row) => {
    columns.set(it.columns, starts[row]);
    values.set(it.values, starts[row]);
  });
  return { starts, columns, values };
}

function dot(a, b) {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
  return sum;
}

// Ridge regression (Hoerl and Kennard 1970) of sparse rows, by conjugate gradients (Hestenes and Stiefel 1952).

const STEPS = 200;
const ENOUGH = 1e-5;

/**
 * The weights for which `sum of share * (row . weights - target)^2 + penalty * |weights|^2` is least.
 *
 * @param {{ rows: { columns: number[], values: number[] }[], targets: number[], shares: number[], size: number, penalty: number }} problem
 *   `size`: columns; `shares`: how much each row counts
 */
export function ridge({ rows, targets, shares, size, penalty }) {
  const forward = weights => rows.map(({ columns, values }) => dotSparse(columns, values, weights));
  const back = heights => {
    const sum = new Float64Array(size);
    rows.forEach(({ columns, values }, row) => {
      const height = shares[row] * heights[row];
      for (let at = 0; at < columns.length; at++) sum[columns[at]] += height * values[at];
    });
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

function dotSparse(columns, values, weights) {
  let sum = 0;
  for (let at = 0; at < columns.length; at++) sum += values[at] * weights[columns[at]];
  return sum;
}

function dot(a, b) {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
  return sum;
}

// Principal axes of a cloud of vectors (Pearson 1901), by Jacobi's rotations of its covariance.

/** The mean, and `count` unit axes in the order of the variance along them, after leaving out the first `dropped`. */
export function principalAxes(vectors, dropped, count) {
  const size = vectors[0].length;
  const mean = new Float64Array(size);
  for (const vector of vectors) for (let at = 0; at < size; at++) mean[at] += vector[at] / vectors.length;
  const { values, columns } = eigen(covariance(vectors, mean));
  const order = [...values.keys()].sort((a, b) => values[b] - values[a]).slice(dropped, dropped + count);
  return { mean, axes: order.map(column => columns.map(row => row[column])) };
}

function covariance(vectors, mean) {
  const size = mean.length;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) matrix[a][b] += (vector[a] - mean[a]) * (vector[b] - mean[b]);
  return matrix;
}

const SWEEPS = 12;

/** Eigenvalues of a symmetric matrix, and its eigenvectors as columns. */
function eigen(matrix) {
  const size = matrix.length;
  const columns = Array.from({ length: size }, (_, at) =>
    Float64Array.from({ length: size }, (_, b) => +(at === b)),
  );
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(matrix, columns, p, q);
  return { values: matrix.map((row, at) => row[at]), columns };
}

/** Turns the plane of two coordinates so that what they have in common is gone. */
function rotate(matrix, columns, p, q) {
  if (Math.abs(matrix[p][q]) < 1e-9) return;
  const theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of matrix) turn(row, row, p, q, c, s);
  for (let at = 0; at < matrix.length; at++)
    [matrix[p][at], matrix[q][at]] = [
      c * matrix[p][at] - s * matrix[q][at],
      s * matrix[p][at] + c * matrix[q][at],
    ];
  for (const row of columns) turn(row, row, p, q, c, s);
}

function turn(into, row, p, q, c, s) {
  [into[p], into[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
}

/** Student's t distribution: how far a mean may stray by chance. */

/** 0.975 quantiles for 1 to 10 degrees of freedom, as `scipy.stats.t.ppf(0.975, range(1, 11))` gives them. */
const FEW = [
  12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139,
] as const;

/** 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The half-width, in standard errors, of a 95 % interval of a mean: the 0.975 quantile of Student's t. Beyond the
 * table the expansion 26.7.5 of Abramowitz and Stegun, Handbook of Mathematical Functions (1964): right to 0.00001.
 * @param freedom degrees of freedom, a whole number from 1.
 */
export function t95(freedom: number): number {
  return FEW[freedom - 1] ?? expansion(freedom);
}

function expansion(freedom: number): number {
  const [z, z2] = [Z, Z * Z];
  const first = (z * (z2 + 1)) / 4;
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  const fourth = (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92160;
  return z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
}

/** Above so many degrees of freedom the distribution is told from the normal one by nobody (third decimal). */
const MOST_FREEDOM = 2_000;

/**
 * The chance, 0 to 1, that |t| stays at or below `t`, for whole degrees of freedom from 1 on; exact (Abramowitz and Stegun,
 * Handbook of Mathematical Functions, 26.7.3 and 26.7.4).
 */
function chanceWithin(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const odd = freedom % 2 === 1;
  let [term, sum] = [odd ? cos : 1, 0];
  for (let power = odd ? 1 : 0; power <= freedom - 2; power += 2) {
    sum += term;
    term *= ((power + 1) / (power + 2)) * cos * cos;
  }
  return odd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
}

const known = new Map<string, number>();

/** The t that |t| exceeds with this chance (0 to 1, both tails together): `studentT(0.05, n - 1)` for a 95 % interval. */
export function studentT(chance: number, freedom: number): number {
  const used = Math.min(freedom, MOST_FREEDOM);
  const key = `${chance} ${used}`;
  const value = known.get(key) ?? solved(chance, used);
  known.set(key, value);
  return value;
}

/** By halving an interval: sixty steps reach the last digit. */
function solved(chance: number, freedom: number): number {
  let [low, high] = [0, 1];
  while (chanceWithin(high, freedom) < 1 - chance && high < 1e9) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (chanceWithin(middle, freedom) < 1 - chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

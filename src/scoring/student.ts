/** Student's t distribution: how far a mean may stray by chance. */

/** Above so many degrees of freedom the distribution is the normal one to 0.00002; each costs a step of the sum. */
const MOST_FREEDOM = 200_000;

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

/** The share of a normal distribution, 0 to 0.5, that lies above `z`. */
export const normalTail = (z: number): number => (1 - chanceWithin(z, MOST_FREEDOM)) / 2;

const known = new Map<string, number>();

/** The t that |t| exceeds with this chance (0 to 1, both tails together): `studentT(0.05, n - 1)` for a 95 % interval. */
export function studentT(chance: number, freedom: number): number {
  const used = Math.min(freedom, MOST_FREEDOM);
  const key = `${chance} ${used}`;
  const value = known.get(key) ?? solved(chance, used);
  known.set(key, value);
  return value;
}

/** The half-width, in standard errors, of a 95 % interval of a mean. @param freedom a whole number from 1. */
export const t95 = (freedom: number): number => studentT(0.05, freedom);

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

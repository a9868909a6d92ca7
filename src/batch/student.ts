/** Student's t distribution, as far as the interval of a mean needs it. */

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

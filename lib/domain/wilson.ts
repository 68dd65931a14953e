/** Of the standard normal distribution: 95 % lie within so many deviations of its middle. */
const Z = 1.959963984540054;

/**
 * Lower end of Wilson's 95 % interval for a share of `hits` in `of` (Wilson 1927, without continuity correction). 0 where
 * nothing was counted.
 */
export function wilsonLower(hits: number, of: number): number {
  // At no hit at all the two halves differ by a rounding alone.
  if (of <= 0 || hits <= 0) return 0;
  const share = hits / of;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * of)) / of);
  return Math.max(0, (middle - spread) / (1 + z2 / of));
}

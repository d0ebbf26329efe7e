/**
 * What a correlation would be among all applicants if selection on the predictor had not narrowed its spread: r u / √(1 + r² (u² − 1)), with
 * `sdRatio` u = standard deviation of all over that of the selected, above 0 (1 changes nothing). `r` from −1 to 1; the sign is kept.
 * Undefined outside of these ranges. Only ever an “if”: it assumes a straight line and equal scatter.
 * Source: Thorndike, Personnel Selection (1949), case 2; Sackett and Yang, Journal of Applied Psychology 85 (2000) 112–118.
 */
export function correctForRangeRestriction(r: number, sdRatio: number): number | undefined {
  if (!(Math.abs(r) <= 1 && sdRatio > 0 && sdRatio < Infinity)) return undefined;
  // The root of r² u² + (1 − r²): near 1 and for a small u the formula as it is written leaves rounding only.
  return (r * sdRatio) / Math.hypot(r * sdRatio, Math.sqrt((1 - r) * (1 + r)));
}

/**
 * What a correlation would be if the criterion were measured without error: r / √reliability, `reliability` above 0 and at most 1. Undefined
 * outside, and when the result would exceed 1: then reliability and correlation contradict each other.
 * Source: Spearman, American Journal of Psychology 15 (1904) 72–101.
 */
export function correctForAttenuation(r: number, reliability: number): number | undefined {
  if (!(reliability > 0 && reliability <= 1)) return undefined;
  const corrected = r / Math.sqrt(reliability);
  return Math.abs(corrected) <= 1 ? corrected : undefined;
}

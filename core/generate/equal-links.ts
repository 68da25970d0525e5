/**
 * How many upper switches a tier of lower ones needs when every lower switch is to have the same number of links to each
 * upper one: the smallest divisor of the uplinks that offers enough ports. Reproduces every published two-tier row
 * of NVIDIA's DGX SuperPOD reference architectures (H100, B200, B300), where plain rounding up does not.
 */
export function chooseUpperCount(lowerCount: number, uplinksPerLower: number, portsPerUpper: number): number | null {
  for (let upper = 1; upper <= uplinksPerLower; upper += 1) {
    if (uplinksPerLower % upper === 0 && upper * portsPerUpper >= lowerCount * uplinksPerLower) return upper;
  }
  return null;
}

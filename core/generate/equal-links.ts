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

export interface CoreRuns {
  /** Runs the cores fall into: spine s of every pod meets run s modulo runs. Divides the spines of a pod. */
  readonly runs: number;
  readonly coresPerRun: number;
  /** Cables from a spine to each core of its run. */
  readonly cablesPerPair: number;
}

/**
 * The same rule for the tier above pods of spines: fewest cores that fall into equal runs, each spine with equally many links
 * to every core of its run. Among equals as many runs as can be, which is the fat tree of the textbook.
 */
export function chooseCoreRuns(
  podCount: number,
  spinesPerPod: number,
  uplinksPerSpine: number,
  portsPerCore: number,
): CoreRuns | null {
  let best: CoreRuns | null = null;
  for (let runs = spinesPerPod; runs >= 1; runs -= 1) {
    if (spinesPerPod % runs !== 0) continue;
    const coresPerRun = chooseUpperCount((podCount * spinesPerPod) / runs, uplinksPerSpine, portsPerCore);
    if (coresPerRun === null || (best && runs * coresPerRun >= best.runs * best.coresPerRun)) continue;
    best = { runs, coresPerRun, cablesPerPair: uplinksPerSpine / coresPerRun };
  }
  return best;
}

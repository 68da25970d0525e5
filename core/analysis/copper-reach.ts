/** How far passive copper carries, by the rate of a lane: the objectives of the standards, whatever single products claim. */

/** m by Gb/s of a lane. */
const PASSIVE_REACH_M: readonly { readonly laneGbps: number; readonly reachM: number; readonly source: string }[] = [
  { laneGbps: 25, reachM: 5, source: 'IEEE 802.3bj, 802.3by (CR4, CR)' },
  { laneGbps: 50, reachM: 3, source: 'IEEE 802.3cd (CR)' },
  { laneGbps: 100, reachM: 2, source: 'IEEE 802.3ck (CR)' },
  { laneGbps: 200, reachM: 1, source: 'IEEE P802.3dj (CR)' },
];

/** null = no passive copper for such lanes, or their rate is not known. */
export function getPassiveCopperReachM(laneGbps: number | null): number | null {
  if (laneGbps === null) return null;
  return PASSIVE_REACH_M.find((step) => laneGbps <= step.laneGbps)?.reachM ?? null;
}

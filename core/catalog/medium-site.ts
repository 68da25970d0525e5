/** One end of a link as a plug sees it: the cage, how it is split and what runs on it. `null` = not known. */
import type { PortBlock, Protocol } from './part.ts';

export interface MediumSite {
  readonly formFactor: string | null;
  readonly heatSink: 'flat' | 'finned' | null;
  readonly protocols: readonly Protocol[];
  readonly portsPerCage: number;
  readonly speedGbps: number;
  readonly lanesPerPort: number | null;
  readonly gbpsPerLane: number | null;
}

/** The site a link of that speed meets on the block; null when the block has no mode of that speed. */
export function createMediumSite(block: PortBlock, speedGbps: number): MediumSite | null {
  const mode = block.modes.find((candidate) => candidate.speedGbps === speedGbps);
  if (!mode) return null;
  const { formFactor, heatSink, protocols, lanesPerCage, gbpsPerLane } = block;
  // A mode below the cage's full rate leaves open which lanes run, and how fast.
  const isFullRate =
    lanesPerCage !== null && gbpsPerLane !== null && lanesPerCage * gbpsPerLane === mode.portsPerCage * speedGbps;
  return {
    formFactor,
    heatSink,
    protocols,
    portsPerCage: mode.portsPerCage,
    speedGbps,
    lanesPerPort: isFullRate ? lanesPerCage / mode.portsPerCage : null,
    gbpsPerLane: isFullRate ? gbpsPerLane : null,
  };
}

/** How many cages of a block a mix of ports takes: ports of one speed share cages, ports of different speeds do not. */
import type { PortBlock } from '../catalog/part.ts';

export interface PortDemand {
  readonly speedGbps: number;
  readonly ports: number;
}

/** Ports of that speed one cage splits into; 0 = the block does not offer the speed. */
export function countPortsPerCage(block: PortBlock, speedGbps: number): number {
  return block.modes.find((mode) => mode.speedGbps === speedGbps)?.portsPerCage ?? 0;
}

/** Ports of that speed on one member; 0 when not known. */
export function countPorts(block: PortBlock, speedGbps: number): number {
  return countPortsPerCage(block, speedGbps) * (block.cageCount ?? 0);
}

/**
 * null when the block does not offer one of the speeds. Demands of one speed share cages when all are of that speed; with several
 * speeds each demand has its own, which is what port allocation can always do. A mode that switches off the next cage
 * takes two, and one more for starting on the first of a pair.
 */
export function countCages(block: PortBlock, demands: readonly PortDemand[]): number | null {
  const wanted = demands.filter(({ ports }) => ports > 0);
  const isMixed = new Set(wanted.map(({ speedGbps }) => speedGbps)).size > 1;
  let cages = 0;
  let ports = 0;
  for (const [index, demand] of wanted.entries()) {
    const mode = block.modes.find(({ speedGbps }) => speedGbps === demand.speedGbps);
    if (!mode) return null;
    ports += demand.ports;
    if (!isMixed && index < wanted.length - 1) continue;
    const taken = Math.ceil(ports / mode.portsPerCage);
    cages += mode.blocksNextCage === true ? 2 * taken + (isMixed ? 1 : 0) : taken;
    ports = 0;
  }
  return cages;
}

/** Whether the demands fit the cages of one member. */
export function fitsBlock(block: PortBlock, demands: readonly PortDemand[]): boolean {
  const cages = countCages(block, demands);
  return cages !== null && cages <= (block.cageCount ?? 0);
}

/** Torus, mesh and HyperX: of endpoints that relay, or of switches with hosts on them. */
import type { FabricRequirementsInput, RequirementsInput } from '#core/generate/requirements.ts';
import type { Choices, WrittenRequirements } from './fabric-base.ts';
import type { Wish } from './wish.ts';

export function writeLattice({ wish, topology, endpoint, leaf }: Choices): WrittenRequirements | null {
  const { shape } = wish;
  if (shape === null) return null;
  const trunk = wish.trunk ?? 1;
  const nodeCount = shape.reduce((product, size) => product * size, 1);
  const isSwitched = topology === 'hyperx' || leaf !== null;
  const networkPorts =
    topology === 'torus' ? 2 * shape.length * trunk : shape.reduce((sum, size) => sum + (size - 1) * trunk, 0);
  // Enough hosts that their own links never limit what a cut through the switches can carry.
  const hostsPerSwitch = isSwitched ? (wish.hostsPerSwitch ?? networkPorts) : null;
  const linkGbps = readLatticeGbps(wish, networkPorts) ?? endpoint.linkGbps;
  const ports = isSwitched ? 1 : networkPorts;
  const fabric: FabricRequirementsInput = {
    id: 'compute',
    purpose: 'compute',
    technology: 'ethernet',
    topology,
    speedGbps: linkGbps,
    leaf: isSwitched ? (leaf?.spec ?? { radix: networkPorts + (hostsPerSwitch ?? 0), portGbps: linkGbps }) : null,
    lattice: {
      shape: [...shape],
      trunks: [trunk],
      wraps: wish.isWrapped,
      hostsPerSwitch,
      tile: wish.tile === null ? null : [...wish.tile],
      opticalSwitchPorts: wish.tile === null ? null : (wish.opticalSwitchPorts ?? readUsedPorts(wish)),
    },
  };
  const input: RequirementsInput = {
    name: 'Reference case',
    endpoint: { gpus: 1, ports, portGbps: linkGbps },
    endpointCount: nodeCount * (hostsPerSwitch ?? 1),
    fabrics: [fabric],
  };
  return { input, ownParts: [], isComplete: false, hasInventedHosts: isSwitched && wish.hostsPerSwitch === null };
}

/** One way, Gb/s of one link; `bidirectional per chip` sums both directions of all links of a chip. */
function readLatticeGbps(wish: Wish, ports: number): number | null {
  if (wish.latticeLinkGbps !== null) return wish.latticeLinkGbps;
  if (wish.latticeLinkGBs !== null) return wish.latticeLinkGBs * 8;
  if (wish.latticeChipGBs !== null) return ((wish.latticeChipGBs / 2) * 8) / (wish.latticePorts ?? ports);
  return null;
}

/** An optical switch's size stands beside the figure it is counted for: `136 ports, 128 used + 8 spare`. */
function readUsedPorts(wish: Wish): number {
  const text = Object.entries(wish.metrics).find(([name]) => /ocs|optical_switch/.test(name))?.[1].counts ?? '';
  const match = /(\d+)\s+(?:ports\s+)?used/.exec(text);
  return match ? Number(match[1]) : 128;
}

/** DGX SuperPOD GB200: one scalable unit of eight NVL72 racks (NVIDIA RA-11338-001; leaves and spines by two readings of it). */
import type { Design } from '#core/design/design.ts';
import { generateDesign } from '../support/generate-design.ts';
import { describe } from './describe.ts';
import { requireOutOfBand } from './out-of-band.ts';
import { standInRacks } from './stand-in-racks.ts';

const RACK_COUNT = 8;
const TRAYS_PER_RACK = 18;
const RAILS = [1, 2, 3, 4];

export function createGb200Unit(): Design {
  const design = generateDesign({
    name: 'GB200 NVL72 x 8',
    endpoint: { partId: 'gb200-tray' },
    endpointCount: RACK_COUNT * TRAYS_PER_RACK,
    fabrics: [
      {
        id: 'compute',
        purpose: 'compute',
        technology: 'infiniband',
        topology: 'rail-optimised',
        tiers: 2,
        planes: RAILS.length,
        speedGbps: 400,
        leaf: { partId: 'qm9700' },
        endpointsPerUnit: TRAYS_PER_RACK,
        uplinksPerLeaf: TRAYS_PER_RACK,
        spineCount: 6,
      },
      requireOutOfBand({ leafCount: 8 }),
    ],
  });
  const racked = standInRacks(design, [
    {
      id: 'network-rack',
      name: 'Network rack',
      partId: 'apc-ar3357',
      count: RAILS.length,
      position: { x: 0, y: 0 },
      limits: { heightUnits: 48, powerLimitW: 40_000 },
      contents: [
        { deviceId: 'oob-leaf', perRack: 2, bottomUnit: 1 },
        ...RAILS.flatMap((rail) => [
          { deviceId: `leaf-${rail}`, perRack: 8, bottomUnit: 5, firstRack: rail - 1 },
          { deviceId: `spine-${rail}`, perRack: 6, bottomUnit: 15, firstRack: rail - 1 },
        ]),
      ],
    },
    {
      id: 'compute-rack',
      name: 'NVL72 rack',
      partId: 'mgx-rack',
      count: RACK_COUNT,
      position: { x: 0, y: 480 },
      limits: { heightUnits: 48, powerLimitW: 142_000, cooling: 'hybrid' },
      contents: [{ deviceId: 'server', perRack: TRAYS_PER_RACK, bottomUnit: 5 }],
    },
  ]);
  return describe(racked, design.name, [
    'One scalable unit of eight NVL72 racks: 576 GPUs in NVLink domains of 72, four rails of NDR InfiniBand.',
    'Counts: NVIDIA DGX SuperPOD GB200 reference architecture RA-11338-001 (eight racks of 18 trays); eight leaves and six spines for each of the four rails by two third-party readings of it.',
    'A leaf serves one rack and one rail, so 18 of its 64 ports go down and 18 up: half is left empty on purpose. Every rail is a tree of its own, its switches in one network rack.',
    'The nine NVLink switch trays and the power shelves of a rack are part of the NVL72 and not drawn; storage and in-band over BlueField-3 are not drawn either.',
  ]);
}

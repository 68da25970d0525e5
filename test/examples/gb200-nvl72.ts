/** DGX SuperPOD GB200: one scalable unit of eight NVL72 racks (NVIDIA RA-11338-001; leaves and spines by two readings of it). */
import type { Design } from '#core/design/design.ts';
import type { Command } from '#core/edit/command.ts';
import { generateDesign } from '../support/generate-design.ts';
import { applyCommands } from './apply-commands.ts';
import { describe } from './describe.ts';
import { requireOutOfBand } from './out-of-band.ts';
import { standInRacks } from './stand-in-racks.ts';

const RACK_COUNT = 8;
const TRAYS_PER_RACK = 18;
const RAILS = [1, 2, 3, 4];
/** Two rails at either side of what all of them lead to. */
const COLUMN_PX = 440;
const ROW_PX = 320;

const switchRack = { partId: 'apc-ar3357', count: 1, limits: { heightUnits: 48, powerLimitW: 30_000 } };

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
  const racked = standInRacks(nameRails(design), [
    ...RAILS.map((rail) => ({
      id: `rail-rack-${rail}`,
      name: `Rail ${rail} rack`,
      ...switchRack,
      position: { x: rail <= 2 ? 0 : 2 * COLUMN_PX, y: rail % 2 === 1 ? 0 : ROW_PX },
      contents: [
        { deviceId: `leaf-${rail}`, perRack: 8, bottomUnit: 5 },
        { deviceId: `spine-${rail}`, perRack: 6, bottomUnit: 16 },
      ],
    })),
    {
      id: 'oob-rack',
      name: 'Out-of-band rack',
      ...switchRack,
      position: { x: COLUMN_PX, y: 0 },
      contents: [{ deviceId: 'oob-leaf', perRack: 8, bottomUnit: 5 }],
    },
    {
      id: 'compute-rack',
      name: 'NVL72 rack',
      partId: 'mgx-rack',
      count: RACK_COUNT,
      position: { x: COLUMN_PX, y: ROW_PX },
      limits: { heightUnits: 48, powerLimitW: 142_000, cooling: 'hybrid' },
      contents: [{ deviceId: 'server', perRack: TRAYS_PER_RACK, bottomUnit: 5 }],
    },
  ]);
  return describe(racked, design.name, [
    'One scalable unit of eight NVL72 racks: 576 GPUs in NVLink domains of 72, four rails of NDR InfiniBand.',
    'Counts: NVIDIA DGX SuperPOD GB200 reference architecture RA-11338-001 (eight racks of 18 trays); eight leaves and six spines for each of the four rails by two third-party readings of it.',
    'A leaf serves one rack and one rail, so 18 of its 64 ports go down and 18 up: half is left empty on purpose. Every rail is a tree of its own, its switches in a rack of their own.',
    'The nine NVLink switch trays and the power shelves of a rack are part of the NVL72 and not drawn; storage and in-band over BlueField-3 are not drawn either.',
  ]);
}

/** The generator speaks of planes; here each of them is a rail. */
function nameRails(design: Design): Design {
  const rename = (id: string, name: string, nameTemplate: string): Command => {
    return { name: 'editDevice', args: { id, patch: { name, nameTemplate } } };
  };
  return applyCommands(
    design,
    RAILS.flatMap((rail) => [
      rename(`leaf-${rail}`, `Leaf, rail ${rail}`, `rail${rail}-leaf-{i}`),
      rename(`spine-${rail}`, `Spine, rail ${rail}`, `rail${rail}-spine-{i}`),
    ]),
  );
}

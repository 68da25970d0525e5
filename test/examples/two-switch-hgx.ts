/**
 * Twelve HGX servers on two Spectrum switches, NVIDIA Enterprise RA 2-8-9-400: the drawing of the golden case, which follows
 * the published wire map row by row, stood in racks.
 */
import { readFileSync } from 'node:fs';
import type { Part } from '#core/catalog/part.ts';
import { createLink } from '#core/design/defaults.ts';
import type { Design } from '#core/design/design.ts';
import { parseDesign } from '#core/io/design-file.ts';
import { applyCommands } from './apply-commands.ts';
import { describe } from './describe.ts';
import { standInRacks } from './stand-in-racks.ts';

const DRAWING = 'test/golden/designs/era-2-8-9-400-wiremap.weft';

/** Run from the root of the project, as all its scripts are. */
export function createTwoSwitchHgx(): Design {
  const drawing = parseDesign(readFileSync(DRAWING, 'utf8'), DRAWING);
  if (!drawing.ok) throw new Error(drawing.error.message);
  const design = standInRacks(cableManagement(stateBodies(drawing.value)), [
    {
      id: 'network-rack',
      name: 'Network and support rack',
      partId: 'apc-ar3357',
      count: 1,
      position: { x: 0, y: 0 },
      limits: { heightUnits: 48, powerLimitW: 30_000 },
      contents: [
        { deviceId: 'storage', perRack: 6, bottomUnit: 1 },
        { deviceId: 'support', perRack: 8, bottomUnit: 14 },
        { deviceId: 'oob', perRack: 3, bottomUnit: 31 },
        { deviceId: 'core', perRack: 2, bottomUnit: 36 },
        { deviceId: 'border', perRack: 2, bottomUnit: 42 },
      ],
    },
    {
      id: 'compute-rack',
      name: 'Compute rack',
      partId: 'apc-ar3357',
      count: 3,
      position: { x: 520, y: 120 },
      limits: { heightUnits: 48, powerLimitW: 50_000 },
      contents: [{ deviceId: 'node', perRack: 4, bottomUnit: 1 }],
    },
  ]);
  return describe(design, 'Spectrum-X HGX, two switches', [
    'Twelve HGX servers, 96 GPUs, on two converged SN5600: compute, in-band, storage and the way out share them.',
    'Counts: NVIDIA Enterprise reference architecture 2-8-9-400 (Spectrum-X), wire map of release 3.0.0: 96 GPU links and 48 links between the switches at 400G, 24 in-band links at 200G, three SN2201 with 80 ports of hosts out of band.',
    'The links between the switches are as large as the GPU side of one. An SN5600 cage split for 100G uses six lanes and switches off its neighbour, as the wire map has it. Two cables to the management ports of the SN5600 are added to it; the twelve uplinks of 100G from the SN2201 are left out, because no splitter for them is in the catalog.',
    'Servers, support servers, storage and customer switches are known by their ports alone; the servers are drawn eight units high, as air-cooled HGX servers of the catalog are.',
  ]);
}

const HGX_UNITS = 8;

/** The height of an HGX server, and no word of the cages of what hangs on 100G: the wire map says neither. */
function stateBodies(design: Design): Design {
  const parts = Object.values(design.parts).map((part): Part => {
    if (part.kind !== 'server') return part;
    if (part.id === 'node') return { ...part, rackUnits: HGX_UNITS };
    if (part.id !== 'border' && part.id !== 'storage') return part;
    return { ...part, portBlocks: part.portBlocks.map((block) => ({ ...block, formFactor: null })) };
  });
  return { ...design, parts: Object.fromEntries(parts.map((part) => [part.id, part])) };
}

function cableManagement(design: Design): Design {
  const link = createLink({
    id: 'oob-core',
    fabricId: 'oob',
    a: { deviceId: 'core', blockId: 'mgmt-2' },
    b: { deviceId: 'oob', blockId: 'data' },
    pattern: 'spread',
    speedGbps: 1,
  });
  return applyCommands(design, [
    { name: 'removeItems', args: { items: [{ kind: 'link', id: 'oob-uplink' }] } },
    { name: 'addLink', args: { link } },
  ]);
}

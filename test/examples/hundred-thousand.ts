/** A full-bisection Ethernet of three tiers for 100,352 GPUs: 49 pods of 2,048, everything in groups with counts. */
import type { Design } from '#core/design/design.ts';
import { generateDesign } from '../support/generate-design.ts';
import { describe } from './describe.ts';
import { requireOutOfBand } from './out-of-band.ts';
import { standInRacks } from './stand-in-racks.ts';

const UNIT_COUNT = 196;
const SERVERS_PER_UNIT = 64;

export function createHundredThousand(): Design {
  const design = generateDesign({
    name: '100\u202f352 GPUs on three tiers',
    endpoint: { partId: 'dgx-h100' },
    endpointCount: UNIT_COUNT * SERVERS_PER_UNIT,
    fabrics: [
      {
        id: 'compute',
        purpose: 'compute',
        technology: 'ethernet',
        topology: 'rail-optimised',
        tiers: 3,
        speedGbps: 400,
        uplinkSpeedGbps: 800,
        leaf: { partId: 'sn5600' },
        endpointsPerUnit: SERVERS_PER_UNIT,
      },
      requireOutOfBand({ leafCount: 2 * UNIT_COUNT }),
    ],
  });
  const frame = { partId: 'apc-ar3357', limits: { heightUnits: 48, powerLimitW: 45_000 } };
  const racked = standInRacks(design, [
    {
      id: 'core-rack',
      name: 'Core rack',
      count: 128,
      position: { x: 520, y: 0 },
      contents: [{ deviceId: 'core', perRack: 8, bottomUnit: 5 }],
      ...frame,
    },
    {
      id: 'network-rack',
      name: 'Network rack',
      count: UNIT_COUNT,
      position: { x: 0, y: 0 },
      contents: [
        { deviceId: 'oob-leaf', perRack: 2, bottomUnit: 1 },
        { deviceId: 'leaf', perRack: 8, bottomUnit: 5 },
        { deviceId: 'spine', perRack: 8, bottomUnit: 25 },
      ],
      ...frame,
    },
    {
      id: 'compute-rack',
      name: 'Compute rack',
      count: (UNIT_COUNT * SERVERS_PER_UNIT) / 4,
      position: { x: 520, y: 220 },
      contents: [{ deviceId: 'server', perRack: 4, bottomUnit: 1 }],
      ...frame,
    },
  ]);
  return describe(racked, design.name, [
    'Three tiers of 800G Ethernet without oversubscription: 12\u202f544 servers of eight H100 in 49 pods.',
    'Counts by hand, for switches of 64 x 800G: a leaf takes 64 x 400G down and 32 x 800G up. A unit is 64 servers on eight leaves, one a rail; a pod is four units, 32 leaves and 32 spines; spine s of every pod meets run s of 32 cores. 49 pods are 1\u202f568 leaves, 1\u202f568 spines and 1\u202f024 cores.',
    'A core has 49 of 64 ports in use: fifteen more pods, to 131\u202f072 GPUs, need no change. Four servers to a rack, a network rack to a unit. Storage and front-end networks are not drawn.',
  ]);
}

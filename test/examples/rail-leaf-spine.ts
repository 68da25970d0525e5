/** RoCE on rails: Arista 7060X6 under H100 servers, a Tomahawk 5 white box under MI300X, and Juniper rail stripes. */
import type { Design } from '#core/design/design.ts';
import { generateDesign } from '../support/generate-design.ts';
import { describe } from './describe.ts';
import { requireOutOfBand } from './out-of-band.ts';
import { standInRacks } from './stand-in-racks.ts';

const rackLimits = { heightUnits: 48, powerLimitW: 45_000 };

export function createAristaRails(): Design {
  const design = generateDesign({
    name: 'Arista 7060X6 RoCE, 2\u202f048 H100',
    endpoint: { partId: 'dell-xe9680', adapters: { compute: 'thor2' } },
    endpointCount: 256,
    fabrics: [
      {
        id: 'compute',
        name: 'RoCE compute',
        purpose: 'compute',
        technology: 'ethernet',
        topology: 'rail-optimised',
        speedGbps: 400,
        uplinkSpeedGbps: 800,
        leaf: { partId: '7060x6-64pe' },
        endpointsPerUnit: 64,
      },
      requireOutOfBand({ leafCount: 8 }),
    ],
  });
  const racked = standInRacks(design, [
    {
      id: 'network-rack',
      name: 'Network rack',
      partId: 'apc-ar3357',
      count: 4,
      position: { x: 0, y: 0 },
      limits: rackLimits,
      contents: [
        { deviceId: 'oob-leaf', perRack: 2, bottomUnit: 1 },
        { deviceId: 'leaf', perRack: 8, bottomUnit: 5 },
        { deviceId: 'spine', perRack: 4, bottomUnit: 25 },
      ],
    },
    {
      id: 'compute-rack',
      name: 'Compute rack',
      partId: 'apc-ar3357',
      count: 64,
      position: { x: 480, y: 92 },
      limits: rackLimits,
      contents: [{ deviceId: 'server', perRack: 4, bottomUnit: 1 }],
    },
  ]);
  return describe(racked, design.name, [
    'RoCE leaf-spine with rails on Tomahawk 5: 256 servers of eight H100 with Broadcom Thor 2 NICs, 1:1.',
    'Counts by hand: a 7060X6-64PE leaf takes 64 x 400G down (32 cages) and 32 x 800G up. A unit is 64 servers on eight leaves, one a rail; four units are 32 leaves, 1\u202f024 uplinks and 16 spines of 64 ports, two links from each leaf to each spine.',
    'Four servers to a rack. The catalog states no power for the XE9680 and no management port for the 7060X6, so power is a lower bound and the out-of-band network holds the servers only.',
  ]);
}

export function createMi300xRails(): Design {
  const design = generateDesign({
    name: 'AMD MI300X RoCE, 1\u202f024 GPUs',
    endpoint: { partId: 'dell-xe9680-mi300x', adapters: { compute: 'pollara400' } },
    endpointCount: 128,
    fabrics: [
      {
        id: 'compute',
        name: 'RoCE compute',
        purpose: 'compute',
        technology: 'ethernet',
        topology: 'rail-optimised',
        speedGbps: 400,
        uplinkSpeedGbps: 800,
        leaf: { partId: 'ais800-64o' },
        endpointsPerUnit: 64,
      },
      requireOutOfBand({ leafCount: 4 }),
    ],
  });
  const racked = standInRacks(design, [
    {
      id: 'network-rack',
      name: 'Network rack',
      partId: 'apc-ar3357',
      count: 4,
      position: { x: 0, y: 0 },
      limits: rackLimits,
      contents: [
        { deviceId: 'oob-leaf', perRack: 1, bottomUnit: 1 },
        { deviceId: 'leaf', perRack: 4, bottomUnit: 5 },
        { deviceId: 'spine', perRack: 2, bottomUnit: 15 },
      ],
    },
    {
      id: 'compute-rack',
      name: 'Compute rack',
      partId: 'apc-ar3357',
      count: 32,
      position: { x: 480, y: 98 },
      limits: rackLimits,
      contents: [{ deviceId: 'server', perRack: 4, bottomUnit: 1 }],
    },
  ]);
  return describe(racked, design.name, [
    'MI300X with Pensando Pollara 400 NICs on rails of RoCE: 128 servers, 1:1 on Tomahawk 5 white boxes.',
    'Counts by hand: an Edgecore AIS800-64O leaf takes 64 x 400G down (32 cages) and 32 x 800G up. A unit is 64 servers on eight leaves, one a rail; two units are 16 leaves, 512 uplinks and eight spines of 64 ports, four links from each leaf to each spine.',
    'Four servers of 10 kW (typical, Dell PowerEdge XE9680 with MI300X) to a rack; the leaves of a unit stand in two network racks. The catalog states no management port for the AIS800-64O, so the out-of-band network holds the servers only.',
  ]);
}

export function createJuniperStripes(): Design {
  const design = generateDesign({
    name: 'Juniper rail stripes, 64 H100',
    endpoint: { partId: 'dgx-h100' },
    endpointCount: 8,
    fabrics: [
      {
        id: 'compute',
        name: 'GPU backend',
        purpose: 'compute',
        technology: 'ethernet',
        topology: 'rail-optimised',
        speedGbps: 400,
        uplinkSpeedGbps: 800,
        leaf: { partId: 'qfx5240-64od' },
        endpointsPerUnit: 4,
        uplinksPerLeaf: 4,
        spineCount: 4,
        oversubscription: { leaf: 0.5 },
      },
      requireOutOfBand(),
    ],
  });
  const racked = standInRacks(design, [
    {
      id: 'network-rack',
      name: 'Network rack',
      partId: 'apc-ar3357',
      count: 2,
      position: { x: 0, y: 0 },
      limits: rackLimits,
      contents: [
        { deviceId: 'oob-leaf', perRack: 1, bottomUnit: 1 },
        { deviceId: 'leaf', perRack: 8, bottomUnit: 5 },
        { deviceId: 'spine', perRack: 2, bottomUnit: 25 },
      ],
    },
    {
      id: 'compute-rack',
      name: 'Stripe rack',
      partId: 'apc-ar3357',
      count: 2,
      position: { x: 480, y: 116 },
      limits: rackLimits,
      contents: [{ deviceId: 'server', perRack: 4, bottomUnit: 1 }],
    },
  ]);
  return describe(racked, design.name, [
    'Two stripes of four H100 servers, eight QFX5240 leaves a stripe, four spines: more bandwidth up than down.',
    'Counts: Juniper validated design for the AI data centre with multitenancy, JVD-AICLUSTERDC-EVPNType5-01-04, tables 1 to 4: 32 x 400G from servers and 32 x 800G to spines in each stripe, 12.8 against 25.6 Tb/s.',
    'The document counts the same uplink once as 2 x 400G and once as 1 x 800G; drawn as 800G. A stripe takes four more servers before it reaches 1:1. Front-end and storage networks of the document are not drawn.',
  ]);
}

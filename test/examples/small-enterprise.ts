/** Four DGX H100 with everything around them, in the manner of DGX BasePOD: two InfiniBand switches, two Ethernet ones, one out of band. */
import type { Design } from '#core/design/design.ts';
import { generateDesign } from '../support/generate-design.ts';
import { applyCommands } from './apply-commands.ts';
import { describe } from './describe.ts';
import { requireOutOfBand } from './out-of-band.ts';
import { standInRacks } from './stand-in-racks.ts';
import { QSFP28, stateCages } from './state-cages.ts';

export function createSmallEnterprise(): Design {
  const design = generateDesign({
    name: 'Small enterprise, 4 GPU servers',
    endpoint: { partId: 'dgx-h100' },
    endpointCount: 4,
    fabrics: [
      {
        id: 'compute',
        purpose: 'compute',
        technology: 'infiniband',
        topology: 'two-switch',
        speedGbps: 400,
        leaf: { partId: 'qm9700' },
        uplinksPerLeaf: 16,
      },
      {
        id: 'storage',
        purpose: 'storage',
        technology: 'infiniband',
        topology: 'two-switch',
        ridesOn: 'compute',
        speedGbps: 400,
        portsPerEndpoint: 2,
        attachments: [
          {
            id: 'storage',
            name: 'Storage',
            role: 'storage',
            partId: 'ddn-ai400x2',
            count: 1,
            portsPerHost: 8,
            speedGbps: 200,
          },
        ],
      },
      {
        id: 'frontend',
        purpose: 'frontend',
        technology: 'ethernet',
        topology: 'two-switch',
        speedGbps: 100,
        endpointBlockId: 'inband_mgmt',
        portsPerEndpoint: 2,
        uplinksPerLeaf: 4,
        leaf: { partId: 'sn4600c' },
        attachments: [
          { id: 'control', name: 'Control-plane server', partId: 'basepod-mgmt', count: 5, portsPerHost: 2 },
          { id: 'border', name: 'Company network', role: 'border', count: 2, portsPerHost: 2 },
        ],
      },
      requireOutOfBand({ uplinkTo: { fabricId: 'frontend', linksPerLeaf: 2, speedGbps: 100 } }),
    ],
  });
  const racked = standInRacks(stateCages(design, 'own-border', QSFP28), [
    {
      id: 'network-rack',
      name: 'Network and storage rack',
      partId: 'apc-ar3357',
      count: 1,
      position: { x: 0, y: 0 },
      limits: { heightUnits: 48, powerLimitW: 20_000 },
      contents: [
        { deviceId: 'storage', perRack: 1, bottomUnit: 1 },
        { deviceId: 'control', perRack: 5, bottomUnit: 5 },
        { deviceId: 'oob-leaf', perRack: 1, bottomUnit: 30 },
        { deviceId: 'frontend-leaf', perRack: 2, bottomUnit: 33 },
        { deviceId: 'leaf', perRack: 2, bottomUnit: 39 },
      ],
    },
    {
      id: 'compute-rack',
      name: 'Compute rack',
      partId: 'apc-ar3357',
      count: 2,
      position: { x: 520, y: 0 },
      limits: { heightUnits: 48, powerLimitW: 25_000 },
      contents: [{ deviceId: 'server', perRack: 2, bottomUnit: 1 }],
    },
  ]);
  const arranged = applyCommands(racked, [
    { name: 'moveItems', args: { moves: [{ kind: 'device', id: 'border', position: { x: 540, y: 320 } }] } },
  ]);
  return describe(arranged, design.name, [
    'Four DGX H100 with compute, storage, front-end and out-of-band networks in three racks.',
    'Switches and control-plane servers: NVIDIA DGX BasePOD reference architecture RA-11127-001 V5 (two QM9700, two SN4600C, one SN2201, five servers). Links by hand: 32 for compute, 16 between its switches so that either half speaks to the other at full rate, two a server for storage and for the front-end.',
    'Storage shares the InfiniBand switches. Two servers to a rack, 20.4 kW at maximum. The control-plane server and the way into the company network are known by their ports alone, the latter taken to be QSFP28; the catalog states no cages for the 100G ports of the servers and the ports of the storage, so their cables stay open until the vendor is asked.',
  ]);
}

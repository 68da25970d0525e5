/** DGX SuperPOD, H100 and B200, by the counts of NVIDIA's reference architectures RA-11333-001 V11 and RA-11334-001 V08. */
import type { Design } from '#core/design/design.ts';
import { generateSuperPodH100 } from '#core/generate/superpod-h100.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';
import { generateDesign } from '../support/generate-design.ts';
import { createRackedExample } from '../support/racked-example.ts';
import { describe } from './describe.ts';
import { requireOutOfBand } from './out-of-band.ts';
import { standInRacks } from './stand-in-racks.ts';
import { OSFP_NDR, stateCages } from './state-cages.ts';

const H100_SOURCE =
  'Counts: NVIDIA DGX SuperPOD reference architecture RA-11333-001 V11, table 4. One DGX of the whole pod makes room for the four links of UFM; leaves and spines are cabled for full units all the same.';

const H100_RACKS =
  'Four DGX to a rack of 48 units, 40.8 kW at maximum; the switches of a unit share a network rack with the out-of-band switches. Storage and in-band networks are not drawn.';

export function createH100OneUnit(): Design {
  return describe(generateSuperPodH100(1, builtInCatalog), 'DGX H100 SuperPOD, 1 SU', [
    'One scalable unit: 31 DGX H100 on eight rails of NDR InfiniBand, full bisection.',
    H100_SOURCE,
    H100_RACKS,
  ]);
}

export function createH100FourUnits(): Design {
  return describe(generateSuperPodH100(4, builtInCatalog), 'DGX H100 SuperPOD, 4 SU', [
    'Four scalable units: 127 DGX H100 on eight rails of NDR InfiniBand, full bisection.',
    H100_SOURCE,
    H100_RACKS,
  ]);
}

export function createH100OnFloor(): Design {
  return describe(createRackedExample(), 'DGX H100 SuperPOD, 2 SU, on a floor', [
    'Two scalable units with a hall: rows, trays, measured cable runs, two power feeds and cooling by air.',
    H100_SOURCE,
    'Two rows of nine racks, four PDUs a rack on feeds A and B (2N), one air zone of 900 kW for both rows.',
  ]);
}

const UNIT_COUNT = 4;
const SERVERS_PER_UNIT = 32;

export function createB200FourUnits(): Design {
  const design = generateDesign({
    name: 'DGX B200 SuperPOD, 4 SU',
    endpoint: { partId: 'dgx-b200' },
    endpointCount: UNIT_COUNT * SERVERS_PER_UNIT,
    displacedEndpoints: 1,
    fabrics: [
      {
        id: 'compute',
        purpose: 'compute',
        technology: 'infiniband',
        topology: 'rail-optimised',
        speedGbps: 400,
        leaf: { partId: 'qm9700' },
        endpointsPerUnit: SERVERS_PER_UNIT,
        attachments: [{ id: 'ufm', name: 'UFM', count: 2, portsPerHost: 2 }],
      },
      {
        id: 'storage',
        purpose: 'storage',
        technology: 'infiniband',
        topology: 'leaf-spine',
        speedGbps: 400,
        portsPerEndpoint: 2,
        rails: 2,
        leaf: { partId: 'qm9700' },
        endpointsPerUnit: SERVERS_PER_UNIT,
      },
      {
        id: 'inband',
        purpose: 'inband',
        technology: 'ethernet',
        topology: 'leaf-spine',
        speedGbps: 100,
        endpointBlockId: 'inband_mgmt',
        portsPerEndpoint: 2,
        rails: 2,
        leaf: { partId: 'sn4600c' },
        endpointsPerUnit: SERVERS_PER_UNIT,
        uplinksPerLeaf: 8,
        leafCount: 10,
        oversubscription: { leaf: 4 },
        attachments: [{ id: 'mgmt', name: 'Management server', count: 4, portsPerHost: 2, partId: 'basepod-mgmt' }],
      },
      requireOutOfBand({
        includesDpus: true,
        leafCount: 12,
        uplinkTo: { fabricId: 'inband', linksPerLeaf: 2, speedGbps: 100 },
      }),
    ],
  });
  return describe(standB200(stateCages(design, 'own-ufm', OSFP_NDR)), design.name, [
    'Four scalable units: 127 DGX B200 with compute, storage, in-band and out-of-band networks.',
    'Compute counts: NVIDIA DGX SuperPOD reference architecture RA-11334-001 V08, table 4 (127 nodes, 32 leaves, 16 spines, 1\u202f020 node and UFM links, 1\u202f024 to the spines).',
    'Storage at 1:1 for two 400G ports a node, in-band at 4:1 for two 100G ports a node and out-of-band are sized here, not in that table; storage appliances are not drawn. Two DGX to a rack, 28.6 kW at maximum.',
    'UFM is a host with two NDR links, as in the H100 design; its height and power are not known. The catalog states no cages for the 100G ports of DGX B200 and of the management servers, so their cables stay open until the vendor is asked.',
  ]);
}

function standB200(design: Design): Design {
  const frame = { partId: 'apc-ar3357', limits: { heightUnits: 48, powerLimitW: 40_000 } };
  return standInRacks(design, [
    {
      id: 'network-rack',
      name: 'Compute network rack',
      count: UNIT_COUNT,
      position: { x: 0, y: 0 },
      contents: [
        { deviceId: 'ufm', perRack: 1, bottomUnit: 1 },
        { deviceId: 'leaf', perRack: 8, bottomUnit: 5 },
        { deviceId: 'spine', perRack: 4, bottomUnit: 16 },
      ],
      ...frame,
    },
    {
      id: 'storage-rack',
      name: 'Storage network rack',
      count: 2,
      position: { x: 400, y: 0 },
      contents: [
        { deviceId: 'storage-leaf', perRack: 4, bottomUnit: 5 },
        { deviceId: 'storage-spine', perRack: 2, bottomUnit: 16 },
      ],
      ...frame,
    },
    {
      id: 'management-rack',
      name: 'Management rack',
      count: 2,
      position: { x: 800, y: 0 },
      contents: [
        { deviceId: 'mgmt', perRack: 2, bottomUnit: 1 },
        { deviceId: 'oob-leaf', perRack: 6, bottomUnit: 5 },
        { deviceId: 'inband-leaf', perRack: 5, bottomUnit: 14 },
        { deviceId: 'inband-spine', perRack: 1, bottomUnit: 28 },
      ],
      ...frame,
    },
    {
      id: 'compute-rack',
      name: 'Compute rack',
      partId: 'nv-dgx-rack-rec',
      count: (UNIT_COUNT * SERVERS_PER_UNIT) / 2,
      position: { x: 400, y: 400 },
      limits: { heightUnits: 52, powerLimitW: 32_000 },
      contents: [{ deviceId: 'server', perRack: 2, bottomUnit: 1 }],
    },
  ]);
}

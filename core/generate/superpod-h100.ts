/**
 * DGX SuperPOD H100 by scalable units (NVIDIA RA-11333-001 V11, tables 4 and 7): 32 DGX a unit less the one that makes
 * room for UFM in the whole pod, eight rails, QM9700 leaves and spines, four UFM links, out-of-band 1G, four DGX a rack.
 */
import { assert } from '../base/assert.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ServerPart } from '../catalog/part.ts';
import { createDevice, createLink, createRack } from '../design/defaults.ts';
import type { Design } from '../design/design.ts';
import { createDesignFrom } from './create-design.ts';
import { parseRequirements } from './requirements.ts';

const SERVERS_PER_UNIT = 32;
const SERVERS_PER_RACK = 4;
const LEAVES_PER_UNIT = 8;

export function generateSuperPodH100(unitCount: number, catalog: Catalog): Design {
  const requirements = parseRequirements({
    name: `DGX H100 SuperPOD, ${unitCount} SU`,
    endpoint: { partId: 'dgx-h100' },
    endpointCount: unitCount * SERVERS_PER_UNIT,
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
      },
    ],
  });
  assert(requirements.ok, 'the requirements of the SuperPOD are complete');
  const result = createDesignFrom(requirements.value, catalog);
  assert(result.ok, 'the built-in catalog holds the parts of the SuperPOD');
  const { design } = result.value;
  addUfm(design, unitCount);
  addOutOfBand(design, unitCount);
  addRacks(design, unitCount);
  return design;
}

/** The UFM appliance's fabric ports are not in public documents as a count, so the design carries a host with the four links of table 4. */
const UFM_PART: ServerPart = {
  kind: 'server',
  id: 'ufm-host-2x-ndr',
  category: 'appliance',
  manufacturer: 'NVIDIA',
  model: 'UFM host, 2 x NDR',
  partNumber: null,
  status: 'reference',
  notes: 'Two of them make the four UFM links of the DGX SuperPOD H100 table.',
  conflicts: [],
  sources: [
    {
      url: 'https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-h100/latest/network-fabrics.html',
      confidence: 'derived',
      fields: ['portBlocks'],
    },
  ],
  asOf: '2026-11-21',
  rackUnits: 1,
  depthMm: null,
  weightKg: null,
  powerTypicalW: null,
  powerTypicalBasis: null,
  powerTypicalIncludesOptics: null,
  powerMaxW: null,
  powerMaxBasis: null,
  powerMaxIncludesOptics: null,
  accelerator: null,
  gpuCount: null,
  hbmTotalGb: null,
  scaleUpDomain: null,
  cooling: 'air',
  airflowCfm: null,
  airflowDirection: null,
  portBlocks: [
    {
      id: 'fabric',
      role: 'fabric',
      cageCount: 2,
      slotCount: null,
      formFactor: 'OSFP',
      heatSink: 'flat',
      protocols: ['ib'],
      lanesPerCage: 4,
      gbpsPerLane: 100,
      modes: [{ portsPerCage: 1, speedGbps: 400 }],
      notes: null,
    },
  ],
};

/** Four links to the first leaves of the last unit, where the displaced DGX left a port free on every leaf. */
function addUfm(design: Design, unitCount: number): void {
  const firstLeaf = (unitCount - 1) * LEAVES_PER_UNIT;
  design.parts[UFM_PART.id] = UFM_PART;
  design.devices['ufm'] = createDevice({ id: 'ufm', name: 'UFM', partId: UFM_PART.id, role: 'management', count: 2 });
  design.links['link-ufm'] = createLink({
    id: 'link-ufm',
    fabricId: 'compute',
    a: { deviceId: 'ufm', blockId: 'fabric' },
    b: { deviceId: 'leaf', blockId: 'data' },
    pattern: 'explicit',
    pairs: [
      [0, firstLeaf],
      [0, firstLeaf + 1],
      [1, firstLeaf + 2],
      [1, firstLeaf + 3],
    ],
    speedGbps: 400,
  });
}

/** One 1G cable from every DGX controller and every InfiniBand switch, dealt over SN2201 of 48 ports, two to a unit. */
function addOutOfBand(design: Design, unitCount: number): void {
  design.fabrics['oob'] = {
    id: 'oob',
    name: 'Out-of-band',
    purpose: 'oob',
    technology: 'ethernet',
    routing: 'ecmp',
    targetOversubscription: null,
  };
  design.devices['oob-switch'] = createDevice({
    id: 'oob-switch',
    name: 'OOB switch',
    partId: 'sn2201',
    role: 'leaf',
    count: 2 * unitCount,
  });
  addOutOfBandLink(design, 'link-oob-1', 'server', 'bmc');
  addOutOfBandLink(design, 'link-oob-2', 'leaf', 'mgmt');
  addOutOfBandLink(design, 'link-oob-3', 'spine', 'mgmt');
}

function addOutOfBandLink(design: Design, id: string, deviceId: string, blockId: string): void {
  design.links[id] = createLink({
    id,
    fabricId: 'oob',
    a: { deviceId, blockId },
    b: { deviceId: 'oob-switch', blockId: 'data' },
    pattern: 'spread',
    speedGbps: 1,
    lengthM: 20,
  });
}

/** Beside the network rack, and so low that the cables from leaves to servers run level. */
const BESIDE = { x: 480, y: 110 };

/** Four DGX to a compute rack; the switches of a unit share a network rack. */
function addRacks(design: Design, unitCount: number): void {
  const serverCount = design.devices['server']?.count ?? 0;
  const spineCount = design.devices['spine']?.count ?? 0;
  const frame = { partId: 'apc-ar3357', heightUnits: 48 };
  design.racks['network-rack'] = createRack({
    id: 'network-rack',
    name: 'Network rack',
    count: unitCount,
    powerLimitW: 30_000,
    ...frame,
  });
  design.racks['compute-rack'] = createRack({
    id: 'compute-rack',
    name: 'Compute rack',
    count: Math.ceil(serverCount / SERVERS_PER_RACK),
    powerLimitW: 45_000,
    position: BESIDE,
    ...frame,
  });
  place(design, 'server', 'compute-rack', SERVERS_PER_RACK, 1);
  place(design, 'oob-switch', 'network-rack', 2, 1);
  place(design, 'ufm', 'network-rack', 2, 4);
  place(design, 'leaf', 'network-rack', LEAVES_PER_UNIT, 8);
  place(design, 'spine', 'network-rack', Math.ceil(spineCount / unitCount), 20);
}

function place(design: Design, deviceId: string, rackId: string, perRack: number, bottomUnit: number): void {
  const id = `place-${deviceId}`;
  const memberCount = design.devices[deviceId]?.count ?? 1;
  design.placements[id] = { id, deviceId, rackId, firstMember: 0, memberCount, firstRack: 0, perRack, bottomUnit };
}

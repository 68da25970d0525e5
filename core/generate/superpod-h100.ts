/**
 * DGX SuperPOD H100 by scalable units (NVIDIA RA-11333-001 V11, tables 4 and 7): 32 DGX a unit less the one that makes
 * room for UFM in the whole pod, eight rails, QM9700 leaves and spines, four UFM links, out-of-band 1G, four DGX a rack.
 */
import { assert } from '../base/assert.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ServerPart } from '../catalog/part.ts';
import type { Design, Device, Placement, Rack } from '../design/design.ts';
import { generateRailOptimised } from './rail-optimised.ts';

const SERVERS_PER_UNIT = 32;
const SERVERS_PER_RACK = 4;
const LEAVES_PER_UNIT = 8;

export function generateSuperPodH100(unitCount: number, catalog: Catalog): Design {
  const serverCount = unitCount * SERVERS_PER_UNIT - 1;
  const result = generateRailOptimised(
    {
      name: `DGX H100 SuperPOD, ${unitCount} SU`,
      serverPartId: 'dgx-h100',
      serverCount,
      serversPerUnit: SERVERS_PER_UNIT,
      switchPartId: 'qm9700',
      speedGbps: 400,
      technology: 'infiniband',
    },
    catalog,
  );
  assert(result.ok, 'the built-in catalog holds the parts of the SuperPOD');
  const design = result.value;
  addUfm(design, unitCount);
  addOutOfBand(design, serverCount);
  addRacks(design, unitCount, serverCount);
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
  design.devices['ufm'] = createDevice('ufm', 'UFM', UFM_PART.id, 'management', 2, { x: 480, y: 640 });
  design.links['link-ufm'] = {
    id: 'link-ufm',
    fabricId: 'compute',
    a: { deviceId: 'ufm', blockId: 'fabric' },
    b: { deviceId: 'leaf', blockId: 'data' },
    pattern: 'explicit',
    within: 'all',
    cablesPerPair: 1,
    pairs: [
      [0, firstLeaf],
      [0, firstLeaf + 1],
      [1, firstLeaf + 2],
      [1, firstLeaf + 3],
    ],
    speedGbps: 400,
    medium: { kind: 'auto' },
    lengthM: 30,
  };
}

function createDevice(
  id: string,
  name: string,
  partId: string,
  role: Device['role'],
  count: number,
  position: Device['position'],
): Device {
  return {
    id,
    name,
    partId,
    role,
    count,
    membersPerPod: null,
    nameTemplate: `${id}-{i}`,
    adapters: {},
    position,
    phase: 1,
    locked: false,
  };
}

/** One 1G cable from every DGX controller, dealt over SN2201 switches of 48 ports, two to a unit. */
function addOutOfBand(design: Design, serverCount: number): void {
  const switchCount = 2 * Math.ceil(serverCount / SERVERS_PER_UNIT);
  design.fabrics['oob'] = {
    id: 'oob',
    name: 'Out-of-band',
    purpose: 'oob',
    technology: 'ethernet',
    routing: 'ecmp',
    targetOversubscription: null,
  };
  design.devices['oob-switch'] = createDevice('oob-switch', 'OOB switch', 'sn2201', 'leaf', switchCount, {
    x: 480,
    y: 320,
  });
  design.links['link-oob'] = {
    id: 'link-oob',
    fabricId: 'oob',
    a: { deviceId: 'server', blockId: 'bmc' },
    b: { deviceId: 'oob-switch', blockId: 'data' },
    pattern: 'spread',
    within: 'all',
    cablesPerPair: 1,
    pairs: [],
    speedGbps: 1,
    medium: { kind: 'auto' },
    lengthM: 20,
  };
}

function addRacks(design: Design, unitCount: number, serverCount: number): void {
  const spineCount = design.devices['spine']?.count ?? 0;
  const computeRacks = Math.ceil(serverCount / SERVERS_PER_RACK);
  design.racks['compute-rack'] = createRack('compute-rack', 'Compute rack', computeRacks, 45_000, { x: 0, y: 480 });
  design.racks['network-rack'] = createRack('network-rack', 'Network rack', unitCount, 30_000, { x: 0, y: 0 });
  place(design, 'server', 'compute-rack', serverCount, SERVERS_PER_RACK, 1);
  place(design, 'oob-switch', 'network-rack', 2 * unitCount, 2, 1);
  place(design, 'leaf', 'network-rack', unitCount * LEAVES_PER_UNIT, LEAVES_PER_UNIT, 8);
  place(design, 'spine', 'network-rack', spineCount, Math.ceil(spineCount / unitCount), 20);
  place(design, 'ufm', 'network-rack', 2, 2, 40);
}

function createRack(id: string, name: string, count: number, powerLimitW: number, position: Rack['position']): Rack {
  return {
    id,
    name,
    partId: 'apc-ar3357',
    count,
    heightUnits: 48,
    powerLimitW,
    weightLimitKg: null,
    cooling: 'air',
    pdus: [],
    position,
  };
}

function place(
  design: Design,
  deviceId: string,
  rackId: string,
  memberCount: number,
  perRack: number,
  bottomUnit: number,
): void {
  const placement: Placement = {
    id: `place-${deviceId}`,
    deviceId,
    rackId,
    firstMember: 0,
    memberCount,
    firstRack: 0,
    perRack,
    bottomUnit,
  };
  design.placements[placement.id] = placement;
}

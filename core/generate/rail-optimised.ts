/**
 * Rail-optimised fat trees from requirements: servers in scalable units, one leaf per rail and unit, spines by the
 * equal-links rule, and a core tier when the leaves outgrow two tiers. Written as groups, whatever the size.
 */
import type { Result } from '../base/result.ts';
import { fail, ok } from '../base/result.ts';
import { type Catalog, findPart } from '../catalog/catalog.ts';
import type { PortBlock } from '../catalog/part.ts';
import { createDesign, type Design, type Device, type Fabric, type Link } from '../design/design.ts';
import { chooseUpperCount } from './equal-links.ts';

export interface RailRequirements {
  readonly name: string;
  readonly serverPartId: string;
  /** Servers to place; the fabric is cabled for whole units all the same. */
  readonly serverCount: number;
  readonly serversPerUnit: number;
  readonly switchPartId: string;
  readonly speedGbps: number;
  readonly technology: Fabric['technology'];
}

interface Sizes {
  readonly unitCount: number;
  readonly rails: number;
  readonly leafCount: number;
  readonly uplinksPerLeaf: number;
  readonly radix: number;
}

/** A design, or one sentence that says what does not fit. */
export function generateRailOptimised(requirements: RailRequirements, catalog: Catalog): Result<Design, string> {
  const server = findPart(catalog, requirements.serverPartId, 'server');
  const switchPart = findPart(catalog, requirements.switchPartId, 'switch');
  const computeBlock = server?.portBlocks.find((block) => block.role === 'compute');
  const dataBlock = switchPart?.portBlocks.find((block) => block.role === 'data');
  if (!server || !switchPart || !computeBlock || !dataBlock)
    return fail('The server or the switch is not in the catalog, or lacks compute or data ports.');
  const rails = countPorts(computeBlock, requirements.speedGbps);
  const radix = countPorts(dataBlock, requirements.speedGbps);
  if (rails === 0 || radix === 0)
    return fail(`${server.model} and ${switchPart.model} have no ports of ${requirements.speedGbps}G in common.`);
  const uplinksPerLeaf = Math.floor(radix / 2);
  if (requirements.serversPerUnit > uplinksPerLeaf) {
    return fail(
      `A unit of ${requirements.serversPerUnit} servers does not fit the ${uplinksPerLeaf} downlinks of ${switchPart.model}; make units smaller.`,
    );
  }
  const unitCount = Math.ceil(requirements.serverCount / requirements.serversPerUnit);
  const sizes: Sizes = { unitCount, rails, leafCount: unitCount * rails, uplinksPerLeaf, radix };
  const design = createDesign(requirements.name);
  design.fabrics['compute'] = createFabric(requirements.technology);
  design.devices['server'] = createDevice(
    'server',
    server.model,
    requirements.serverPartId,
    'endpoint',
    requirements.serverCount,
    requirements.serversPerUnit,
    { x: 0, y: 640 },
  );
  design.devices['leaf'] = createDevice('leaf', 'Leaf', requirements.switchPartId, 'leaf', sizes.leafCount, rails, {
    x: 0,
    y: 320,
  });
  design.links['link-1'] = createLink(
    'link-1',
    requirements.speedGbps,
    ['server', computeBlock.id],
    ['leaf', dataBlock.id],
    { pattern: 'rail', within: 'pod', cablesPerPair: 1 },
  );
  const spineCount = chooseUpperCount(sizes.leafCount, uplinksPerLeaf, radix);
  if (spineCount !== null) addSpines(design, requirements, sizes, dataBlock.id, spineCount);
  else addPodsAndCores(design, requirements, sizes, dataBlock.id);
  return ok(design);
}

/** Ports of one member at that speed. */
function countPorts(block: PortBlock, speedGbps: number): number {
  const mode = block.modes.find((candidate) => candidate.speedGbps === speedGbps);
  return mode ? mode.portsPerCage * (block.cageCount ?? 0) : 0;
}

function createFabric(technology: Fabric['technology']): Fabric {
  const routing = technology === 'infiniband' ? 'adaptive' : 'ecmp';
  return { id: 'compute', name: 'Compute', purpose: 'compute', technology, routing, targetOversubscription: 1 };
}

function createDevice(
  id: string,
  name: string,
  partId: string,
  role: Device['role'],
  count: number,
  membersPerPod: number | null,
  position: Device['position'],
): Device {
  const digits = String(count).length;
  const template = membersPerPod === null ? `${id}-{i:${digits}}` : `su{pod}-${id}-{i:${digits}}`;
  return {
    id,
    name,
    partId,
    role,
    count,
    membersPerPod,
    nameTemplate: template,
    adapters: {},
    position,
    phase: 1,
    locked: false,
  };
}

function createLink(
  id: string,
  speedGbps: number,
  a: [string, string],
  b: [string, string],
  wiring: Pick<Link, 'pattern' | 'within' | 'cablesPerPair'>,
): Link {
  return {
    id,
    fabricId: 'compute',
    a: { deviceId: a[0], blockId: a[1] },
    b: { deviceId: b[0], blockId: b[1] },
    ...wiring,
    pairs: [],
    speedGbps,
    medium: { kind: 'auto' },
    lengthM: 30,
  };
}

function addSpines(
  design: Design,
  requirements: RailRequirements,
  sizes: Sizes,
  blockId: string,
  spineCount: number,
): void {
  design.devices['spine'] = createDevice('spine', 'Spine', requirements.switchPartId, 'spine', spineCount, null, {
    x: 0,
    y: 0,
  });
  const wiring = { pattern: 'mesh', within: 'all', cablesPerPair: sizes.uplinksPerLeaf / spineCount } as const;
  design.links['link-2'] = createLink('link-2', requirements.speedGbps, ['leaf', blockId], ['spine', blockId], wiring);
}

/**
 * Three tiers: pods of radix/2 leaves and as many spines, one cable per pair; the spines' upper halves are dealt over
 * the cores. Leaves form pods of radix/2 here, so servers keep to their unit through `rail` on units of the same number.
 */
function addPodsAndCores(design: Design, requirements: RailRequirements, sizes: Sizes, blockId: string): void {
  const half = sizes.uplinksPerLeaf;
  const leavesPerPod = Math.max(sizes.rails, Math.floor(half / sizes.rails) * sizes.rails);
  const unitsPerPod = leavesPerPod / sizes.rails;
  const podCount = Math.ceil(sizes.leafCount / leavesPerPod);
  const spineCount = podCount * half;
  const coreCount = Math.ceil((spineCount * half) / sizes.radix);
  const server = design.devices['server'] as Device;
  const leaf = design.devices['leaf'] as Device;
  design.devices['server'] = { ...server, membersPerPod: requirements.serversPerUnit * unitsPerPod };
  design.devices['leaf'] = { ...leaf, membersPerPod: leavesPerPod };
  design.devices['spine'] = createDevice('spine', 'Spine', requirements.switchPartId, 'spine', spineCount, half, {
    x: 0,
    y: 0,
  });
  design.devices['core'] = createDevice('core', 'Core', requirements.switchPartId, 'core', coreCount, null, {
    x: 0,
    y: -320,
  });
  design.links['link-2'] = createLink('link-2', requirements.speedGbps, ['leaf', blockId], ['spine', blockId], {
    pattern: 'mesh',
    within: 'pod',
    cablesPerPair: 1,
  });
  design.links['link-3'] = createLink('link-3', requirements.speedGbps, ['spine', blockId], ['core', blockId], {
    pattern: 'spread',
    within: 'all',
    cablesPerPair: half,
  });
}

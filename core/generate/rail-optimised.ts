/**
 * Rail-optimised fat trees from requirements: servers in scalable units, one leaf per rail and unit, spines by the
 * equal-links rule, and a core tier when the leaves outgrow two tiers. Written as groups, whatever the size.
 */
import type { Result } from '../base/result.ts';
import { fail, ok } from '../base/result.ts';
import { type Catalog, findPart } from '../catalog/catalog.ts';
import type { PortBlock } from '../catalog/part.ts';
import { createDevice, createLink } from '../design/defaults.ts';
import { createDesign, type Design, type Device, type Fabric, type Link, type LinkEnd } from '../design/design.ts';
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
  design.devices['server'] = createDevice({
    id: 'server',
    name: server.model,
    partId: requirements.serverPartId,
    role: 'endpoint',
    count: requirements.serverCount,
    membersPerPod: requirements.serversPerUnit,
    nameTemplate: `su{pod}-node-{i:${String(requirements.serverCount).length}}`,
    position: { x: 0, y: 640 },
  });
  design.devices['leaf'] = createDevice({
    id: 'leaf',
    name: 'Leaf',
    partId: requirements.switchPartId,
    role: 'leaf',
    count: sizes.leafCount,
    membersPerPod: rails,
    nameTemplate: `su{pod}-leaf-{i:${String(sizes.leafCount).length}}`,
    position: { x: 0, y: 320 },
  });
  const downlinks = { a: createEnd('server', computeBlock), b: createEnd('leaf', dataBlock) };
  addLink(design, 'link-1', requirements, downlinks, { pattern: 'rail', within: 'pod' });
  const spineCount = chooseUpperCount(sizes.leafCount, uplinksPerLeaf, radix);
  if (spineCount !== null) addSpines(design, requirements, sizes, dataBlock, spineCount);
  else addPodsAndCores(design, requirements, sizes, dataBlock);
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

function createEnd(deviceId: string, block: PortBlock): LinkEnd {
  return { deviceId, blockId: block.id };
}

function addLink(
  design: Design,
  id: string,
  requirements: RailRequirements,
  ends: Pick<Link, 'a' | 'b'>,
  wiring: Pick<Link, 'pattern'> & Partial<Link>,
): void {
  design.links[id] = createLink({ id, fabricId: 'compute', speedGbps: requirements.speedGbps, ...ends, ...wiring });
}

function addSpines(
  design: Design,
  requirements: RailRequirements,
  sizes: Sizes,
  block: PortBlock,
  spineCount: number,
): void {
  const { switchPartId: partId } = requirements;
  design.devices['spine'] = createDevice({ id: 'spine', name: 'Spine', partId, role: 'spine', count: spineCount });
  const uplinks = { a: createEnd('leaf', block), b: createEnd('spine', block) };
  addLink(design, 'link-2', requirements, uplinks, {
    pattern: 'mesh',
    cablesPerPair: sizes.uplinksPerLeaf / spineCount,
  });
}

/**
 * Three tiers: pods of about radix/2 leaves and radix/2 spines, one cable a pair; the spines' upper halves are dealt over
 * the cores. The pod takes the place of the unit: `rail` shares a pod's servers out over its sets of leaves in order.
 */
function addPodsAndCores(design: Design, requirements: RailRequirements, sizes: Sizes, block: PortBlock): void {
  const half = sizes.uplinksPerLeaf;
  const unitsPerPod = Math.max(1, Math.floor(half / sizes.rails));
  const leavesPerPod = unitsPerPod * sizes.rails;
  const spineCount = Math.ceil(sizes.leafCount / leavesPerPod) * half;
  const coreCount = Math.ceil((spineCount * half) / sizes.radix);
  const server = design.devices['server'] as Device;
  const leaf = design.devices['leaf'] as Device;
  const { switchPartId: partId } = requirements;
  design.devices['server'] = { ...server, membersPerPod: requirements.serversPerUnit * unitsPerPod };
  design.devices['leaf'] = { ...leaf, membersPerPod: leavesPerPod };
  design.devices['spine'] = createDevice({
    id: 'spine',
    name: 'Spine',
    partId,
    role: 'spine',
    count: spineCount,
    membersPerPod: half,
  });
  const position = { x: 0, y: -320 };
  design.devices['core'] = createDevice({ id: 'core', name: 'Core', partId, role: 'core', count: coreCount, position });
  const toSpine = { a: createEnd('leaf', block), b: createEnd('spine', block) };
  addLink(design, 'link-2', requirements, toSpine, { pattern: 'mesh', within: 'pod' });
  const toCore = { a: createEnd('spine', block), b: createEnd('core', block) };
  addLink(design, 'link-3', requirements, toCore, { pattern: 'spread', cablesPerPair: half });
}

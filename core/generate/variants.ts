/** Single changes to requirements that an architect would try: counts set free, tiers, ratio, planes, speed, another switch, another topology. */
import type { Catalog } from '../catalog/catalog.ts';
import { findPart, listParts } from '../catalog/catalog.ts';
import type { SwitchPart } from '../catalog/part.ts';
import { findWidestBlock } from './find-parts.ts';
import { countPorts } from './port-demand.ts';
import type { FabricRequirements, Requirements } from './requirements.ts';

export interface Variant {
  readonly label: string;
  readonly requirements: Requirements;
}

type FabricChange = { readonly label: string; readonly change: Partial<FabricRequirements> };

/** Nearest changes first, one fabric at a time. Not every one of them fits. */
export function* listVariants(requirements: Requirements, catalog: Catalog): Generator<Variant> {
  for (const list of [listFreedCounts, listTierChanges, listLargerSwitches, listRatios, listPlanes, listSpeeds]) {
    for (const [index, fabric] of requirements.fabrics.entries()) {
      for (const { label, change } of list(fabric, catalog)) yield vary(requirements, index, label, change);
    }
  }
}

export function vary(
  requirements: Requirements,
  index: number,
  label: string,
  change: Partial<FabricRequirements>,
): Variant {
  const fabrics = requirements.fabrics.map((fabric, i) => (i === index ? { ...fabric, ...change } : fabric));
  const { id, name } = requirements.fabrics[index] as FabricRequirements;
  return {
    label: requirements.fabrics.length === 1 ? label : `${name ?? id}: ${label}`,
    requirements: { ...requirements, fabrics },
  };
}

const treeTopologies: readonly FabricRequirements['topology'][] = ['leaf-spine', 'fat-tree', 'rail-optimised'];

function isTree({ topology }: FabricRequirements): boolean {
  return treeTopologies.includes(topology);
}

/** Numbers that were insisted on, set free again. */
function listFreedCounts(fabric: FabricRequirements): FabricChange[] {
  const changes: FabricChange[] = [];
  const free = (key: 'endpointsPerUnit' | 'unitsPerPod' | 'spineCount' | 'coreCount' | 'leafCount', label: string) => {
    if (fabric[key] !== null) changes.push({ label, change: { [key]: null } });
  };
  free('endpointsPerUnit', 'scalable units as large as the leaves take');
  free('unitsPerPod', 'pods as large as the spines take');
  free('spineCount', 'as many spines as needed');
  free('coreCount', 'as many cores as needed');
  free('leafCount', 'as many leaves as needed');
  if (fabric.downlinksPerLeaf !== null || fabric.uplinksPerLeaf !== null)
    changes.push({ label: 'leaves filled by the ratio', change: { downlinksPerLeaf: null, uplinksPerLeaf: null } });
  if (fabric.dragonfly && (fabric.dragonfly.groups !== null || fabric.dragonfly.linksPerGroupPair !== null)) {
    const dragonfly = { ...fabric.dragonfly, groups: null, linksPerGroupPair: null };
    changes.push({ label: 'as many groups and global links as needed', change: { dragonfly } });
  }
  return changes;
}

/** From few switches to two tiers, from two tiers to three. */
function listTierChanges(fabric: FabricRequirements): FabricChange[] {
  const { topology, tiers } = fabric;
  if (topology === 'single-switch' || topology === 'two-switch')
    return [{ label: 'two tiers, leaf-spine', change: { topology: 'leaf-spine', tiers: 'auto' } }];
  if (!isTree(fabric)) return [];
  const changes: FabricChange[] = [];
  if (tiers === 1) changes.push({ label: 'two tiers', change: { tiers: 2 } });
  if (tiers === 1 || tiers === 2 || (topology === 'leaf-spine' && tiers === 'auto')) {
    const wider = topology === 'leaf-spine' ? ({ topology: 'fat-tree' } as const) : {};
    changes.push({ label: 'a third tier', change: { ...wider, tiers: 3 } });
  }
  return changes;
}

function listRatios(fabric: FabricRequirements): FabricChange[] {
  if (!isTree(fabric) && fabric.topology !== 'two-switch') return [];
  return [2, 3, 4]
    .filter((leaf) => leaf > fabric.oversubscription.leaf)
    .map((leaf) => ({
      label: `${leaf}:1 at the leaves`,
      change: { oversubscription: { ...fabric.oversubscription, leaf } },
    }));
}

/** Every endpoint's ports dealt over more networks; those that do not divide are found out by generating. */
function listPlanes(fabric: FabricRequirements): FabricChange[] {
  if (fabric.topology === 'torus' || fabric.topology === 'access-switches' || fabric.ridesOn !== null) return [];
  return [2, 4, 8]
    .filter((planes) => planes > fabric.planes)
    .map((planes) => {
      const rails = fabric.rails === null ? null : Math.max(1, (fabric.rails * fabric.planes) / planes);
      return {
        label: `${planes} planes`,
        change: { planes, rails: rails !== null && Number.isInteger(rails) ? rails : null },
      };
    });
}

/** Ports split further: half the speed, twice the radix. */
function listSpeeds(fabric: FabricRequirements, catalog: Catalog): FabricChange[] {
  if (!isTree(fabric)) return [];
  const part = findLeafPart(fabric, catalog);
  const speeds = new Set(part?.portBlocks.flatMap((block) => block.modes.map((mode) => mode.speedGbps)));
  return [...speeds]
    .filter((speedGbps) => speedGbps < fabric.speedGbps && speedGbps >= fabric.speedGbps / 4)
    .sort((x, y) => y - x)
    .map((speedGbps) => ({ label: `ports split to ${speedGbps}G`, change: { speedGbps, uplinkSpeedGbps: null } }));
}

function findLeafPart({ leaf }: FabricRequirements, catalog: Catalog): SwitchPart | undefined {
  return leaf !== null && 'partId' in leaf ? findPart(catalog, leaf.partId, 'switch') : undefined;
}

const MOST_SWITCHES = 3;

/** Switches of the catalog with more ports at the speed, the next larger ones first, one for each size, the same maker's preferred. */
function listLargerSwitches(fabric: FabricRequirements, catalog: Catalog): FabricChange[] {
  const part = findLeafPart(fabric, catalog);
  if (!part) return [];
  const own = countWidest(part, fabric.speedGbps);
  return listSwitchesOf(fabric, part, catalog)
    .filter(({ ports }) => ports > own)
    .slice(0, MOST_SWITCHES)
    .map(({ part: { id, model }, ports }) => ({
      label: `${model}, ${ports} x ${fabric.speedGbps}G`,
      change: { leaf: { partId: id }, spine: null, core: null },
    }));
}

/** One switch for each number of ports at the fabric's speed, fewest ports first. */
export function listSwitchesOf(
  fabric: FabricRequirements,
  like: SwitchPart,
  catalog: Catalog,
): { part: SwitchPart; ports: number }[] {
  const protocol = fabric.technology === 'infiniband' ? 'ib' : 'eth';
  const bestOfSize = new Map<number, SwitchPart>();
  for (const part of listParts(catalog, 'switch')) {
    const block = findWidestBlock(part, fabric.speedGbps);
    if (!block?.protocols.includes(protocol) || part.category !== 'switch') continue;
    if (part.status !== 'shipping' && part.status !== 'announced') continue;
    const uplinkGbps = fabric.uplinkSpeedGbps ?? fabric.speedGbps;
    if (countPorts(block, uplinkGbps) === 0) continue;
    const ports = countPorts(block, fabric.speedGbps);
    const best = bestOfSize.get(ports);
    if (!best || rate(part, like) > rate(best, like)) bestOfSize.set(ports, part);
  }
  return [...bestOfSize].map(([ports, part]) => ({ part, ports })).sort((x, y) => x.ports - y.ports);
}

function rate(part: SwitchPart, like: SwitchPart): number {
  return (part.manufacturer === like.manufacturer ? 2 : 0) + (part.status === 'shipping' ? 1 : 0);
}

/** Ports of the block that has most of them. */
export function countWidest(part: SwitchPart, speedGbps: number): number {
  const block = findWidestBlock(part, speedGbps);
  return block ? countPorts(block, speedGbps) : 0;
}

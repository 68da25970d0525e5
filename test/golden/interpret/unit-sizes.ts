/** How many machines a wish asks for, and how many of them make a scalable unit. */
import type { EndpointChoice, SwitchChoice } from './choose-parts.ts';
import type { Wish } from './wish.ts';

/** Machines of one scalable unit; null = no figure says. */
export function chooseUnitSize(wish: Wish, endpoint: EndpointChoice): number | null {
  const isRackScale = endpoint.nodesPerRackSystem > 1;
  if (wish.racksPerUnit !== null && isRackScale) return endpoint.nodesPerRackSystem;
  if (wish.nodesPerUnit !== null) return wish.nodesPerUnit;
  if (wish.gpusPerUnit !== null) return Math.ceil(wish.gpusPerUnit / endpoint.gpusPerNode);
  const perPod = readPodSize(wish, endpoint);
  if (perPod !== null) return wish.unitsPerPod === null ? perPod : perPod / wish.unitsPerPod;
  const nodes = readMachines(wish, endpoint);
  return nodes !== null && wish.units !== null && nodes % wish.units === 0 ? nodes / wish.units : null;
}

function readPodSize(wish: Wish, endpoint: EndpointChoice): number | null {
  if (wish.nodesPerPod !== null) return wish.nodesPerPod;
  if (wish.gpusPerPod !== null) return Math.ceil(wish.gpusPerPod / endpoint.gpusPerNode);
  const perRack = wish.nodesPerRack ?? (wish.gpusPerRack === null ? null : wish.gpusPerRack / endpoint.gpusPerNode);
  return wish.racksPerUnit !== null && perRack !== null ? wish.racksPerUnit * perRack : null;
}

function readMachines(wish: Wish, endpoint: EndpointChoice): number | null {
  if (wish.nodes !== null) return wish.nodes;
  if (wish.hosts !== null) return wish.hosts;
  if (wish.endpoints !== null) return Math.ceil((wish.endpoints * endpoint.portsPerNic) / endpoint.portsPerNode);
  return wish.gpus === null ? null : Math.ceil(wish.gpus / endpoint.gpusPerNode);
}

/** Machines to place, those displaced included; null = no figure says. */
export function countNodes(wish: Wish, endpoint: EndpointChoice): number | null {
  const perUnit = chooseUnitSize(wish, endpoint);
  const isRackScale = wish.racksPerUnit !== null && endpoint.nodesPerRackSystem > 1;
  const unitCount = isRackScale ? (wish.units ?? 1) * (wish.racksPerUnit as number) : wish.units;
  if (perUnit !== null && unitCount !== null) return perUnit * unitCount;
  const machines = readMachines(wish, endpoint);
  if (machines !== null) return machines;
  return wish.racks === null ? null : wish.racks * (wish.nodesPerRack ?? endpoint.nodesPerRackSystem);
}

/** The units hold more machines than the case has: the rest made room for something else. */
export function countDisplaced(wish: Wish, endpoint: EndpointChoice): number {
  const full = countNodes(wish, endpoint);
  const perUnit = chooseUnitSize(wish, endpoint);
  if (full === null || perUnit === null || wish.nodes === null || wish.nodes >= full) return 0;
  return full - wish.nodes < perUnit ? full - wish.nodes : 0;
}

/** Given leaves and their uplinks fill all remaining ports with endpoints. */
export function countByLeaves(wish: Wish, leaf: SwitchChoice, endpoint: EndpointChoice): number | null {
  if (wish.leafCount === null) return null;
  const down = wish.downlinksPerLeaf ?? leaf.radix - (wish.uplinksPerLeaf ?? Math.floor(leaf.radix / 2));
  return Math.floor((wish.leafCount * down) / endpoint.portsPerNode);
}

/**
 * Parts of a fabric that a cut encloses, from the smallest up: each relay that servers hang on; then what hangs together when
 * only the lowest tiers are left (pods, planes); last the whole. What leaves a unit leaves it by its uplinks.
 */
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import type { FabricTrunk } from './fabric-trunk.ts';

export interface UnitLevel {
  /** single: one relay; pod: relays of one pod of a group; part: what hangs together up to `tier`. */
  readonly kind: 'single' | 'pod' | 'part';
  readonly tier: number;
  /** By member: its unit; -1 = above this level or no relay. */
  readonly unitOf: Int32Array;
  readonly unitCount: number;
  /** By unit: working cables that leave it, Gb/s one direction and how many. */
  readonly uplinkGbps: Float64Array;
  readonly uplinkCount: Uint32Array;
}

export interface FabricUnits {
  /** Lowest first. */
  readonly levels: readonly UnitLevel[];
  /** By member: which of the fabric's connected parts the relay is in; -1 = no relay. */
  readonly partOf: Int32Array;
  readonly partCount: number;
}

export function createFabricUnits(netlist: Netlist, trunk: FabricTrunk): FabricUnits {
  const levels: UnitLevel[] = [measure(netlist, trunk, 'single', 1, numberSingles(netlist, trunk))];
  const pods = numberPods(netlist, trunk);
  if (pods !== null) levels.push(measure(netlist, trunk, 'pod', 1, pods));
  const parent = countUp(netlist.memberCount);
  for (let tier = 1; tier <= trunk.tierCount; tier += 1) {
    if (!joinTier(netlist, trunk, tier, parent)) continue;
    levels.push(measure(netlist, trunk, 'part', tier, numberParts(netlist, trunk, tier, parent)));
  }
  const parts = numberParts(netlist, trunk, trunk.tierCount, parent);
  return { levels, partOf: parts.unitOf, partCount: parts.unitCount };
}

interface Numbering {
  readonly unitOf: Int32Array;
  readonly unitCount: number;
}

/** 0, 1, 2 ... */
export function countUp(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let i = 0; i < length; i += 1) numbers[i] = i;
  return numbers;
}

function numberSingles(netlist: Netlist, { tierOfGroup }: FabricTrunk): Numbering {
  const unitOf = new Int32Array(netlist.memberCount).fill(-1);
  let unitCount = 0;
  for (let index = 0; index < netlist.groups.length; index += 1) {
    if (tierOfGroup[index] !== 1) continue;
    const { firstMember, count } = netlist.groups[index] as NetGroup;
    for (let member = firstMember; member < firstMember + count; member += 1) {
      unitOf[member] = unitCount;
      unitCount += 1;
    }
  }
  return { unitOf, unitCount };
}

/** Where relays of one tier are joined to each other (dragonfly groups), pods of a device group are units. */
function numberPods(netlist: Netlist, { isTiered, tierOfGroup }: FabricTrunk): Numbering | null {
  if (isTiered || !netlist.groups.some(({ podCount }, index) => tierOfGroup[index] === 1 && podCount > 1)) return null;
  const unitOf = new Int32Array(netlist.memberCount).fill(-1);
  let unitCount = 0;
  netlist.groups.forEach((group, index) => {
    if (tierOfGroup[index] !== 1) return;
    for (let i = 0; i < group.count; i += 1) {
      unitOf[group.firstMember + i] = unitCount + Math.floor(i / group.membersPerPod);
    }
    unitCount += group.podCount;
  });
  return { unitOf, unitCount };
}

/** Adds the working cables whose upper end is in that tier; false when no link has one there. */
function joinTier(netlist: Netlist, { links }: FabricTrunk, tier: number, parent: Int32Array): boolean {
  const { connectionMemberA, connectionMemberB } = netlist;
  const failed = netlist.failures?.connectionFailed ?? null;
  let isAny = false;
  for (const { link, tierA, tierB } of links) {
    if (Math.max(tierA, tierB) !== tier) continue;
    isAny = true;
    const end = link.firstConnection + link.connectionCount;
    for (let i = link.firstConnection; i < end; i += 1) {
      if (failed !== null && failed[i] === 1) continue;
      const rootA = findRoot(parent, connectionMemberA[i] as number);
      const rootB = findRoot(parent, connectionMemberB[i] as number);
      if (rootA !== rootB) parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }
  }
  return isAny;
}

export function findRoot(parent: Int32Array, start: number): number {
  let at = start;
  while (parent[at] !== at) {
    const above = parent[parent[at] as number] as number;
    parent[at] = above;
    at = above;
  }
  return at;
}

function numberParts(netlist: Netlist, { tierOfGroup }: FabricTrunk, tier: number, parent: Int32Array): Numbering {
  const unitOf = new Int32Array(netlist.memberCount).fill(-1);
  let unitCount = 0;
  // A root is the lowest member of its part, so it comes first.
  for (let index = 0; index < netlist.groups.length; index += 1) {
    const own = tierOfGroup[index] as number;
    if (own < 1 || own > tier) continue;
    const { firstMember, count } = netlist.groups[index] as NetGroup;
    for (let member = firstMember; member < firstMember + count; member += 1) {
      const root = findRoot(parent, member);
      if (root === member) {
        unitOf[member] = unitCount;
        unitCount += 1;
      } else unitOf[member] = unitOf[root] as number;
    }
  }
  return { unitOf, unitCount };
}

function measure(
  netlist: Netlist,
  { links }: FabricTrunk,
  kind: UnitLevel['kind'],
  tier: number,
  { unitOf, unitCount }: Numbering,
): UnitLevel {
  const { connectionMemberA, connectionMemberB } = netlist;
  const failed = netlist.failures?.connectionFailed ?? null;
  const uplinkGbps = new Float64Array(unitCount);
  const uplinkCount = new Uint32Array(unitCount);
  const add = (unit: number, gbps: number): void => {
    uplinkGbps[unit] = (uplinkGbps[unit] as number) + gbps;
    uplinkCount[unit] = (uplinkCount[unit] as number) + 1;
  };
  for (const { link, tierA, tierB } of links) {
    // Links above the units, and those that made them, are no uplinks.
    const isAbove = Math.min(tierA, tierB) > tier;
    if (isAbove || (kind === 'part' && Math.max(tierA, tierB) <= tier)) continue;
    const end = link.firstConnection + link.connectionCount;
    for (let i = link.firstConnection; i < end; i += 1) {
      if (failed !== null && failed[i] === 1) continue;
      const unitA = unitOf[connectionMemberA[i] as number] as number;
      const unitB = unitOf[connectionMemberB[i] as number] as number;
      if (unitA === unitB) continue;
      if (unitA >= 0) add(unitA, link.speedGbps);
      if (unitB >= 0) add(unitB, link.speedGbps);
    }
  }
  return { kind, tier, unitOf, unitCount, uplinkGbps, uplinkCount };
}

/**
 * Parts of a fabric that a cut encloses, from the smallest up: each relay that servers hang on; then what hangs together when
 * only the lowest tiers are left (pods, planes); last the whole. What leaves a unit leaves it by its uplinks.
 */
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import { type FabricTrunk, NO_TIER } from './fabric-trunk.ts';

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
}

export function createFabricUnits(netlist: Netlist, trunk: FabricTrunk): FabricUnits {
  const tierOf = spreadTiers(netlist, trunk);
  const levels: UnitLevel[] = [measure(trunk, 'single', 1, numberSingles(tierOf))];
  const pods = numberPods(netlist, trunk);
  if (pods !== null) levels.push(measure(trunk, 'pod', 1, pods));
  const parent = Int32Array.from(tierOf, (_, member) => member);
  for (let tier = 1; tier <= trunk.tierCount; tier += 1) {
    if (!joinTier(trunk, tierOf, tier, parent)) continue;
    levels.push(measure(trunk, 'part', tier, numberParts(tierOf, tier, parent)));
  }
  return { levels, partOf: numberParts(tierOf, trunk.tierCount, parent).unitOf };
}

interface Numbering {
  readonly unitOf: Int32Array;
  readonly unitCount: number;
}

function spreadTiers(netlist: Netlist, { tierOfGroup }: FabricTrunk): Int32Array {
  const tierOf = new Int32Array(netlist.memberCount).fill(NO_TIER);
  netlist.groups.forEach(({ firstMember, count }, index) => {
    tierOf.fill(tierOfGroup[index] as number, firstMember, firstMember + count);
  });
  return tierOf;
}

function numberSingles(tierOf: Int32Array): Numbering {
  let unitCount = 0;
  const unitOf = tierOf.map((tier) => {
    if (tier !== 1) return -1;
    unitCount += 1;
    return unitCount - 1;
  });
  return { unitOf, unitCount };
}

/** Where relays of one tier are joined to each other (dragonfly groups), pods of a device group are units. */
function numberPods(netlist: Netlist, { isTiered, tierOfGroup }: FabricTrunk): Numbering | null {
  if (isTiered || !netlist.groups.some(({ podCount }, index) => tierOfGroup[index] === 1 && podCount > 1)) return null;
  const unitOf = new Int32Array(netlist.memberCount).fill(-1);
  let unitCount = 0;
  netlist.groups.forEach((group: NetGroup, index) => {
    if (tierOfGroup[index] !== 1) return;
    for (let i = 0; i < group.count; i += 1) {
      unitOf[group.firstMember + i] = unitCount + Math.floor(i / group.membersPerPod);
    }
    unitCount += group.podCount;
  });
  return { unitOf, unitCount };
}

/** Adds the cables whose upper end is in that tier; false when there are none. */
function joinTier(trunk: FabricTrunk, tierOf: Int32Array, tier: number, parent: Int32Array): boolean {
  let isAny = false;
  for (let i = 0; i < trunk.bundleCount; i += 1) {
    const a = trunk.a[i] as number;
    const b = trunk.b[i] as number;
    if (Math.max(tierOf[a] as number, tierOf[b] as number) !== tier) continue;
    isAny = true;
    const rootA = findRoot(parent, a);
    const rootB = findRoot(parent, b);
    if (rootA !== rootB) parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
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

function numberParts(tierOf: Int32Array, tier: number, parent: Int32Array): Numbering {
  const unitOf = new Int32Array(tierOf.length).fill(-1);
  let unitCount = 0;
  // A root is the lowest member of its part, so it comes first.
  for (let member = 0; member < tierOf.length; member += 1) {
    const own = tierOf[member] as number;
    if (own === NO_TIER || own > tier) continue;
    const root = findRoot(parent, member);
    if (root === member) {
      unitOf[member] = unitCount;
      unitCount += 1;
    } else unitOf[member] = unitOf[root] as number;
  }
  return { unitOf, unitCount };
}

function measure(
  trunk: FabricTrunk,
  kind: UnitLevel['kind'],
  tier: number,
  { unitOf, unitCount }: Numbering,
): UnitLevel {
  const uplinkGbps = new Float64Array(unitCount);
  const uplinkCount = new Uint32Array(unitCount);
  for (let i = 0; i < trunk.bundleCount; i += 1) {
    const a = unitOf[trunk.a[i] as number] as number;
    const b = unitOf[trunk.b[i] as number] as number;
    if (a === b) continue;
    if (a >= 0) {
      uplinkGbps[a] = (uplinkGbps[a] as number) + (trunk.gbps[i] as number);
      uplinkCount[a] = (uplinkCount[a] as number) + (trunk.cableCount[i] as number);
    }
    if (b >= 0) {
      uplinkGbps[b] = (uplinkGbps[b] as number) + (trunk.gbps[i] as number);
      uplinkCount[b] = (uplinkCount[b] as number) + (trunk.cableCount[i] as number);
    }
  }
  return { kind, tier, unitOf, unitCount, uplinkGbps, uplinkCount };
}

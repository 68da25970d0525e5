/**
 * Which racks belong side by side: every rack of endpoints with the network rack that most of its cables go to, and network racks
 * further up with the block that most of theirs go to. What serves many blocks alike is central.
 */
import type { Netlist } from '../netlist/netlist.ts';
import type { RackCables } from './rack-cables.ts';

export interface RackBlocks {
  /** In the order of their first racks of endpoints. */
  readonly blocks: readonly RackBlock[];
  readonly central: readonly number[];
}

export interface RackBlock {
  readonly networkRacks: readonly number[];
  readonly otherRacks: readonly number[];
}

/** Racks with at least one device that cables of the networks end at. */
export function findEndpointRacks({ groups, memberRack, rackCount }: Netlist): Uint8Array {
  const hasEndpoint = new Uint8Array(rackCount);
  for (const { role, firstMember, count } of groups) {
    if (role !== 'endpoint' && role !== 'storage') continue;
    for (let member = firstMember; member < firstMember + count; member += 1) {
      const rack = memberRack[member] as number;
      if (rack >= 0) hasEndpoint[rack] = 1;
    }
  }
  return hasEndpoint;
}

/** Share of a network rack's cables that must go to one block for it to stand there. */
const HOME_SHARE = 1 / 3;
const NONE = -1;

export function groupRacks(cables: RackCables, hasEndpoint: Uint8Array): RackBlocks {
  const rackCount = hasEndpoint.length;
  const seedOf = new Int32Array(rackCount).fill(NONE);
  const blockOf = new Int32Array(rackCount).fill(NONE);
  const blockOfSeed = new Map<number, number>();
  for (let rack = 0; rack < rackCount; rack += 1) {
    if (hasEndpoint[rack] === 0) continue;
    // Racks of endpoints that hang on no network rack make one block of their own.
    const seed = findHeaviest(cables, rack, hasEndpoint);
    seedOf[rack] = seed;
    const block = blockOfSeed.get(seed) ?? blockOfSeed.size;
    blockOfSeed.set(seed, block);
    blockOf[rack] = block;
    if (seed !== NONE) blockOf[seed] = block;
  }
  settleNetworkRacks(cables, hasEndpoint, blockOf, blockOfSeed.size);
  return collectBlocks(blockOf, hasEndpoint, blockOfSeed.size);
}

/** The network rack that most cables of a rack go to. */
function findHeaviest({ first, neighbour, cableCount }: RackCables, rack: number, hasEndpoint: Uint8Array): number {
  let heaviest = NONE;
  let most = 0;
  for (let at = first[rack] as number; at < (first[rack + 1] as number); at += 1) {
    const other = neighbour[at] as number;
    if (hasEndpoint[other] === 1 || (cableCount[at] as number) <= most) continue;
    heaviest = other;
    most = cableCount[at] as number;
  }
  return heaviest;
}

/** Tier by tier upwards: each round settles those that hang on racks settled before. */
function settleNetworkRacks(
  cables: RackCables,
  hasEndpoint: Uint8Array,
  blockOf: Int32Array,
  blockCount: number,
): void {
  let open = [...blockOf.keys()].filter((rack) => hasEndpoint[rack] === 0 && blockOf[rack] === NONE);
  const shares = new Float64Array(blockCount);
  while (open.length > 0) {
    const settled = open.map((rack) => chooseBlock(cables, rack, blockOf, shares));
    open.forEach((rack, index) => {
      blockOf[rack] = settled[index] as number;
    });
    const still = open.filter((_, index) => settled[index] === NONE);
    if (still.length === open.length) return;
    open = still;
  }
}

function chooseBlock(
  { first, neighbour, cableCount }: RackCables,
  rack: number,
  blockOf: Int32Array,
  shares: Float64Array,
): number {
  shares.fill(0);
  let total = 0;
  for (let at = first[rack] as number; at < (first[rack + 1] as number); at += 1) {
    const block = blockOf[neighbour[at] as number] as number;
    total += cableCount[at] as number;
    if (block !== NONE) shares[block] = (shares[block] as number) + (cableCount[at] as number);
  }
  let best = NONE;
  let most = HOME_SHARE * total;
  for (let block = 0; block < shares.length; block += 1) {
    if ((shares[block] as number) <= most) continue;
    best = block;
    most = shares[block] as number;
  }
  return best;
}

function collectBlocks(blockOf: Int32Array, hasEndpoint: Uint8Array, blockCount: number): RackBlocks {
  const blocks = Array.from({ length: blockCount }, () => ({
    networkRacks: [] as number[],
    otherRacks: [] as number[],
  }));
  const central: number[] = [];
  for (let rack = 0; rack < blockOf.length; rack += 1) {
    const block = blocks[blockOf[rack] as number];
    if (!block) central.push(rack);
    else if (hasEndpoint[rack] === 1) block.otherRacks.push(rack);
    else block.networkRacks.push(rack);
  }
  return { blocks, central };
}

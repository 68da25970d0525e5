/**
 * Hands out ports: every link end takes ports of its block on each member, downlinks first, each link on a fresh cage
 * when there is room, packed tightly when there is not. A cage works in one mode, set by the first link on it.
 * Blocks where a link names its ports, or where a mode switches off a neighbour, are dealt cage by cage (deal-cages.ts).
 *
 * Holds after: no cage serves two modes, no port two takers, nobody gets more than the block has.
 * Cost: linear in (link ends x members of their groups) of the blocks that are asked for something else than before.
 */
import type { Memory } from '../base/memory.ts';
import { dealCages } from './deal-cages.ts';
import type { Groups, PlannedBlock } from './groups.ts';
import { createGrant, type PortGrant, type PortRequest, type Taker } from './port-grant.ts';

export interface Allocation {
  /** Parallel to the requests. */
  readonly grants: PortGrant[];
  /** By block: the mode of each of its cages; null = nobody asks for ports, so all are in the first one. */
  readonly modes: (Uint8Array | null)[];
}

/** What became of one block. */
interface BlockAllocation {
  readonly modes: Uint8Array;
  /** In the order in which the requests were served. */
  readonly grants: PortGrant[];
}

export function allocatePorts(groups: Groups, requests: readonly PortRequest[], memory: Memory): Allocation {
  const modes: (Uint8Array | null)[] = groups.blocks.map(() => null);
  const grants: PortGrant[] = [];
  const requestsOfBlock = new Map<number, number[]>();
  requests.forEach((request, index) => {
    const list = requestsOfBlock.get(request.block);
    if (list) list.push(index);
    else requestsOfBlock.set(request.block, [index]);
  });
  for (const [blockIndex, indexes] of requestsOfBlock) {
    const block = groups.blocks[blockIndex] as PlannedBlock;
    indexes.sort((x, y) => (requests[x] as PortRequest).rank - (requests[y] as PortRequest).rank || x - y);
    const ofBlock = indexes.map((index) => requests[index] as PortRequest);
    const name = `${groups.groups[block.group]?.deviceId}/${block.block.id}`;
    const inputs = ofBlock.flatMap(({ mode, wanted, ports }) => [mode, wanted, ports]);
    const given = memory.recall(`ports of ${name}`, [block.block, block.cagesPerMember, ...inputs], () =>
      allocateBlock(block, ofBlock),
    );
    modes[blockIndex] = memory.settle(`modes of ${name}`, [given], () => given.modes);
    given.grants.forEach((grant, i) => {
      const index = indexes[i] as number;
      // A link that gets what it had is not wired anew because of another link on the block.
      grants[index] = memory.settle(`grant of ${(requests[index] as PortRequest).name}`, [grant], () => grant);
    });
  }
  return { grants, modes };
}

function allocateBlock(block: PlannedBlock, requests: readonly PortRequest[]): BlockAllocation {
  const modes = new Uint8Array((requests[0]?.wanted.length ?? 0) * block.cagesPerMember);
  const isDealt = requests.some(
    ({ ports, mode }) => ports !== null || block.block.modes[mode]?.blocksNextCage === true,
  );
  const takers = requests.map((request): Taker => {
    const mode = block.block.modes[request.mode];
    const grant = createGrant(request, isDealt);
    return { request, grant, portsPerCage: mode?.portsPerCage ?? 1, blocksNextCage: mode?.blocksNextCage === true };
  });
  if (isDealt) dealCages(block, takers, modes);
  else takeInOrder(block, takers, modes);
  return { modes, grants: takers.map(({ grant }) => grant) };
}

/** Every taker gets one run of ports that follow each other, so a place and a count say it all. */
function takeInOrder(block: PlannedBlock, takers: readonly Taker[], cageMode: Uint8Array): void {
  const cages = block.cagesPerMember;
  const memberCount = takers[0]?.request.wanted.length ?? 0;
  for (let member = 0; member < memberCount; member += 1) {
    let alignedCages = 0;
    for (const taker of takers)
      alignedCages += Math.ceil((taker.request.wanted[member] as number) / taker.portsPerCage);
    const isPacked = alignedCages > cages;
    let cage = 0;
    let port = 0;
    let last: Taker | null = null;
    for (const taker of takers) {
      const { request, grant, portsPerCage } = taker;
      const wanted = request.wanted[member] as number;
      if (wanted === 0) continue;
      if (port > 0) {
        if (last && isPacked && last.request.mode === request.mode) {
          last.grant.sharesCages = true;
          grant.sharesCages = true;
        } else {
          cage += 1;
          port = 0;
        }
      }
      const granted = Math.min(wanted, Math.max(0, (cages - cage) * portsPerCage - port));
      const firstCage = member * cages + cage;
      grant.firstCage[member] = firstCage;
      grant.firstPort[member] = port;
      grant.granted[member] = granted;
      const usedCages = Math.ceil((port + granted) / portsPerCage);
      for (let c = 0; c < usedCages; c += 1) cageMode[firstCage + c] = request.mode;
      const end = port + granted;
      cage += Math.floor(end / portsPerCage);
      port = end % portsPerCage;
      last = taker;
    }
  }
}

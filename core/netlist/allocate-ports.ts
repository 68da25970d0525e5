/**
 * Hands out ports: every link end takes ports of its block on each member, downlinks first, each link on a fresh cage
 * when there is room, packed tightly when there is not. A cage works in one mode, set by the first link on it.
 *
 * Holds after: no cage serves two modes, no port two takers, nobody gets more than the block has.
 * Cost: linear in (link ends x members of their groups).
 */
import type { Groups } from './groups.ts';

/** What one end of one link asks of one block. */
export interface PortRequest {
  /** Index into the block list. */
  readonly block: number;
  /** Index into the block's modes. */
  readonly mode: number;
  /** Ports wanted by each member of the group. */
  readonly wanted: Uint32Array;
  /** Takes ports in ascending order of rank. */
  readonly rank: number;
}

/** Where the granted ports of a request lie, for each member: port n is at cage `firstCage + (firstPort + n) / portsPerCage`. */
export interface PortGrant {
  readonly firstCage: Uint32Array;
  readonly firstPort: Uint16Array;
  readonly granted: Uint32Array;
}

export interface Allocation {
  /** Parallel to the requests. */
  readonly grants: PortGrant[];
  readonly cageMode: Uint8Array;
}

export function allocatePorts(groups: Groups, requests: readonly PortRequest[]): Allocation {
  const cageMode = new Uint8Array(groups.cageCount);
  const grants: PortGrant[] = [];
  const requestsOfBlock = new Map<number, number[]>();
  requests.forEach((request, index) => {
    const list = requestsOfBlock.get(request.block);
    if (list) list.push(index);
    else requestsOfBlock.set(request.block, [index]);
  });
  for (const [block, indexes] of requestsOfBlock) {
    indexes.sort((x, y) => (requests[x] as PortRequest).rank - (requests[y] as PortRequest).rank || x - y);
    allocateBlock(groups, block, indexes, requests, grants, cageMode);
  }
  return { grants, cageMode };
}

function allocateBlock(
  groups: Groups,
  blockIndex: number,
  indexes: readonly number[],
  requests: readonly PortRequest[],
  grants: PortGrant[],
  cageMode: Uint8Array,
): void {
  const block = groups.blocks[blockIndex];
  const memberCount = block ? (groups.groups[block.group]?.count ?? 0) : 0;
  if (!block) return;
  const takers = indexes.map((index) => {
    const request = requests[index] as PortRequest;
    const grant = {
      firstCage: new Uint32Array(memberCount),
      firstPort: new Uint16Array(memberCount),
      granted: new Uint32Array(memberCount),
    };
    grants[index] = grant;
    return { request, grant, portsPerCage: block.block.modes[request.mode]?.portsPerCage ?? 1 };
  });
  const cages = block.cagesPerMember;
  for (let member = 0; member < memberCount; member += 1) {
    let alignedCages = 0;
    for (const taker of takers)
      alignedCages += Math.ceil((taker.request.wanted[member] as number) / taker.portsPerCage);
    const isPacked = alignedCages > cages;
    let cage = 0;
    let port = 0;
    let modeInCage = -1;
    for (const { request, grant, portsPerCage } of takers) {
      const wanted = request.wanted[member] as number;
      if (wanted === 0) continue;
      const continues = isPacked && modeInCage === request.mode;
      if (port > 0 && !continues) {
        cage += 1;
        port = 0;
      }
      const granted = Math.min(wanted, Math.max(0, (cages - cage) * portsPerCage - port));
      const firstCage = block.firstCage + member * cages + cage;
      grant.firstCage[member] = firstCage;
      grant.firstPort[member] = port;
      grant.granted[member] = granted;
      const usedCages = Math.ceil((port + granted) / portsPerCage);
      for (let c = 0; c < usedCages; c += 1) cageMode[firstCage + c] = request.mode;
      const end = port + granted;
      cage += Math.floor(end / portsPerCage);
      port = end % portsPerCage;
      modeInCage = request.mode;
    }
  }
}

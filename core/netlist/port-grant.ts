/** What a link end asks of a port block, and what it is given: the two sides of port allocation. Cages are counted from the block's first. */
import { NONE } from './netlist.ts';

/** What one end of one link asks of one block. */
export interface PortRequest {
  /** Says which end of which link: `link-3/a`. */
  readonly name: string;
  /** Index into the block list. */
  readonly block: number;
  /** Index into the block's modes. */
  readonly mode: number;
  /** Ports wanted by each member of the group. */
  readonly wanted: Uint32Array;
  /** Takes ports in ascending order of rank. */
  readonly rank: number;
  /** Named ports: the n-th is port first + n * step of the block, all of it in this mode. null = the next free ones. */
  readonly ports: { readonly first: number; readonly step: number } | null;
}

/** Where the granted ports of a request lie, for each member. */
export interface PortGrant {
  /** Port n of member m is the (firstPort[m] + n)-th from the start of cage firstCage[m], unless `listed` says where it is. */
  readonly firstCage: Uint32Array;
  readonly firstPort: Uint16Array;
  readonly granted: Uint32Array;
  readonly listed: ListedPorts | null;
  /** Another link has ports in one of these cages. */
  sharesCages: boolean;
}

/** Every port by itself: port n of member m stands at start[m] + n. */
interface ListedPorts {
  readonly start: Uint32Array;
  /** NONE = refused. */
  readonly cage: Int32Array;
  /** Place in the cage. */
  readonly port: Uint16Array;
  /** Named ports of each member that were refused because something else is there. */
  readonly conflicts: Uint32Array;
  firstConflict: PortConflict | null;
}

export interface PortConflict {
  readonly member: number;
  /** Port of the block in the link's mode, and its cage, from 0. */
  readonly port: number;
  readonly cage: number;
  /** taken: by another link; mode: the cage runs in another; blocked: by the split of the neighbouring cage, or its own would. */
  readonly reason: 'taken' | 'mode' | 'blocked';
}

/** A request with its grant, while ports are handed out. */
export interface Taker {
  readonly request: PortRequest;
  readonly grant: PortGrant;
  readonly portsPerCage: number;
  readonly blocksNextCage: boolean;
}

/** Nothing granted yet. */
export function createGrant(request: PortRequest, isListed: boolean): PortGrant {
  const memberCount = request.wanted.length;
  return {
    firstCage: new Uint32Array(isListed ? 0 : memberCount),
    firstPort: new Uint16Array(isListed ? 0 : memberCount),
    granted: new Uint32Array(memberCount),
    listed: isListed ? createList(request.wanted) : null,
    sharesCages: false,
  };
}

function createList(wanted: Uint32Array): ListedPorts {
  const start = new Uint32Array(wanted.length);
  let next = 0;
  wanted.forEach((count, member) => {
    start[member] = next;
    next += count;
  });
  return {
    start,
    cage: new Int32Array(next).fill(NONE),
    port: new Uint16Array(next),
    conflicts: new Uint32Array(wanted.length),
    firstConflict: null,
  };
}

/**
 * The n-th port that the request has on the member, counted from the block's first port; NONE when it was not granted.
 * `firstPort` is of the block's cages.
 */
export function locatePort(grant: PortGrant, member: number, n: number, firstPort: Uint32Array): number {
  const { listed } = grant;
  if (listed) {
    const place = (listed.start[member] as number) + n;
    const cage = listed.cage[place] as number;
    return cage === NONE ? NONE : (firstPort[cage] as number) + (listed.port[place] as number);
  }
  if (n >= (grant.granted[member] as number)) return NONE;
  // The cages of one grant follow each other without gaps, so the n-th port is a plain offset.
  return (firstPort[grant.firstCage[member] as number] as number) + (grant.firstPort[member] as number) + n;
}

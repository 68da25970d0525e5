/** Cables of a fabric by server, in the order of the server's ports. */
import { Lasting } from '../base/lasting.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import type { JobFabric } from './job-fabric.ts';

/** Broken ones included: they keep their places. */
export interface MemberCables {
  /** Length memberCount + 1: cables of member m are first[m] .. first[m + 1] - 1. */
  readonly first: Uint32Array;
  readonly connection: Uint32Array;
  readonly farMember: Uint32Array;
  readonly gbps: Float64Array;
}

export function listMemberCables(netlist: Netlist, { links, isCabled }: JobFabric): MemberCables {
  const { connectionMemberA, connectionMemberB, connectionPortA, connectionPortB, memberCount } = netlist;
  const own = links.filter(
    ({ groupA, groupB }) => isServing(netlist, groupA, isCabled) || isServing(netlist, groupB, isCabled),
  );
  const first = new Uint32Array(memberCount + 1);
  for (const { firstConnection, connectionCount } of own) {
    for (let i = firstConnection; i < firstConnection + connectionCount; i += 1) {
      const a = connectionMemberA[i] as number;
      const b = connectionMemberB[i] as number;
      if (isCabled[a] === 1) first[a + 1] = (first[a + 1] as number) + 1;
      if (isCabled[b] === 1) first[b + 1] = (first[b + 1] as number) + 1;
    }
  }
  for (let member = 0; member < memberCount; member += 1) {
    first[member + 1] = (first[member + 1] as number) + (first[member] as number);
  }
  const list = new SortedCables(first);
  for (const { firstConnection, connectionCount, speedGbps } of own) {
    for (let i = firstConnection; i < firstConnection + connectionCount; i += 1) {
      const a = connectionMemberA[i] as number;
      const b = connectionMemberB[i] as number;
      if (isCabled[a] === 1) list.add(a, i, b, connectionPortA[i] as number, speedGbps);
      if (isCabled[b] === 1) list.add(b, i, a, connectionPortB[i] as number, speedGbps);
    }
  }
  return list;
}

/** Whether some member of the group is in the job. */
function isServing(netlist: Netlist, group: number, isCabled: Uint8Array): boolean {
  const { firstMember, count } = netlist.groups[group] as NetGroup;
  for (let member = firstMember; member < firstMember + count; member += 1) if (isCabled[member] === 1) return true;
  return false;
}

class SortedCables extends Lasting implements MemberCables {
  readonly first: Uint32Array;
  readonly connection: Uint32Array;
  readonly farMember: Uint32Array;
  readonly gbps: Float64Array;
  private readonly port: Uint32Array;
  private readonly cursor: Uint32Array;

  constructor(first: Uint32Array) {
    super();
    const total = first[first.length - 1] as number;
    this.first = first;
    this.cursor = first.slice(0, -1);
    this.port = new Uint32Array(total);
    this.connection = new Uint32Array(total);
    this.farMember = new Uint32Array(total);
    this.gbps = new Float64Array(total);
  }

  /** Cables come almost in port order: each finds its place from behind. */
  add(member: number, connection: number, far: number, ownPort: number, gbps: number): void {
    const { port, first } = this;
    let at = this.cursor[member] as number;
    this.cursor[member] = at + 1;
    for (; at > (first[member] as number) && (port[at - 1] as number) > ownPort; at -= 1) {
      port[at] = port[at - 1] as number;
      this.connection[at] = this.connection[at - 1] as number;
      this.farMember[at] = this.farMember[at - 1] as number;
      this.gbps[at] = this.gbps[at - 1] as number;
    }
    port[at] = ownPort;
    this.connection[at] = connection;
    this.farMember[at] = far;
    this.gbps[at] = gbps;
  }
}

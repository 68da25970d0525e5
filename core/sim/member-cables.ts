/** Cables of a fabric by server, in the order of the server's ports. */
import type { Netlist } from '../netlist/netlist.ts';
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
  const first = new Uint32Array(memberCount + 1);
  const visit = (add: (member: number, connection: number, far: number, port: number, gbps: number) => void): void => {
    for (const { firstConnection, connectionCount, speedGbps } of links) {
      for (let i = firstConnection; i < firstConnection + connectionCount; i += 1) {
        const a = connectionMemberA[i] as number;
        const b = connectionMemberB[i] as number;
        if (isCabled[a] === 1) add(a, i, b, connectionPortA[i] as number, speedGbps);
        if (isCabled[b] === 1) add(b, i, a, connectionPortB[i] as number, speedGbps);
      }
    }
  };
  visit((member) => {
    first[member + 1] = (first[member + 1] as number) + 1;
  });
  for (let member = 0; member < memberCount; member += 1) {
    first[member + 1] = (first[member + 1] as number) + (first[member] as number);
  }
  const total = first[memberCount] as number;
  const cursor = first.slice(0, memberCount);
  const port = new Uint32Array(total);
  const cables = {
    first,
    connection: new Uint32Array(total),
    farMember: new Uint32Array(total),
    gbps: new Float64Array(total),
  };
  visit((member, connection, far, ownPort, gbps) => {
    // Cables come almost in port order: each finds its place from behind.
    let at = cursor[member] as number;
    cursor[member] = at + 1;
    for (; at > (first[member] as number) && (port[at - 1] as number) > ownPort; at -= 1) {
      port[at] = port[at - 1] as number;
      cables.connection[at] = cables.connection[at - 1] as number;
      cables.farMember[at] = cables.farMember[at - 1] as number;
      cables.gbps[at] = cables.gbps[at - 1] as number;
    }
    port[at] = ownPort;
    cables.connection[at] = connection;
    cables.farMember[at] = far;
    cables.gbps[at] = gbps;
  });
  return cables;
}

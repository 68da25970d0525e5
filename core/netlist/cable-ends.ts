/**
 * Where cable assemblies end: which device, cage and ports, by their names on the floor. Names are made when they are first
 * asked for: most schedules are read a page at a time.
 */
import { formatMemberName, formatRackName } from './names.ts';
import { type NetGroup, type Netlist, NONE } from './netlist.ts';

export type Side = 'a' | 'b';

export interface CableEnds {
  /** First connection of the assembly; NONE = it has none. */
  getConnection(cable: number): number;
  getConnectionCount(cable: number): number;
  getCage(cable: number, side: Side): number;
  getMember(cable: number, side: Side): number;
  /** Ports of the assembly in that cage, one bit each from the lowest. */
  getPorts(cable: number, side: Side): number;
  /** Cages of further plugs on that side, of a splitter. */
  listOtherCages(cable: number, side: Side): number[];
  getMemberName(member: number): string;
  /** Empty = not in a rack. */
  getRackName(rack: number): string;
  /** From 1, on the device and in the block. */
  getCageNumber(cage: number): number;
}

export function createCableEnds(netlist: Netlist): CableEnds {
  const { cageMember, portCage, cageFirstPort } = netlist;
  const { first, count, list } = listConnections(netlist);
  const cages = { a: netlist.cableCageA, b: netlist.cableCageB };
  const ports = { a: netlist.connectionPortA, b: netlist.connectionPortB };
  const memberNames: (string | undefined)[] = [];
  const rackNames = listRackNames(netlist);
  return {
    getConnection: (cable) => (count[cable] === 0 ? NONE : (list[first[cable] as number] as number)),
    getConnectionCount: (cable) => count[cable] as number,
    getCage: (cable, side) => cages[side][cable] as number,
    getMember: (cable, side) => cageMember[cages[side][cable] as number] as number,
    getPorts(cable, side) {
      const cage = cages[side][cable] as number;
      const begin = first[cable] as number;
      let bits = 0;
      for (let i = begin; i < begin + (count[cable] as number); i += 1) {
        const port = ports[side][list[i] as number] as number;
        if (portCage[port] === cage) bits |= 1 << (port - (cageFirstPort[cage] as number));
      }
      return bits;
    },
    listOtherCages(cable, side) {
      if ((count[cable] as number) < 2) return [];
      const begin = first[cable] as number;
      const own = list.subarray(begin, begin + (count[cable] as number));
      const found = new Set(Array.from(own, (connection) => portCage[ports[side][connection] as number] as number));
      found.delete(cages[side][cable] as number);
      return [...found];
    },
    getMemberName(member) {
      memberNames[member] ??= nameMember(netlist, member);
      return memberNames[member];
    },
    getRackName: (rack) => rackNames[rack] ?? '',
    getCageNumber: (cage) => numberCage(netlist, cage),
  };
}

/** `list` holds the connections of one cable after the other. Further trunks of a connection run beside its first one. */
function listConnections({ cableCount, connectionCable, connectionCount }: Netlist): {
  first: Uint32Array;
  count: Uint32Array;
  list: Uint32Array;
} {
  const count = new Uint32Array(cableCount);
  for (const cable of connectionCable) if (cable !== NONE) count[cable] = (count[cable] as number) + 1;
  const first = new Uint32Array(cableCount);
  for (let cable = 1; cable < cableCount; cable += 1) {
    first[cable] = (first[cable - 1] as number) + (count[cable - 1] as number);
  }
  const list = new Uint32Array(connectionCount);
  const next = first.slice();
  connectionCable.forEach((cable, connection) => {
    if (cable === NONE) return;
    list[next[cable] as number] = connection;
    next[cable] = (next[cable] as number) + 1;
  });
  for (let cable = 1; cable < cableCount; cable += 1) {
    if (count[cable] !== 0) continue;
    first[cable] = first[cable - 1] as number;
    count[cable] = count[cable - 1] as number;
  }
  return { first, count, list };
}

function nameMember({ groups, memberGroup }: Netlist, member: number): string {
  const group = groups[memberGroup[member] as number] as NetGroup;
  const at = member - group.firstMember;
  return formatMemberName(group.nameTemplate, at, Math.floor(at / group.membersPerPod));
}

function listRackNames({ rackGroups }: Netlist): string[] {
  const names: string[] = [];
  for (const { name, count, firstRack } of rackGroups) {
    for (let i = 0; i < count; i += 1) names[firstRack + i] = formatRackName(name, i, count);
  }
  return names;
}

function numberCage({ blocks, cageBlock, cageMember, groups, memberGroup }: Netlist, cage: number): number {
  const member = cageMember[cage] as number;
  const block = blocks[cageBlock[cage] as number];
  const group = groups[memberGroup[member] as number] as NetGroup;
  const first = block ? block.firstCage + (member - group.firstMember) * block.cagesPerMember : cage;
  return cage - first + 1;
}

/** `1`, `1-4`, `1, 3`: ports of a cage from 1. */
export function formatPorts(bits: number): string {
  const runs: string[] = [];
  for (let port = 0; port < 31; port += 1) {
    if ((bits & (1 << port)) === 0) continue;
    const begin = port;
    while (port + 1 < 31 && (bits & (1 << (port + 1))) !== 0) port += 1;
    runs.push(begin === port ? String(port + 1) : `${begin + 1}-${port + 1}`);
  }
  return runs.join(', ');
}

/** `data 3`, or `data 3/1` where the cage has several ports. */
export function formatCagePort(netlist: Netlist, ends: CableEnds, cage: number, bits: number): string {
  const ports = (netlist.cageFirstPort[cage + 1] as number) - (netlist.cageFirstPort[cage] as number);
  const name = `${netlist.blocks[netlist.cageBlock[cage] as number]?.block.id ?? ''} ${ends.getCageNumber(cage)}`;
  return ports > 1 && bits !== 0 ? `${name}/${formatPorts(bits)}` : name;
}

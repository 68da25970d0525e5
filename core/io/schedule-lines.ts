/**
 * The lines of the cable schedule: the netlist's cables in their order, and below them the connections that the chosen cable
 * cannot make, so that nobody forgets them.
 */
import type { CableEnds, Side } from '../netlist/cable-ends.ts';
import { type Netlist, NONE } from '../netlist/netlist.ts';

export interface ScheduleLines {
  readonly count: number;
  /** NONE = a connection without a cable. */
  getCable(line: number): number;
  /** First connection; NONE = the cable has none. */
  getConnection(line: number): number;
  getConnectionCount(line: number): number;
  /** Index into the netlist's links. */
  getLink(line: number): number;
  getCage(line: number, side: Side): number;
  getMember(line: number, side: Side): number;
  /** Ports in that cage, one bit each from the lowest. */
  getPorts(line: number, side: Side): number;
  listOtherCages(line: number, side: Side): number[];
}

export function listScheduleLines(netlist: Netlist, ends: CableEnds): ScheduleLines {
  const { cableCount, cableLink, connectionLink, portCage, cageMember, cageFirstPort } = netlist;
  const unmade = listUnmade(netlist);
  const ports = { a: netlist.connectionPortA, b: netlist.connectionPortB };
  const getConnection = (line: number): number =>
    line < cableCount ? ends.getConnection(line) : (unmade[line - cableCount] as number);
  const getCage = (line: number, side: Side): number =>
    line < cableCount ? ends.getCage(line, side) : (portCage[ports[side][getConnection(line)] as number] as number);
  return {
    count: cableCount + unmade.length,
    getCable: (line) => (line < cableCount ? line : NONE),
    getConnection,
    getConnectionCount: (line) => (line < cableCount ? ends.getConnectionCount(line) : 1),
    getLink: (line) => (line < cableCount ? cableLink[line] : connectionLink[getConnection(line)]) as number,
    getCage,
    getMember: (line, side) => cageMember[getCage(line, side)] as number,
    getPorts(line, side) {
      if (line < cableCount) return ends.getPorts(line, side);
      return 1 << ((ports[side][getConnection(line)] as number) - (cageFirstPort[getCage(line, side)] as number));
    },
    listOtherCages: (line, side) => (line < cableCount ? ends.listOtherCages(line, side) : []),
  };
}

function listUnmade({ connectionCable }: Netlist): Uint32Array {
  const found: number[] = [];
  connectionCable.forEach((cable, connection) => {
    if (cable === NONE) found.push(connection);
  });
  return Uint32Array.from(found);
}

/** The front panel of a switch, cage by cage: what every port leads to, by the names on the labels, and which are free. */
import { createCableEnds, formatCagePort, type CableEnds } from '../netlist/cable-ends.ts';
import { type CableLabels, createCableLabels } from '../netlist/cable-labels.ts';
import { BLOCKED, type NetBlock, type NetGroup, type Netlist, type NetLink, NONE } from '../netlist/netlist.ts';
import { findFirst } from './block-census.ts';

/** The other end of a connection. */
interface PortNeighbour {
  readonly deviceId: string;
  /** Of the device's group, from 0. */
  readonly member: number;
  readonly device: string;
  /** Empty = not in a rack. */
  readonly rack: string;
  /** Lowest unit of the device; null = not in a rack. */
  readonly unit: number | null;
  /** `data 3/1`. */
  readonly port: string;
  readonly linkId: string;
  readonly fabric: string;
  /** Of the cable; empty = the chosen cable cannot make the connection. */
  readonly label: string;
}

interface PortMapPort {
  /** In the cage, from 1. */
  readonly number: number;
  /** null = free. */
  readonly neighbour: PortNeighbour | null;
}

interface PortMapCage {
  /** In the block, from 1. */
  readonly number: number;
  /** A neighbour's mode switches it off: it has no ports. */
  readonly isBlocked: boolean;
  /** Of one port, in the cage's mode; null = blocked. */
  readonly speedGbps: number | null;
  /** Part number or model of the module; null = none. */
  readonly module: string | null;
  readonly ports: readonly PortMapPort[];
}

interface PortMapBlock {
  readonly blockId: string;
  readonly role: string;
  readonly formFactor: string | null;
  readonly cages: readonly PortMapCage[];
}

export interface PortMap {
  readonly deviceId: string;
  readonly member: number;
  readonly name: string;
  readonly part: string;
  readonly rack: string;
  readonly unit: number | null;
  readonly blocks: readonly PortMapBlock[];
  readonly usedCount: number;
  readonly freeCount: number;
}

export interface PortMapReader {
  /** All members that are switches, as the netlist numbers members. */
  readonly switches: readonly number[];
  readMap(member: number): PortMap;
}

/** Maps are made one by one: a large fabric has thousands of switches. */
export function createPortMaps(netlist: Netlist): PortMapReader {
  const ends = createCableEnds(netlist);
  const names: Names = { netlist, ends, labels: createCableLabels(netlist, ends) };
  return {
    switches: netlist.groups.flatMap(({ part, firstMember, count }) =>
      part?.kind === 'switch' ? Array.from({ length: count }, (_, i) => firstMember + i) : [],
    ),
    readMap: (member) => readMap(member, names),
  };
}

interface Names {
  readonly netlist: Netlist;
  readonly ends: CableEnds;
  readonly labels: CableLabels;
}

function readMap(member: number, names: Names): PortMap {
  const { netlist, ends } = names;
  const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
  const blocks = netlist.blocks
    .slice(group.firstBlock, group.firstBlock + group.blockCount)
    .map((block) => readBlock(block, member - group.firstMember, names));
  const ports = blocks.flatMap(({ cages }) => cages.flatMap((cage) => cage.ports));
  const usedCount = ports.filter(({ neighbour }) => neighbour !== null).length;
  return {
    deviceId: group.deviceId,
    member: member - group.firstMember,
    name: ends.getMemberName(member),
    part: group.part?.model ?? '',
    ...readSeat(member, names),
    blocks,
    usedCount,
    freeCount: ports.length - usedCount,
  };
}

function readSeat(member: number, { netlist, ends }: Names): { rack: string; unit: number | null } {
  const unit = netlist.memberUnit[member] as number;
  return { rack: ends.getRackName(netlist.memberRack[member] as number), unit: unit === 0 ? null : unit };
}

function readBlock({ block, cagesPerMember, firstCage }: NetBlock, memberInGroup: number, names: Names): PortMapBlock {
  const first = firstCage + memberInGroup * cagesPerMember;
  return {
    blockId: block.id,
    role: block.role,
    formFactor: block.formFactor,
    cages: Array.from({ length: cagesPerMember }, (_, i) => readCage(first + i, i + 1, block.modes, names)),
  };
}

function readCage(cage: number, number: number, modes: NetBlock['block']['modes'], names: Names): PortMapCage {
  const { cageMode, cageFirstPort } = names.netlist;
  const mode = cageMode[cage] as number;
  const firstPort = cageFirstPort[cage] as number;
  const portCount = (cageFirstPort[cage + 1] as number) - firstPort;
  return {
    number,
    isBlocked: mode === BLOCKED,
    speedGbps: mode === BLOCKED ? null : (modes[mode]?.speedGbps ?? null),
    module: findModule(cage, names.netlist),
    ports: Array.from({ length: portCount }, (_, i) => ({
      number: i + 1,
      neighbour: readNeighbour(firstPort + i, names),
    })),
  };
}

/** Modules follow the order of the cages. */
function findModule(cage: number, { transceiverCage, transceiverPart, transceiverParts }: Netlist): string | null {
  const at = findFirst(transceiverCage, cage);
  if (transceiverCage[at] !== cage) return null;
  const part = transceiverParts[transceiverPart[at] as number];
  return part?.partNumber ?? part?.model ?? null;
}

function readNeighbour(port: number, names: Names): PortNeighbour | null {
  const { netlist, ends, labels } = names;
  const connection = netlist.portConnection[port] as number;
  if (connection === NONE) return null;
  const isA = netlist.connectionPortA[connection] === port;
  const other = (isA ? netlist.connectionPortB : netlist.connectionPortA)[connection] as number;
  const cage = netlist.portCage[other] as number;
  const member = netlist.cageMember[cage] as number;
  const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
  const link = netlist.links[netlist.connectionLink[connection] as number] as NetLink;
  const cable = netlist.connectionCable[connection] as number;
  return {
    deviceId: group.deviceId,
    member: member - group.firstMember,
    device: ends.getMemberName(member),
    ...readSeat(member, names),
    port: formatCagePort(netlist, ends, cage, 1 << (other - (netlist.cageFirstPort[cage] as number))),
    linkId: link.linkId,
    fabric: netlist.fabrics[link.fabric]?.name ?? '',
    label: cable === NONE ? '' : labels.format(cable),
  };
}

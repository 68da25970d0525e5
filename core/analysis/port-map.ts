/**
 * The front panel of one device with what every port leads to: for those who plug cables in and those who look for a wrong one.
 * Cages and ports are numbered as on the cable schedule, cables are called by their labels.
 */
import { type CableEnds, formatCagePort } from '../netlist/cable-ends.ts';
import type { CableLabels } from '../netlist/cable-labels.ts';
import { BLOCKED, type NetBlock, type NetGroup, type Netlist, type NetLink, NONE } from '../netlist/netlist.ts';

/** What is at the other end of a cable. */
export interface PortNeighbour {
  readonly deviceId: string;
  /** Of the device's group, from 0. */
  readonly member: number;
  readonly name: string;
  /** Empty = not in a rack. */
  readonly rackName: string;
  /** Lowest unit, from 1; null = not in a rack. */
  readonly unit: number | null;
  /** Port block, cage, port: `data 3/1`. */
  readonly port: string;
  readonly linkId: string;
  readonly fabricId: string;
  readonly fabric: string;
  readonly speedGbps: number;
  /** Empty = the chosen cable cannot make this connection. */
  readonly label: string;
}

export interface MappedPort {
  /** In its cage, from 1. */
  readonly number: number;
  /** null = free. */
  readonly neighbour: PortNeighbour | null;
}

export interface MappedCage {
  /** In its block, from 1. */
  readonly number: number;
  /** Switched off by how the cage before it is split: it has no ports. */
  readonly isBlocked: boolean;
  /** Model; null = empty. */
  readonly transceiver: string | null;
  /** What it is ordered by; null = empty, or not known. */
  readonly transceiverNumber: string | null;
  readonly ports: readonly MappedPort[];
}

export interface MappedBlock {
  readonly blockId: string;
  readonly role: string;
  readonly formFactor: string | null;
  readonly cages: readonly MappedCage[];
}

export interface PortMap {
  readonly deviceId: string;
  readonly member: number;
  readonly name: string;
  readonly partLabel: string;
  /** Empty = not in a rack. */
  readonly rackName: string;
  readonly unit: number | null;
  readonly portCount: number;
  readonly usedCount: number;
  /** Blocks whose cages are known. */
  readonly blocks: readonly MappedBlock[];
}

export interface PortMapper {
  /** null = the design has no such device. */
  map(deviceId: string, member: number): PortMap | null;
}

/** Costs one pass over the modules; each map then only what the device has. */
export function createPortMapper(netlist: Netlist, ends: CableEnds, labels: CableLabels): PortMapper {
  const moduleOfCage = listModules(netlist);
  const sources: Sources = { netlist, ends, labels, moduleOfCage };
  return {
    map(deviceId, member) {
      const group = netlist.groups.find((own) => own.deviceId === deviceId);
      return group && member >= 0 && member < group.count ? mapMember(sources, group, member) : null;
    },
  };
}

interface Sources {
  readonly netlist: Netlist;
  readonly ends: CableEnds;
  readonly labels: CableLabels;
  /** Index into transceiverParts, or NONE. */
  readonly moduleOfCage: Int32Array;
}

function listModules({ cageCount, transceiverCage, transceiverPart }: Netlist): Int32Array {
  const modules = new Int32Array(cageCount).fill(NONE);
  transceiverCage.forEach((cage, index) => {
    modules[cage] = transceiverPart[index] as number;
  });
  return modules;
}

function mapMember(sources: Sources, group: NetGroup, member: number): PortMap {
  const { netlist, ends } = sources;
  const blocks = netlist.blocks
    .slice(group.firstBlock, group.firstBlock + group.blockCount)
    .filter(({ cagesPerMember }) => cagesPerMember > 0)
    .map((block) => mapBlock(sources, block, member));
  const ports = blocks.flatMap(({ cages }) => cages.flatMap((cage) => cage.ports));
  return {
    deviceId: group.deviceId,
    member,
    name: ends.getMemberName(group.firstMember + member),
    partLabel: group.part?.model ?? 'Unknown part',
    ...findPlace(sources, group.firstMember + member),
    portCount: ports.length,
    usedCount: ports.filter(({ neighbour }) => neighbour !== null).length,
    blocks,
  };
}

function findPlace({ netlist, ends }: Sources, member: number): Pick<PortMap, 'rackName' | 'unit'> {
  const unit = netlist.memberUnit[member] as number;
  return { rackName: ends.getRackName(netlist.memberRack[member] as number), unit: unit === 0 ? null : unit };
}

function mapBlock(sources: Sources, { block, firstCage, cagesPerMember }: NetBlock, member: number): MappedBlock {
  const first = firstCage + member * cagesPerMember;
  return {
    blockId: block.id,
    role: block.role,
    formFactor: block.formFactor,
    cages: Array.from({ length: cagesPerMember }, (_, at) => mapCage(sources, first + at, at + 1)),
  };
}

function mapCage(sources: Sources, cage: number, number: number): MappedCage {
  const { netlist, moduleOfCage } = sources;
  const part = netlist.transceiverParts[moduleOfCage[cage] as number];
  const first = netlist.cageFirstPort[cage] as number;
  const end = netlist.cageFirstPort[cage + 1] as number;
  return {
    number,
    isBlocked: netlist.cageMode[cage] === BLOCKED,
    transceiver: part?.model ?? null,
    transceiverNumber: part?.partNumber ?? null,
    ports: Array.from({ length: end - first }, (_, at) => ({
      number: at + 1,
      neighbour: findNeighbour(sources, first + at),
    })),
  };
}

function findNeighbour(sources: Sources, port: number): PortNeighbour | null {
  const { netlist, ends, labels } = sources;
  const connection = netlist.portConnection[port] as number;
  if (connection === NONE) return null;
  const portA = netlist.connectionPortA[connection] as number;
  const other = portA === port ? (netlist.connectionPortB[connection] as number) : portA;
  const cage = netlist.portCage[other] as number;
  const member = netlist.cageMember[cage] as number;
  const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
  const link = netlist.links[netlist.connectionLink[connection] as number] as NetLink;
  const cable = netlist.connectionCable[connection] as number;
  return {
    deviceId: group.deviceId,
    member: member - group.firstMember,
    name: ends.getMemberName(member),
    ...findPlace(sources, member),
    port: formatCagePort(netlist, ends, cage, 1 << (other - (netlist.cageFirstPort[cage] as number))),
    linkId: link.linkId,
    fabricId: netlist.fabrics[link.fabric]?.fabricId ?? '',
    fabric: netlist.fabrics[link.fabric]?.name ?? '',
    speedGbps: link.speedGbps,
    label: cable === NONE ? '' : labels.format(cable),
  };
}

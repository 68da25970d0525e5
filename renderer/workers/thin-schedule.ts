/** Rows of the cable schedule straight from the netlist. */
import { formatMemberName, formatRackName } from '#core/netlist/names.ts';
import { formatMedium } from '#core/netlist/medium-label.ts';
import { type NetGroup, type NetLink, type Netlist, NONE } from '#core/netlist/netlist.ts';

export interface ScheduleEnd {
  readonly deviceId: string;
  readonly member: number;
  readonly rack: string;
  readonly unit: number | null;
  readonly device: string;
  readonly port: string;
}

export interface ScheduleRow {
  readonly linkId: string;
  readonly fabricId: string;
  readonly fabric: string;
  readonly label: string;
  readonly a: ScheduleEnd;
  readonly b: ScheduleEnd;
  readonly medium: string;
  readonly part: string;
  readonly lengthM: number;
  readonly runM: number;
  readonly isPlanned: boolean;
  readonly phase: number;
}

export function readThinRow(netlist: Netlist, cable: number): ScheduleRow {
  const link = netlist.links[netlist.cableLink[cable] as number] as NetLink;
  const fabric = netlist.fabrics[link.fabric];
  const cablePart = link.medium.kind === 'unresolved' ? undefined : link.medium.cable;
  return {
    linkId: link.linkId,
    fabricId: fabric?.fabricId ?? '',
    fabric: fabric?.name ?? '',
    label: `C${String(cable + 1).padStart(6, '0')}`,
    a: readEnd(netlist, netlist.cableCageA[cable] as number),
    b: readEnd(netlist, netlist.cableCageB[cable] as number),
    medium: formatMedium(link.medium),
    part: link.stockPartNumber ?? cablePart?.partNumber ?? '',
    lengthM: link.stockLengthM ?? link.lengthM,
    runM: link.lengthM,
    isPlanned: true,
    phase: Math.max(netlist.groups[link.groupA]?.phase ?? 1, netlist.groups[link.groupB]?.phase ?? 1),
  };
}

function readEnd(netlist: Netlist, cage: number): ScheduleEnd {
  const member = netlist.cageMember[cage] as number;
  const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
  const at = member - group.firstMember;
  const block = netlist.blocks[netlist.cageBlock[cage] as number];
  const first = block ? block.firstCage + at * block.cagesPerMember : cage;
  const rack = netlist.memberRack[member] ?? NONE;
  const rackGroup = netlist.rackGroups.find(({ firstRack, count }) => rack >= firstRack && rack < firstRack + count);
  const unit = netlist.memberUnit[member] ?? 0;
  return {
    deviceId: group.deviceId,
    member: at,
    rack: rackGroup ? formatRackName(rackGroup.name, rack - rackGroup.firstRack, rackGroup.count) : '',
    unit: unit === 0 ? null : unit,
    device: formatMemberName(group.nameTemplate, at, Math.floor(at / group.membersPerPod)),
    port: `${block?.block.id ?? ''} ${cage - first + 1}`,
  };
}

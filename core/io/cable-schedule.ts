/**
 * The cable schedule: a CSV for those who label and pull cables. One row for each connection of each cable assembly, so
 * a cable that carries two connections has two rows with the same label, and so has each trunk of a connection with two.
 */
import type { TransceiverPart } from '../catalog/part.ts';
import { formatMemberName, formatRackName } from '../netlist/names.ts';
import { type NetLink, type Netlist, NONE } from '../netlist/netlist.ts';
import { formatCsvFields, joinCsvLines } from './csv-text.ts';

const endHeaders = ['device', 'rack', 'unit', 'ports', 'cage', 'port', 'transceiver'];
const headers: readonly string[] = [
  'Cable',
  'Connection',
  'Fabric',
  'Link',
  'Speed (Gb/s)',
  'Medium',
  'Cable part number',
  'Bought length (m)',
  'Planned run (m)',
  ...endHeaders.map((name) => `A ${name}`),
  ...endHeaders.map((name) => `B ${name}`),
  'Note',
];

const MISFIT = 'the chosen cable cannot make this connection';

/**
 * The schedule as CSV with a header row and CRLF line ends. Fields that are not known or do not apply are empty.
 */
export function writeCableSchedule(netlist: Netlist): string {
  const ends = createEnds(netlist);
  const cablesOfLink = countCables(netlist);
  const lines = [formatCsvFields(headers)];
  for (const [index, link] of netlist.links.entries()) {
    appendLink(lines, netlist, link, cablesOfLink[index] ?? 0, ends);
  }
  return joinCsvLines(lines);
}

function appendLink(lines: string[], netlist: Netlist, link: NetLink, cableCount: number, ends: Ends): void {
  const texts = describeLink(link, netlist);
  const trunkCount = link.medium.kind === 'optics' ? countTrunks(cableCount, link) : 1;
  const labelWidth = String(netlist.cableCount).length;
  for (let i = 0; i < link.connectionCount; i += 1) {
    const connection = link.firstConnection + i;
    const firstCable = netlist.connectionCable[connection] ?? NONE;
    const endA = describeEnd(netlist, ends, netlist.connectionPortA[connection] ?? 0);
    const endB = describeEnd(netlist, ends, netlist.connectionPortB[connection] ?? 0);
    const note = firstCable === NONE ? MISFIT : texts.note;
    const rest = `${connection + 1},${texts.link},${endA},${texts.transceiverA},${endB},${texts.transceiverB},${note}`;
    for (let trunk = 0; trunk < trunkCount; trunk += 1) {
      const label = firstCable === NONE ? '' : `C${String(firstCable + trunk + 1).padStart(labelWidth, '0')}`;
      lines.push(`${label},${rest}`);
    }
  }
}

/** Pieces of the rows of one link, ready to print: quoting field by field, 300,000 rows took twice as long. */
interface LinkTexts {
  readonly link: string;
  readonly transceiverA: string;
  readonly transceiverB: string;
  /** Why the link has no medium; empty when it has one. */
  readonly note: string;
}

function describeLink(link: NetLink, netlist: Netlist): LinkTexts {
  const { medium } = link;
  const cable = medium.kind === 'unresolved' ? undefined : medium.cable;
  return {
    link: formatCsvFields([
      netlist.fabrics[link.fabric]?.name ?? '',
      link.linkId,
      link.speedGbps,
      cable ? `${cable.category.replaceAll('_', ' ')}, ${cable.model}` : '',
      link.stockPartNumber ?? cable?.partNumber ?? '',
      link.stockLengthM ?? '',
      link.lengthM,
    ]),
    transceiverA: medium.kind === 'optics' ? describeTransceiver(medium.transceiverA) : '',
    transceiverB: medium.kind === 'optics' ? describeTransceiver(medium.transceiverB) : '',
    note: medium.kind === 'unresolved' ? formatCsvFields([`no medium: ${medium.reason}`]) : '',
  };
}

function describeTransceiver(transceiver: TransceiverPart): string {
  return formatCsvFields([transceiver.partNumber ?? transceiver.model]);
}

/** Device, rack, unit, ports, cage, port: cage and port counted from 1, within the block and within the cage. */
function describeEnd(netlist: Netlist, ends: Ends, port: number): string {
  const cage = netlist.portCage[port] ?? 0;
  const member = netlist.cageMember[cage] ?? 0;
  const blockIndex = netlist.cageBlock[cage] ?? 0;
  const block = netlist.blocks[blockIndex];
  const firstMember = netlist.groups[netlist.memberGroup[member] ?? 0]?.firstMember ?? 0;
  const firstCage = block ? block.firstCage + (member - firstMember) * block.cagesPerMember : cage;
  const portInCage = port - (netlist.cageFirstPort[cage] ?? 0);
  return `${ends.members[member]},${ends.blocks[blockIndex]},${cage - firstCage + 1},${portInCage + 1}`;
}

/** Where cables end, ready to print. */
interface Ends {
  /** Device, rack and unit by member. */
  readonly members: readonly string[];
  readonly blocks: readonly string[];
}

function createEnds(netlist: Netlist): Ends {
  const racks = listRackNames(netlist);
  const members: string[] = [];
  for (const group of netlist.groups) {
    for (let i = 0; i < group.count; i += 1) {
      const member = group.firstMember + i;
      const name = formatMemberName(group.nameTemplate, i, Math.floor(i / group.membersPerPod));
      const unit = netlist.memberUnit[member] ?? 0;
      members[member] = formatCsvFields([
        name,
        racks[netlist.memberRack[member] ?? NONE] ?? '',
        unit === 0 ? '' : unit,
      ]);
    }
  }
  return { members, blocks: netlist.blocks.map(({ block }) => formatCsvFields([block.id])) };
}

function listRackNames(netlist: Netlist): string[] {
  const racks: string[] = [];
  for (const group of netlist.rackGroups) {
    for (let i = 0; i < group.count; i += 1) racks[group.firstRack + i] = formatRackName(group.name, i, group.count);
  }
  return racks;
}

function countCables(netlist: Netlist): Uint32Array {
  const counts = new Uint32Array(netlist.links.length);
  for (const link of netlist.cableLink) counts[link] = (counts[link] ?? 0) + 1;
  return counts;
}

/** Fibre trunks of one connection: two when each of its modules has two connectors for one port. */
function countTrunks(cableCount: number, link: NetLink): number {
  return link.connectionCount > 0 ? Math.max(1, Math.round(cableCount / link.connectionCount)) : 1;
}

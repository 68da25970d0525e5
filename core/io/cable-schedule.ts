/**
 * The cable schedule: a CSV for those who label and pull cables. One row for each connection of each cable assembly, so
 * a cable that carries two connections has two rows with the same label, and so has each trunk of a connection with two.
 */
import Papa from 'papaparse';
import type { CablePart, TransceiverPart } from '../catalog/part.ts';
import { formatMemberName, formatRackName } from '../netlist/names.ts';
import { type NetLink, type Netlist, NONE } from '../netlist/netlist.ts';

type Field = string | number;

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

/** Rows turned to text at a time: bounds the memory that 300,000 rows of fields would take. */
const CHUNK_ROW_COUNT = 10_000;

/** Text that a spreadsheet would run as a formula, or take for one after an import, gets an apostrophe in front. */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

const MISFIT = 'the chosen cable cannot make this connection';

const BEYOND_ASCII = /[^\0-\x7F]/;

/**
 * The schedule as CSV with a header row and CRLF line ends. Fields that are not known or do not apply are empty.
 * Begins with a byte order mark when it holds more than ASCII: without one, Excel misreads names such as 'Zürich'.
 */
export function writeCableSchedule(netlist: Netlist): string {
  const names = createEndNames(netlist);
  const chunks: string[] = [];
  let rows: Field[][] = [[...headers]];
  for (const row of listRows(netlist, names)) {
    rows.push(row);
    if (rows.length === CHUNK_ROW_COUNT) {
      chunks.push(formatRows(rows));
      rows = [];
    }
  }
  if (rows.length > 0) chunks.push(formatRows(rows));
  const isAscii = chunks.every((chunk) => !BEYOND_ASCII.test(chunk));
  return (isAscii ? '' : '\uFEFF') + chunks.join('');
}

function formatRows(rows: Field[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: FORMULA_START })}\r\n`;
}

function* listRows(netlist: Netlist, names: EndNames): Generator<Field[]> {
  const cablesOfLink = countCables(netlist);
  const labelWidth = String(netlist.cableCount).length;
  for (const [index, link] of netlist.links.entries()) {
    const facts = describeLink(link, netlist);
    const trunkCount = link.medium.kind === 'optics' ? countTrunks(cablesOfLink[index] ?? 0, link) : 1;
    for (let i = 0; i < link.connectionCount; i += 1) {
      const connection = link.firstConnection + i;
      const firstCable = netlist.connectionCable[connection] ?? NONE;
      const endA = describeEnd(netlist, names, netlist.connectionPortA[connection] ?? 0);
      const endB = describeEnd(netlist, names, netlist.connectionPortB[connection] ?? 0);
      for (let trunk = 0; trunk < trunkCount; trunk += 1) {
        const label = firstCable === NONE ? '' : `C${String(firstCable + trunk + 1).padStart(labelWidth, '0')}`;
        yield [
          label,
          connection + 1,
          ...facts.fields,
          ...endA,
          facts.transceiverA,
          ...endB,
          facts.transceiverB,
          label === '' ? MISFIT : facts.gap,
        ];
      }
    }
  }
}

interface LinkFacts {
  readonly fields: readonly Field[];
  readonly transceiverA: string;
  readonly transceiverB: string;
  /** Why the link has no medium; empty when it has one. */
  readonly gap: string;
}

function describeLink(link: NetLink, netlist: Netlist): LinkFacts {
  const { medium } = link;
  const cable = medium.kind === 'unresolved' ? undefined : medium.cable;
  return {
    fields: [
      netlist.fabrics[link.fabric]?.name ?? '',
      link.linkId,
      link.speedGbps,
      describeMedium(cable),
      link.stockPartNumber ?? cable?.partNumber ?? '',
      link.stockLengthM ?? '',
      link.lengthM,
    ],
    transceiverA: medium.kind === 'optics' ? describeTransceiver(medium.transceiverA) : '',
    transceiverB: medium.kind === 'optics' ? describeTransceiver(medium.transceiverB) : '',
    gap: medium.kind === 'unresolved' ? `no medium: ${medium.reason}` : '',
  };
}

function describeMedium(cable: CablePart | undefined): string {
  return cable ? `${cable.category.replaceAll('_', ' ')}, ${cable.model}` : '';
}

function describeTransceiver(transceiver: TransceiverPart): string {
  return transceiver.partNumber ?? transceiver.model;
}

/** Device, rack, unit, ports, cage, port: cage and port counted from 1, within the block and within the cage. */
function describeEnd(netlist: Netlist, names: EndNames, port: number): Field[] {
  const cage = netlist.portCage[port] ?? 0;
  const member = netlist.cageMember[cage] ?? 0;
  const block = netlist.blocks[netlist.cageBlock[cage] ?? 0];
  const firstMember = netlist.groups[netlist.memberGroup[member] ?? 0]?.firstMember ?? 0;
  const firstCage = block ? block.firstCage + (member - firstMember) * block.cagesPerMember : cage;
  const unit = netlist.memberUnit[member] ?? 0;
  return [
    names.members[member] ?? '',
    names.racks[netlist.memberRack[member] ?? NONE] ?? '',
    unit === 0 ? '' : unit,
    block?.block.id ?? '',
    cage - firstCage + 1,
    port - (netlist.cageFirstPort[cage] ?? 0) + 1,
  ];
}

interface EndNames {
  readonly members: readonly string[];
  readonly racks: readonly string[];
}

function createEndNames(netlist: Netlist): EndNames {
  const members: string[] = [];
  for (const group of netlist.groups) {
    for (let i = 0; i < group.count; i += 1) {
      members[group.firstMember + i] = formatMemberName(group.nameTemplate, i, Math.floor(i / group.membersPerPod));
    }
  }
  const racks: string[] = [];
  for (const group of netlist.rackGroups) {
    for (let i = 0; i < group.count; i += 1) racks[group.firstRack + i] = formatRackName(group.name, i, group.count);
  }
  return { members, racks };
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

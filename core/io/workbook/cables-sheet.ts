/** The Cables sheet: one row for each bundle. Single cables, end by end, are in the cable schedule. */
import type { WriteSheet } from 'hucre/xlsx';
import type { LinkReport, Report } from '../../analysis/report.ts';
import type { NetLink, Netlist } from '../../netlist/netlist.ts';
import type { CellInput } from './cells.ts';
import { describeMediumGap } from './medium-gap.ts';
import { createTableSheet, type TableColumn, type TableTotal } from './table-sheet.ts';

const columns: readonly TableColumn[] = [
  { header: 'Link', width: 14 },
  { header: 'Fabric', width: 18 },
  { header: 'From', width: 20 },
  { header: 'From ports', width: 22 },
  { header: 'To', width: 20 },
  { header: 'To ports', width: 22 },
  { header: 'Pattern', width: 10 },
  { header: 'Speed (Gb/s)', width: 10 },
  { header: 'Medium', width: 38, wraps: true },
  { header: 'Cable part number', width: 22 },
  { header: 'Transceiver From', width: 22 },
  { header: 'Transceiver To', width: 22 },
  { header: 'Longest run (m)', width: 10 },
  { header: 'Bought length (m)', width: 10 },
  { header: 'Connections', width: 13, format: 'count' },
  { header: 'Cables', width: 11, format: 'count' },
  { header: 'Transceivers', width: 13, format: 'count' },
  { header: 'Note', width: 44, wraps: true },
];
const CONNECTIONS_COLUMN = 14;
const CABLES_COLUMN = 15;
const TRANSCEIVERS_COLUMN = 16;

export function createCablesSheet(report: Report, netlist: Netlist): WriteSheet {
  const netLinks = new Map(netlist.links.map((link) => [link.linkId, link]));
  const rows = report.links.map((link) => createRow(link, netLinks.get(link.linkId), netlist));
  return createTableSheet('Cables', [{ columns, rows, totals: createTotals(report) }]);
}

function createRow(link: LinkReport, netLink: NetLink | undefined, netlist: Netlist): CellInput[] {
  const medium = netLink?.medium;
  return [
    link.linkId,
    netlist.fabrics.find((fabric) => fabric.fabricId === link.fabricId)?.name ?? null,
    nameDevice(netlist, link.deviceAId),
    nameBlock(netlist, netLink?.blockA),
    nameDevice(netlist, link.deviceBId),
    nameBlock(netlist, netLink?.blockB),
    netLink?.pattern ?? null,
    link.speedGbps,
    link.mediumResolved ? link.mediumLabel : null,
    netLink?.stockPartNumber ?? (medium && medium.kind !== 'unresolved' ? medium.cable?.partNumber : null) ?? null,
    medium?.kind === 'optics' ? (medium.transceiverA.partNumber ?? medium.transceiverA.model) : undefined,
    medium?.kind === 'optics' ? (medium.transceiverB.partNumber ?? medium.transceiverB.model) : undefined,
    link.lengthM,
    netLink?.stockLengthM ?? null,
    link.connectionCount,
    link.cableCount,
    link.mediumResolved ? link.transceiverCount : null,
    describeLink(link, netLink),
  ];
}

function nameDevice(netlist: Netlist, deviceId: string): string | null {
  return netlist.groups.find((group) => group.deviceId === deviceId)?.name ?? null;
}

function nameBlock(netlist: Netlist, blockIndex: number | undefined): string | null {
  const block = blockIndex === undefined ? undefined : netlist.blocks[blockIndex]?.block;
  if (!block) return null;
  return block.formFactor === null ? block.id : `${block.id} ${block.formFactor}`;
}

function describeLink(link: LinkReport, netLink: NetLink | undefined): string | undefined {
  const notes: string[] = [];
  if (link.requestedCount > link.connectionCount) {
    notes.push(`${link.requestedCount} connections asked for, ports for ${link.connectionCount}`);
  }
  if (netLink?.medium.kind === 'unresolved') notes.push(`no medium: ${netLink.medium.reason}`);
  return notes.length > 0 ? notes.join('; ') : undefined;
}

function createTotals(report: Report): TableTotal[] {
  const { totals } = report;
  const mediumGap = describeMediumGap(report);
  return [
    {
      label: 'Total of rows shown',
      values: new Map([
        [CONNECTIONS_COLUMN, totals.connectionCount],
        [CABLES_COLUMN, totals.cableCount],
        [TRANSCEIVERS_COLUMN, totals.transceiverCount],
      ]),
      adds: { kind: 'shown' },
      gap: mediumGap === undefined ? undefined : `transceivers partial: ${mediumGap}`,
    },
  ];
}

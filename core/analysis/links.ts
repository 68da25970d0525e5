/** What each link amounts to: connections, cables, transceivers and the medium it is made of. */
import { type NetFabric, type NetGroup, type Netlist, NONE } from '../netlist/netlist.ts';
import { formatMedium } from '../netlist/medium-label.ts';
import { countCables } from './count-cables.ts';
import type { LinkReport } from './report.ts';

export function computeLinks(netlist: Netlist): LinkReport[] {
  const cables = countCables(netlist);
  const transceivers = countTransceivers(netlist);
  return netlist.links.map((link, index) => ({
    linkId: link.linkId,
    fabricId: (netlist.fabrics[link.fabric] as NetFabric).fabricId,
    deviceAId: (netlist.groups[link.groupA] as NetGroup).deviceId,
    deviceBId: (netlist.groups[link.groupB] as NetGroup).deviceId,
    connectionCount: link.connectionCount,
    requestedCount: link.requestedCount,
    cableCount: cables[index] as number,
    transceiverCount: transceivers[index] as number,
    speedGbps: link.speedGbps,
    lengthM: link.lengthM,
    mediumLabel: formatMedium(link.medium),
    mediumResolved: link.medium.kind !== 'unresolved',
    mediumAutomatic: link.medium.kind !== 'unresolved' && link.medium.automatic,
    cablePartId: link.medium.kind === 'unresolved' ? null : (link.medium.cable?.id ?? null),
    transceiverAId: link.medium.kind === 'optics' ? link.medium.transceiverA.id : null,
    transceiverBId: link.medium.kind === 'optics' ? link.medium.transceiverB.id : null,
  }));
}

/** Modules bought for each link; one that two links share is counted for the first. */
function countTransceivers(netlist: Netlist): Uint32Array {
  const counts = new Uint32Array(netlist.links.length);
  for (const cage of netlist.transceiverCage) {
    const first = findFirstConnection(netlist, cage);
    const link = netlist.connectionLink[first] as number;
    counts[link] = (counts[link] as number) + 1;
  }
  return counts;
}

function findFirstConnection(netlist: Netlist, cage: number): number {
  let first = Number.POSITIVE_INFINITY;
  for (
    let port = netlist.cageFirstPort[cage] as number;
    port < (netlist.cageFirstPort[cage + 1] as number);
    port += 1
  ) {
    const connection = netlist.portConnection[port] as number;
    if (connection !== NONE) first = Math.min(first, connection);
  }
  return first;
}

/** What each link amounts to: connections, cables, transceivers and the medium it is made of. */
import type { NetFabric, NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import { formatMedium } from '../netlist/medium-label.ts';
import type { LinkReport } from './report.ts';

export function computeLinks(netlist: Netlist): LinkReport[] {
  const cables = new Uint32Array(netlist.links.length);
  for (const link of netlist.cableLink) cables[link] = (cables[link] as number) + 1;
  return netlist.links.map((link, index) => ({
    linkId: link.linkId,
    fabricId: (netlist.fabrics[link.fabric] as NetFabric).fabricId,
    deviceAId: (netlist.groups[link.groupA] as NetGroup).deviceId,
    deviceBId: (netlist.groups[link.groupB] as NetGroup).deviceId,
    connectionCount: link.connectionCount,
    requestedCount: link.requestedCount,
    cableCount: cables[index] as number,
    transceiverCount: countTransceivers(netlist, link),
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

/** Cages at both ends that hold a module for this link; a cage shared with another link counts for both. */
function countTransceivers(netlist: Netlist, link: NetLink): number {
  if (link.medium.kind !== 'optics') return 0;
  let count = 0;
  for (
    let connection = link.firstConnection;
    connection < link.firstConnection + link.connectionCount;
    connection += 1
  ) {
    if (isFirstOfLinkInCage(netlist, netlist.connectionPortA[connection] as number, connection)) count += 1;
    if (isFirstOfLinkInCage(netlist, netlist.connectionPortB[connection] as number, connection)) count += 1;
  }
  return count;
}

function isFirstOfLinkInCage(netlist: Netlist, port: number, connection: number): boolean {
  const cage = netlist.portCage[port] as number;
  const link = netlist.connectionLink[connection];
  for (let other = netlist.cageFirstPort[cage] as number; other < port; other += 1) {
    const otherConnection = netlist.portConnection[other] as number;
    if (otherConnection >= 0 && netlist.connectionLink[otherConnection] === link) return false;
  }
  return true;
}

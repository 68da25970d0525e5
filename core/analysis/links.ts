/** What each link amounts to: connections, cables, transceivers and the medium it is made of. */
import { type NetFabric, type NetGroup, type Netlist } from '../netlist/netlist.ts';
import { formatMedium } from '../netlist/medium-label.ts';
import type { BlockCensus } from './block-census.ts';
import { countCables } from './count-cables.ts';
import type { LinkReport } from './report.ts';

export function computeLinks(netlist: Netlist, censuses: readonly BlockCensus[]): LinkReport[] {
  const cables = countCables(netlist);
  const transceivers = countTransceivers(netlist, censuses);
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
    plannedLengthM: link.plannedLengthM,
    mediumLabel: formatMedium(link.medium),
    mediumResolved: link.medium.kind !== 'unresolved',
    mediumAutomatic: link.medium.kind !== 'unresolved' && link.medium.automatic,
    cablePartId: link.medium.kind === 'unresolved' ? null : (link.medium.cable?.id ?? null),
    transceiverAId: link.medium.kind === 'optics' ? link.medium.transceiverA.id : null,
    transceiverBId: link.medium.kind === 'optics' ? link.medium.transceiverB.id : null,
  }));
}

/** Modules bought for each link; one that two links share is counted for the first. */
function countTransceivers({ links }: Netlist, censuses: readonly BlockCensus[]): number[] {
  const sums = new Map<string, number>();
  for (const { modulesOfLink } of censuses) {
    for (const [linkId, count] of modulesOfLink) sums.set(linkId, (sums.get(linkId) ?? 0) + count);
  }
  return links.map(({ linkId }) => sums.get(linkId) ?? 0);
}

/**
 * Bounds for fabrics that are no tree of tiers (torus, dragonfly, HyperX): the worst bisection, and the fullest cable of an all-to-all
 * under shortest-path routing, as the analyses find them. They speak of a job that fills the fabric with one group.
 */
import type { Netlist } from '../netlist/netlist.ts';
import type { BareCut } from './bare-cut.ts';
import type { JobPlacement } from './job-placement.ts';
import { measureNicShare, sumDomainGbps } from './nic-share.ts';

export function listUntieredCuts(netlist: Netlist, placement: JobPlacement): BareCut[] {
  const { report, groupCount, groupSize } = placement;
  if (report === null || groupCount > 1) return [];
  const { bisection, allToAll } = report;
  const cuts: BareCut[] = [];
  if (bisection !== null) {
    const linkIds = bisection.cutLinks.map(({ linkId }) => linkId);
    cuts.push({
      capacityGBps: bisection.bandwidthGbps / 8,
      // An ordered ring crosses once each way, and so does half of each tree; half of the ranks send half of what they send.
      loads: { ring: (groupSize - 1) / groupSize, tree: 1, allToAll: groupSize / 4, sendRecv: 1 },
      name: () => ({ label: `bisection of ${report.name}`, refIds: listEnds(netlist, linkIds) }),
    });
  }
  const { busiestLinkId } = allToAll ?? { busiestLinkId: null };
  if (allToAll !== null && busiestLinkId !== null) {
    const share = isHashed(netlist, placement) ? allToAll.ecmp : allToAll.adaptive;
    const perDomain = groupSize / measureNicShare(placement).domainCount;
    cuts.push({
      capacityGBps: (share * sumDomainGbps(placement).reduce((sum, gbps) => sum + gbps, 0)) / 8,
      loads: { ring: 0, tree: 0, allToAll: groupSize - perDomain, sendRecv: 0 },
      name: () => ({ label: 'the fullest cables of an all-to-all', refIds: listEnds(netlist, [busiestLinkId]) }),
    });
  }
  return cuts;
}

function isHashed(netlist: Netlist, { fabricIndex }: JobPlacement): boolean {
  return netlist.fabrics[fabricIndex]?.routing === 'ecmp';
}

/** Devices at either end of links. */
function listEnds(netlist: Netlist, linkIds: readonly string[]): string[] {
  const ids = netlist.links.flatMap(({ linkId, groupA, groupB }) =>
    linkIds.includes(linkId) ? [netlist.groups[groupA]?.deviceId ?? '', netlist.groups[groupB]?.deviceId ?? ''] : [],
  );
  return [...new Set(ids)];
}

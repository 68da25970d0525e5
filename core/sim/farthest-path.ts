/**
 * One way between the two servers of a job that stand farthest apart: NICs, cables, error correction and switches, as the latency
 * analysis counts them. In a tiered fabric the way leads up to the lowest tier that joins the two and down again, so one pass
 * from the bottom up finds it; of other fabrics the analyses have the figure.
 */
import { computeLinkNs, computeRelayNs } from '../analysis/latency.ts';
import { NIC_DELAY } from '../analysis/latency-constants.ts';
import type { Memory } from '../base/memory.ts';
import type { NetFabric, Netlist } from '../netlist/netlist.ts';
import type { FabricTrunk } from './fabric-trunk.ts';
import type { JobPlacement } from './job-placement.ts';

type PlacedPaths = Pick<JobPlacement, 'fabricIndex' | 'trunk' | 'units' | 'report' | 'domains'>;

/** us; 0 when one domain holds all ranks. */
export function computeFarthestUs(netlist: Netlist, placement: PlacedPaths, memory: Memory): number {
  if (placement.domains.count < 2) return 0;
  if (placement.report !== null) return (placement.report.latency?.maxNs ?? 0) / 1000;
  const { technology } = netlist.fabrics[placement.fabricIndex] as NetFabric;
  const linkNs = netlist.links.map((link) => computeLinkNs(netlist, link));
  const relayNs = netlist.groups.map((group) => computeRelayNs(group, technology));
  const climbNs = memory.recall('farthest servers', [placement.domains, ...linkNs, ...relayNs], () =>
    climbTiers(netlist, placement, linkNs, relayNs),
  );
  return (2 * NIC_DELAY.valueNs + climbNs) / 1000;
}

/** By member: what the farthest and the second farthest server below it are away, from different relays below. */
interface Reach {
  readonly farthest: Float64Array;
  readonly second: Float64Array;
}

function climbTiers(
  netlist: Netlist,
  { trunk, units, domains }: PlacedPaths,
  linkNs: readonly number[],
  relayNs: readonly number[],
): number {
  const reach: Reach = {
    farthest: new Float64Array(netlist.memberCount).fill(-1),
    second: new Float64Array(netlist.memberCount).fill(-1),
  };
  const { cables } = domains;
  for (let i = 0; i < cables.farMember.length; i += 1) {
    const link = netlist.connectionLink[cables.connection[i] as number] as number;
    raise(reach, cables.farMember[i] as number, linkNs[link] as number);
  }
  const topTier = findTopTier({ trunk, units, domains });
  const { connectionMemberA, connectionMemberB } = netlist;
  const failed = netlist.failures?.connectionFailed ?? null;
  for (let tier = 2; tier <= topTier; tier += 1) {
    for (const { link, index, tierA, tierB } of trunk.links) {
      if (Math.max(tierA, tierB) !== tier) continue;
      const lowerMember = tierA < tierB ? connectionMemberA : connectionMemberB;
      const upperMember = tierA < tierB ? connectionMemberB : connectionMemberA;
      const through = relayNs[tierA < tierB ? link.groupA : link.groupB] as number;
      const hopNs = through + (linkNs[index] as number);
      const end = link.firstConnection + link.connectionCount;
      for (let i = link.firstConnection; i < end; i += 1) {
        if (failed !== null && failed[i] === 1) continue;
        const below = reach.farthest[lowerMember[i] as number] as number;
        if (below >= 0) raise(reach, upperMember[i] as number, below + hopNs);
      }
    }
  }
  return takeQuickest(netlist, reach, topTier, trunk, relayNs);
}

function raise({ farthest, second }: Reach, member: number, ns: number): void {
  const known = farthest[member] as number;
  if (ns > known) {
    second[member] = known;
    farthest[member] = ns;
  } else if (ns > (second[member] as number)) second[member] = ns;
}

/** Over the relays of the top tier that join two ways: they offer the farthest pair its choice. */
function takeQuickest(
  netlist: Netlist,
  { farthest, second }: Reach,
  topTier: number,
  { tierOfGroup }: FabricTrunk,
  relayNs: readonly number[],
): number {
  let quickest = Number.POSITIVE_INFINITY;
  netlist.groups.forEach(({ firstMember, count }, index) => {
    if (tierOfGroup[index] !== topTier) return;
    const through = relayNs[index] as number;
    for (let member = firstMember; member < firstMember + count; member += 1) {
      if ((second[member] as number) < 0) continue;
      quickest = Math.min(quickest, (farthest[member] as number) + through + (second[member] as number));
    }
  });
  return quickest === Number.POSITIVE_INFINITY ? 0 : quickest;
}

/** The lowest tier at which one unit holds a cable of every domain that it can: the tier that joins the farthest pair. */
function findTopTier({ trunk, units, domains }: Pick<PlacedPaths, 'trunk' | 'units' | 'domains'>): number {
  for (const level of units.levels) {
    if (level.tier === trunk.tierCount) break;
    if (joinsAll(domains, level.unitOf)) return level.kind === 'single' ? 1 : level.tier;
  }
  return trunk.tierCount;
}

/** Whether some unit is reached by every domain. */
function joinsAll({ count, firstCable, cables }: JobPlacement['domains'], unitOf: Int32Array): boolean {
  const common = new Set<number>();
  for (let i = 0; i < (firstCable[1] as number); i += 1) common.add(unitOf[cables.farMember[i] as number] as number);
  for (let domain = 1; domain < count && common.size > 0; domain += 1) {
    const own = new Set<number>();
    for (let i = firstCable[domain] as number; i < (firstCable[domain + 1] as number); i += 1) {
      own.add(unitOf[cables.farMember[i] as number] as number);
    }
    for (const unit of common) if (!own.has(unit)) common.delete(unit);
  }
  return common.size > 0;
}

import { formatCount } from '../../../base/format-count.ts';
import { formatMemberName } from '../../../netlist/names.ts';
import type { NetFabric, NetGroup } from '../../../netlist/netlist.ts';
import type { Rule } from '../rule.ts';
import type { FabricTiers } from './fabric-tiers.ts';

export const uplinks: Rule = {
  id: 'topology.uplinks',
  code: 'topology.uplinks',
  family: 'topology',
  severity: 'warning',
  title: 'Switches of a tier have equal uplinks',
  rationale:
    'Traffic is spread as if all paths were equal; the switch with fewer uplinks becomes the bottleneck of every job that touches it.',
  source: 'Follows from the equal-links rule',
  subject: 'switches with uplinks',
  check({ netlist, tiers }, tally) {
    for (const fabric of tiers) {
      if (netlist.fabrics[fabric.graph.fabric]?.purpose === 'oob') continue;
      for (const index of fabric.graph.switching) {
        const group = netlist.groups[index] as NetGroup;
        const range = findRange(group, fabric);
        if (!range) continue;
        if (range.lowGbps === range.highGbps) {
          tally.pass(range.count);
          continue;
        }
        const { name, fabricId } = netlist.fabrics[fabric.graph.fabric] as NetFabric;
        tally.pass(range.count - range.lowCount);
        tally.fail(
          {
            message: `Uplinks of ${group.name} in ${name} are unequal: ${nameMember(group, range.low)} has ${formatTbps(range.lowGbps)}, ${nameMember(group, range.high)} ${formatTbps(range.highGbps)} (${range.lowCount} of ${formatCount(range.count)} have less than the most); give all the same number.`,
            where: [
              { kind: 'device', id: group.deviceId, member: range.low },
              { kind: 'fabric', id: fabricId },
            ],
          },
          range.lowCount,
        );
      }
    }
  },
};

interface Range {
  /** Members that carry something from below or have an uplink. */
  readonly count: number;
  readonly lowCount: number;
  readonly low: number;
  readonly high: number;
  readonly lowGbps: number;
  readonly highGbps: number;
}

/** The least and the most uplink bandwidth of a group; null when it is the top and has none. */
function findRange(group: NetGroup, { downGbps, awayGbps }: FabricTiers): Range | null {
  let count = 0;
  let low = -1;
  let high = -1;
  let lowGbps = Number.POSITIVE_INFINITY;
  let highGbps = 0;
  for (let i = 0; i < group.count; i += 1) {
    const away = awayGbps[group.firstMember + i] as number;
    if (away === 0 && downGbps[group.firstMember + i] === 0) continue;
    count += 1;
    if (away < lowGbps) {
      low = i;
      lowGbps = away;
    }
    if (away > highGbps) {
      high = i;
      highGbps = away;
    }
  }
  if (high < 0) return null;
  let lowCount = 0;
  for (let i = 0; i < group.count; i += 1) {
    const member = group.firstMember + i;
    const isUsed = awayGbps[member] !== 0 || downGbps[member] !== 0;
    if (isUsed && (awayGbps[member] as number) < highGbps) lowCount += 1;
  }
  return { count, lowCount, low, high, lowGbps, highGbps };
}

function nameMember(group: NetGroup, index: number): string {
  return formatMemberName(group.nameTemplate, index, Math.floor(index / group.membersPerPod));
}

function formatTbps(gbps: number): string {
  return `${gbps / 1000} Tb/s`;
}

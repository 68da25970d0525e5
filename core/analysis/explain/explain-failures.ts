/** What the current scenario breaks: members, connections, GPUs without work, and their cost. */
import { formatCount } from '../../base/format-count.ts';
import type { ObjectRef } from '../../base/diagnostic.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { LinkReport, Report } from '../report.ts';
import { ENTERED } from './entered.ts';
import type { Explanation } from './explanation.ts';
import { nameLink } from './object-names.ts';

/** null while nothing is broken. */
export function explainIdleGpus({ currentScenario }: Netlist, { failures }: Report): Explanation | null {
  if (!failures) return null;
  const { brokenCount, cutOffCount, portlessCount, pricePerGpuHour, costPerHour, currency } = failures.gpus;
  const unit = `${currency ?? ''}/h`;
  const isPriced = costPerHour !== null && pricePerGpuHour !== null;
  return {
    title: 'Idle GPUs',
    formula: isPriced ? 'n = b + c\nC = n × p' : 'n = b + c',
    values: [
      { symbol: 'n', value: brokenCount + cutOffCount, unit: '', meaning: 'GPUs without work' },
      { symbol: 'b', value: brokenCount, unit: '', meaning: 'in broken servers' },
      { symbol: 'c', value: cutOffCount, unit: '', meaning: 'in servers cut off from the rest of the fabric' },
      ...(isPriced
        ? [
            { symbol: 'C', value: costPerHour, unit, meaning: 'what their idleness costs' },
            { symbol: 'p', value: pricePerGpuHour, unit, meaning: 'a GPU hour, entered for the training run' },
          ]
        : []),
    ],
    counted: [],
    sources: [],
    caveats: [
      ...(isPriced ? [] : [`The cost is unknown: "${currentScenario.name}" gives no price of a GPU hour.`]),
      ...(portlessCount > 0
        ? [
            `${formatCount(portlessCount)} more GPUs have lost their own port and work through others of their server: not counted.`,
          ]
        : []),
      'A job that needs every GPU stops as a whole until it runs on the rest.',
    ],
  };
}

/** Members of a group that are broken; null = all are whole. */
export function explainBrokenMembers(netlist: Netlist, { failures }: Report, deviceId: string): Explanation | null {
  const broken = failures?.devices.find((own) => own.deviceId === deviceId);
  const group = netlist.groups.find((own) => own.deviceId === deviceId);
  if (!broken || !group) return null;
  return explainBroken(netlist, group.name, 'devices', group.count, broken.brokenCount, {
    kind: 'device',
    id: deviceId,
  });
}

/** Connections of a link that carry nothing; null = all do. */
export function explainBrokenConnections(netlist: Netlist, { failures }: Report, line: LinkReport): Explanation | null {
  const { linkId, connectionCount } = line;
  const broken = failures?.links.find((own) => own.linkId === linkId);
  if (!broken) return null;
  const name = nameLink(netlist, linkId);
  return explainBroken(netlist, name, 'connections', connectionCount, broken.brokenCount, { kind: 'link', id: linkId });
}

/** Racks of a group that are broken; null = none is. */
export function explainBrokenRacks(netlist: Netlist, rackId: string): Explanation | null {
  const group = netlist.rackGroups.find((own) => own.rackId === rackId);
  if (!group) return null;
  const broken = new Set<number>();
  for (const failure of netlist.currentScenario.failures) {
    if (failure.kind !== 'rack' || failure.rackId !== rackId) continue;
    const { first, count } = failure.racks ?? { first: 0, count: group.count };
    for (let rack = first; rack < Math.min(group.count, first + count); rack += 1) broken.add(rack);
  }
  if (broken.size === 0) return null;
  return explainBroken(netlist, group.name, 'racks', group.count, broken.size, { kind: 'rack', id: rackId });
}

function explainBroken(
  { currentScenario }: Netlist,
  name: string,
  unit: 'devices' | 'connections' | 'racks',
  count: number,
  brokenCount: number,
  ref: ObjectRef,
): Explanation {
  const how = unit === 'connections' ? 'cut, or with a broken device at an end' : 'broken';
  return {
    title: `Broken of ${name}`,
    formula: 'B = N - W',
    values: [
      { symbol: 'B', value: brokenCount, unit, meaning: `${how}, by the scenario "${currentScenario.name}"` },
      { symbol: 'N', value: count, unit, meaning: name },
      { symbol: 'W', value: count - brokenCount, unit, meaning: 'at work' },
    ],
    counted: [{ label: name, refs: [ref], count: brokenCount }],
    sources: [ENTERED],
    caveats: ['What is broken is still counted, bought and powered; it carries no traffic.'],
  };
}

/** Counts of the whole design beside those of the metrics bar: devices by role, connections, domains, findings. */
import type { Netlist } from '../../netlist/netlist.ts';
import { countSwitches } from '../count-switches.ts';
import type { Report } from '../report.ts';
import type { Explanation } from './explanation.ts';
import { nameLink } from './object-names.ts';

export function explainDevices(netlist: Netlist, { totals }: Report): Explanation {
  return explainGroups(
    netlist,
    'Devices',
    totals.deviceCount,
    'devices',
    (_, index) => netlist.groups[index]?.count ?? 0,
  );
}

export function explainEndpoints(netlist: Netlist, { totals }: Report): Explanation {
  return explainGroups(netlist, 'Endpoints', totals.endpointCount, 'endpoints', ({ role, count }) =>
    role === 'endpoint' ? count : 0,
  );
}

export function explainSwitches(netlist: Netlist, { totals }: Report): Explanation {
  return explainGroups(netlist, 'Switches', totals.switchCount, 'switches', (_, index) =>
    countSwitches(netlist, [index]),
  );
}

function explainGroups(
  { groups }: Netlist,
  title: string,
  total: number,
  unit: string,
  countOf: (group: Netlist['groups'][number], index: number) => number,
): Explanation {
  const own = groups.map((group, index) => ({ group, count: countOf(group, index) })).filter(({ count }) => count > 0);
  return {
    title,
    formula: 'N = Σ(n)',
    values: [
      { symbol: 'N', value: total, unit, meaning: 'all groups' },
      ...own.map(({ group, count }, i) => ({ symbol: `n${i + 1}`, value: count, unit, meaning: group.name })),
    ],
    counted: own.map(({ group, count }) => ({
      label: group.name,
      refs: [{ kind: 'device', id: group.deviceId }],
      count,
    })),
    sources: [],
    caveats: [],
  };
}

export function explainConnections(netlist: Netlist, { totals, links }: Report): Explanation {
  const own = links.filter(({ connectionCount }) => connectionCount > 0);
  return {
    title: 'Connections',
    formula: 'C = Σ(c)',
    values: [
      { symbol: 'C', value: totals.connectionCount, unit: 'connections', meaning: 'port to port, all links' },
      ...own.map(({ linkId, connectionCount }, i) => ({
        symbol: `c${i + 1}`,
        value: connectionCount,
        unit: 'connections',
        meaning: nameLink(netlist, linkId),
      })),
    ],
    counted: own.map(({ linkId, connectionCount }) => ({
      label: nameLink(netlist, linkId),
      refs: [{ kind: 'link', id: linkId }],
      count: connectionCount,
    })),
    sources: [],
    caveats: ['A cable may serve several connections: a splitter, or a cable over several ports.'],
  };
}

export function explainDomains(_: Netlist, { scaleUp }: Report): Explanation {
  return {
    title: 'Scale-up domains',
    formula: 'D = Σ(d)',
    values: [
      {
        symbol: 'D',
        value: scaleUp.reduce((sum, { domainCount }) => sum + domainCount, 0),
        unit: 'domains',
        meaning: 'joined by a network of their own (NVLink and its like)',
      },
      ...scaleUp.map(({ deviceName, domainCount, gpusPerDomain }, i) => ({
        symbol: `d${i + 1}`,
        value: domainCount,
        unit: 'domains',
        meaning: `${deviceName}, ${gpusPerDomain} GPUs each`,
      })),
    ],
    counted: scaleUp.map(({ deviceId, deviceName, domainCount }) => ({
      label: deviceName,
      refs: [{ kind: 'device', id: deviceId }],
      count: domainCount,
    })),
    sources: [],
    caveats: [],
  };
}

export function explainProblems(_: Netlist, { problems, rules }: Report): Explanation {
  const count = (severity: string): number => problems.filter((problem) => problem.severity === severity).length;
  const state = (wanted: string): number => rules.filter((rule) => rule.state === wanted).length;
  return {
    title: 'Problems',
    formula: 'N = e + w + a',
    values: [
      { symbol: 'N', value: problems.length, unit: 'findings', meaning: `of ${rules.length} design rules` },
      { symbol: 'e', value: count('error'), unit: 'errors', meaning: 'cannot be built or would not link up' },
      { symbol: 'w', value: count('warning'), unit: 'warnings', meaning: 'works but hurts' },
      { symbol: 'a', value: count('advice'), unit: 'hints', meaning: 'worth knowing' },
      { symbol: 'p', value: state('passed'), unit: 'rules', meaning: 'passed' },
      { symbol: 'f', value: state('failed'), unit: 'rules', meaning: 'failed' },
      { symbol: 'u', value: state('not-checked'), unit: 'rules', meaning: 'not checked, for want of facts' },
    ],
    counted: [],
    sources: [],
    caveats: ['Where each rule is from stands beside it, under Rules.'],
  };
}

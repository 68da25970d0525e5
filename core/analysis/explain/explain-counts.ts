/** GPUs, racks, cables, transceivers and ports: sums over groups, links and port blocks. */
import { formatCount } from '../../base/format-count.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { Report } from '../report.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import { nameLink } from './object-names.ts';
import { listPartSources } from './part-sources.ts';

export function explainGpus(netlist: Netlist, { totals }: Report): Explanation {
  const servers = netlist.groups.flatMap((group) =>
    group.part?.kind === 'server' ? [{ group, part: group.part, gpuCount: group.part.gpuCount }] : [],
  );
  const known = servers.filter(({ gpuCount }) => gpuCount !== null);
  return {
    title: 'GPUs',
    formula: 'G = Σ(n × g)',
    values: [
      { symbol: 'G', value: totals.gpuCount, unit: 'GPUs', meaning: 'all servers' },
      ...known.flatMap(({ group, part, gpuCount }, i): ExplainedValue[] => [
        { symbol: `n${i + 1}`, value: group.count, unit: 'servers', meaning: group.name },
        { symbol: `g${i + 1}`, value: gpuCount ?? 0, unit: 'GPUs each', meaning: part.model },
      ]),
    ],
    counted: known.map(({ group }) => ({
      label: group.name,
      refs: [{ kind: 'device', id: group.deviceId }],
      count: group.count,
    })),
    sources: listPartSources(
      known.map(({ part }) => part),
      ['gpuCount', 'accelerator'],
    ),
    caveats: servers
      .filter(({ gpuCount }) => gpuCount === null)
      .map(
        ({ group, part }) => `${part.model} (${group.name}) has no GPUs, or nobody states how many; it counts as none.`,
      ),
  };
}

export function explainRacks(netlist: Netlist, { totals }: Report): Explanation {
  return {
    title: 'Racks',
    formula: 'R = Σ(r)',
    values: [
      { symbol: 'R', value: totals.rackCount, unit: 'racks', meaning: 'all rack groups' },
      ...netlist.rackGroups.map((rack, i) => ({
        symbol: `r${i + 1}`,
        value: rack.count,
        unit: 'racks',
        meaning: rack.name,
      })),
    ],
    counted: netlist.rackGroups.map((rack) => ({
      label: rack.name,
      refs: [{ kind: 'rack', id: rack.rackId }],
      count: rack.count,
    })),
    sources: [],
    caveats: ['Racks are counted as drawn, also empty ones.'],
  };
}

export function explainCables(netlist: Netlist, report: Report): Explanation {
  return {
    ...explainLinkSum(
      netlist,
      report,
      'C',
      'c',
      report.totals.cableCount,
      'cable assemblies',
      (link) => link.cableCount,
    ),
    title: 'Cables',
    sources: listPartSources(
      netlist.links.map(({ medium }) => (medium.kind === 'unresolved' ? undefined : medium.cable)),
      ['ends', 'lengths', 'reachM'],
    ),
    caveats: [
      'An assembly is what is bought: a splitter or a cable over several ports serves more than one connection.',
      ...report.links
        .filter((link) => link.connectionCount < link.requestedCount)
        .map(({ linkId, connectionCount, requestedCount }) => {
          return `${nameLink(netlist, linkId)} has ports for ${formatCount(connectionCount)} of ${formatCount(requestedCount)} connections; the rest is not counted.`;
        }),
    ],
  };
}

export function explainTransceivers(netlist: Netlist, report: Report): Explanation {
  return {
    ...explainLinkSum(
      netlist,
      report,
      'X',
      'x',
      report.totals.transceiverCount,
      'modules',
      (link) => link.transceiverCount,
    ),
    title: 'Transceivers',
    sources: listPartSources(netlist.transceiverParts, ['connectorCount', 'formFactors', 'speedGbps']),
    caveats: ['A twin-port module serves two connections; one that two links share is counted for the first.'],
  };
}

function explainLinkSum(
  netlist: Netlist,
  report: Report,
  total: string,
  term: string,
  value: number,
  unit: string,
  countOf: (link: Report['links'][number]) => number,
): Pick<Explanation, 'formula' | 'values' | 'counted'> {
  const links = report.links.filter((link) => countOf(link) > 0);
  return {
    formula: `${total} = Σ(${term})`,
    values: [
      { symbol: total, value, unit, meaning: 'all links' },
      ...links.map((link, i) => ({
        symbol: `${term}${i + 1}`,
        value: countOf(link),
        unit,
        meaning: `${nameLink(netlist, link.linkId)}: ${formatCount(link.connectionCount)} connections, ${link.mediumLabel}`,
      })),
    ],
    counted: links.map((link) => ({
      label: nameLink(netlist, link.linkId),
      refs: [{ kind: 'link', id: link.linkId }],
      count: countOf(link),
    })),
  };
}

export function explainPortsFree(netlist: Netlist, { totals, ports }: Report): Explanation {
  const free = ports.filter((use) => use.portsFree > 0);
  return {
    title: 'Ports free',
    formula: 'F = Σ(f)',
    values: [
      { symbol: 'F', value: totals.portsFree, unit: 'ports', meaning: 'without a cable, of all devices' },
      ...free.map((use, i) => ({
        symbol: `f${i + 1}`,
        value: use.portsFree,
        unit: 'ports',
        meaning: `${use.deviceName} ${use.blockId}, of ${use.portsOwned}`,
      })),
    ],
    counted: free.map((use) => ({
      label: `${use.deviceName} ${use.blockId}`,
      refs: [{ kind: 'device', id: use.deviceId, blockId: use.blockId }],
      count: use.portsFree,
    })),
    sources: listPartSources(
      netlist.groups.map((group) => group.part),
      ['portBlocks'],
    ),
    caveats: ['In the modes now set: a cage that is split owns as many ports as its mode gives.'],
  };
}

export function explainPorts(netlist: Netlist, { totals, ports }: Report): Explanation {
  const owning = ports.filter((use) => use.portsOwned > 0);
  return {
    title: 'Ports used',
    formula: 'U = Σ(o - f)',
    values: [
      { symbol: 'U', value: totals.portsUsed, unit: 'ports', meaning: 'used, of all devices' },
      ...owning.flatMap((use, i): ExplainedValue[] => [
        {
          symbol: `o${i + 1}`,
          value: use.portsOwned,
          unit: 'ports',
          meaning: `${use.deviceName} ${use.blockId}, owned in the modes now set`,
        },
        { symbol: `f${i + 1}`, value: use.portsFree, unit: 'ports', meaning: `${use.deviceName} ${use.blockId}, free` },
      ]),
    ],
    counted: owning.map((use) => ({
      label: `${use.deviceName} ${use.blockId}`,
      refs: [{ kind: 'device', id: use.deviceId, blockId: use.blockId }],
      count: use.portsUsed,
    })),
    sources: listPartSources(
      netlist.groups.map((group) => group.part),
      ['portBlocks'],
    ),
    caveats: ['A cage that is split owns as many ports as its mode gives; management and data ports count alike.'],
  };
}

/** Figures of one link: connections, cables, modules and the longest run. */
import { formatCount } from '../../base/format-count.ts';
import type { Netlist, NetLink } from '../../netlist/netlist.ts';
import type { LinkReport, Report } from '../report.ts';
import { explainBrokenConnections } from './explain-failures.ts';
import type { Explanation } from './explanation.ts';
import type { LinkField } from './metric-fields.ts';
import { nameLink } from './object-names.ts';
import { listPartSources } from './part-sources.ts';

/** null = no such link, or nothing to count. */
export function explainLink(netlist: Netlist, report: Report, field: string, linkId: string): Explanation | null {
  const link = netlist.links.find((own) => own.linkId === linkId);
  const line = report.links.find((own) => own.linkId === linkId);
  if (!link || !line) return null;
  switch (field as LinkField) {
    case 'broken':
      return explainBrokenConnections(netlist, report, line);
    case 'connections':
      return explainConnections(netlist, link, line);
    case 'cables':
      return explainCables(netlist, link, line);
    case 'transceivers':
      return explainModules(netlist, link, line);
    case 'run':
      return explainRun(netlist, report, link, line);
    case 'planned':
      return explainPlanned(netlist, line);
    default:
      return null;
  }
}

function countOne(netlist: Netlist, { linkId }: LinkReport, count: number): Explanation['counted'] {
  return [{ label: nameLink(netlist, linkId), refs: [{ kind: 'link', id: linkId }], count }];
}

function countPairs({ connectionMemberA, connectionMemberB, memberCount }: Netlist, link: NetLink): number {
  const pairs = new Set<number>();
  const end = link.firstConnection + link.connectionCount;
  for (let i = link.firstConnection; i < end; i += 1) {
    pairs.add((connectionMemberA[i] as number) * memberCount + (connectionMemberB[i] as number));
  }
  return pairs.size;
}

function explainConnections(netlist: Netlist, link: NetLink, line: LinkReport): Explanation | null {
  const { connectionCount, requestedCount } = line;
  if (connectionCount === 0) return null;
  const pairCount = countPairs(netlist, link);
  return {
    title: `Connections of ${nameLink(netlist, line.linkId)}`,
    formula: 'C = p × k\nB = C × v',
    values: [
      { symbol: 'C', value: connectionCount, unit: 'connections', meaning: 'port to port' },
      {
        symbol: 'p',
        value: pairCount,
        unit: 'pairs',
        meaning: `of devices that meet, by the pattern "${link.pattern}"`,
      },
      {
        symbol: 'k',
        value: connectionCount / pairCount,
        unit: 'each',
        meaning: Number.isInteger(connectionCount / pairCount)
          ? 'connections a pair'
          : 'connections a pair, on average',
      },
      { symbol: 'B', value: connectionCount * link.speedGbps, unit: 'Gb/s', meaning: 'all of them, one direction' },
      { symbol: 'v', value: link.speedGbps, unit: 'Gb/s each', meaning: `line rate, over ${line.mediumLabel}` },
      { symbol: 'w', value: requestedCount, unit: 'connections', meaning: 'asked for by the drawing' },
    ],
    counted: countOne(netlist, line, connectionCount),
    sources: [],
    caveats:
      connectionCount < requestedCount
        ? [`Ports ran out: ${requestedCount - connectionCount} of the connections asked for are not made.`]
        : [],
  };
}

function explainCables(netlist: Netlist, { medium }: NetLink, line: LinkReport): Explanation | null {
  const { cableCount, connectionCount, mediumLabel } = line;
  if (cableCount === 0) return null;
  return {
    title: `Cables of ${nameLink(netlist, line.linkId)}`,
    formula: 'A = C / c',
    values: [
      { symbol: 'A', value: cableCount, unit: 'cable assemblies', meaning: `to buy: ${mediumLabel}` },
      { symbol: 'C', value: connectionCount, unit: 'connections', meaning: 'port to port' },
      {
        symbol: 'c',
        value: connectionCount / cableCount,
        unit: 'each',
        meaning: 'connections that one assembly serves',
      },
    ],
    counted: countOne(netlist, line, cableCount),
    sources: listPartSources(
      [medium.kind === 'unresolved' ? medium.wanted : medium.cable],
      ['ends', 'lengths', 'reachM'],
    ),
    caveats: [],
  };
}

function explainModules(netlist: Netlist, { medium }: NetLink, line: LinkReport): Explanation | null {
  const { transceiverCount, connectionCount } = line;
  if (transceiverCount === 0) return null;
  const parts = medium.kind === 'optics' ? [medium.transceiverA, medium.transceiverB] : [];
  const names = new Set(parts.map(({ model }) => model));
  return {
    title: `Transceivers of ${nameLink(netlist, line.linkId)}`,
    formula: 'X = 2 × C / q',
    values: [
      { symbol: 'X', value: transceiverCount, unit: 'modules', meaning: [...names].join(' and ') || 'in cages' },
      {
        symbol: 'C',
        value: connectionCount,
        unit: 'connections',
        meaning: 'port to port, with a module at either end',
      },
      {
        symbol: 'q',
        value: (2 * connectionCount) / transceiverCount,
        unit: 'each',
        meaning: 'connections that one module serves, on average over both ends',
      },
    ],
    counted: countOne(netlist, line, transceiverCount),
    sources: listPartSources(parts, ['connectorCount', 'formFactors', 'speedGbps']),
    caveats: ['A twin-port module serves two connections; one that two links share is counted for the first.'],
  };
}

function explainRun(
  netlist: Netlist,
  { deployability }: Report,
  { stockLengthM }: NetLink,
  line: LinkReport,
): Explanation {
  const runs = deployability.links.find(({ linkId }) => linkId === line.linkId);
  const isMeasured = runs !== undefined && runs.measuredCount > 0;
  const { slackM, slackInRackM } = netlist.cabling;
  const longest = runs ? `${runs.longest.a.name} to ${runs.longest.b.name}` : 'nothing is cabled';
  return {
    title: `Longest run of ${nameLink(netlist, line.linkId)}`,
    formula: 'L = l',
    values: [
      { symbol: 'L', value: line.lengthM, unit: 'm', meaning: 'what the medium must reach' },
      {
        symbol: 'l',
        value: line.lengthM,
        unit: 'm',
        meaning: isMeasured ? `from port to port: ${longest}` : 'as planned',
      },
      { symbol: 'd', value: line.plannedLengthM, unit: 'm', meaning: 'planned, entered for the link' },
      ...(stockLengthM === null
        ? []
        : [{ symbol: 'b', value: stockLengthM, unit: 'm', meaning: 'the length it is bought in' }]),
    ],
    counted: countOne(netlist, line, line.cableCount),
    sources: [],
    caveats: isMeasured
      ? [
          `Up to the tray of the room, along rows and crossings, down, and ${slackM} m of slack at each end (${slackInRackM} m inside a rack).`,
          `${formatCount(runs.measuredCount)} of ${formatCount(runs.cableCount)} cables are measured; the others run as planned.`,
        ]
      : ['No cable of it has both ends on the floor or in one rack, so nothing is measured.'],
  };
}

function explainPlanned(netlist: Netlist, line: LinkReport): Explanation {
  return {
    title: `Planned run of ${nameLink(netlist, line.linkId)}`,
    formula: 'L = l',
    values: [
      { symbol: 'L', value: line.plannedLengthM, unit: 'm', meaning: 'planned run' },
      { symbol: 'l', value: line.plannedLengthM, unit: 'm', meaning: 'entered for the link' },
    ],
    counted: countOne(netlist, line, line.cableCount),
    sources: [],
    caveats: ['Holds for cables with an end that stands nowhere; the others are measured.'],
  };
}

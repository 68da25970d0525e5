/** Where cables run and how far, added up over the design; and the paths of a fabric. */
import type { Netlist } from '../../netlist/netlist.ts';
import type { FabricReport, Report } from '../report.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import type { CablingField } from './metric-fields.ts';
import { nameLink } from './object-names.ts';

/** null = no such figure, or nothing is measured. */
export function explainCabling(netlist: Netlist, report: Report, field: string): Explanation | null {
  switch (field as CablingField) {
    case 'run-total':
      return explainRunTotal(netlist, report);
    case 'measured':
      return explainMeasured(netlist, report);
    case 'in-rack':
    case 'in-row':
    case 'cross-row':
    case 'cross-room':
      return explainStay(report, field as keyof typeof STAYS);
    default:
      return null;
  }
}

function explainRunTotal(netlist: Netlist, { deployability }: Report): Explanation {
  const { runTotalM } = deployability;
  const links = sumRuns(netlist);
  return {
    title: 'Runs, all together',
    formula: 'L = Σ(n × l)',
    values: [
      { symbol: 'L', value: runTotalM, unit: 'm', meaning: 'from port to port, slack included' },
      ...links.flatMap(({ linkId, cableCount, sumM }, i): ExplainedValue[] => [
        { symbol: `n${i + 1}`, value: cableCount, unit: 'cables', meaning: nameLink(netlist, linkId) },
        { symbol: `l${i + 1}`, value: sumM / cableCount, unit: 'm each', meaning: 'mean run, of its longest leg' },
      ]),
    ],
    counted: countLinks(netlist, links, ({ cableCount }) => cableCount),
    sources: [],
    caveats: ['What is bought is longer: runs are rounded up to lengths on sale.'],
  };
}

/** Links with cables, and the metres of their runs. */
function sumRuns({ links, cableCount, cableLink, cableLengthM }: Netlist): {
  readonly linkId: string;
  readonly cableCount: number;
  readonly sumM: number;
}[] {
  const counts = new Uint32Array(links.length);
  const sums = new Float64Array(links.length);
  for (let cable = 0; cable < cableCount; cable += 1) {
    const link = cableLink[cable] as number;
    counts[link] = (counts[link] as number) + 1;
    sums[link] = (sums[link] as number) + (cableLengthM[cable] as number);
  }
  return links.flatMap(({ linkId }, index) =>
    counts[index] === 0 ? [] : [{ linkId, cableCount: counts[index] as number, sumM: sums[index] as number }],
  );
}

function countLinks<L extends { readonly linkId: string }>(
  netlist: Netlist,
  links: readonly L[],
  countOf: (link: L) => number,
): Explanation['counted'] {
  return links.map((link) => ({
    label: nameLink(netlist, link.linkId),
    refs: [{ kind: 'link', id: link.linkId }],
    count: countOf(link),
  }));
}

function explainMeasured(netlist: Netlist, { deployability }: Report): Explanation {
  const { links, measuredCount, cableCount } = deployability;
  return {
    title: 'Cables measured, not planned',
    formula: 'M = Σ(m)',
    values: [
      { symbol: 'M', value: measuredCount, unit: 'cables', meaning: 'with both ends on the floor or in one rack' },
      ...links.map(({ linkId, measuredCount: own }, i) => ({
        symbol: `m${i + 1}`,
        value: own,
        unit: 'cables',
        meaning: nameLink(netlist, linkId),
      })),
      { symbol: 'C', value: cableCount, unit: 'cables', meaning: 'in all' },
    ],
    counted: countLinks(netlist, links, (link) => link.measuredCount),
    sources: [],
    caveats: ['The others run as long as their link is planned.'],
  };
}

const STAYS = {
  'in-rack': { title: 'Cables inside one rack', key: 'inRackCount', meaning: 'both ends in one rack' },
  'in-row': { title: 'Cables inside one row', key: 'inRowCount', meaning: 'on the tray over one row' },
  'cross-row': { title: 'Cables from row to row', key: 'crossRowCount', meaning: 'to another row of the room' },
  'cross-room': { title: 'Cables from room to room', key: 'crossRoomCount', meaning: 'to another room' },
} as const;

/** Every measured cable is counted under one of the four. */
function explainStay({ deployability }: Report, field: keyof typeof STAYS): Explanation {
  const { title, key, meaning } = STAYS[field];
  const others = Object.values(STAYS).filter((own) => own.key !== key);
  return {
    title,
    formula: 'n = M - Σ(k)',
    values: [
      { symbol: 'n', value: deployability[key], unit: 'cables', meaning },
      { symbol: 'M', value: deployability.measuredCount, unit: 'cables', meaning: 'measured' },
      ...others.map((own, i) => ({
        symbol: `k${i + 1}`,
        value: deployability[own.key],
        unit: 'cables',
        meaning: own.meaning,
      })),
    ],
    counted: [],
    sources: [],
    caveats: ['Rows in one line count as one.'],
  };
}

/** null = no two endpoints reach each other. */
export function explainPaths({ fabricId, name, paths, endpointCount }: FabricReport): Explanation | null {
  if (!paths) return null;
  const { diameter, shortestPathsFewest, shortestPathsMean, disjointPathsFewest, disjointPairsTried } = paths;
  const term = (symbol: string, value: number | null, unit: string, meaning: string): ExplainedValue[] =>
    value === null ? [] : [{ symbol, value, unit, meaning }];
  return {
    title: `Paths of ${name}`,
    formula: 'D = d',
    values: [
      { symbol: 'D', value: diameter, unit: 'switches', meaning: 'between the two endpoints farthest apart' },
      {
        symbol: 'd',
        value: diameter,
        unit: 'switches',
        meaning: 'most on any shortest path, by a search from endpoints',
      },
      ...term('s', shortestPathsFewest, 'paths', 'fewest shortest paths between two endpoints that share no switch'),
      ...term('m', shortestPathsMean, 'paths', 'the same, mean over pairs; parallel cables counted apart'),
      ...term('x', disjointPathsFewest, 'paths', `no cable in common, fewest of ${disjointPairsTried} pairs tried`),
    ],
    counted: [{ label: 'endpoints', refs: [{ kind: 'fabric', id: fabricId }], count: endpointCount }],
    sources: [],
    caveats: paths.isEstimate ? ['An estimate: from a sample of destinations.'] : [],
  };
}

/** Oversubscription, bisection and all-to-all of one fabric. */
import type { ObjectRef } from '../../base/diagnostic.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { BisectionCut, SwitchOversubscription } from '../bandwidth-report.ts';
import type { FabricReport, Report } from '../report.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import { nameLink, nameMember } from './object-names.ts';

const CUT_WORDS: Readonly<Record<string, string>> = {
  order: 'first half against second, pods kept whole',
  pods: 'every other pod',
  interleave: 'every other endpoint',
  rail: 'lower rails against upper',
  islands: 'parts that no cable joins',
  apart: 'parts that what is broken leaves apart',
  slab: 'through the middle of a dimension',
  search: 'found by local search',
  'search-drawn': 'found by local search in the whole fabric',
};

export function explainOversubscription(netlist: Netlist, fabric: FabricReport): Explanation | null {
  if (fabric.worstOversubscription === null) return null;
  return {
    title: `Oversubscription of ${fabric.name}`,
    formula: 'S = Π(d / a)',
    values: [
      { symbol: 'S', value: fabric.worstOversubscription, unit: ': 1', meaning: 'worst path up' },
      ...fabric.worstPath.flatMap((own, i) => describeSwitch(netlist, own, `d${i + 1}`, `a${i + 1}`)),
    ],
    counted: [{ label: 'switches on the path', refs: fabric.worstPath.map(toRef), count: fabric.worstPath.length }],
    sources: [],
    caveats: ['Cables between switches of one tier lead away from the endpoints. Full duplex is counted one way.'],
  };
}

export function explainTier(netlist: Netlist, fabric: FabricReport, tier: number): Explanation | null {
  const found = fabric.tiers.find((own) => own.tier === tier);
  if (!found) return null;
  const { worst, mean, worstSwitch, switchCount, deviceIds } = found;
  return {
    title: `Oversubscription of tier ${tier} of ${fabric.name}`,
    formula: 'R = d / a',
    values: [
      { symbol: 'R', value: worst, unit: ': 1', meaning: 'worst switch of the tier' },
      ...describeSwitch(netlist, worstSwitch, 'd', 'a'),
      { symbol: 'M', value: mean, unit: ': 1', meaning: `mean over ${switchCount} switches` },
    ],
    counted: [
      { label: 'worst switch', refs: [toRef(worstSwitch)], count: 1 },
      {
        label: 'switches of the tier',
        refs: deviceIds.map((id): ObjectRef => ({ kind: 'device', id })),
        count: switchCount,
      },
    ],
    sources: [],
    caveats: ['Switches without cables away from the endpoints have no ratio and are left out.'],
  };
}

/** Of one rail, from 0: its worst switch, where the report still knows its sums. */
export function explainRail(netlist: Netlist, fabric: FabricReport, rail: number): Explanation | null {
  const own = fabric.rails.find((each) => each.rail === rail);
  if (!own || own.worst === null || own.mean === null) return null;
  const isOfRail = ({ deviceId, member }: SwitchOversubscription): boolean =>
    own.switches.some((group) => group.deviceId === deviceId && group.members.includes(member));
  const worst = fabric.worstSwitches.find((each) => isOfRail(each) && each.ratio === own.worst);
  return {
    title: `Oversubscription of rail ${rail + 1} of ${fabric.name}`,
    formula: worst ? 'R = d / a' : 'R = r',
    values: [
      { symbol: 'R', value: own.worst, unit: ': 1', meaning: 'worst switch of the rail' },
      ...(worst
        ? describeSwitch(netlist, worst, 'd', 'a')
        : [{ symbol: 'r', value: own.worst, unit: ': 1', meaning: 'Gb/s towards endpoints over Gb/s away from them' }]),
      { symbol: 'M', value: own.mean, unit: ': 1', meaning: `mean over ${own.switchCount} switches` },
    ],
    counted: own.switches.map(({ deviceId, members }) => ({
      label: `switches of the rail in ${netlist.groups.find((group) => group.deviceId === deviceId)?.name ?? deviceId}`,
      refs: members.map((member): ObjectRef => ({ kind: 'device', id: deviceId, member })),
      count: members.length,
    })),
    sources: [],
    caveats: ['A switch that carries ports of several rails counts for each of them.'],
  };
}

function describeSwitch(netlist: Netlist, own: SwitchOversubscription, down: string, away: string): ExplainedValue[] {
  const name = nameMember(netlist, own.deviceId, own.member);
  return [
    { symbol: down, value: own.downGbps, unit: 'Gb/s', meaning: `${name}, towards endpoints` },
    { symbol: away, value: own.awayGbps, unit: 'Gb/s', meaning: `${name}, away from them` },
  ];
}

function toRef({ deviceId, member }: SwitchOversubscription): ObjectRef {
  return { kind: 'device', id: deviceId, member };
}

export function explainBisection(netlist: Netlist, report: Report, fabric: FabricReport): Explanation | null {
  const { bisection } = fabric;
  if (!bisection || bisection.injectionGbps === 0) return null;
  const speedOf = new Map(report.links.map((link) => [link.linkId, link.speedGbps]));
  return {
    title: `Bisection of ${fabric.name}`,
    formula: 'r = B / I\nB = Σ(c × g)',
    values: [
      { symbol: 'r', value: bisection.ratio, unit: '', meaning: 'of injection; 1 = non-blocking on the cuts tried' },
      {
        symbol: 'B',
        value: bisection.bandwidthGbps,
        unit: 'Gb/s',
        meaning: 'max-flow between the halves, one direction',
      },
      {
        symbol: 'I',
        value: bisection.injectionGbps,
        unit: 'Gb/s',
        meaning: 'all ports of the endpoints of the smaller half',
      },
      ...bisection.cutLinks.flatMap(({ linkId, connectionCount }, i): ExplainedValue[] => [
        {
          symbol: `c${i + 1}`,
          value: connectionCount,
          unit: 'connections',
          meaning: `${nameLink(netlist, linkId)}, across the cut`,
        },
        {
          symbol: `g${i + 1}`,
          value: speedOf.get(linkId) ?? 0,
          unit: 'Gb/s',
          meaning: `${nameLink(netlist, linkId)}, one connection`,
        },
      ]),
    ],
    counted: [
      {
        label: 'links that limit it',
        refs: bisection.cutLinks.map(({ linkId }): ObjectRef => ({ kind: 'link', id: linkId })),
        count: bisection.cutLinks.reduce((sum, link) => sum + link.connectionCount, 0),
      },
    ],
    sources: [],
    caveats: [
      `Worst of ${bisection.cuts.length} balanced ${bisection.cuts.length === 1 ? 'cut' : 'cuts'}: ${bisection.cuts.map(describeCut).join('; ')}.`,
      'A balanced cut that was not tried may be worse: finding the worst of all takes too long in general.',
      bisection.relaysThroughEndpoints
        ? 'The endpoints are cabled to each other and pass traffic on.'
        : 'Endpoints do not pass traffic on for others.',
      ...describeRails(bisection.acrossRails),
    ],
  };
}

function describeCut({ name, ratio }: BisectionCut): string {
  return `${CUT_WORDS[name] ?? name} ${Math.round(ratio * 1000) / 10} %`;
}

function describeRails(rails: NonNullable<FabricReport['bisection']>['acrossRails']): string[] {
  if (!rails) return [];
  return [
    `Between the lower and the upper of the ${rails.railCount} rails the fabric alone carries ${Math.round(rails.ratio * 1000) / 10} % of injection; servers join their rails inside.`,
  ];
}

export function explainAllToAll(fabric: FabricReport): Explanation | null {
  const { allToAll } = fabric;
  if (!allToAll) return null;
  const isWhole = allToAll.unreachablePairs === 0;
  const refs: ObjectRef[] = allToAll.busiestLinkId === null ? [] : [{ kind: 'link', id: allToAll.busiestLinkId }];
  return {
    title: `All-to-all throughput of ${fabric.name}`,
    formula: isWhole ? 'T = min(1, 1 / u)' : 'T = 0',
    values: [
      {
        symbol: 'T',
        value: allToAll.ecmp,
        unit: '',
        meaning: 'share of injection each endpoint reaches, hashed over ports',
      },
      {
        symbol: 'u',
        value: allToAll.busiestLoad,
        unit: '',
        meaning: 'load of the busiest cable at full injection / its bandwidth',
      },
      { symbol: 'S', value: allToAll.spray, unit: '', meaning: 'the same, every packet sprayed' },
      { symbol: 'A', value: allToAll.adaptive, unit: '', meaning: 'the same, adaptive: best split tried' },
    ],
    counted: [
      { label: 'link that fills first', refs, count: refs.length },
      { label: 'endpoints', refs: [{ kind: 'fabric', id: fabric.fabricId }], count: fabric.endpointCount },
    ],
    sources: [],
    caveats: [
      'Every endpoint sends to every other in equal shares, over shortest paths only, and enters by the nearest of its ports.',
      'Hashing meets the expected load only on average: with few large flows the busiest port carries more, and a run is slower. Spraying meets it. Adaptive routing approaches its figure, which is an ideal.',
      ...(isWhole ? [] : [`${allToAll.unreachablePairs} ordered pairs of endpoints have no path.`]),
      ...(allToAll.isEstimate
        ? ['An estimate: from a sample of destinations, averaged over the cables of each link.']
        : []),
    ],
  };
}

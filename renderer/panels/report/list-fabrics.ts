/** What every fabric was asked for and what it gives: oversubscription against its target, bandwidth, paths, latency. */
import type { FabricReport } from '#core/analysis/report.ts';
import { findRecord } from '#core/design/records.ts';
import { formatBandwidth, formatDelay, formatNumber, formatPercent, formatRatio } from '../../ui/format.ts';
import { PURPOSE_OPTIONS, ROUTING_OPTIONS, TECHNOLOGY_OPTIONS } from '../labels.ts';
import type { SelectOption } from '../../ui/select.tsx';
import { type Block, type Cell, createTable, figure, number } from './blocks.ts';
import type { ReportContent } from './content.ts';

const NONE = '\u2013';
/** Ratios are quotients of whole numbers of ports. */
const ROUNDING = 1e-9;

const labelOf = (options: readonly SelectOption[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

function nameFabric({ fabricId, name }: FabricReport): Cell {
  return { text: name, refs: [{ kind: 'fabric', id: fabricId }] };
}

/** Met, missed, or nothing asked: three states, never two. */
function judgeTarget({ targetOversubscription: target, worstOversubscription: worst }: FabricReport): Cell {
  if (target === null) return { text: 'no target set', tone: 'open' };
  if (worst === null) return { text: 'not checked: no uplinks', tone: 'open' };
  return worst <= target + ROUNDING ? { text: 'met', tone: 'good' } : { text: 'missed', tone: 'bad' };
}

function listTraffic(content: ReportContent, fabric: FabricReport): Cell[] {
  const routing = findRecord(content.design.fabrics, fabric.fabricId)?.routing ?? 'ecmp';
  const { fabricId, bisection, allToAll, paths, latency } = fabric;
  return [
    nameFabric(fabric),
    bisection ? figure(formatPercent(bisection.ratio), `bisection/${fabricId}`) : NONE,
    bisection ? formatBandwidth(bisection.bandwidthGbps) : NONE,
    allToAll
      ? figure(`${formatPercent(allToAll[routing])}${allToAll.isEstimate ? ' (sample)' : ''}`, `all-to-all/${fabricId}`)
      : NONE,
    paths ? figure(formatNumber(paths.diameter), `paths/${fabricId}`) : NONE,
    latency ? figure(formatDelay(latency.p50Ns), `latency/${fabricId}`) : NONE,
    latency ? formatDelay(latency.maxNs) : NONE,
  ];
}

export function listFabrics(content: ReportContent): Block[] {
  const { fabrics } = content.report;
  if (fabrics.length === 0) return [{ kind: 'text', text: 'No two devices are linked, so there is no fabric yet.' }];
  const tiers = fabrics.flatMap((fabric) => fabric.tiers.map((tier) => ({ fabric, tier })));
  return [
    createTable(
      'Asked for, and given',
      ['Fabric', 'Purpose', 'Technology', 'Routing', number('Target'), number('Worst path'), 'Result'],
      fabrics,
      (fabric) => [
        nameFabric(fabric),
        labelOf(PURPOSE_OPTIONS, fabric.purpose),
        labelOf(TECHNOLOGY_OPTIONS, findRecord(content.design.fabrics, fabric.fabricId)?.technology ?? NONE),
        labelOf(ROUTING_OPTIONS, findRecord(content.design.fabrics, fabric.fabricId)?.routing ?? NONE),
        fabric.targetOversubscription === null ? NONE : formatRatio(fabric.targetOversubscription),
        fabric.worstOversubscription === null
          ? NONE
          : figure(formatRatio(fabric.worstOversubscription), `oversubscription/${fabric.fabricId}`),
        judgeTarget(fabric),
      ],
      { note: 'Oversubscription is bandwidth towards endpoints over bandwidth away from them.' },
    ),
    createTable(
      'Size',
      ['Fabric', number('Endpoints'), number('Switches'), number('Connections')],
      fabrics,
      (fabric) => [
        nameFabric(fabric),
        formatNumber(fabric.endpointCount),
        formatNumber(fabric.switchCount),
        formatNumber(fabric.connectionCount),
      ],
    ),
    ...(tiers.length === 0
      ? []
      : [
          createTable(
            'Oversubscription by tier',
            ['Fabric', number('Tier'), number('Switches'), number('Worst'), number('Mean')],
            tiers,
            ({ fabric, tier }) => [
              nameFabric(fabric),
              formatNumber(tier.tier),
              formatNumber(tier.switchCount),
              figure(formatRatio(tier.worst), `oversubscription-tier/${tier.tier}/${fabric.fabricId}`),
              formatRatio(tier.mean),
            ],
          ),
        ]),
    createTable(
      'Bandwidth and latency',
      [
        'Fabric',
        number('Bisection'),
        number('Across it'),
        number('All-to-all'),
        number('Switches on a path'),
        number('Latency, median'),
        number('Longest'),
      ],
      fabrics,
      (fabric) => listTraffic(content, fabric),
      {
        note: 'Bisection and all-to-all are shares of what the endpoints can inject, all-to-all under the routing chosen; latency is one way on an idle network.',
      },
    ),
  ];
}

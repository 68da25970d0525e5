/** The Summary sheet: the figures of the metrics bar, fabric by fabric, and every problem. */
import type { WriteSheet } from 'hucre/xlsx';
import type { Diagnostic, Severity } from '../../base/diagnostic.ts';
import type { FabricReport, Heat, PartialSum, Report, TierOversubscription } from '../../analysis/report.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import { type CellInput, describeGap, type FormattedNumber, readPartialSum } from './cells.ts';
import { describeMediumGap } from './medium-gap.ts';
import { createTableSheet, type TableColumn } from './table-sheet.ts';

const columns: readonly TableColumn[] = [
  { header: 'Section', width: 26 },
  { header: 'Item', width: 46 },
  { header: 'Value', width: 18, format: 'count' },
  { header: 'Unit', width: 10 },
  { header: 'Note', width: 100, wraps: true },
];

type Row = readonly CellInput[];

export function createSummarySheet(report: Report, netlist: Netlist): WriteSheet {
  const rows: Row[] = [
    ['Design', 'Name', report.designName],
    ...listCounts(report),
    ...listPower(report),
    ...listHeat('typical', report.cooling.typical),
    ...listHeat('maximum', report.cooling.max),
    ...report.fabrics.flatMap((fabric) => listFabric(fabric, netlist)),
    ...listProblems(report.problems),
  ];
  return createTableSheet('Summary', [{ columns, rows, totals: [] }]);
}

function listCounts(report: Report): Row[] {
  const { totals } = report;
  const mediumGap = describeMediumGap(report);
  const cableNote = `assemblies as bought${mediumGap === undefined ? '' : `; ${mediumGap}, counted as one for each connection`}`;
  const section = 'Counts';
  return [
    [section, 'GPUs', totals.gpuCount],
    [section, 'Racks', totals.rackCount],
    [section, 'Devices', totals.deviceCount],
    [section, 'Endpoints', totals.endpointCount],
    [section, 'Switches', totals.switchCount],
    [section, 'Connections', totals.connectionCount, undefined, 'one port to one port'],
    [section, 'Cables', totals.cableCount, undefined, cableNote],
    [
      section,
      'Transceivers',
      mediumGap !== undefined && totals.transceiverCount === 0 ? null : totals.transceiverCount,
      undefined,
      mediumGap === undefined ? undefined : `partial, ${mediumGap}`,
    ],
    [section, 'Ports owned', totals.portsOwned],
    [section, 'Ports used', totals.portsUsed],
    [section, 'Ports free', totals.portsFree],
  ];
}

function listPower(report: Report): Row[] {
  const { power } = report;
  const row = (item: string, sum: PartialSum, note?: string): Row => [
    'Power',
    item,
    oneDecimal(toKilo(readPartialSum(sum))),
    'kW',
    describeGap(sum) ?? note,
  ];
  const apart = 'modules that the figures of their devices leave out';
  return [
    row('Typical', power.typicalW),
    row('of which transceivers, typical', power.transceiversTypicalW, apart),
    row('Maximum', power.maxW),
    row('of which transceivers, maximum', power.transceiversMaxW, apart),
  ];
}

function listHeat(load: string, heat: Heat): Row[] {
  const section = 'Cooling';
  const isUnknown = heat.unknownCount > 0 && heat.kw === 0;
  const gap = heat.unknownCount > 0 ? `partial, ${heat.unknownCount} without a figure` : undefined;
  const known = (value: number): number | null => (isUnknown ? null : value);
  return [
    [section, `Heat at ${load} power`, oneDecimal(known(heat.kw)), 'kW', gap],
    [section, `Heat at ${load} power`, known(heat.btuPerHour), 'BTU/h', gap],
    [section, `Refrigeration at ${load} power`, oneDecimal(known(heat.tons)), 'tons', gap],
  ];
}

function listFabric(fabric: FabricReport, netlist: Netlist): Row[] {
  const section = `Fabric ${fabric.name}`;
  const { bisection } = fabric;
  return [
    [section, 'Purpose', fabric.purpose],
    [section, 'Endpoints', fabric.endpointCount],
    [section, 'Switches', fabric.switchCount],
    [section, 'Connections', fabric.connectionCount],
    ...fabric.tiers.flatMap((tier) => listTier(section, tier, netlist)),
    [
      section,
      'Oversubscription of the worst path',
      fabric.worstOversubscription === null ? 'none' : ratio(fabric.worstOversubscription),
      undefined,
      fabric.worstOversubscription === null ? 'no switch has links away from the endpoints' : undefined,
    ],
    [
      section,
      'Wanted oversubscription',
      fabric.targetOversubscription === null ? 'not set' : ratio(fabric.targetOversubscription),
    ],
    ...(bisection === null
      ? [[section, 'Bisection bandwidth', 'none', undefined, 'fewer than two connected endpoints'] satisfies Row]
      : [
          [
            section,
            'Bisection bandwidth',
            oneDecimal(toKilo(bisection.bandwidthGbps)),
            'Tb/s',
            `one direction, worst cut: ${bisection.worstCut}`,
          ] satisfies Row,
          [
            section,
            'Injection bandwidth of half the endpoints',
            oneDecimal(toKilo(bisection.injectionGbps)),
            'Tb/s',
          ] satisfies Row,
          [
            section,
            'Bisection to injection',
            { value: bisection.ratio, format: 'percent' },
            undefined,
            '100 % is non-blocking on the cuts tried',
          ] satisfies Row,
        ]),
  ];
}

function listTier(section: string, tier: TierOversubscription, netlist: Netlist): Row[] {
  const names = tier.deviceIds
    .map((id) => netlist.groups.find((group) => group.deviceId === id)?.name ?? id)
    .join(', ');
  const item = `Oversubscription of tier ${tier.tier}`;
  return [
    [section, `${item}, worst switch`, ratio(tier.worst), undefined, `${tier.switchCount} switches: ${names}`],
    [section, `${item}, mean`, ratio(tier.mean)],
  ];
}

const severityNames: Record<Severity, string> = { error: 'Errors', warning: 'Warnings', advice: 'Hints' };

function listProblems(problems: readonly Diagnostic[]): Row[] {
  const counts = (Object.keys(severityNames) as Severity[]).map(
    (severity): Row => [
      'Problems',
      severityNames[severity],
      problems.filter((problem) => problem.severity === severity).length,
    ],
  );
  return [
    ...counts,
    ...problems.map(
      (problem): Row => ['Problems', `${problem.severity}: ${problem.code}`, undefined, undefined, problem.message],
    ),
  ];
}

/** W to kW, Gb/s to Tb/s. */
function toKilo(value: number | null): number | null {
  return value === null ? null : value / 1000;
}

function oneDecimal(value: number | null): FormattedNumber {
  return { value, format: 'oneDecimal' };
}

function ratio(value: number): FormattedNumber {
  return { value, format: 'ratio' };
}

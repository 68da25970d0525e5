/** The report as text for a terminal. Figures are the report's; unknown ones are called so. */
import type { FabricReport, Heat, Report } from '#core/analysis/report.ts';
import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import { describeMediumGap } from '#core/io/workbook/medium-gap.ts';
import { listFacility } from './facility-lines.ts';
import { clean, formatNumber, formatPower, formatSection, type Line } from './text-lines.ts';

export function formatReport(report: Report): string {
  const sections = [
    formatSection(clean(report.designName), listCounts(report)),
    formatSection('Power', [
      ['Typical', formatPower(report.power.typicalW)],
      ['  of which transceivers added', formatPower(report.power.transceiversTypicalW)],
      ['Maximum', formatPower(report.power.maxW)],
      ['  of which transceivers added', formatPower(report.power.transceiversMaxW)],
    ]),
    formatSection('Cooling', [
      ['Typical', formatHeat(report.cooling.typical)],
      ['Maximum', formatHeat(report.cooling.max)],
    ]),
    formatSection('Facility', listFacility(report.facility)),
    ...report.fabrics.map((fabric) => formatSection(`Fabric ${clean(fabric.name)}`, listFabric(fabric))),
    formatSection(
      'Bill of materials',
      report.bom.map((line): Line => {
        const length = line.lengthM === null ? '' : `, ${formatNumber(line.lengthM)} m`;
        const partNumber = line.partNumber === null ? '' : ` (${clean(line.partNumber)})`;
        const spares = line.spares === 0 ? '' : ` + ${formatNumber(line.spares)} spare`;
        return [`${formatNumber(line.quantity)}${spares}`, `${clean(line.model)}${length}${partNumber}`];
      }),
    ),
    formatProblems(report.problems),
  ];
  return sections.join('\n');
}

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'hint' };

/** One line for each problem, worst first, and a count. */
export function formatProblems(problems: readonly Diagnostic[]): string {
  const count = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
  const summary = `Problems: ${count('error')} errors, ${count('warning')} warnings, ${count('advice')} hints`;
  const lines = problems.map(
    ({ severity, code, message }) => `  ${SEVERITY_NAMES[severity].padEnd(7)}  ${code}: ${clean(message)}`,
  );
  return `${[summary, ...lines].join('\n')}\n`;
}

function listCounts(report: Report): Line[] {
  const { totals } = report;
  const mediumGap = describeMediumGap(report);
  const gap = mediumGap === undefined ? '' : ` (partial: ${mediumGap})`;
  return [
    ['GPUs', formatNumber(totals.gpuCount)],
    ['Racks', formatNumber(totals.rackCount)],
    ['Devices', `${formatNumber(totals.deviceCount)}, of which ${formatNumber(totals.switchCount)} switches`],
    ['Connections', formatNumber(totals.connectionCount)],
    ['Cables', formatNumber(totals.cableCount)],
    ['Transceivers', `${formatNumber(totals.transceiverCount)}${gap}`],
    ['Ports', `${formatNumber(totals.portsUsed)} used, ${formatNumber(totals.portsFree)} free`],
  ];
}

function listFabric(fabric: FabricReport): Line[] {
  const { bisection } = fabric;
  return [
    ['Endpoints', formatNumber(fabric.endpointCount)],
    ['Switches', formatNumber(fabric.switchCount)],
    ['Connections', formatNumber(fabric.connectionCount)],
    ...fabric.tiers.map(
      (tier): Line => [
        `Tier ${tier.tier}`,
        `${formatNumber(tier.switchCount)} switches, oversubscription worst ${formatRatio(tier.worst)}, mean ${formatRatio(tier.mean)}`,
      ],
    ),
    [
      'Worst path',
      fabric.worstOversubscription === null ? 'no switch tiers' : formatRatio(fabric.worstOversubscription),
    ],
    [
      'Bisection',
      bisection === null
        ? 'fewer than two connected endpoints'
        : `${formatNumber(bisection.bandwidthGbps / 1000)} Tb/s, ${formatNumber(bisection.ratio * 100)} % of injection`,
    ],
  ];
}

function formatHeat(heat: Heat): string {
  if (heat.unknownCount > 0 && heat.kw === 0) return 'unknown';
  const gap = heat.unknownCount > 0 ? `, partial: ${formatNumber(heat.unknownCount)} without a figure` : '';
  return `${formatNumber(heat.kw)} kW, ${formatNumber(Math.round(heat.btuPerHour))} BTU/h, ${formatNumber(heat.tons)} tons${gap}`;
}

function formatRatio(value: number): string {
  return `${value.toFixed(2)}:1`;
}

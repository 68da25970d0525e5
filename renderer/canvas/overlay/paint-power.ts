/** Devices by what one of them draws at most, racks by how full their power budget is. Links step back. */
import type { PowerLine, RackPower, Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import {
  formatAtLeast,
  formatNumber,
  formatCount,
  formatPartial,
  formatPercent,
  formatPower,
} from '../../ui/format.ts';
import { createPaint, type LegendRow, type Paint, type Painter } from './paint.ts';

interface Step {
  /** Least of the step: W of a device, share of the budget of a rack. */
  readonly from: number;
  readonly colour: string;
  readonly label: string;
}

const DEVICE_STEPS: readonly Step[] = [
  { from: 10_000, colour: 'var(--heat-5)', label: 'device, 10 kW and more' },
  { from: 3000, colour: 'var(--heat-4)', label: 'device, 3 to 10 kW' },
  { from: 1000, colour: 'var(--heat-3)', label: 'device, 1 to 3 kW' },
  { from: 300, colour: 'var(--heat-2)', label: 'device, 300 W to 1 kW' },
  { from: 0, colour: 'var(--heat-1)', label: 'device, under 300 W' },
];

const RACK_STEPS: readonly Step[] = [
  { from: 1 + 1e-9, colour: 'var(--danger)', label: 'rack over its budget' },
  { from: 0.8, colour: 'var(--warn-fill)', label: 'rack, 80 to 100 % of its budget' },
  { from: 0, colour: 'var(--ok-fill)', label: 'rack, under 80 % of its budget' },
];

const UNKNOWN_DASH = [3, 4] as const;
const UNKNOWN = { colour: 'var(--text-3)', label: 'not known, or no budget set' };
const QUIET_LINK = createPaint({ colour: 'var(--heat-0)', isQuiet: true });

export function createPowerPainter(design: Design, report: Report | null): Painter {
  const lines = new Map(report?.power.devices.map((line) => [line.deviceId, line]));
  const rackPowers = new Map(report?.power.racks.map((rack) => [rack.rackId, rack]));
  const counts = new Map<string, number>();
  const devices = new Map<string, Paint>();
  for (const { id } of Object.values(design.devices)) {
    const { label, paint } = paintDevice(lines.get(id));
    devices.set(id, paint);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const racks = new Map<string, Paint>();
  for (const { id } of Object.values(design.racks)) {
    const { label, paint } = paintRack(rackPowers.get(id));
    racks.set(id, paint);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const rows = [...RACK_STEPS, ...DEVICE_STEPS, UNKNOWN].flatMap(({ colour, label }): LegendRow[] => {
    const count = counts.get(label);
    if (count === undefined) return [];
    const dash = label === UNKNOWN.label ? UNKNOWN_DASH : null;
    return [{ key: label, shape: 'box', colour, width: 3, dash, label, detail: formatCount(count, 'group') }];
  });
  return {
    link: () => QUIET_LINK,
    device: ({ id }) => devices.get(id) ?? null,
    rack: ({ id }) => racks.get(id) ?? null,
    rows,
    note: 'Maximum power, of one device, and of the fullest rack of a group.',
  };
}

function paintDevice(line: PowerLine | undefined): { label: string; paint: Paint } {
  const watts = line?.maxEachW ?? null;
  const step = watts === null ? undefined : DEVICE_STEPS.find(({ from }) => watts >= from);
  if (!line || watts === null || !step) {
    return { label: UNKNOWN.label, paint: paintUnknown('power unknown', 'Its maximum power is not known') };
  }
  const total = formatPartial(line.maxW, formatPower);
  const fact = `${formatPower(watts)} at most each, ${total} for all ${formatNumber(line.memberCount)} with their modules`;
  return { label: step.label, paint: createPaint({ colour: step.colour, figure: `${formatPower(watts)} each`, fact }) };
}

function paintRack(rack: RackPower | undefined): { label: string; paint: Paint } {
  if (!rack || rack.powerLimitW === null) {
    return { label: UNKNOWN.label, paint: paintUnknown('no budget set', 'No power budget is set for this rack') };
  }
  const share = rack.worstMaxW.value / rack.powerLimitW;
  const step = RACK_STEPS.find(({ from }) => share >= from);
  const figure = `${formatPercent(share)} of budget`;
  // What is known may be far from all: only a rack over its budget is surely so.
  if (!step || (rack.worstMaxW.unknownCount > 0 && share <= 1)) {
    const atLeast = formatAtLeast(figure, rack.worstMaxW.unknownCount);
    return { label: UNKNOWN.label, paint: paintUnknown(atLeast, 'Some of its devices have no known maximum power') };
  }
  const fact = `The fullest rack draws ${formatPower(rack.worstMaxW.value)} of ${formatPower(rack.powerLimitW)} at most`;
  return { label: step.label, paint: createPaint({ colour: step.colour, figure, fact }) };
}

function paintUnknown(figure: string, fact: string): Paint {
  return createPaint({ colour: UNKNOWN.colour, dash: UNKNOWN_DASH, figure, fact });
}

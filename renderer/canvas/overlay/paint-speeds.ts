/** Links by the speed of one connection: the faster, the darker (on dark: the lighter) and the thicker. */
import type { Design } from '#core/design/design.ts';
import { formatCount, formatSpeed } from '../../ui/format.ts';
import type { ReportIndex } from '../index-report.ts';
import { createPaint, type LegendRow, NO_PAINT, type Paint, type Painter } from './paint.ts';

/** Least speed of each step, Gb/s: the same speed looks the same in every design. */
const STEPS_GBPS = [0, 10, 100, 200, 400, 800] as const;
const WIDTHS = [1.4, 1.8, 2.4, 3.2, 4.2, 5.6] as const;

export function createSpeedPainter({ links }: Design, report: ReportIndex): Painter {
  const paints = new Map<number, Paint>();
  const counts = new Map<number, number>();
  for (const { id, speedGbps } of Object.values(links)) {
    counts.set(speedGbps, (counts.get(speedGbps) ?? 0) + (report.link(id)?.connectionCount ?? 1));
    if (!paints.has(speedGbps)) paints.set(speedGbps, paintSpeed(speedGbps));
  }
  const rows = [...paints]
    .sort(([a], [b]) => b - a)
    .map(
      ([speedGbps, { colour, width }]): LegendRow => ({
        key: String(speedGbps),
        shape: 'line',
        colour,
        width: width ?? 1,
        dash: null,
        label: formatSpeed(speedGbps),
        detail: formatCount(counts.get(speedGbps) ?? 0, 'connection'),
      }),
    );
  return {
    link: ({ speedGbps }) => paints.get(speedGbps) ?? null,
    device: NO_PAINT,
    rack: NO_PAINT,
    rows,
    note: rows.length === 0 ? 'No links yet.' : 'Of one connection, in one direction.',
  };
}

function paintSpeed(speedGbps: number): Paint {
  const step = STEPS_GBPS.findLastIndex((least) => speedGbps >= least);
  return createPaint({
    colour: `var(--heat-${step})`,
    width: WIDTHS[step] ?? 1,
    figure: formatSpeed(speedGbps),
    fact: `Each connection runs at ${formatSpeed(speedGbps)}`,
  });
}

/** Where measured cables run, each way with its share of them all. */
import type { DeployabilityReport } from '#core/analysis/cabling-report.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { formatShares } from '../../ui/shares.ts';

/** `1 016 (45 %)`: of a whole whose other parts are not listed beside it. */
export function formatCountOf(count: number, of: number): string {
  return of === 0 ? formatNumber(count) : `${formatNumber(count)} (${formatPercent(count / of)})`;
}

interface RunShares {
  readonly inRack: string;
  readonly inRow: string;
  readonly crossRow: string;
  readonly crossRoom: string;
}

export function formatRunShares(report: DeployabilityReport): RunShares {
  const counts = [report.inRackCount, report.inRowCount, report.crossRowCount, report.crossRoomCount];
  const others = report.measuredCount - counts.reduce((sum, count) => sum + count, 0);
  const shares = formatShares([...counts, others]);
  const [inRack = '', inRow = '', crossRow = '', crossRoom = ''] = counts.map((count, index) =>
    report.measuredCount === 0 ? formatNumber(count) : `${formatNumber(count)} (${shares[index]})`,
  );
  return { inRack, inRow, crossRow, crossRoom };
}

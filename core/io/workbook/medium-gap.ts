/** Links without a settled medium leave the transceiver counts incomplete; every export says so in the same words. */
import type { Report } from '../../analysis/report.ts';

/** `2 links without a medium`; undefined when every link has one. */
export function describeMediumGap(report: Report): string | undefined {
  const count = report.links.filter((link) => !link.mediumResolved).length;
  if (count === 0) return undefined;
  return count === 1 ? '1 link without a medium' : `${count} links without a medium`;
}

/** Rules on bandwidth: oversubscription over the fabric's target. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { FabricReport } from './report.ts';

/** Ratios are quotients of sums of Gb/s; this far apart they are the same. */
const RATIO_TOLERANCE = 1e-9;

export function checkBandwidth(fabrics: readonly FabricReport[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const fabric of fabrics) {
    const { targetOversubscription: target, worstOversubscription: worst } = fabric;
    if (target !== null && worst !== null && worst > target + RATIO_TOLERANCE) {
      diagnostics.push({
        code: 'topology.oversubscription',
        severity: 'warning',
        message: `${fabric.name} is oversubscribed ${formatRatio(worst)}:1 on its worst path, the target is ${formatRatio(target)}:1; add uplinks or upper-tier switches.`,
        where: [{ kind: 'fabric', id: fabric.fabricId }],
      });
    }
  }
  return diagnostics;
}

function formatRatio(ratio: number): string {
  return String(Math.round(ratio * 100) / 100);
}

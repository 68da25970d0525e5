import type { Fix } from '../../../base/diagnostic.ts';
import type { FabricReport } from '../../report.ts';
import type { Rule } from '../rule.ts';

/** Ratios are quotients of sums of Gb/s; this far apart they are the same. */
const RATIO_TOLERANCE = 1e-9;

export const oversubscription: Rule = {
  id: 'topology.oversubscription',
  code: 'topology.oversubscription',
  family: 'topology',
  severity: 'warning',
  title: 'Oversubscription stays within its target',
  rationale: 'Above the target the fabric blocks more than the design means it to.',
  source: 'The target set for the fabric',
  subject: 'fabrics with a target',
  check({ netlist, fabrics }, tally) {
    for (const fabric of fabrics) {
      const { targetOversubscription: target, worstOversubscription: worst } = fabric;
      if (target === null) continue;
      if (worst === null || worst <= target + RATIO_TOLERANCE) tally.pass();
      else if (fabric.failures) {
        tally.fail({
          message: `${fabric.name} is oversubscribed ${formatRatio(worst)}:1 on its worst path with what is broken in "${netlist.currentScenario.name}", the target is ${formatRatio(target)}:1.`,
          where: [{ kind: 'fabric', id: fabric.fabricId }],
        });
      } else {
        tally.fail({
          message: `${fabric.name} is oversubscribed ${formatRatio(worst)}:1 on its worst path, the target is ${formatRatio(target)}:1; add uplinks or upper-tier switches.`,
          where: [{ kind: 'fabric', id: fabric.fabricId }],
          fix: createTargetFix(fabric, worst),
        });
      }
    }
  },
};

/** Rounded up to a hundredth, so that the ratio is within the new target. */
function createTargetFix({ fabricId }: FabricReport, worst: number): Fix {
  const targetOversubscription = Math.ceil(worst * 100) / 100;
  return {
    label: `Accept ${targetOversubscription}:1 as the target`,
    command: { name: 'editFabric', args: { id: fabricId, patch: { targetOversubscription } } },
  };
}

function formatRatio(ratio: number): string {
  return String(Math.round(ratio * 100) / 100);
}

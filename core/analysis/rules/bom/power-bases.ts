import type { DevicePart } from '../../../catalog/part.ts';
import type { NetGroup } from '../../../netlist/netlist.ts';
import type { Rule } from '../rule.ts';
import type { Tally } from '../tally.ts';

const WITHOUT_OPTICS =
  /passive cables|(no|without|excluding|excludes) (optics|transceivers|modules)|before optics|optic not included/i;
const WITH_OPTICS = /active cables|(with|including|includes) (\d+ )?(optic|transceiver|module)/i;

/** R18. The report adds modules only to figures marked as being without them; this rule holds the marks to the words. */
export const powerBases: Rule = {
  id: 'R18',
  code: 'power.basis',
  family: 'bom',
  severity: 'warning',
  title: 'Power with and without optics is never mixed',
  rationale:
    'A switch figure for passive cables lacks the modules, one for active cables holds them: adding modules to the second counts them twice.',
  source: 'https://networking-docs.nvidia.com/qm97x0hw/specifications',
  subject: 'power figures',
  check({ netlist }, tally) {
    for (const group of netlist.groups) {
      const { part } = group;
      if (!part) continue;
      checkFigure(
        group,
        part,
        'typical',
        part.powerTypicalW,
        part.powerTypicalBasis,
        part.powerTypicalIncludesOptics,
        tally,
      );
      checkFigure(group, part, 'maximum', part.powerMaxW, part.powerMaxBasis, part.powerMaxIncludesOptics, tally);
    }
  },
};

function checkFigure(
  group: NetGroup,
  part: DevicePart,
  figure: string,
  watts: number | null,
  basis: string | null,
  includesOptics: boolean | null,
  tally: Tally,
): void {
  if (watts === null) return;
  if (includesOptics === null) {
    tally.skip(`whether the ${figure} power of ${part.model} includes its modules is not stated`);
    return;
  }
  const isContradicted = includesOptics ? WITHOUT_OPTICS.test(basis ?? '') : WITH_OPTICS.test(basis ?? '');
  if (!isContradicted) {
    tally.pass();
    return;
  }
  tally.fail({
    message: `The ${figure} power of ${part.model} is counted as ${includesOptics ? 'including' : 'leaving out'} its modules, but its basis reads '${basis}'; correct the part.`,
    where: [{ kind: 'device', id: group.deviceId }],
  });
}

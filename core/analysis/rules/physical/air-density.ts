import { formatRackName } from '../../../netlist/names.ts';
import type { Rule } from '../rule.ts';

/** What room air usually carries away, kW a rack; with containment some sites allow more (catalog: air-limit-practical). */
const AIR_LIMIT_KW = 30;

/** Advice: dense air-cooled racks are built and published, with containment and planning. */
export const airDensity: Rule = {
  id: 'cooling.air-density',
  code: 'cooling.air-density',
  family: 'physical',
  severity: 'advice',
  title: 'Air-cooled racks stay within what room air carries away',
  rationale:
    'All power becomes heat. Beyond about 30 kW a rack, room air needs containment, rear-door coolers or liquid.',
  source: 'https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-h100/latest/index.html',
  subject: 'air-cooled racks',
  check({ netlist, rackLoads }, tally) {
    netlist.rackGroups.forEach((rackGroup, index) => {
      const load = rackLoads[index];
      if (!load || load.usedUnitsMax === 0 || rackGroup.cooling !== 'air') return;
      const kw = load.worstMaxW.value / 1000;
      if (kw > AIR_LIMIT_KW) {
        tally.fail(
          {
            message: `${formatRackName(rackGroup.name, load.worstRackIndex, rackGroup.count)} gives off up to ${kw.toFixed(1)} kW into the air; room air usually carries away ${AIR_LIMIT_KW} kW a rack, so plan containment or rear-door cooling.`,
            where: [{ kind: 'rack', id: rackGroup.rackId, member: load.worstRackIndex }],
          },
          rackGroup.count,
        );
      } else if (load.worstMaxW.unknownCount > 0) {
        tally.skip(`the maximum power of ${load.worstMaxW.unknownParts.join(', ')} is not known`, rackGroup.count);
      } else tally.pass(rackGroup.count);
    });
  },
};

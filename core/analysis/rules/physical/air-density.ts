import { formatRackName } from '../../../netlist/names.ts';
import type { NetRackGroup } from '../../../netlist/netlist.ts';
import type { RackFigures } from '../../facility-report.ts';
import type { RackPower } from '../../report.ts';
import type { Rule } from '../rule.ts';
import type { Tally } from '../tally.ts';
import { formatMaxKw } from '../../../base/format-kw.ts';
import { countRacks, pointAtRacks, tellUnknownPower } from './failing-racks.ts';

/** What room air usually carries away, kW a rack; with containment some sites allow more (catalog: air-limit-practical). */
const AIR_LIMIT_KW = 30;

/** Above it liquid at the chips is recommended, kW a rack (catalog: dlc-threshold). */
const DIRECT_LIQUID_KW = 45;

/** Advice: dense air-cooled racks are built and published, with containment and planning. */
export const airDensity: Rule = {
  id: 'cooling.air-density',
  code: 'cooling.air-density',
  family: 'physical',
  severity: 'advice',
  title: 'What racks give off into the air stays within what room air carries away',
  rationale:
    'All power becomes heat. Beyond about 30 kW a rack, room air needs containment, rear-door coolers or liquid; beyond 45 kW liquid at the chips is the usual way.',
  source: 'https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-h100/latest/index.html',
  subject: 'racks',
  check({ netlist, rackLoads, facility }, tally) {
    netlist.rackGroups.forEach((rackGroup, index) => {
      const load = rackLoads[index];
      // Racks of liquid alone give nothing to the room: doors or plates take it all.
      if (load && load.usedUnitsMax > 0 && rackGroup.cooling !== 'liquid')
        checkGroup(rackGroup, load, facility.racks, tally);
    });
  },
};

function checkGroup(
  rackGroup: NetRackGroup,
  load: RackPower,
  { heat, maxW, usedUnits }: RackFigures,
  tally: Tally,
): void {
  const { name, firstRack, count } = rackGroup;
  const limitW = AIR_LIMIT_KW * 1000;
  let hottest = firstRack;
  let failedCount = 0;
  let openCount = 0;
  let unknownCount = 0;
  let emptyCount = 0;
  for (let rack = firstRack; rack < firstRack + count; rack += 1) {
    const airW = heat.airW[rack] as number;
    if (airW > (heat.airW[hottest] as number)) hottest = rack;
    if (airW > limitW) failedCount += 1;
    else if (airW + (heat.openW[rack] as number) > limitW) openCount += 1;
    else if ((maxW.unknown[rack] as number) > 0) unknownCount += 1;
    else if (usedUnits[rack] === 0) emptyCount += 1;
  }
  tally.pass(count - failedCount - openCount - unknownCount - emptyCount);
  if (unknownCount > 0) {
    tally.skip(tellUnknownPower(load.worstMaxW.unknownParts), unknownCount);
  }
  if (openCount > 0) {
    tally.skip(`which share of the heat of the devices in ${name} stays in the air is not stated`, openCount);
  }
  if (failedCount === 0) return;
  const airW = heat.airW[hottest] as number;
  // What nobody states comes on top: power of some device, or the share of heat that stays in the air.
  const missingCount = (maxW.unknown[hottest] as number) + ((heat.openW[hottest] as number) > 0 ? 1 : 0);
  const remedy =
    airW > DIRECT_LIQUID_KW * 1000
      ? `above ${DIRECT_LIQUID_KW} kW liquid at the chips is recommended, else plan containment or rear-door cooling`
      : 'so plan containment or rear-door cooling';
  tally.fail(
    {
      message: `${formatRackName(name, hottest - firstRack, count)} gives off ${formatMaxKw(airW, missingCount)} into the air${countRacks(failedCount, rackGroup)}; room air usually carries away ${AIR_LIMIT_KW} kW a rack, ${remedy}.`,
      where: [pointAtRacks(rackGroup, hottest - firstRack, failedCount)],
    },
    failedCount,
  );
}

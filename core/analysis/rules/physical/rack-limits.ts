/** Power and weight of the fullest rack of a group against what its racks can take. */
import type { ObjectRef } from '../../../base/diagnostic.ts';
import { formatRackName } from '../../../netlist/names.ts';
import type { NetRackGroup } from '../../../netlist/netlist.ts';
import type { RackPower } from '../../report.ts';
import { sumUsable, type SupplyLine } from '../../supply.ts';
import type { Tally } from '../tally.ts';
import { formatKw } from './format-kw.ts';

export function checkLimits(
  rackGroup: NetRackGroup,
  lines: readonly SupplyLine[],
  load: RackPower | undefined,
  tally: Tally,
): void {
  if (!load || load.usedUnitsMax === 0) return;
  const name = formatRackName(rackGroup.name, load.worstRackIndex, rackGroup.count);
  const where: ObjectRef[] = [{ kind: 'rack', id: rackGroup.rackId, member: load.worstRackIndex }];
  checkPowerLimit(rackGroup, load, name, where, tally);
  checkPduCapacity(rackGroup, lines, load, name, where, tally);
  checkWeight(rackGroup, load, tally);
}

function checkPowerLimit(
  rackGroup: NetRackGroup,
  { worstMaxW, powerLimitW }: RackPower,
  name: string,
  where: ObjectRef[],
  tally: Tally,
): void {
  if (powerLimitW === null) return;
  if (worstMaxW.value > powerLimitW) {
    tally.fail(
      {
        code: 'rack.power',
        message: `${name} draws up to ${formatKw(worstMaxW.value)} kW, its limit is ${formatKw(powerLimitW)} kW; spread its devices over more racks or raise the limit.`,
        where,
      },
      rackGroup.count,
    );
  } else if (worstMaxW.unknownCount > 0) {
    const parts = worstMaxW.unknownParts.join(', ');
    tally.skip(`the maximum power of ${parts} is not known`, rackGroup.count, {
      code: 'rack.power-unknown',
      message: `${name} cannot be checked against its limit of ${formatKw(powerLimitW)} kW: the maximum power of ${parts} is not known.`,
      where,
    });
  } else tally.pass(rackGroup.count);
}

function checkPduCapacity(
  rackGroup: NetRackGroup,
  lines: readonly SupplyLine[],
  { worstMaxW }: RackPower,
  name: string,
  where: ObjectRef[],
  tally: Tally,
): void {
  if (rackGroup.pdus.length === 0) return;
  const unrated = lines.find(({ usableW }) => usableW === null);
  if (unrated) {
    const { part, partId } = unrated.pdus;
    tally.skip(`the usable power of ${part?.model ?? partId} is not known`, rackGroup.count);
    return;
  }
  const capacityW = sumUsable(lines) ?? 0;
  if (worstMaxW.value > capacityW) {
    tally.fail(
      {
        code: 'rack.pdu-power',
        message: `${name} draws up to ${formatKw(worstMaxW.value)} kW, its PDUs deliver ${formatKw(capacityW)} kW; add PDUs or spread its devices over more racks.`,
        where,
      },
      rackGroup.count,
    );
  } else if (worstMaxW.unknownCount > 0) {
    tally.skip(`the maximum power of ${worstMaxW.unknownParts.join(', ')} is not known`, rackGroup.count);
  } else tally.pass(rackGroup.count);
}

function checkWeight(rackGroup: NetRackGroup, { worstWeightKg, weightLimitKg }: RackPower, tally: Tally): void {
  const limitKg = weightLimitKg ?? rackGroup.part?.maxLoadKg ?? null;
  if (limitKg === null) return;
  if (worstWeightKg.value > limitKg) {
    tally.fail(
      {
        code: 'rack.weight',
        message: `A rack of ${rackGroup.name} carries ${Math.ceil(worstWeightKg.value)} kg, its limit is ${limitKg} kg; spread its devices over more racks.`,
        where: [{ kind: 'rack', id: rackGroup.rackId }],
      },
      rackGroup.count,
    );
  } else if (worstWeightKg.unknownCount > 0) {
    tally.skip(`the weight of ${worstWeightKg.unknownParts.join(', ')} is not known`, rackGroup.count);
  } else tally.pass(rackGroup.count);
}

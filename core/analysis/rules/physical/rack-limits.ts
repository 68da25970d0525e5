/** Power and weight of the racks of a group against what each can take. */
import { formatCount } from '../../../base/format-count.ts';
import { formatKw, formatMaxKw } from '../../../base/format-kw.ts';
import { formatRackName } from '../../../netlist/names.ts';
import type { NetRackGroup } from '../../../netlist/netlist.ts';
import type { RackFigures } from '../../facility-report.ts';
import type { RackPower } from '../../report.ts';
import { sumUsable, type SupplyLine } from '../../supply.ts';
import type { Tally } from '../tally.ts';
import {
  countRacks,
  judgeRacks,
  pointAtRacks,
  type RackVerdicts,
  tellUnknownPower,
  tellUnknownWeight,
} from './failing-racks.ts';

export function checkLimits(
  rackGroup: NetRackGroup,
  lines: readonly SupplyLine[],
  load: RackPower | undefined,
  racks: RackFigures,
  tally: Tally,
): void {
  if (!load || load.usedUnitsMax === 0) return;
  checkPowerLimit(rackGroup, load, racks, tally);
  checkPduCapacity(rackGroup, lines, load, racks, tally);
  checkWeight(rackGroup, load, racks, tally);
}

function checkPowerLimit(rackGroup: NetRackGroup, load: RackPower, { maxW }: RackFigures, tally: Tally): void {
  const { worstMaxW, powerLimitW } = load;
  if (powerLimitW === null) return;
  const words = {
    code: 'rack.power',
    bound: `its limit is ${formatKw(powerLimitW)} kW`,
    remedy: 'spread its devices over more racks or raise the limit',
  };
  const found = judgePower(rackGroup, load, maxW, powerLimitW, words, tally);
  if (found.unknownCount === 0) return;
  const reason = tellUnknownPower(worstMaxW.unknownParts);
  const which = nameOpenRacks(rackGroup, found);
  tally.skip(reason, found.unknownCount, {
    code: 'rack.power-unknown',
    message: `${which} cannot be checked against ${found.unknownCount === 1 ? 'its' : 'their'} limit of ${formatKw(powerLimitW)} kW: ${reason}.`,
    where: [pointAtRacks(rackGroup, found.firstUnknown, found.unknownCount)],
  });
}

/** `Core rack 1`, `The 196 racks of Core rack`, `12 racks of Core rack`. */
function nameOpenRacks({ name, count }: NetRackGroup, { unknownCount, firstUnknown }: RackVerdicts): string {
  if (unknownCount === 1) return formatRackName(name, firstUnknown, count);
  return `${unknownCount === count ? 'The ' : ''}${formatCount(unknownCount)} racks of ${name}`;
}

function checkPduCapacity(
  rackGroup: NetRackGroup,
  lines: readonly SupplyLine[],
  load: RackPower,
  { maxW }: RackFigures,
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
  const words = {
    code: 'rack.pdu-power',
    bound: `its PDUs deliver ${formatKw(capacityW)} kW`,
    remedy: 'add PDUs or spread its devices over more racks',
  };
  const found = judgePower(rackGroup, load, maxW, capacityW, words, tally);
  if (found.unknownCount > 0) tally.skip(tellUnknownPower(load.worstMaxW.unknownParts), found.unknownCount);
}

/** Counts the racks within the limit and those beyond it; what cannot be told is the caller's to say. */
function judgePower(
  rackGroup: NetRackGroup,
  { worstMaxW }: RackPower,
  maxW: RackFigures['maxW'],
  limitW: number,
  { code, bound, remedy }: { readonly code: string; readonly bound: string; readonly remedy: string },
  tally: Tally,
): RackVerdicts {
  const found = judgeRacks(rackGroup, maxW, limitW);
  const { passedCount, failedCount, worst } = found;
  tally.pass(passedCount);
  if (failedCount === 0) return found;
  const name = formatRackName(rackGroup.name, worst, rackGroup.count);
  const drawn = formatMaxKw(worstMaxW.value, worstMaxW.unknownCount);
  tally.fail(
    {
      code,
      message: `${name} draws ${drawn}, ${bound}${countRacks(failedCount, rackGroup)}; ${remedy}.`,
      where: [pointAtRacks(rackGroup, worst, failedCount)],
    },
    failedCount,
  );
  return found;
}

function checkWeight(
  rackGroup: NetRackGroup,
  { worstWeightKg, weightLimitKg }: RackPower,
  { weightKg }: RackFigures,
  tally: Tally,
): void {
  const limitKg = weightLimitKg ?? rackGroup.part?.maxLoadKg ?? null;
  if (limitKg === null) return;
  const { passedCount, failedCount, unknownCount, worst } = judgeRacks(rackGroup, weightKg, limitKg);
  tally.pass(passedCount);
  if (unknownCount > 0) tally.skip(tellUnknownWeight(worstWeightKg.unknownParts), unknownCount);
  if (failedCount === 0) return;
  const name = formatRackName(rackGroup.name, worst, rackGroup.count);
  const atLeast = worstWeightKg.unknownCount > 0 ? 'at least ' : '';
  tally.fail(
    {
      code: 'rack.weight',
      message: `${name} carries ${atLeast}${formatCount(Math.ceil(worstWeightKg.value))} kg, its limit is ${formatCount(limitKg)} kg${countRacks(failedCount, rackGroup)}; spread its devices over more racks.`,
      where: [pointAtRacks(rackGroup, worst, failedCount)],
    },
    failedCount,
  );
}

/** Heat to remove: all electrical power becomes heat. */
import { BTU_PER_HOUR_PER_KW, KW_PER_TON } from '../base/units.ts';
import type { CoolingReport, Heat, PartialSum } from './report.ts';

export function computeCooling(typicalW: PartialSum, maxW: PartialSum): CoolingReport {
  return { typical: computeHeat(typicalW), max: computeHeat(maxW) };
}

function computeHeat(power: PartialSum): Heat {
  const kw = power.value / 1000;
  return { kw, btuPerHour: kw * BTU_PER_HOUR_PER_KW, tons: kw / KW_PER_TON, unknownCount: power.unknownCount };
}

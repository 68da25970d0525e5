/** A year of energy, its cost and its CO2 by the site's rates. What rests on a rate that is not known is not known either. */
import type { NetFacilities } from '../netlist/facilities.ts';
import type { Energy, EnergyReport } from './facility-report.ts';
import type { PartialSum } from './report.ts';

/** Of 365 days. */
export const HOURS_PER_YEAR = 8760;

export function computeEnergy({ site, currency }: NetFacilities, typicalW: PartialSum, maxW: PartialSum): EnergyReport {
  const { pue, pricePerKwh, gridCo2KgPerKwh } = site;
  const describe = ({ value, unknownCount, unknownParts }: PartialSum): Energy => {
    const itKwh = { value: (value / 1000) * HOURS_PER_YEAR, unknownCount, unknownParts };
    // Nothing but unknown terms is no lower bound worth a figure.
    const isKnown = value > 0 || unknownCount === 0;
    const siteKwh = pue === null || !isKnown ? null : itKwh.value * pue;
    return {
      itKwh,
      siteKwh,
      cost: siteKwh === null || pricePerKwh === null ? null : siteKwh * pricePerKwh,
      co2Kg: siteKwh === null || gridCo2KgPerKwh === null ? null : siteKwh * gridCo2KgPerKwh,
    };
  };
  return { pue, pricePerKwh, gridCo2KgPerKwh, currency, typical: describe(typicalW), max: describe(maxW) };
}

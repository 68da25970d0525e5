/** The rates of the site: those the inputs give, and the facility overhead the notes of a case speak of. */
import { DEFAULT_SITE, type Site } from '#core/design/facilities.ts';
import type { GoldenCase, InputValues } from './case-schema.ts';
import { readNumber } from './read-text.ts';

export function readSite(goldenCase: GoldenCase, values: InputValues): Site {
  const pick = (...keys: string[]): number | null => {
    for (const key of keys) {
      const figure = readNumber(values[key]);
      if (figure !== null) return figure;
    }
    return null;
  };
  return {
    ...DEFAULT_SITE,
    pue: pick('pue', 'facility_overhead', 'overhead') ?? readOverhead(goldenCase),
    pricePerKwh: pick('usd_per_kwh', 'price_per_kwh', 'energy_price_usd_per_kwh', 'usd_kwh'),
    gridCo2KgPerKwh: pick('kg_co2_per_kwh', 'co2_kg_per_kwh', 'grid_kg_co2_per_kwh'),
  };
}

/** `facility overhead (about 1.2-1.3 x IT ...)`: the middle of the range. */
function readOverhead({ traps }: GoldenCase): number | null {
  for (const text of traps) {
    const match = /overhead\D{0,20}?(\d\.\d+)(?:\s*-\s*(\d\.\d+))?\s*x\s*IT\b/i.exec(text);
    if (match) return (Number(match[1]) + Number(match[2] ?? match[1])) / 2;
  }
  return null;
}

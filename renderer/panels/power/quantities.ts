/** Energy and mass as text. */
import { formatNumber } from '../../ui/format.ts';

function scale(value: number, units: readonly (readonly [number, string])[]): string {
  const [divisor, unit] = units.find(([from]) => value >= from) ?? [0, ''];
  const scaled = divisor === 0 ? value : value / divisor;
  return `${formatNumber(scaled, scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2)} ${unit}`;
}

/** `818 kWh`, `1.54 TWh`. */
export function formatEnergy(kwh: number): string {
  return scale(kwh, [
    [1e9, 'TWh'],
    [1e6, 'GWh'],
    [1e3, 'MWh'],
    [0, 'kWh'],
  ]);
}

/** `638 kg`, `3.27 kt`. */
export function formatMass(kg: number): string {
  return scale(kg, [
    [1e6, 'kt'],
    [1e3, 't'],
    [0, 'kg'],
  ]);
}

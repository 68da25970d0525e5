/** Energy and mass in the unit that suits them. */
import { describe, expect, it } from 'vitest';
import { formatEnergy, formatMass } from '../../../../renderer/panels/power/quantities.ts';

describe('formatEnergy', () => {
  it.each([
    [0, '0 kWh'],
    [818, '818 kWh'],
    [6543.72, '6.54 MWh'],
    [654_000, '654 MWh'],
    [1.59e9, '1.59 TWh'],
  ])('%d kWh', (kwh, text) => expect(formatEnergy(kwh)).toBe(text));
});

describe('formatMass', () => {
  it.each([
    [638, '638 kg'],
    [3272, '3.27 t'],
    [5.74e6, '5.74 kt'],
  ])('%d kg', (kg, text) => expect(formatMass(kg)).toBe(text));
});

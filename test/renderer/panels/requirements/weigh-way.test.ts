/** Differences of a way out, by hand: known, of what is known, and unknown with the reason. */
import { describe, expect, it } from 'vitest';
import { weighCost, weighCount, weighPower } from '../../../../renderer/panels/requirements/weigh-way.ts';

const power = (value: number, ...unknownParts: string[]) => ({
  value,
  unknownCount: unknownParts.length,
  unknownParts,
});
const price = (low: number, high: number, ...unknownParts: string[]) => {
  return { low, high, unknownCount: unknownParts.length, unknownParts };
};

describe('a way out', () => {
  it('differs in switches by what the two counts differ', () => {
    const more = weighCount('Switches', 48, 320, String);
    expect(more.text).toBe('+272');
    expect(more.explanation.values.map(({ symbol, value }) => [symbol, value])).toEqual([
      ['D', 272],
      ['A', 320],
      ['B', 48],
    ]);
    expect(weighCount('Switches', 48, 48, String).text).toBe('the same');
  });

  it('differs in power of what is known, and says what is not', () => {
    expect(weighPower(power(15_000), power(12_000)).text).toBe('\u22123 kW');
    const partial = weighPower(power(15_000, 'SN2201'), power(16_000));
    expect(partial.text).toBe('+1 kW, of what is known');
    expect(partial.explanation.caveats.join(' ')).toContain('SN2201');
    const unknown = weighPower(power(0, 'SN2201'), power(16_000));
    expect(unknown.text).toBe('difference unknown');
    expect(unknown.explanation.values[0]).toMatchObject({ symbol: 'D', isUnknown: true });
  });

  it('differs in cost only where both are known in full', () => {
    const known = weighCost(price(100, 300), price(300, 500), 'USD');
    expect(known.explanation.values[0]?.value).toBe(200);
    const unknown = weighCost(price(0, 0, 'QM9700'), price(300, 500), 'USD');
    expect(unknown.text).toBe('difference unknown');
    expect(unknown.explanation.caveats.join(' ')).toMatch(/No price for 1 item: QM9700/);
    expect(unknown.explanation.values[0]?.isUnknown).toBe(true);
  });
});

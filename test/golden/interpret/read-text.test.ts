/** Readers of what people write into a case. */
import { describe, expect, it } from 'vitest';
import {
  listPortGroups,
  readCountOf,
  readMultiplier,
  readNumber,
  readRatio,
  readShape,
  readTiers,
} from './read-text.ts';

describe('readNumber', () => {
  it.each([
    [64, 64],
    ['16,384', 16_384],
    ['1,024 GPUs', 1024],
    ['100k', 100_000],
    ['about 64', 64],
  ])('%j is %d', (text, number) => expect(readNumber(text)).toBe(number));

  it.each(['8 x 400G', 'QM9700', '2 up to 8 SU, 3 from 16 SU', true, null, undefined, ''])('%j is none', (text) =>
    expect(readNumber(text)).toBeNull(),
  );
});

describe('readRatio', () => {
  it.each([
    ['1:1', 1],
    ['3:1', 3],
    ['0.5:1 (undersubscribed)', 0.5],
    ['4:3', 4 / 3],
    ['non-blocking', 1],
    [7, 7],
  ])('%j is %d', (text, ratio) => expect(readRatio(text)).toBe(ratio));
});

describe('readShape', () => {
  it.each([
    ['16 x 16 x 24', [16, 16, 24]],
    ['8x8', [8, 8]],
    [
      [16, 16],
      [16, 16],
    ],
  ])('%j', (text, shape) => expect(readShape(text)).toEqual(shape));

  it('is none for words', () => expect(readShape('2 x 380 V 3-phase 32 A')).toBeNull());
});

describe('readTiers', () => {
  it.each([
    [4, 2],
    [8, 2],
    [16, 3],
    [64, 3],
  ])('2 up to 8 SU, 3 from 16 SU: at %d SU %d', (size, tiers) =>
    expect(readTiers('2 up to 8 SU, 3 from 16 SU', size)).toBe(tiers),
  );

  it('is the plain number, or the number of a noun', () => {
    expect(readTiers(3, 1)).toBe(3);
    expect(readTiers('two-tier Clos', null)).toBe(2);
  });
});

describe('listPortGroups', () => {
  it('takes counts and speeds in order', () => {
    const [gpu, cpu] = listPortGroups('HGX, 8 x BlueField-3 B3140H 400G (GPU) + 1 x dual-port B3220 200G (CPU)');
    expect(gpu).toMatchObject({ count: 8, speedGbps: 400 });
    expect(cpu).toMatchObject({ count: 1, speedGbps: 200 });
    expect(listPortGroups('64 x 800G = 128 x 400G').map(({ count }) => count)).toEqual([64, 128]);
    expect(listPortGroups('64 x 1.6T')).toMatchObject([{ count: 64, speedGbps: 1600 }]);
  });
});

describe('readMultiplier', () => {
  it.each([
    ['QM9700 x 2', { low: 2, high: 2, per: null }],
    ['SN2201 x 1-2', { low: 1, high: 2, per: null }],
    ['QFX5240-64OD x 8 per stripe', { low: 8, high: 8, per: 'stripe' }],
    ['Tomahawk 4, 64 x 400G', null],
  ])('%s', (text, multiplier) => expect(readMultiplier(text)).toEqual(multiplier));
});

describe('readCountOf', () => {
  it('takes digits and words', () => {
    expect(readCountOf('MPFT, 8 planes', 'planes?')).toBe(8);
    expect(readCountOf('rail-optimised, twin plane', 'planes?')).toBe(2);
    expect(readCountOf('64-cage 800G Ethernet', 'cage')).toBe(64);
    expect(readCountOf('planes', 'planes?')).toBeNull();
  });
});

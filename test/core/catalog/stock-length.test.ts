import { describe, expect, it } from 'vitest';
import { chooseBoughtLength, chooseStockLength } from '#core/catalog/stock-length.ts';
import { cableOf } from '../../support/medium-sites.ts';

describe('chooseStockLength', () => {
  it('rounds up to the next length on sale', () => {
    expect(chooseStockLength(cableOf('mcp4y10'), 1.2)).toEqual({ lengthM: 1.5, partNumber: '980-9IA0Q-00N01A' });
    expect(chooseStockLength(cableOf('mfp7e10'), 30)).toEqual({ lengthM: 30, partNumber: '980-9I570-00N030' });
  });

  it('is null beyond the longest known length, and when none is known', () => {
    expect(chooseStockLength(cableOf('mfp7e30'), 100)).toBeNull();
    expect(chooseStockLength(cableOf('cat6'), 10)).toBeNull();
  });
});

describe('chooseBoughtLength', () => {
  it('is the next length on sale where one covers the run', () => {
    const bought = { lengthM: 1.5, partNumber: '980-9IA0Q-00N01A', isKnown: true };
    expect(chooseBoughtLength(cableOf('mcp4y10'), 1.2)).toEqual(bought);
  });

  it('is a step of the ladder where none is known', () => {
    const lengths = [0.2, 1.1, 2.6, 3, 3.2, 10, 10.01, 31, 50, 50.5, 123].map((runM) => {
      return chooseBoughtLength(undefined, runM);
    });
    expect(lengths.every(({ isKnown, partNumber }) => !isKnown && partNumber === null)).toBe(true);
    expect(lengths.map(({ lengthM }) => lengthM)).toEqual([0.5, 1.5, 3, 3, 4, 10, 15, 35, 50, 60, 130]);
  });

  it('is no longer than the cable reaches', () => {
    const cable = { ...cableOf('mcp4y10'), reachM: 2.3, lengths: [] };
    expect(chooseBoughtLength(cable, 2.2).lengthM).toBe(2.3);
  });
});

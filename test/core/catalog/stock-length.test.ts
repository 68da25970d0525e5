import { describe, expect, it } from 'vitest';
import { chooseStockLength } from '#core/catalog/stock-length.ts';
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

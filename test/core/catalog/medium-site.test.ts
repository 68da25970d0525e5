import { describe, expect, it } from 'vitest';
import { createMediumSite } from '#core/catalog/medium-site.ts';
import { findBlock } from '../../support/medium-sites.ts';

describe('createMediumSite', () => {
  it('shares the lanes of the cage among the ports of the mode', () => {
    expect(createMediumSite(findBlock('qm9700', 'data'), 400)).toEqual({
      formFactor: 'OSFP',
      heatSink: 'finned',
      protocols: ['ib'],
      portsPerCage: 2,
      speedGbps: 400,
      lanesPerPort: 4,
      gbpsPerLane: 100,
    });
  });

  it('is null at a speed the block does not offer', () => {
    expect(createMediumSite(findBlock('qm9700', 'data'), 800)).toBeNull();
    expect(createMediumSite(findBlock('dell-xe9680', 'compute'), 400)).toBeNull();
  });

  it('does not know the lanes of a mode that leaves part of the cage idle', () => {
    const block = { ...findBlock('sn5600', 'data'), modes: [{ portsPerCage: 1, speedGbps: 400 }] };
    expect(createMediumSite(block, 400)).toMatchObject({ lanesPerPort: null, gbpsPerLane: null });
  });
});

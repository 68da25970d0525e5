import { describe, expect, it } from 'vitest';
import { explainCageMisfit, explainNoCommonProtocol, listUnconfirmed, type Pluggable } from '#core/catalog/cage-fit.ts';
import { siteOf } from '../../support/medium-sites.ts';

const site = siteOf('qm9700', 'data', 400);
const plug: Pluggable = {
  name: 'plug',
  formFactors: ['OSFP'],
  heatSink: 'finned',
  protocols: ['ib', 'eth'],
  speedGbps: 800,
  lanes: 8,
  gbpsPerLane: 100,
};

describe('explainCageMisfit', () => {
  it('lets an unstated heat sink through, and nothing else that is not known', () => {
    expect(explainCageMisfit(plug, site)).toBeNull();
    expect(explainCageMisfit({ ...plug, heatSink: null }, site)).toBeNull();
    expect(explainCageMisfit({ ...plug, speedGbps: null }, site)).toContain('not known');
    expect(explainCageMisfit(plug, { ...site, protocols: [] })).toContain('not known');
  });

  it('compares lanes only where both sides state them', () => {
    expect(explainCageMisfit({ ...plug, lanes: 4, gbpsPerLane: null }, site)).toMatch(/4 lanes.*8/);
    expect(explainCageMisfit({ ...plug, lanes: 4, gbpsPerLane: 200 }, site)).toMatch(/200G.*100G/);
    const unknownLanes = { ...site, lanesPerPort: null, gbpsPerLane: null };
    expect(explainCageMisfit({ ...plug, lanes: 4, gbpsPerLane: 200 }, unknownLanes)).toBeNull();
  });
});

describe('listUnconfirmed', () => {
  it('names an unstated heat sink on either side of an OSFP cage', () => {
    expect(listUnconfirmed(plug, site)).toEqual([]);
    expect(listUnconfirmed({ ...plug, heatSink: null }, site)).toHaveLength(1);
    expect(listUnconfirmed({ ...plug, heatSink: null }, { ...site, heatSink: null })).toHaveLength(2);
  });

  it('does not ask about heat sinks of other cages', () => {
    expect(listUnconfirmed({ ...plug, heatSink: null }, { ...site, formFactor: 'QSFP112', heatSink: null })).toEqual(
      [],
    );
  });
});

describe('explainNoCommonProtocol', () => {
  it('wants one protocol that every element runs', () => {
    expect(explainNoCommonProtocol([['ib'], ['ib', 'eth'], ['ib']])).toBeNull();
    expect(explainNoCommonProtocol([['ib'], ['ib', 'eth'], ['eth']])).toContain('no protocol');
    expect(explainNoCommonProtocol([['ib'], []])).toContain('not known');
  });
});

/** Cable facts: vendor part pages named as sources at each built-in part. */
import { describe, expect, it } from 'vitest';
import { explainCableMisfit, orientCable } from '#core/catalog/cable-fit.ts';
import { cableOf, siteOf } from '../../support/medium-sites.ts';

const quantum = siteOf('qm9700', 'data', 400);
const dgx = siteOf('dgx-h100', 'compute', 400);
const adapter = siteOf('cx7-neat', 'data', 400);

describe('explainCableMisfit', () => {
  it('accepts passive copper up to its 2 m', () => {
    expect(explainCableMisfit(cableOf('mcp4y10'), quantum, quantum, 2)).toBeNull();
    expect(explainCableMisfit(cableOf('mcp4y10'), quantum, quantum, 2.5)).toMatch(/2 m.*2.5 m/);
  });

  it('refuses finned plugs in flat cages', () => {
    expect(explainCableMisfit(cableOf('mcp4y10'), quantum, dgx, 1)).toMatch(/finned.*flat/);
  });

  it('lays a flat-to-finned cable the way round that fits', () => {
    const cable = cableOf('mca4j80-ftf');
    expect(explainCableMisfit(cable, quantum, dgx, 3)).toBeNull();
    expect(orientCable(cable, quantum, dgx)?.endA.heatSink).toBe('finned');
    expect(orientCable(cable, dgx, quantum)?.endA.heatSink).toBe('flat');
  });

  it('keeps the tails of MCP7Y00 off QSFP112 adapters', () => {
    expect(explainCableMisfit(cableOf('mcp7y00'), quantum, adapter, 1.5)).toBeNull();
    expect(explainCableMisfit(cableOf('mcp7y00'), quantum, siteOf('bf3-3140h', 'data', 400), 1.5)).toMatch(
      /OSFP.*QSFP112/,
    );
  });

  it('does not count an unknown reach as long enough', () => {
    const site = siteOf('7060x6-64pe', 'data', 800);
    expect(explainCableMisfit(cableOf('aec-800-fs'), site, site, 3)).toContain('not known');
  });

  it('refuses a run longer than the longest length on sale', () => {
    const cable = { ...cableOf('mcp4y10'), reachM: null };
    expect(explainCableMisfit(cable, quantum, quantum, 2.5)).toContain('longest');
  });

  it('says that fibre needs transceivers', () => {
    expect(explainCableMisfit(cableOf('mfp7e10'), quantum, quantum, 30)).toContain('transceiver');
  });

  it('keeps patch cords to RJ45 jacks and to their rated speed', () => {
    const tenGig = siteOf('dgx-h100', 'host_mgmt', 10);
    expect(explainCableMisfit(cableOf('cat6'), quantum, quantum, 2)).toContain('RJ45');
    expect(explainCableMisfit(cableOf('cat6'), tenGig, tenGig, 2)).toMatch(/1G.*10G/);
  });
});

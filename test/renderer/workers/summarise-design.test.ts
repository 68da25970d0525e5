/**
 * Figures of the summary against published counts: DGX SuperPOD B200, one unit of 32 nodes (NVIDIA RA-11334-001, table 4): 8 leaves,
 * 4 spines, 256 node and 256 leaf-spine cables.
 */
import { describe, expect, it } from 'vitest';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { generate } from '#core/generate/generate.ts';
import { parseRequirements, type RequirementsInput } from '#core/generate/requirements.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { DesignSummary } from '../../../renderer/workers/requirements-messages.ts';
import { summariseDesign } from '../../../renderer/workers/summarise-design.ts';

const catalog = createCatalog(builtInParts);

function summarise(fabrics: RequirementsInput['fabrics']): { summary: DesignSummary; serverMaxW: number } {
  const requirements = parseRequirements({
    name: 'one unit',
    endpoint: { partId: 'dgx-b200' },
    endpointCount: 32,
    fabrics,
  });
  if (!requirements.ok) throw new Error(requirements.error);
  const generated = generate(requirements.value, catalog);
  if (!generated.ok) throw new Error(generated.error.message);
  const { design } = generated.value;
  const { netlist, diagnostics } = elaborate(design, catalog);
  const part = catalog.byId.get('dgx-b200');
  const serverMaxW = part?.kind === 'server' ? (part.powerMaxW ?? 0) : 0;
  return { summary: summariseDesign(design, netlist, analyse(netlist, diagnostics)), serverMaxW };
}

const compute = {
  id: 'compute',
  purpose: 'compute',
  technology: 'infiniband',
  topology: 'rail-optimised',
  speedGbps: 400,
  leaf: { partId: 'qm9700' },
} as const;

describe('the summary of a design', () => {
  it('counts switches by tier, cables and ratios as the report does', () => {
    const { summary } = summarise([compute]);
    expect(summary).toMatchObject({ gpuCount: 256, endpointCount: 32, switchCount: 12, cableCount: 512, rackCount: 0 });
    expect(summary.fabrics).toHaveLength(1);
    // Port r of every server is on leaf r: one switch joins any two servers of a unit.
    expect(summary.fabrics[0]).toMatchObject({ oversubscription: 1, bisectionRatio: 1, switchesMost: 1 });
    expect(summary.fabrics[0]?.tiers.map(({ role, switchCount }) => [role, switchCount])).toEqual([
      ['leaf', 8],
      ['spine', 4],
    ]);
    // What the figure of a tier is derived from.
    for (const { switchCount, groups } of summary.fabrics[0]?.tiers ?? []) {
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(switchCount);
    }
  });

  it('tells the network from the servers in power', () => {
    const { summary, serverMaxW } = summarise([compute]);
    const { powerMaxW, networkPowerMaxW } = summary;
    expect(networkPowerMaxW.value).toBeGreaterThan(0);
    expect(powerMaxW.value - networkPowerMaxW.value).toBeCloseTo(32 * serverMaxW, 3);
  });

  it('takes the price of the network from the report, with what has none', () => {
    const { summary } = summarise([compute]);
    // No price of a QM9700 was found in the survey: 12 switches at least are without one.
    expect(summary.networkCost.unknownCount).toBeGreaterThanOrEqual(12);
    expect(summary.networkCost.unknownParts).toContain('QM9700');
  });

  it('counts converged switches once', () => {
    const inband = { ...compute, technology: 'ethernet', topology: 'leaf-spine', leaf: { partId: 'sn5600' } } as const;
    const rider = { id: 'storage', purpose: 'storage', technology: 'ethernet', ridesOn: 'compute' } as const;
    const { summary } = summarise([inband, { ...rider, topology: 'leaf-spine', speedGbps: 400, portsPerEndpoint: 2 }]);
    const counted = summary.fabrics.flatMap(({ tiers }) => tiers.map(({ switchCount }) => switchCount));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(summary.switchCount);
    expect(summary.fabrics[1]?.tiers).toEqual([]);
  });
});

/** NVIDIA RA-11333-001 V11 table 3 (4-64 SU): idealised counts, two tiers up to 8 SU and three from 16 SU. */
import { describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import type { FabricRequirementsInput } from '#core/generate/requirements.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { explainRequirements, generateDesign } from '../../support/generate-design.ts';

const fabric: FabricRequirementsInput = {
  id: 'compute',
  purpose: 'compute',
  technology: 'infiniband',
  topology: 'rail-optimised',
  speedGbps: 400,
  leaf: { partId: 'qm9700' },
  endpointsPerUnit: 32,
};

function requireServers(endpointCount: number, change: Partial<FabricRequirementsInput> = {}) {
  return { name: 'test', endpoint: { partId: 'dgx-h100' }, endpointCount, fabrics: [{ ...fabric, ...change }] };
}

describe('rail-optimised', () => {
  // su, leaf, spine, core, node-leaf, leaf-spine, spine-core
  it.each([
    [4, 32, 16, undefined, 1024, 1024, undefined],
    [8, 64, 32, undefined, 2048, 2048, undefined],
    [16, 128, 128, 64, 4096, 4096, 4096],
    [32, 256, 256, 128, 8192, 8192, 8192],
    [64, 512, 512, 256, 16_384, 16_384, 16_384],
  ])('%i SU', (su, leaf, spine, core, nodeLeaf, leafSpine, spineCore) => {
    const { netlist, diagnostics } = elaborate(generateDesign(requireServers(su * 32)), builtInCatalog);
    expect(diagnostics).toEqual([]);
    const count = (id: string): number | undefined => netlist.groups.find((group) => group.deviceId === id)?.count;
    expect([count('leaf'), count('spine'), count('core')]).toEqual([leaf, spine, core]);
    expect(netlist.links.map((link) => link.connectionCount)).toEqual(
      [nodeLeaf, leafSpine, spineCore].filter((cables) => cables !== undefined),
    );
    const report = analyse(netlist, diagnostics).fabrics[0];
    expect(report?.worstOversubscription).toBe(1);
    expect(report?.bisection?.ratio).toBe(1);
  });

  it("keeps every server's port r on rail r of its own unit", () => {
    const { netlist } = elaborate(generateDesign(requireServers(64)), builtInCatalog);
    const link = netlist.links[0];
    const leaf = netlist.groups.find((group) => group.deviceId === 'leaf');
    const server = netlist.groups.find((group) => group.deviceId === 'server');
    if (!link || !leaf || !server) throw new Error('incomplete netlist');
    for (let connection = 0; connection < link.connectionCount; connection += 1) {
      const port = netlist.connectionPortA[connection] as number;
      const node = (netlist.connectionMemberA[connection] as number) - server.firstMember;
      const firstPort = netlist.cageFirstPort[(netlist.blocks[server.firstBlock]?.firstCage ?? 0) + node * 4] as number;
      const rail = port - firstPort;
      expect((netlist.connectionMemberB[connection] as number) - leaf.firstMember).toBe(
        Math.floor(node / 32) * 8 + rail,
      );
    }
  });

  it('refuses units larger than a leaf takes, and says by how much', () => {
    expect(explainRequirements(requireServers(64, { endpointsPerUnit: 33 }))).toContain(
      'A unit of 33 servers needs 33 x 400G down, 33 x 400G up on each QM9700: 33 cages; it has 32 cages',
    );
  });

  it('refuses a speed the parts do not share', () => {
    expect(explainRequirements(requireServers(64, { speedGbps: 800 }))).toContain('800G');
  });

  it('refuses what three tiers of 64 ports do not hold: 8,193 servers of 8 ports are more than 64^3/4', () => {
    expect(explainRequirements(requireServers(8193))).toContain('65 pods');
  });
});

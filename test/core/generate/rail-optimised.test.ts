/** NVIDIA RA-11333-001 V11 table 3 (4-64 SU): idealised counts, two tiers up to 8 SU and three from 16 SU. */
import { describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import { generateRailOptimised, type RailRequirements } from '#core/generate/rail-optimised.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';

function requirementsFor(serverCount: number): RailRequirements {
  return {
    name: 'test',
    serverPartId: 'dgx-h100',
    serverCount,
    serversPerUnit: 32,
    switchPartId: 'qm9700',
    speedGbps: 400,
    technology: 'infiniband',
  };
}

describe('generateRailOptimised', () => {
  // su, leaf, spine, core, node-leaf, leaf-spine, spine-core
  it.each([
    [4, 32, 16, undefined, 1024, 1024, undefined],
    [8, 64, 32, undefined, 2048, 2048, undefined],
    [16, 128, 128, 64, 4096, 4096, 4096],
    [32, 256, 256, 128, 8192, 8192, 8192],
    [64, 512, 512, 256, 16_384, 16_384, 16_384],
  ])('%i SU', (su, leaf, spine, core, nodeLeaf, leafSpine, spineCore) => {
    const result = generateRailOptimised(requirementsFor(su * 32), builtInCatalog);
    if (!result.ok) throw new Error(result.error);
    const { netlist, diagnostics } = elaborate(result.value, builtInCatalog);
    expect(diagnostics).toEqual([]);
    const count = (id: string): number | undefined => netlist.groups.find((group) => group.deviceId === id)?.count;
    expect([count('leaf'), count('spine'), count('core')]).toEqual([leaf, spine, core]);
    expect(netlist.links.map((link) => link.connectionCount)).toEqual(
      [nodeLeaf, leafSpine, spineCore].filter((cables) => cables !== undefined),
    );
    const fabric = analyse(netlist, diagnostics).fabrics[0];
    expect(fabric?.worstOversubscription).toBe(1);
    expect(fabric?.bisection?.ratio).toBe(1);
  });

  it("keeps every server's port r on rail r of its own unit", () => {
    const result = generateRailOptimised(requirementsFor(64), builtInCatalog);
    if (!result.ok) throw new Error(result.error);
    const { netlist } = elaborate(result.value, builtInCatalog);
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
    const result = generateRailOptimised({ ...requirementsFor(64), serversPerUnit: 33 }, builtInCatalog);
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining('33 servers') });
  });

  it('refuses a speed the parts do not share', () => {
    const result = generateRailOptimised({ ...requirementsFor(64), speedGbps: 800 }, builtInCatalog);
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining('800G') });
  });
});

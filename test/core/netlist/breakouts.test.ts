/**
 * Breakouts that switch off the neighbouring cage. Expected: NVIDIA Enterprise RA wire maps (enterprise-ras repository,
 * commit 6c19a590, counted row by row): an 8-way split of an odd SN5600 cage disables the even one beside it.
 */
import { describe, expect, it } from 'vitest';
import type { PortUse } from '#core/analysis/report.ts';
import type { Design, Link } from '#core/design/design.ts';
import { BLOCKED, type Netlist } from '#core/netlist/netlist.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';
import { drawTwoSwitches, splitSpectrum } from '../../support/two-switch-design.ts';

/** Cages of one switch of the pair that carry a link of that speed, and blocked ones. */
function countCages(netlist: Netlist, linkIds: readonly string[]): number {
  const cages = new Set<number>();
  for (const link of netlist.links) {
    if (!linkIds.includes(link.linkId)) continue;
    for (let i = link.firstConnection; i < link.firstConnection + link.connectionCount; i += 1) {
      for (const port of [netlist.connectionPortA[i], netlist.connectionPortB[i]]) {
        const cage = netlist.portCage[port as number] as number;
        if (netlist.groups[netlist.memberGroup[netlist.cageMember[cage] as number] as number]?.deviceId === 'core')
          cages.add(cage);
      }
    }
  }
  return cages.size;
}

function findCoreUse(ports: readonly PortUse[]): PortUse | undefined {
  return ports.find((use) => use.deviceId === 'core' && use.blockId === 'data');
}

describe('era-2-8-9-400: 12 nodes of 8 GPUs on two switches', () => {
  const { netlist, report, diagnostics } = evaluate(
    drawTwoSwitches({
      nodes: 12,
      gpuPorts: 8,
      supportServers: 8,
      edgeLinks: 24,
      oobLinks: 12,
      storageLinks: 12,
      islLinks: 48,
    }),
  );

  it('has the published links', () => {
    expect(diagnostics.filter(({ code }) => code.startsWith('ports.'))).toEqual([]);
    const counts = Object.fromEntries(report.links.map((link) => [link.linkId, link.connectionCount]));
    // GPU 96, in-band 24, support 16, ISL 48, edge 24, out-of-band 12, storage 12.
    expect(Object.values(counts)).toEqual([96, 24, 16, 48, 24, 12, 12]);
  });

  it.each([
    ['GPU', ['link-1'], 24],
    ['in-band', ['link-2'], 3],
    ['support', ['link-3'], 2],
    ['ISL', ['link-4'], 24],
    ['edge', ['link-5'], 2],
    ['out-of-band uplinks', ['link-6'], 1],
    ['storage', ['link-7'], 1],
  ])('%s links take the published cages on each switch', (_name, linkIds, cages) => {
    expect(countCages(netlist, linkIds)).toBe(2 * cages);
  });

  it('57 cages used, 4 disabled and 3 left on each switch of 64', () => {
    const use = findCoreUse(report.ports);
    expect(use).toMatchObject({ cagesPerMember: 64, cagesUsed: 2 * 57, cagesBlocked: 2 * 4 });
    // Free ports: 2 x 200G of in-band are all used (12 of 12), 8 of 8 support, 6 of 8 lanes on each 100G cage, 3 cages of 800G.
    expect(use).toMatchObject({ portsUsed: 2 * (48 + 12 + 8 + 48 + 24), portsFree: 2 * (4 * 2 + 3) });
  });

  it('a disabled cage follows an 8-way cage, owns no ports, and comes back when the links go', () => {
    const block = netlist.blocks.find(
      ({ group, block: { id } }) => netlist.groups[group]?.deviceId === 'core' && id === 'data',
    );
    const first = block?.firstCage ?? 0;
    const blocked = Array.from({ length: 64 }, (_, i) => i).filter((i) => netlist.cageMode[first + i] === BLOCKED);
    expect(blocked).toHaveLength(4);
    for (const cage of blocked) {
      expect(cage % 2).toBe(1);
      expect(block?.block.modes[netlist.cageMode[first + cage - 1] as number]?.portsPerCage).toBe(8);
      expect(netlist.cageFirstPort[first + cage]).toBe(netlist.cageFirstPort[first + cage + 1]);
    }
    const without = drawTwoSwitches({
      nodes: 12,
      gpuPorts: 8,
      supportServers: 8,
      edgeLinks: 0,
      oobLinks: 0,
      storageLinks: 0,
      islLinks: 48,
    });
    expect(findCoreUse(evaluate(without).report.ports)).toMatchObject({ cagesUsed: 2 * 53, cagesBlocked: 0 });
  });
});

describe('era-2-4-3-200: 32 nodes of 4 GPUs on two switches', () => {
  it('has the published links and cages', () => {
    const { netlist, report, diagnostics } = evaluate(
      drawTwoSwitches({
        nodes: 32,
        gpuPorts: 2,
        supportServers: 5,
        edgeLinks: 8,
        oobLinks: 10,
        storageLinks: 0,
        islLinks: 32,
      }),
    );
    expect(diagnostics.filter(({ code }) => code.startsWith('ports.'))).toEqual([]);
    expect(report.links.map((link) => link.connectionCount)).toEqual([64, 64, 10, 32, 8, 10]);
    expect(countCages(netlist, ['link-1'])).toBe(2 * 16);
    expect(countCages(netlist, ['link-4'])).toBe(2 * 16);
    // One 8-way cage for four edge links and one for five out-of-band uplinks on each switch.
    expect(findCoreUse(report.ports)?.cagesBlocked).toBe(2 * 2);
  });
});

describe('a block whose split takes the neighbour along', () => {
  function drawMesh(...links: (Pick<Link, 'speedGbps'> & Partial<Link>)[]): Design {
    const design = drawDesign('ethernet');
    design.parts[splitSpectrum.id] = splitSpectrum;
    drawDevice(design, 'left', splitSpectrum.id, 'leaf', 1);
    drawDevice(design, 'right', splitSpectrum.id, 'spine', 1);
    for (const link of links) drawLink(design, 'left.data', 'right.data', { pattern: 'mesh', ...link });
    return design;
  }

  it('gives 256 ports of 100G on 64 cages, the budget of the switch, and not one more', () => {
    expect(splitSpectrum.logicalPortsMax).toBe(256);
    const full = evaluate(drawMesh({ speedGbps: 100, cablesPerPair: 256 }));
    expect(full.diagnostics.filter(({ code }) => code.startsWith('ports.'))).toEqual([]);
    expect(full.report.ports[0]).toMatchObject({ cagesUsed: 32, cagesBlocked: 32, portsOwned: 256, portsFree: 0 });
    const over = evaluate(drawMesh({ speedGbps: 100, cablesPerPair: 257 }));
    expect(over.diagnostics.find(({ code }) => code === 'ports.overrun')?.message).toContain('needs 257');
    expect(over.report.links[0]?.connectionCount).toBe(256);
  });

  it('starts on the first cage of a pair and leaves the cage it skips to others', () => {
    const { netlist, report } = evaluate(
      drawMesh({ speedGbps: 800 }, { speedGbps: 100, cablesPerPair: 6 }, { speedGbps: 800, cablesPerPair: 2 }),
    );
    // Cage 1 carries 800G, 3 is split and blocks 4; the second 800G link gets 2 and 5.
    const modes = Array.from(netlist.cageMode.slice(0, 6));
    expect(modes).toEqual([0, 0, 3, BLOCKED, 0, 0]);
    const cages = Array.from(netlist.connectionPortA.slice(7, 9), (port) => netlist.portCage[port]);
    expect(cages).toEqual([1, 4]);
    expect(report.ports[0]).toMatchObject({ cagesUsed: 4, cagesBlocked: 1, portsOwned: 8 + 62, portsUsed: 9 });
  });

  it('refuses ports named on the second cage of a pair, or beside a cage in use', () => {
    const at = (first: number) => ({ a: { deviceId: 'left', blockId: 'data', ports: { first, step: 1 } } });
    const second = evaluate(drawMesh({ speedGbps: 100, ...at(8) }));
    expect(second.diagnostics.find(({ code }) => code === 'ports.conflict')?.message).toContain('in cage 2');
    const beside = evaluate(drawMesh({ speedGbps: 800, ...at(1) }, { speedGbps: 100, ...at(0) }));
    expect(beside.report.links.map((link) => link.connectionCount)).toEqual([1, 0]);
    const inside = evaluate(drawMesh({ speedGbps: 100, ...at(0) }, { speedGbps: 800, ...at(1) }));
    expect(inside.diagnostics.find(({ code }) => code === 'ports.conflict')?.message).toContain('neighbour');
    expect(inside.report.links.map((link) => link.connectionCount)).toEqual([1, 0]);
  });
});

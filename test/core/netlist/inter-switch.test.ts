/** Links between switches of one tier, and several speeds in one switch and one block. Counts by hand. */
import { describe, expect, it } from 'vitest';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

describe('inter-switch links', () => {
  it('two groups of one switch: 48 ports down and 48 across on each (the pair of era-2-8-9-400)', () => {
    const design = drawDesign('ethernet');
    drawDevice(design, 'server', 'dgx-b300-ac', 'endpoint', 6);
    drawDevice(design, 'core-a', 'sn5600', 'leaf', 1);
    drawDevice(design, 'core-b', 'sn5600', 'leaf', 1);
    for (const [first, core] of ['core-a', 'core-b'].entries()) {
      drawLink(design, 'server.compute', `${core}.data`, {
        pattern: 'mesh',
        speedGbps: 400,
        cablesPerPair: 8,
        a: { deviceId: 'server', blockId: 'compute', ports: { first, step: 2 } },
      });
    }
    drawLink(design, 'core-a.data', 'core-b.data', { pattern: 'pair', speedGbps: 400, cablesPerPair: 48 });
    const { report, diagnostics } = evaluate(design);
    expect(diagnostics.filter(({ severity }) => severity !== 'advice')).toEqual([]);
    expect(report.links.map((link) => link.connectionCount)).toEqual([48, 48, 48]);
    for (const id of ['core-a', 'core-b']) {
      const use = report.ports.find((candidate) => candidate.deviceId === id && candidate.blockId === 'data');
      expect(use).toMatchObject({ cagesUsed: 48, portsUsed: 96, portsOwned: 96 + 16 });
    }
  });

  it('four switches of one group, in a mesh and in a ring listed by hand', () => {
    const design = drawDesign('ethernet');
    drawDevice(design, 'core', 'sn5600', 'leaf', 4);
    drawLink(design, 'core.data', 'core.data', { pattern: 'mesh', speedGbps: 800, cablesPerPair: 2 });
    drawLink(design, 'core.data', 'core.data', {
      pattern: 'explicit',
      speedGbps: 400,
      pairs: [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 0],
      ],
    });
    const { report } = evaluate(design);
    // 4 x 3 / 2 pairs of two cables; a ring of four.
    expect(report.links.map((link) => link.connectionCount)).toEqual([12, 4]);
    expect(report.ports[0]).toMatchObject({ portsUsed: 2 * 16, usedPerMemberMin: 8, usedPerMemberMax: 8 });
  });
});

describe('several speeds in one block', () => {
  it('cages take the mode of their link, and the ports stay within the budget of the switch', () => {
    const design = drawDesign('ethernet');
    drawDevice(design, 'leaf', 'sn5600', 'leaf', 1);
    drawDevice(design, 'other', 'sn5600', 'leaf', 1);
    drawDevice(design, 'spine', 'sn5600', 'spine', 1);
    drawLink(design, 'leaf.data', 'other.data', { pattern: 'pair', speedGbps: 200, cablesPerPair: 30 });
    drawLink(design, 'leaf.data', 'other.data', { pattern: 'pair', speedGbps: 400, cablesPerPair: 33 });
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'pair', speedGbps: 800, cablesPerPair: 20 });
    const { report, netlist, diagnostics } = evaluate(design);
    expect(diagnostics.filter(({ code }) => code.startsWith('ports.'))).toEqual([]);
    const use = report.ports.find((candidate) => candidate.deviceId === 'leaf' && candidate.blockId === 'data');
    // 200G: 8 cages of 4; 400G: 17 cages of 2; 800G: 20 cages; 19 cages stay native.
    expect(use).toMatchObject({
      cagesUsed: 8 + 17 + 20,
      portsUsed: 83,
      portsOwned: 32 + 34 + 20 + 19,
      portsFree: 2 + 1 + 19,
      speedsGbps: [800, 400, 200],
    });
    const part = netlist.groups.find((group) => group.deviceId === 'leaf')?.part;
    expect(part?.kind === 'switch' ? part.logicalPortsMax : null).toBe(256);
    expect(use?.portsOwned).toBeLessThanOrEqual(256);
  });

  it('all at 200G is the whole budget of an SN5600: 64 x 4 = 256', () => {
    const design = drawDesign('ethernet');
    drawDevice(design, 'leaf', 'sn5600', 'leaf', 2);
    drawLink(design, 'leaf.data', 'leaf.data', { pattern: 'mesh', speedGbps: 200, cablesPerPair: 256 });
    expect(evaluate(design).report.ports[0]).toMatchObject({ portsOwned: 512, portsFree: 0, usedPerMemberMax: 256 });
  });
});

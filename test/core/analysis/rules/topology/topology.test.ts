/** Rails, uplinks, dark spines, pods, single points of failure, shared switches, growth: designs small enough to see. */
import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { drawDesign, drawDevice, drawLink } from '../../../../support/draw.ts';
import { applyFix, changeBlock, findProblem, judge, listCodes } from '../../../../support/judge.ts';

/** DGX H100 of eight rails on leaves, by that pattern. */
function drawLeaves(
  pattern: 'rail' | 'spread' | 'mesh',
  leafCount: number,
  serverCount = 4,
  cablesPerPair = 1,
): Design {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', serverCount);
  drawDevice(design, 'leaf', 'qm9700', 'leaf', leafCount);
  drawLink(design, 'server.compute', 'leaf.data', { pattern, speedGbps: 400, cablesPerPair });
  return design;
}

describe('rails', () => {
  it('warns where port r of one server and of the next go to different leaves', () => {
    // Eight ports dealt over six leaves: server 1 starts at leaf 1, server 2 at leaf 3.
    const design = drawLeaves('spread', 6, 4, 8);
    expect(judge(design, 'topology.rails')).toMatchObject({ state: 'failed', failedCount: 6 });
    expect(judge(applyFix(design, 'topology.rails'), 'topology.rails').state).toBe('passed');
  });

  it('passes one leaf a rail, fewer leaves than rails, and all ports on one leaf', () => {
    expect(judge(drawLeaves('rail', 8), 'topology.rails')).toMatchObject({ state: 'passed', checkedCount: 8 });
    expect(judge(drawLeaves('rail', 4), 'topology.rails')).toMatchObject({ state: 'passed', checkedCount: 4 });
    expect(judge(drawLeaves('mesh', 1, 4, 8), 'topology.rails')).toMatchObject({ state: 'passed', checkedCount: 1 });
  });

  it('passes a pod of two units with leaves of their own', () => {
    expect(judge(drawLeaves('rail', 16, 8), 'topology.rails')).toMatchObject({ state: 'passed', checkedCount: 16 });
  });

  it('asks no storage network for rails', () => {
    const design = drawLeaves('spread', 6, 4, 8);
    const fabric = design.fabrics['compute'];
    if (fabric) fabric.purpose = 'storage';
    expect(judge(design, 'topology.rails').checkedCount).toBe(0);
  });
});

describe('uplinks', () => {
  function drawUplinks(pairs: [number, number][]): Design {
    const design = drawLeaves('rail', 8);
    drawDevice(design, 'spine', 'qm9700', 'spine', 2);
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'explicit', pairs, speedGbps: 400 });
    return design;
  }
  const all = Array.from({ length: 8 }, (_, leaf): [number, number][] => [
    [leaf, 0],
    [leaf, 1],
  ]).flat();

  it('passes two uplinks on every leaf', () => {
    expect(judge(drawUplinks(all), 'topology.uplinks')).toMatchObject({ state: 'passed', checkedCount: 8 });
  });

  it('names the leaf with fewer', () => {
    const design = drawUplinks(all.slice(0, -1));
    expect(judge(design, 'topology.uplinks')).toMatchObject({ state: 'failed', failedCount: 1, checkedCount: 8 });
    expect(findProblem(design, 'topology.uplinks').message).toContain('leaf-8 has 0.4 Tb/s, leaf-1 0.8 Tb/s');
  });

  it('warns where a leaf hangs on one spine', () => {
    const design = drawUplinks(all.slice(0, -1));
    expect(judge(design, 'topology.single-point').findings).toMatchObject([
      {
        severity: 'warning',
        where: [
          { kind: 'device', id: 'leaf', member: 7 },
          { kind: 'fabric', id: 'compute' },
        ],
      },
    ]);
  });
});

describe('dark spines', () => {
  function drawSpines(spineCount: number): Design {
    const design = drawLeaves('mesh', 2, 4, 4);
    drawDevice(design, 'spine', 'qm9700', 'spine', spineCount);
    // 2 leaves x 4 uplinks reach eight spines.
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'spread', speedGbps: 400, cablesPerPair: 4 });
    return design;
  }

  it('warns of the two spines of ten that no uplink reaches, and offers eight', () => {
    expect(judge(drawSpines(10), 'topology.dark-spine')).toMatchObject({ state: 'failed', failedCount: 2 });
    expect(listCodes(drawSpines(10))).not.toContain('topology.idle-switch');
    const fixed = applyFix(drawSpines(10), 'topology.dark-spine');
    expect(fixed.devices['spine']?.count).toBe(8);
    expect(judge(fixed, 'topology.dark-spine').state).toBe('passed');
  });

  it('calls a group without any cable idle, not dark', () => {
    const design = drawSpines(8);
    drawDevice(design, 'spare', 'qm9700', 'spine', 2);
    expect(judge(design, 'topology.dark-spine').state).toBe('passed');
    expect(findProblem(design, 'topology.idle-switch').severity).toBe('advice');
  });
});

describe('pods', () => {
  function drawPods(leafCount: number, serversPerPod: number, leavesPerPod: number): Design {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8, { membersPerPod: serversPerPod });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', leafCount, { membersPerPod: leavesPerPod });
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', within: 'pod', speedGbps: 400 });
    return design;
  }

  it('offers pods of a size that gives the same number on both sides', () => {
    // Eight servers in pods of four are two, sixteen leaves in pods of four are four.
    const design = drawPods(16, 4, 4);
    const fixed = applyFix(design, 'topology.pods');
    expect(fixed.devices['leaf']?.membersPerPod).toBe(8);
    expect(judge(fixed, 'topology.pods').state).toBe('passed');
  });

  it('warns of a last pod that squeezes its servers onto fewer leaves, and offers the missing ones', () => {
    const design = drawPods(12, 4, 8);
    expect(judge(design, 'topology.pods').findings).toMatchObject([
      { code: 'topology.uneven-pods', severity: 'warning' },
    ]);
    const fixed = applyFix(design, 'topology.uneven-pods');
    expect(fixed.devices['leaf']?.count).toBe(16);
    expect(judge(fixed, 'topology.pods').state).toBe('passed');
  });

  it('passes a last pod that is short of servers', () => {
    const design = drawPods(16, 5, 8);
    expect(judge(design, 'topology.pods')).toMatchObject({ state: 'passed', checkedCount: 1 });
  });
});

describe('single points of failure', () => {
  it('advises where all ports of a server end at one switch', () => {
    expect(findProblem(drawLeaves('mesh', 1, 4, 8), 'topology.single-point').severity).toBe('advice');
  });

  it('does not cry wolf over rails, each of which has one leaf by design', () => {
    expect(judge(drawLeaves('rail', 8), 'topology.single-point')).toMatchObject({ state: 'passed', checkedCount: 4 });
  });

  /** Two leaves on two spines; the spines' uplinks to cores as listed. */
  function drawCores(pairs: [number, number][]): Design {
    const design = drawLeaves('mesh', 2, 4, 4);
    drawDevice(design, 'spine', 'qm9700', 'spine', 2);
    drawDevice(design, 'core', 'qm9700', 'core', 2);
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400 });
    drawLink(design, 'spine.data', 'core.data', { pattern: 'explicit', pairs, speedGbps: 400 });
    return design;
  }

  it('passes spines on one core each, as planes have them: a leaf keeps the other', () => {
    const planes: [number, number][] = [
      [0, 0],
      [1, 1],
    ];
    expect(judge(drawCores(planes), 'topology.single-point').state).toBe('passed');
  });

  it('warns of leaves whose spines all hang on one core', () => {
    const single: [number, number][] = [
      [0, 0],
      [1, 0],
    ];
    expect(judge(drawCores(single), 'topology.single-point').findings).toMatchObject([
      {
        severity: 'warning',
        where: [
          { kind: 'device', id: 'leaf' },
          { kind: 'fabric', id: 'compute' },
        ],
      },
    ]);
  });

  it('warns for storage, passes out of band', () => {
    const design = drawLeaves('mesh', 1, 4, 8);
    const fabric = design.fabrics['compute'];
    if (fabric) fabric.purpose = 'storage';
    expect(findProblem(design, 'topology.single-point').severity).toBe('warning');
    if (fabric) fabric.purpose = 'oob';
    expect(judge(design, 'topology.single-point').checkedCount).toBe(0);
  });
});

describe('shared switches', () => {
  function drawStorage(leafId: string): Design {
    const design = drawDesign('ethernet');
    design.fabrics['storage'] = {
      ...(design.fabrics['compute'] as Design['fabrics'][string]),
      id: 'storage',
      name: 'Storage',
      purpose: 'storage',
    };
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 4);
    drawDevice(design, 'leaf', 'sn5600', 'leaf', 2);
    drawDevice(design, 'other', 'sn5600', 'leaf', 2);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 4 });
    drawLink(design, 'server.storage_inband', `${leafId}.data`, {
      pattern: 'mesh',
      speedGbps: 400,
      fabricId: 'storage',
    });
    return design;
  }

  it('advises where compute and storage share switches', () => {
    expect(judge(drawStorage('leaf'), 'topology.mixed-fabrics')).toMatchObject({ state: 'failed', failedCount: 2 });
    expect(findProblem(drawStorage('leaf'), 'topology.mixed-fabrics').message).toContain('Compute and Storage');
  });

  it('passes switches of their own', () => {
    expect(judge(drawStorage('other'), 'topology.mixed-fabrics')).toMatchObject({ state: 'passed', checkedCount: 4 });
  });
});

describe('oversubscription', () => {
  it('offers to accept what there is as the target', () => {
    const design = drawLeaves('rail', 8, 8);
    drawDevice(design, 'spine', 'qm9700', 'spine', 3);
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400 });
    const fabric = design.fabrics['compute'];
    if (fabric) fabric.targetOversubscription = 1;
    // 8 down, 3 up: 2.666..., rounded up so that it holds.
    const fixed = applyFix(design, 'topology.oversubscription');
    expect(fixed.fabrics['compute']?.targetOversubscription).toBe(2.67);
    expect(judge(fixed, 'topology.oversubscription').state).toBe('passed');
  });
});

describe('port overruns', () => {
  it('offers fewer cables a pair where one mesh asks too much', () => {
    // 24 servers x 3 cables = 72 on a leaf of 64 ports: two cables make 48.
    const design = drawLeaves('mesh', 2, 24, 3);
    const fixed = applyFix(design, 'ports.overrun');
    expect(fixed.links['link-1']?.cablesPerPair).toBe(2);
    expect(listCodes(fixed)).not.toContain('ports.overrun');
  });

  it('offers more switches where uplinks are dealt over too few', () => {
    // 24 servers x 8 = 192 cables dealt over two leaves of 64: three take them.
    const design = drawLeaves('spread', 2, 24, 8);
    const fixed = applyFix(design, 'ports.overrun');
    expect(fixed.devices['leaf']?.count).toBe(3);
    expect(listCodes(fixed)).not.toContain('ports.overrun');
  });
});

describe('growth', () => {
  function drawPhases(firstCount: number, laterCount: number): Design {
    const design = drawDesign();
    drawDevice(design, 'first', 'dgx-h100', 'endpoint', firstCount);
    drawDevice(design, 'later', 'dgx-h100', 'endpoint', laterCount, { phase: 2 });
    drawDevice(design, 'leaf', changeBlock(design, 'qm9700', 'data', { cageCount: 4 }), 'leaf', 8);
    drawLink(design, 'first.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
    drawLink(design, 'later.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
    return design;
  }

  it('warns where day 1 fits and the next phase does not', () => {
    // Eight ports a leaf: six servers on day 1, four more later.
    const design = drawPhases(6, 4);
    expect(judge(design, 'growth.ports')).toMatchObject({ state: 'failed', failedCount: 1 });
    expect(findProblem(design, 'growth.ports')).toMatchObject({ severity: 'warning' });
    expect(findProblem(design, 'growth.ports').message).toContain(
      'needs 10 data ports when all phases are cabled, it has 8: phase 1 alone takes 6',
    );
    expect(listCodes(design)).not.toContain('ports.overrun');
  });

  it('is an overrun where day 1 alone asks too much', () => {
    expect(listCodes(drawPhases(9, 1))).toContain('ports.overrun');
    expect(listCodes(drawPhases(9, 1))).not.toContain('growth.ports');
  });

  it('passes where both phases fit', () => {
    expect(judge(drawPhases(4, 4), 'growth.ports')).toMatchObject({ state: 'passed', checkedCount: 1 });
  });
});

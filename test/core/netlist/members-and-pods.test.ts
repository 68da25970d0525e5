/** Runs of members, pod sizes of a link and planes. Counts by hand or from the wiring rule stated at each test. */
import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

/** Pairs of the link as members of their own groups. */
function listPairs(netlist: Netlist, linkId: string): [number, number][] {
  const link = netlist.links.find((candidate) => candidate.linkId === linkId);
  if (!link) throw new Error(`no link ${linkId}`);
  const firstA = netlist.groups[link.groupA]?.firstMember ?? 0;
  const firstB = netlist.groups[link.groupB]?.firstMember ?? 0;
  return Array.from({ length: link.connectionCount }, (_, i) => {
    const connection = link.firstConnection + i;
    return [
      (netlist.connectionMemberA[connection] as number) - firstA,
      (netlist.connectionMemberB[connection] as number) - firstB,
    ];
  });
}

describe('a run of members', () => {
  it('is numbered from 0 for the pattern, and the rest of the group gets no cable', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 10);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 6);
    drawLink(design, 'server.bmc', 'leaf.mgmt', {
      pattern: 'pair',
      speedGbps: 1,
      a: { deviceId: 'server', blockId: 'bmc', members: { first: 7, count: 3 } },
      b: { deviceId: 'leaf', blockId: 'mgmt', members: { first: 2, count: 4 } },
    });
    const { netlist, report } = evaluate(design);
    expect(listPairs(netlist, 'link-1')).toEqual([
      [7, 2],
      [8, 3],
      [9, 4],
    ]);
    expect(report.ports.find((use) => use.deviceId === 'server' && use.blockId === 'bmc')).toMatchObject({
      portsUsed: 3,
      usedPerMemberMin: 0,
    });
  });

  it('is dealt into pods from its own start, and listed pairs count in it', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 5, { membersPerPod: 2 });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 2, { membersPerPod: 1 });
    const a = { deviceId: 'server', blockId: 'compute', members: { first: 1, count: 4 } };
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', within: 'pod', speedGbps: 400, a });
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'explicit', pairs: [[3, 0]], speedGbps: 400, a });
    const { netlist, diagnostics } = evaluate(design);
    expect(diagnostics).toEqual([]);
    expect(listPairs(netlist, 'link-1')).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 1],
    ]);
    expect(listPairs(netlist, 'link-2')).toEqual([[4, 0]]);
  });

  it('joins two runs of one group, each pair once', () => {
    const design = drawDesign();
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 5);
    const link = (first: number, count: number) => ({ deviceId: 'leaf', blockId: 'data', members: { first, count } });
    drawLink(design, 'leaf.data', 'leaf.data', { pattern: 'mesh', speedGbps: 400, a: link(0, 2), b: link(3, 2) });
    drawLink(design, 'leaf.data', 'leaf.data', { pattern: 'mesh', speedGbps: 400, a: link(0, 3), b: link(1, 3) });
    drawLink(design, 'leaf.data', 'leaf.data', { pattern: 'pair', speedGbps: 400, a: link(0, 4), b: link(1, 4) });
    const { netlist } = evaluate(design);
    expect(listPairs(netlist, 'link-1')).toEqual([
      [0, 3],
      [0, 4],
      [1, 3],
      [1, 4],
    ]);
    // 0-1, 0-2, 0-3, 1-2, 1-3, 2-3: six pairs of four members, none twice.
    const met = listPairs(netlist, 'link-2').map(([x, y]) => [Math.min(x, y), Math.max(x, y)].join('-'));
    expect(met.sort()).toEqual(['0-1', '0-2', '0-3', '1-2', '1-3', '2-3']);
    // Shifted by one, `pair` is a chain.
    expect(listPairs(netlist, 'link-3')).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
  });
});

describe('pod sizes of a link', () => {
  it('nest pods: units of 8 leaves inside pods of 32', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 64, { membersPerPod: 64 });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 16, { membersPerPod: 16 });
    drawLink(design, 'server.compute', 'leaf.data', {
      pattern: 'rail',
      within: 'pod',
      podSizes: { a: 32, b: 8 },
      speedGbps: 400,
    });
    const { netlist, diagnostics } = evaluate(design);
    expect(diagnostics).toEqual([]);
    // Server 31 is the last of unit 1, server 32 the first of unit 2.
    const pairs = listPairs(netlist, 'link-1');
    expect(pairs.slice(31 * 8, 33 * 8).map(([, leaf]) => leaf)).toEqual(Array.from({ length: 16 }, (_, i) => i));
  });

  it('that make different numbers of pods are reported', () => {
    const design = drawDesign();
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 4);
    drawDevice(design, 'spine', 'qm9700', 'spine', 4);
    const podSizes = { a: 2, b: 1 };
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', within: 'pod', podSizes, speedGbps: 400 });
    expect(evaluate(design).diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['topology.pods', 'leaf forms 2 pods and spine 4; a link within pods needs the same number on both sides.'],
    ]);
  });
});

describe('plane', () => {
  function drawCores(spinesPerPod: number, podCount: number, coreCount: number): Design {
    const design = drawDesign();
    drawDevice(design, 'spine', 'qm9700', 'spine', spinesPerPod * podCount, { membersPerPod: spinesPerPod });
    drawDevice(design, 'core', 'qm9700', 'core', coreCount);
    drawLink(design, 'spine.data', 'core.data', { pattern: 'plane', speedGbps: 400 });
    return design;
  }

  it('32 spines a pod and 1,024 cores: spine s of every pod meets cores 32 s .. 32 s + 31', () => {
    const { netlist, report, diagnostics } = evaluate(drawCores(32, 3, 1024));
    expect(diagnostics).toEqual([]);
    const pairs = listPairs(netlist, 'link-1');
    expect(pairs).toHaveLength(96 * 32);
    for (const [spine, core] of pairs) expect(Math.floor(core / 32)).toBe(spine % 32);
    // Every core has one port for each pod.
    expect(report.ports.find((use) => use.deviceId === 'core')).toMatchObject({
      usedPerMemberMin: 3,
      usedPerMemberMax: 3,
    });
  });

  it('a k-ary fat tree of k = 8: 4 spines a pod, 8 pods, 16 cores, 128 links, every core in all pods', () => {
    // Al-Fares 2008: (k/2)^2 cores, k pods, k/2 spines a pod, each with k/2 links up.
    const { netlist } = evaluate(drawCores(4, 8, 16));
    const pairs = listPairs(netlist, 'link-1');
    expect(pairs).toHaveLength(128);
    for (let core = 0; core < 16; core += 1) {
      const pods = pairs.filter(([, b]) => b === core).map(([a]) => Math.floor(a / 4));
      expect(pods).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    }
  });

  it('says when the cores do not divide, and when they do not suffice', () => {
    expect(evaluate(drawCores(4, 2, 6)).diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['topology.planes', 'warning'],
    ]);
    expect(evaluate(drawCores(4, 2, 3)).diagnostics[0]).toMatchObject({
      code: 'topology.planes',
      severity: 'error',
      message:
        'spine forms 4 planes and core has 3 members, so 1 of them have none; add members or make the pods smaller.',
    });
  });

  it('within pods: a spine meets its share of the cores of its own pod', () => {
    const design = drawCores(2, 2, 8);
    Object.assign(design.links['link-1'] ?? {}, { within: 'pod', podSizes: { a: 2, b: 4 } });
    const { netlist, diagnostics } = evaluate(design);
    expect(diagnostics).toEqual([]);
    expect(listPairs(netlist, 'link-1')).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 3],
      [2, 4],
      [2, 5],
      [3, 6],
      [3, 7],
    ]);
  });
});

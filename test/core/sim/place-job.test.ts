import { describe, expect, it } from 'vitest';
import { Memory } from '#core/base/memory.ts';
import type { Device } from '#core/design/design.ts';
import type { Scenario } from '#core/netlist/netlist.ts';
import { drawDesign, drawDevice, drawLink } from '../../support/draw.ts';
import { ask, drawLeafPods, drawRailPods } from '../../support/flow-fabric.ts';
import { explainJob, place, readInputs } from '../../support/job.ts';

const subgroup = (
  axis: Extract<Scenario['group'], { kind: 'subgroup' }>['axis'],
  layout: Partial<Scenario['layout']>,
) => ask({ group: { kind: 'subgroup', axis }, layout: { tensor: 1, context: 1, pipeline: 1, expert: 1, ...layout } });

function listGroups(design: ReturnType<typeof drawDesign>, scenario: Scenario): number[][] {
  const { groupCount, groupSize, groupRanks } = place(design, scenario);
  return Array.from({ length: groupCount }, (_, group) => [
    ...groupRanks.subarray(group * groupSize, (group + 1) * groupSize),
  ]);
}

describe('the whole cluster', () => {
  it('is one group of all GPUs in physical order', () => {
    const placement = place(drawRailPods(2, 2, 2), ask({}));
    expect(placement.rankCount).toBe(32);
    expect(placement.groupCount).toBe(1);
    expect([...placement.groupRanks]).toEqual(Array.from({ length: 32 }, (_, rank) => rank));
    expect(placement.rankGpu[9]).toBe(1);
    expect(placement.rankDomain[9]).toBe(1);
  });

  it('in random order keeps domains together, and is the same every time', () => {
    const one = place(drawRailPods(4, 8, 8), ask({ placement: 'random' }));
    const other = place(drawRailPods(4, 8, 8), ask({ placement: 'random' }));
    expect(one.rankMember).toEqual(other.rankMember);
    expect(one.rankMember).not.toEqual(place(drawRailPods(4, 8, 8), ask({})).rankMember);
    for (let rank = 0; rank < 256; rank += 1) {
      expect(one.rankMember[rank]).toBe(one.rankMember[rank - (rank % 8)]);
      expect(one.rankGpu[rank]).toBe(rank % 8);
    }
  });

  it('goes on without broken servers', () => {
    const failures: Scenario['failures'] = [{ kind: 'device', deviceId: 'server', members: { first: 1, count: 1 } }];
    expect(place(drawRailPods(2, 2, 2), ask({ failures })).rankCount).toBe(24);
  });
});

describe('a tenant', () => {
  it('takes runs of members', () => {
    const runs = [{ deviceId: 'server', members: { first: 1, count: 2 } }];
    const placement = place(drawRailPods(2, 2, 2), ask({ group: { kind: 'tenant', name: 'A', runs } }));
    expect(placement.rankCount).toBe(16);
    expect(placement.domains.count).toBe(2);
  });

  it('inside one pod leaves the spines alone', () => {
    const runs = [{ deviceId: 'server', members: { first: 0, count: 8 } }];
    const inputs = readInputs(drawRailPods(4, 8, 2), ask({ group: { kind: 'tenant', name: 'A', runs } }));
    expect(inputs.cuts).toEqual([]);
    expect(inputs.routingEfficiency).toBe(1);
  });
});

describe('groups of a layout', () => {
  const design = drawRailPods(2, 2, 2);

  // 32 GPUs as tensor 4 x pipeline 2 x data 4, tensor innermost and data outermost.
  it('stand tensor, pipeline, data from the inside out', () => {
    const layout = { tensor: 4, pipeline: 2 };
    expect(listGroups(design, subgroup('tensor', layout))[1]).toEqual([4, 5, 6, 7]);
    expect(listGroups(design, subgroup('pipeline', layout))[0]).toEqual([0, 4]);
    expect(listGroups(design, subgroup('data', layout))[0]).toEqual([0, 8, 16, 24]);
  });

  // Rank = t + 2 c + 4 d' + 8 p + 16 d'': an expert group of 4 takes both context ranks and the two inner data ranks.
  it('take experts out of context and data', () => {
    const layout = { tensor: 2, context: 2, pipeline: 2, expert: 4 };
    expect(listGroups(design, subgroup('context', layout))[0]).toEqual([0, 2]);
    expect(listGroups(design, subgroup('expert', layout))[0]).toEqual([0, 2, 4, 6]);
    expect(listGroups(design, subgroup('pipeline', layout))[0]).toEqual([0, 8]);
    expect(listGroups(design, subgroup('data', layout))[0]).toEqual([0, 2, 4, 6, 16, 18, 20, 22]);
  });

  it('share the NICs of a domain: eight data groups have one each', () => {
    const inputs = readInputs(drawRailPods(4, 8, 8), subgroup('data', { tensor: 8 }));
    expect(inputs).toMatchObject({ rankCount: 32, domainCount: 32, nicsPerDomain: 1, nicGbps: 400 });
  });

  // One leaf a pod: rings of all eight groups leave it at once, each with 15/16 of its message.
  it('add up on a leaf that all rails share', () => {
    const inputs = readInputs(drawLeafPods(4, 4, 8, 16), subgroup('data', { tensor: 8 }));
    expect(inputs.cuts[0]?.ringGather).toBeCloseTo((8 * 15) / 16, 12);
  });

  it('are refused with the figures when they do not divide', () => {
    const sentence = explainJob(design, subgroup('data', { tensor: 5 }));
    expect(sentence).toContain('tensor 5');
    expect(sentence).toContain('32: 2 are left over');
  });

  it('leave GPUs idle when breakage leaves no whole number of groups', () => {
    const failures: Scenario['failures'] = [{ kind: 'device', deviceId: 'server', members: { first: 3, count: 1 } }];
    const placement = place(design, { ...subgroup('data', { tensor: 8, pipeline: 2 }), failures });
    expect(placement).toMatchObject({ rankCount: 24, idleCount: 8, groupSize: 1 });
  });
});

describe('scale-up domains', () => {
  /** 36 trays of four GPUs: two racks of 18, as 72 GPUs share one NVLink network. */
  function drawTrays(): ReturnType<typeof drawDesign> {
    const design = drawDesign();
    drawDevice(design, 'tray', 'gb200-tray', 'endpoint', 36);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 4);
    drawLink(design, 'tray.compute', 'leaf.data', { pattern: 'mesh', speedGbps: 400 });
    return design;
  }

  it('may span several servers', () => {
    expect(readInputs(drawTrays(), ask({}))).toMatchObject({
      rankCount: 144,
      domainSize: 72,
      domainCount: 2,
      nicsPerDomain: 72,
      nicGbps: 400,
      hasPeerAccess: true,
    });
  });

  it('on one rail each, are ordered by rail', () => {
    const placement = place(drawTrays(), ask({ placement: 'rail-aligned' }));
    // GPU 0 of all 18 trays first, then GPU 1.
    expect([...placement.rankGpu.subarray(0, 18)]).toEqual(Array.from({ length: 18 }, () => 0));
    expect(placement.rankGpu[18]).toBe(1);
  });
});

describe('a job that cannot be', () => {
  it('says that there are no GPUs', () => {
    const design = drawDesign();
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
    expect(explainJob(design, ask({}))).toContain('no servers with GPUs');
  });

  it('says that there is no compute fabric', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 2);
    design.fabrics = {};
    expect(explainJob(design, ask({}))).toContain('no compute fabric');
  });

  it('says that nothing is cabled', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 2);
    expect(explainJob(design, ask({}))).toContain('cabled');
  });

  it('says who is cut off', () => {
    const sentence = explainJob(drawRailPods(2, 2, 2), ask({ failures: [{ kind: 'device', deviceId: 'spine' }] }));
    expect(sentence).toContain('Compute is split');
    expect(sentence).toContain('16 of 32 GPUs');
  });

  it('names who is cut off as they are called now', () => {
    const memory = new Memory();
    const whole = drawRailPods(2, 2, 2);
    const links = Object.entries(whole.links).filter(
      ([, { a, b }]) => a.deviceId !== 'spine' && b.deviceId !== 'spine',
    );
    const design = { ...whole, links: Object.fromEntries(links) };
    const scenario = ask({});
    const before = explainJob(design, scenario, memory);
    const servers = { ...(design.devices['server'] as Device), nameTemplate: 'node-{n}' };
    const renamed = { ...design, devices: { ...design.devices, server: servers } };
    const after = explainJob(renamed, scenario, memory);
    expect(before).toContain('do not reach');
    expect(before).not.toContain('node-');
    expect(after).toContain('node-');
  });
});

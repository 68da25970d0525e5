/**
 * Eight DGX H100 of eight GPUs in two pods of four; eight leaves a pod, one a rail, so that every leaf of a pod serves all four
 * servers of it; two spines with one cable from every leaf.
 */
import { describe, expect, it } from 'vitest';
import type { TenantReport } from '#core/analysis/tenant-report.ts';
import { assertDefined } from '#core/base/assert.ts';
import type { Design } from '#core/design/design.ts';
import { addTenant } from '../../support/add-tenant.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

function drawPods(): Design {
  const design = drawDesign();
  drawDevice(design, 'gpu', 'dgx-h100', 'endpoint', 8, { membersPerPod: 4 });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 16, { membersPerPod: 8 });
  drawDevice(design, 'spine', 'qm9700', 'spine', 2);
  drawLink(design, 'gpu.compute', 'leaf.data', { pattern: 'rail', within: 'pod', speedGbps: 400, cablesPerPair: 1 });
  drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 1 });
  return design;
}

function tenantsOf(design: Design): TenantReport {
  return assertDefined(evaluate(design).report.tenants, 'no tenants');
}

describe('tenants', () => {
  it('are not spoken of where no scenario chooses servers', () => {
    expect(evaluate(drawPods()).report.tenants).toBeUndefined();
  });

  it('hold servers and GPUs, and leave the rest to nobody', () => {
    const design = drawPods();
    addTenant(design, 'A', 'gpu', 0, 2);
    addTenant(design, 'B', 'gpu', 4, 3);
    const { tenants, devices, free, claimedTwice } = tenantsOf(design);
    expect(tenants).toMatchObject([
      { name: 'A', serverCount: 2, gpuCount: 16, isVaried: false },
      { name: 'B', serverCount: 3, gpuCount: 24, isVaried: false },
    ]);
    expect(devices).toMatchObject([
      {
        deviceId: 'gpu',
        memberCount: 8,
        gpusPerMember: 8,
        shares: [
          { tenants: [0], count: 2, runs: [{ first: 0, count: 2 }] },
          { tenants: [1], count: 3, runs: [{ first: 4, count: 3 }] },
          {
            tenants: [],
            count: 3,
            runs: [
              { first: 2, count: 2 },
              { first: 7, count: 1 },
            ],
          },
        ],
      },
    ]);
    expect(free).toEqual({ serverCount: 3, gpuCount: 24 });
    expect(claimedTwice).toEqual({ serverCount: 0, gpuCount: 0 });
  });

  it('of one name are one, and said to vary where scenarios name other servers', () => {
    const design = drawPods();
    addTenant(design, 'A', 'gpu', 0, 2);
    addTenant(design, 'A', 'gpu', 0, 2);
    expect(tenantsOf(design).tenants).toMatchObject([{ name: 'A', serverCount: 2, isVaried: false }]);
    addTenant(design, 'A', 'gpu', 1, 3);
    const [one, ...others] = tenantsOf(design).tenants;
    expect(others).toEqual([]);
    // 0 and 1, and 1 to 3.
    expect(one).toMatchObject({
      serverCount: 4,
      isVaried: true,
      scenarioIds: ['scenario-1', 'scenario-2', 'scenario-3'],
    });
  });

  it('that claim the same servers are each counted with them', () => {
    const design = drawPods();
    addTenant(design, 'A', 'gpu', 0, 4);
    addTenant(design, 'B', 'gpu', 2, 4);
    const { tenants, devices, free, claimedTwice } = tenantsOf(design);
    expect(tenants.map(({ serverCount }) => serverCount)).toEqual([4, 4]);
    expect(devices[0]?.shares.map(({ tenants: whose, count }) => [whose, count])).toEqual([
      [[0], 2],
      [[0, 1], 2],
      [[1], 2],
      [[], 2],
    ]);
    expect([free.serverCount, claimedTwice.serverCount, claimedTwice.gpuCount]).toEqual([2, 2, 16]);
  });

  it('meet on the leaves of the pod they share, and on every cable above those', () => {
    const design = drawPods();
    addTenant(design, 'A', 'gpu', 0, 6);
    addTenant(design, 'B', 'gpu', 6, 2);
    const { fabrics } = tenantsOf(design);
    // Pod 1 is all A's: leaves 1 to 8. In pod 2 both have servers: leaves 9 to 16, each with two cables up.
    expect(fabrics).toMatchObject([
      {
        fabricId: 'compute',
        switches: [
          { deviceId: 'leaf', tenants: [0], count: 8, first: 0 },
          { deviceId: 'leaf', tenants: [0, 1], count: 8, first: 8 },
        ],
        links: [{ linkId: 'link-2', tenants: [0, 1], connectionCount: 16 }],
      },
    ]);
  });

  it("that have pods of their own meet nowhere, and management is nobody's", () => {
    const design = drawPods();
    addTenant(design, 'A', 'gpu', 0, 4);
    addTenant(design, 'B', 'gpu', 4, 4);
    const [fabric] = tenantsOf(design).fabrics;
    expect(fabric?.switches.map(({ tenants, count }) => [tenants, count])).toEqual([
      [[0], 8],
      [[1], 8],
    ]);
    expect(fabric?.links).toEqual([]);
    const own = design.fabrics['compute'];
    if (own) own.purpose = 'oob';
    expect(tenantsOf(design).fabrics).toEqual([]);
  });

  it('name no switches, and no devices that are gone', () => {
    const design = drawPods();
    addTenant(design, 'A', 'leaf', 0, 4);
    expect(evaluate(design).report.tenants).toBeUndefined();
  });
});

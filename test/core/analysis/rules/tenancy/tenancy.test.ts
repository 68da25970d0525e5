/** Four DGX H100 on one leaf: whoever has servers here shares it. */
import { describe, expect, it } from 'vitest';
import type { Design, Fabric } from '#core/design/design.ts';
import { addTenant } from '../../../../support/add-tenant.ts';
import { drawDesign, drawDevice, drawLink } from '../../../../support/draw.ts';
import { applyFix, findProblem, judge } from '../../../../support/judge.ts';

function drawLeaf(technology: Fabric['technology'] = 'infiniband'): Design {
  const design = drawDesign();
  const fabric = design.fabrics['compute'];
  if (fabric) fabric.technology = technology;
  drawDevice(design, 'gpu', 'dgx-h100', 'endpoint', 4, { nameTemplate: 'gpu-{i}' });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
  drawLink(design, 'gpu.compute', 'leaf.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 8 });
  return design;
}

describe('a server belongs to one tenant', () => {
  it('finds nothing to check with fewer than two', () => {
    const design = drawLeaf();
    addTenant(design, 'A', 'gpu', 0, 2);
    for (const rule of ['tenancy.overlap', 'tenancy.shared-switch']) {
      expect(judge(design, rule)).toMatchObject({ state: 'passed', checkedCount: 0, failedCount: 0 });
    }
  });

  it('passes tenants apart', () => {
    const design = drawLeaf();
    addTenant(design, 'A', 'gpu', 0, 2);
    addTenant(design, 'B', 'gpu', 2, 1);
    expect(judge(design, 'tenancy.overlap')).toMatchObject({ state: 'passed', checkedCount: 3 });
  });

  it('names the servers and the tenants, and takes them out of the later one', () => {
    const design = drawLeaf();
    addTenant(design, 'A', 'gpu', 0, 3);
    addTenant(design, 'B', 'gpu', 1, 3);
    expect(judge(design, 'tenancy.overlap')).toMatchObject({ state: 'failed', failedCount: 2, checkedCount: 4 });
    const { message, severity, fix } = findProblem(design, 'tenancy.overlap');
    expect(severity).toBe('error');
    expect(message).toContain('2 of 4 members of gpu belong to more than one tenant: A and B (gpu-2 to gpu-3)');
    expect(fix?.label).toBe('Take them out of B');
    const fixed = applyFix(design, 'tenancy.overlap');
    expect(judge(fixed, 'tenancy.overlap')).toMatchObject({ state: 'passed', checkedCount: 4 });
    expect(fixed.scenarios?.['scenario-2']?.group).toMatchObject({ runs: [{ members: { first: 3, count: 1 } }] });
  });

  it('offers no way out that would leave a tenant without servers', () => {
    const design = drawLeaf();
    addTenant(design, 'A', 'gpu', 0, 4);
    addTenant(design, 'B', 'gpu', 1, 2);
    expect(findProblem(design, 'tenancy.overlap').fix).toBeUndefined();
  });
});

describe('tenants meet on no first switch', () => {
  it.each([
    ['infiniband', 'partition keys'],
    ['ethernet', 'VRFs or VXLAN segments'],
  ] as const)('advises on %s to keep them apart by %s', (technology, way) => {
    const design = drawLeaf(technology);
    addTenant(design, 'A', 'gpu', 0, 2);
    addTenant(design, 'B', 'gpu', 2, 1);
    addTenant(design, 'C', 'gpu', 3, 1);
    expect(judge(design, 'tenancy.shared-switch')).toMatchObject({
      state: 'failed',
      failedCount: 1,
      severity: 'advice',
    });
    const { message } = findProblem(design, 'tenancy.shared-switch');
    expect(message).toContain('1 switch of Compute (leaf) takes servers of A, B and C');
    expect(message).toContain(way);
  });
});

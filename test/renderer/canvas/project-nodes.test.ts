import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { indexReport } from '../../../renderer/canvas/index-report.ts';
import { projectNodes } from '../../../renderer/canvas/project-nodes.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { evaluate } from '../../support/draw.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const noReport = indexReport(null);

function project(design: Design, previous: ReturnType<typeof projectNodes> = []) {
  return projectNodes(design, builtInCatalog, indexReport(evaluate(design).report), previous);
}

function findDevice(nodes: ReturnType<typeof projectNodes>, id: string) {
  const node = nodes.find((candidate) => candidate.id === `device:${id}`);
  if (node?.type !== 'device') throw new Error(`no device ${id}`);
  return node;
}

describe('projectNodes', () => {
  it('puts a placed device into its rack frame and leaves a free one where the design has it', () => {
    const nodes = project(createSmallDesign());
    expect(nodes.map((node) => node.id)).toEqual(['rack:rack-1', 'device:gpu-1', 'device:leaf-1']);
    expect(findDevice(nodes, 'gpu-1').parentId).toBe('rack:rack-1');
    expect(findDevice(nodes, 'leaf-1').parentId).toBeUndefined();
    expect(findDevice(nodes, 'leaf-1').position).toEqual({ x: 0.5, y: -200 });
  });

  it('gives every node its size and a handle, so that nothing is mounted only to be measured', () => {
    for (const node of project(createSmallDesign())) {
      expect(node.width).toBeGreaterThan(0);
      expect(node.measured).toEqual({ width: node.width, height: node.height });
      expect(node.handles).toHaveLength(1);
    }
  });

  it('keeps what did not change, also when a new report says the same', () => {
    const design = createSmallDesign();
    const first = project(design);
    expect(project(design, first)).toBe(first);
    const renamed = { ...design, devices: { ...design.devices } };
    const gpu = design.devices['gpu-1'];
    if (!gpu) throw new Error('no gpu');
    renamed.devices['gpu-1'] = { ...gpu, name: 'GPU box' };
    const second = project(renamed, first);
    expect(second.map((node, index) => node === first[index])).toEqual([true, false, true]);
  });

  it('shows port use from the report: two explicit pairs of four cables take 8 of 4 x 8 ports', () => {
    const gpu = findDevice(project(createSmallDesign()), 'gpu-1');
    const compute = gpu.data.ports.find((port) => port.blockId === 'compute');
    expect(compute).toMatchObject({ portsOwned: 32, portsUsed: 8, formFactor: 'OSFP', isSmall: false });
    expect(gpu.data.mainBlockId).toBe('compute');
    expect(gpu.data.label).toContain('gpu, endpoint device, 4 members, 8 of 32 compute ports used');
  });

  it('says nothing about figures before the first report', () => {
    const nodes = projectNodes(createSmallDesign(), builtInCatalog, noReport, []);
    expect(findDevice(nodes, 'gpu-1').data.ports[0]).toMatchObject({ portsOwned: null, portsUsed: null });
  });

  it('notes where the members are that stand elsewhere', () => {
    const design = createSmallDesign();
    const [placement] = Object.values(design.placements);
    if (!placement) throw new Error('no placement');
    const half = { ...placement, memberCount: 2 };
    const rest = { ...placement, id: 'placement-0', firstMember: 2, memberCount: 2, bottomUnit: 20 };
    const nodes = project({ ...design, placements: { [half.id]: half, [rest.id]: rest } });
    expect(findDevice(nodes, 'gpu-1').data.note).toBe('2 of 4 here, the rest in 1 other place');
  });

  it('draws a device whose part is not in the catalog', () => {
    const design = createSmallDesign();
    const leaf = design.devices['leaf-1'];
    if (!leaf) throw new Error('no leaf');
    const nodes = project({ ...design, devices: { ...design.devices, 'leaf-1': { ...leaf, partId: 'gone' } } });
    expect(findDevice(nodes, 'leaf-1').data).toMatchObject({ isPartKnown: false, partLabel: 'gone', ports: [] });
  });
});

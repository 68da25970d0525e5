import { describe, expect, it } from 'vitest';
import { layOutCanvas } from '../../../renderer/canvas/canvas-layout.ts';
import { buildScene } from '../../../renderer/canvas/far/far-scene.ts';
import { indexReport } from '../../../renderer/canvas/index-report.ts';
import { evaluate } from '../../support/draw.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const design = createSmallDesign();

describe('a report for the canvas', () => {
  it('finds every use of ports by device and block, and no other', () => {
    const { report } = evaluate(design);
    const { portUse } = indexReport(report);
    expect(report.ports.length).toBeGreaterThan(1);
    for (const use of report.ports) expect(portUse(use.deviceId, use.blockId)).toBe(use);
    const [first] = report.ports;
    expect(portUse(first?.deviceId ?? '', 'no such block')).toBeUndefined();
    expect(portUse('no such device', first?.blockId ?? '')).toBeUndefined();
  });

  it('is arranged once, and the scene with it; another report anew', () => {
    const layout = layOutCanvas(design);
    const { report } = evaluate(design);
    const index = indexReport(report);
    expect(indexReport(report)).toBe(index);
    expect(buildScene(design, layout, indexReport(report))).toBe(buildScene(design, layout, index));
    const other = indexReport(evaluate(design).report);
    expect(other).not.toBe(index);
    expect(buildScene(design, layout, other)).not.toBe(buildScene(design, layout, index));
  });
});

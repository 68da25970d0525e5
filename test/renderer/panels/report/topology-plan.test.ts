/** Where the drawing of the topology puts what. */
import { describe, expect, it } from 'vitest';
import type { Device } from '#core/design/design.ts';
import { DRAWING_WIDTH, planTopology } from '../../../../renderer/panels/report/topology-plan.ts';
import { createContent, readExample } from '../../../support/report-content.ts';

const { design, report } = createContent(readExample('dgx-h100-superpod-4su.weft'));
const modelOf = (partId: string): string => partId;

describe('the plan of the topology', () => {
  it('puts spines above leaves above servers, each group once, inside the page', () => {
    const plan = planTopology(design, report.links, modelOf);
    expect(plan.isMerged).toBe(false);
    expect(
      plan.boxes
        .map(({ deviceIds }) => deviceIds)
        .flat()
        .toSorted(),
    ).toEqual(Object.keys(design.devices).toSorted());
    const topOf = (role: string): number =>
      Math.min(...plan.boxes.filter((box) => box.role === role).map(({ y }) => y));
    expect(topOf('spine')).toBeLessThan(topOf('leaf'));
    expect(topOf('leaf')).toBeLessThan(topOf('endpoint'));
    for (const box of plan.boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(DRAWING_WIDTH);
      expect(box.y + box.height).toBeLessThanOrEqual(plan.height);
    }
  });

  it('counts every cable on one line, or inside one group', () => {
    const plan = planTopology(design, report.links, modelOf);
    const drawn = plan.lines.reduce((sum, line) => sum + line.cableCount, 0);
    expect(drawn + plan.innerCableCount).toBe(report.totals.cableCount);
  });

  it('does not lay one box on another', () => {
    const { boxes } = planTopology(design, report.links, modelOf);
    for (const a of boxes) {
      for (const b of boxes) {
        if (a === b) continue;
        const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(isApart, `${a.name} and ${b.name}`).toBe(true);
      }
    }
  });

  it('puts groups of one role and part together when there are too many to tell apart', () => {
    const [first] = Object.values(design.devices) as [Device];
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`d${at}`, { ...first, id: `d${at}`, name: `Group ${at}`, count: 2 }]),
    );
    const plan = planTopology({ ...design, devices: many, links: {} }, [], modelOf);
    expect(plan.isMerged).toBe(true);
    expect(plan.boxes).toHaveLength(1);
    expect(plan.boxes[0]?.note).toBe(`120 \u00d7 ${first.partId}`);
    expect(plan.boxes[0]?.deviceIds).toHaveLength(60);
  });

  it('is empty for an empty design', () => {
    const plan = planTopology({ ...design, devices: {}, links: {} }, [], modelOf);
    expect(plan).toMatchObject({ height: 0, boxes: [], lines: [] });
  });
});

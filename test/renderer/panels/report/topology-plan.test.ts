/** Where the drawing of the topology puts what. */
import { describe, expect, it } from 'vitest';
import type { LinkReport } from '#core/analysis/report.ts';
import type { Device, DeviceRole } from '#core/design/design.ts';
import { DRAWING_WIDTH, planTopology, type TopologyPlan } from '../../../../renderer/panels/report/topology-plan.ts';
import { createContent, readExample } from '../../../support/report-content.ts';

const { design, report } = createContent(readExample('dgx-h100-superpod-4su.weft'));
const modelOf = (partId: string): string => partId;
const purposeIs = (purpose: string): string =>
  report.fabrics.find((fabric) => fabric.purpose === purpose)?.fabricId ?? '';
const compute = planTopology(design, report.links, purposeIs('compute'), modelOf);
const management = planTopology(design, report.links, purposeIs('oob'), modelOf);

/** The uppermost box of a role. */
function topOf(plan: TopologyPlan, role: DeviceRole): number {
  const own = plan.boxes.filter(({ deviceIds }) => deviceIds.some((id) => design.devices[id]?.role === role));
  return Math.min(...own.map(({ y }) => y));
}

describe('the plan of a fabric', () => {
  it('puts spines above leaves above servers, inside the page', () => {
    expect(compute.isMerged).toBe(false);
    expect(topOf(compute, 'spine')).toBeLessThan(topOf(compute, 'leaf'));
    expect(topOf(compute, 'leaf')).toBeLessThan(topOf(compute, 'endpoint'));
    for (const { boxes, height } of [compute, management]) {
      for (const box of boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(DRAWING_WIDTH);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
    }
  });

  it('puts the switches of compute beside the servers where another network manages both', () => {
    expect(topOf(management, 'spine')).toBe(topOf(management, 'endpoint'));
    expect(management.boxes.filter(({ isSwitch }) => isSwitch)).toHaveLength(1);
  });

  it('counts every cable on one line, or inside one group', () => {
    const plans = report.fabrics.map(({ fabricId }) => planTopology(design, report.links, fabricId, modelOf));
    const drawn = plans.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.cableCount, 0);
    const inner = plans.reduce((sum, { innerCableCount }) => sum + innerCableCount, 0);
    expect(drawn + inner).toBe(report.totals.cableCount);
  });

  it('does not lay one box on another', () => {
    for (const a of management.boxes) {
      for (const b of management.boxes) {
        if (a === b) continue;
        const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(isApart, `${a.name} and ${b.name}`).toBe(true);
      }
    }
  });

  it('puts groups of one role and part together when there are too many to tell apart', () => {
    const [link] = report.links as [LinkReport];
    const [first] = Object.values(design.devices) as [Device];
    const many = Array.from({ length: 60 }, (_, at) => ({ ...first, id: `d${at}`, name: `Group ${at}`, count: 2 }));
    const devices = Object.fromEntries(many.map((device) => [device.id, device]));
    const chain = many.slice(1).map(({ id }, at) => ({ ...link, deviceAId: `d${at}`, deviceBId: id, cableCount: 1 }));
    const plan = planTopology({ ...design, devices }, chain, link.fabricId, modelOf);
    expect(plan.isMerged).toBe(true);
    expect(plan.boxes.map(({ note, deviceIds }) => [note, deviceIds.length])).toEqual([
      [`120 \u00d7 ${first.partId}`, 60],
    ]);
    expect(plan).toMatchObject({ lines: [], innerCableCount: 59 });
  });

  it('is empty where nothing is linked', () => {
    expect(planTopology(design, [], 'none', modelOf)).toMatchObject({ height: 0, boxes: [], lines: [] });
  });
});

/** Four DGX H100 (10.2 kW each) in two racks of 40 kW, two QM9700 leaves, eight connections of 400G. */
import { describe, expect, it } from 'vitest';
import type { Design, Link } from '#core/design/design.ts';
import { createScenario, type Failure } from '#core/design/scenario.ts';
import { indexReport } from '../../../../renderer/canvas/index-report.ts';
import { createPainter } from '../../../../renderer/canvas/overlay/create-painter.ts';
import { mixPaints } from '../../../../renderer/canvas/overlay/mix-paints.ts';
import { createPaint, type Painter } from '../../../../renderer/canvas/overlay/paint.ts';
import type { CanvasOverlay } from '../../../../renderer/store/view-store.ts';
import { addTenant } from '../../../support/add-tenant.ts';
import { evaluate } from '../../../support/draw.ts';
import { createSmallDesign } from '../../../support/small-design.ts';

function paint(overlay: CanvasOverlay, design: Design = createSmallDesign()): Painter {
  const { report } = evaluate(design);
  return createPainter({ overlay, design, report, index: indexReport(report), flow: null });
}

function firstLink(design: Design = createSmallDesign()): Link {
  return design.links['link-1'] as Link;
}

const gpu = createSmallDesign().devices['gpu-1'] as Design['devices'][string];
const leaf = createSmallDesign().devices['leaf-1'] as Design['devices'][string];
const rack = createSmallDesign().racks['rack-1'] as Design['racks'][string];

describe('an overlay', () => {
  it('says nothing while it is off, or has nothing to go by', () => {
    for (const overlay of ['none', 'load', 'tenant'] as const) {
      const painter = paint(overlay);
      expect([painter.link(firstLink()), painter.device(gpu), painter.rack(rack), painter.rows]).toEqual([
        null,
        null,
        null,
        [],
      ]);
    }
  });

  it('never colours without words or a pattern that say the same', () => {
    for (const overlay of ['fabric', 'speed', 'failures', 'phase', 'power'] as const) {
      const { rows } = paint(overlay);
      expect(rows.length, overlay).toBeGreaterThan(0);
      expect(rows.every(({ label, detail }) => label !== '' && detail !== '')).toBe(true);
      expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
    }
  });
});

describe('the overlay of', () => {
  it('fabrics names them and counts their connections', () => {
    const { rows, link } = paint('fabric');
    expect(rows).toMatchObject([{ label: 'Compute', detail: 'InfiniBand, 8 connections', colour: 'var(--fabric-1)' }]);
    expect(link(firstLink())).toMatchObject({ colour: 'var(--fabric-1)', figure: 'Compute' });
  });

  it('speeds gives the faster the thicker line', () => {
    const design = createSmallDesign();
    const slow = { ...firstLink(design), id: 'link-2', speedGbps: 200 };
    const painter = paint('speed', { ...design, links: { ...design.links, 'link-2': slow } });
    expect(painter.rows.map(({ label }) => label)).toEqual(['400G', '200G']);
    expect(painter.link(slow)?.width).toBeLessThan(painter.link(firstLink(design))?.width ?? 0);
    expect(painter.link(slow)?.colour).not.toBe(painter.link(firstLink(design))?.colour);
  });

  it('load takes the step of the fullest cable', () => {
    const design = createSmallDesign();
    const flow = { utilisationOfLink: { 'link-1': 0.8 }, meanUtilisationOfLink: { 'link-1': 0.4 } };
    const source = { overlay: 'load' as const, design, report: null, index: indexReport(null) };
    const painter = createPainter({ ...source, flow: flow as unknown as Parameters<typeof createPainter>[0]['flow'] });
    expect(painter.link(firstLink(design))).toMatchObject({ colour: 'var(--heat-4)', figure: '80\u202f%' });
    expect(painter.link({ ...firstLink(design), id: 'other' })?.figure).toBe('idle');
  });

  it('failures tells broken in part, broken and cut off apart', () => {
    const broken = (failures: Failure[]): Painter =>
      paint('failures', {
        ...createSmallDesign(),
        scenarios: { s: { ...createScenario('s', 'Broken'), failures } },
        currentScenarioId: 's',
      });
    const one = broken([{ kind: 'device', deviceId: 'leaf-1', members: { first: 0, count: 1 } }]);
    expect(one.device(leaf)).toMatchObject({ colour: 'var(--warn-fill)', fact: '1 of 2 broken', isQuiet: false });
    const all = broken([{ kind: 'device', deviceId: 'leaf-1' }]);
    expect(all.link(firstLink())).toMatchObject({ colour: 'var(--danger)', fact: 'all 8 broken' });
    expect(all.rows.map(({ label }) => label)).toContain('broken');
    expect(paint('failures').rows).toMatchObject([{ label: 'works', detail: '2 device groups and 1 link' }]);
    expect(paint('failures').device(gpu)?.isQuiet).toBe(true);
  });

  it('tenants says whose servers are, which switches are shared, and what nobody has', () => {
    const design = createSmallDesign();
    addTenant(design, 'A', 'gpu-1', 0, 1);
    addTenant(design, 'B', 'gpu-1', 3, 1);
    const apart = paint('tenant', design);
    expect(apart.device(gpu)).toMatchObject({
      figure: 'A 1, B 1, free 2',
      parts: [{ count: 1 }, { count: 1 }, { count: 2 }],
    });
    // Server 1 is on leaf 1, server 4 on leaf 2.
    expect(apart.device(leaf)).toMatchObject({ figure: 'A 1, B 1', isShared: false });
    expect(apart.rows.map(({ label, detail }) => [label, detail])).toEqual([
      ['A', '1 server, 8 GPUs'],
      ['B', '1 server, 8 GPUs'],
      ['no tenant', '2 servers, 16 GPUs'],
    ]);
    addTenant(design, 'C', 'gpu-1', 3, 1);
    const together = paint('tenant', design);
    expect(together.device(leaf)).toMatchObject({ figure: '1 shared by B, C', isShared: true });
    expect(together.device(gpu)?.figure).toBe('A 1, B + C 1, free 2');
    expect(together.rows.map(({ label }) => label)).toEqual([
      'A',
      'B',
      'C',
      'no tenant',
      'of more than one tenant',
      'shared by tenants',
    ]);
  });

  it('tenants colours what one of them has alone, links too', () => {
    const design = createSmallDesign();
    addTenant(design, 'A', 'gpu-1', 0, 4);
    const painter = paint('tenant', design);
    expect(painter.device(gpu)).toMatchObject({ figure: 'A', colour: 'var(--fabric-1)', dash: null });
    expect(painter.device(leaf)?.figure).toBe('A');
    expect(painter.link(firstLink())).toMatchObject({ figure: 'A', colour: 'var(--fabric-1)', isQuiet: false });
  });

  it('phases buys a link with the later of its ends', () => {
    const design = createSmallDesign();
    const devices = { ...design.devices, 'leaf-1': { ...leaf, phase: 3 } };
    const painter = paint('phase', { ...design, devices });
    expect(painter.rows.map(({ label }) => label)).toEqual(['Day 1', 'Day 3']);
    expect(painter.link(firstLink(design))?.figure).toBe('day 3');
    expect(painter.device(gpu)?.figure).toBe('day 1');
    expect(painter.rack(rack)?.figure).toBe('day 1');
    expect(painter.rows[0]?.dash).not.toEqual(painter.rows[1]?.dash);
  });

  it('power reads what one device draws and how full a rack is, and says what is not known', () => {
    const painter = paint('power');
    expect(painter.device(gpu)).toMatchObject({ figure: '10.2 kW each', colour: 'var(--heat-5)' });
    // Two of the four servers stand in each rack: 20.4 of 40 kW.
    expect(painter.rack(rack)?.figure).toBe('51\u202f% of budget');
    expect(painter.link(firstLink())?.isQuiet).toBe(true);
    const design = createSmallDesign();
    const free = { ...design, racks: { 'rack-1': { ...rack, powerLimitW: null } } };
    expect(paint('power', free).rack(rack)).toMatchObject({ figure: 'no budget set', dash: [3, 4] });
  });
});

describe('what stands for several', () => {
  const loud = createPaint({ colour: 'red', figure: 'a', fact: 'one' });
  const other = createPaint({ colour: 'blue', figure: 'b', fact: 'two' });
  const quiet = createPaint({ colour: 'grey', isQuiet: true });

  it('adds up the parts of groups', () => {
    const part = (label: string, count: number) => ({ label, count, colour: label, isHatched: false });
    const one = createPaint({ parts: [part('a', 2), part('b', 1)] });
    const mixed = mixPaints([one, createPaint({ parts: [part('b', 4)] })], [3, 4]);
    expect(mixed).toMatchObject({ figure: 'a 2, b 5', parts: [{ count: 2 }, { count: 5 }] });
  });

  it('looks as most do, says that they differ, and lets one broken among many show', () => {
    expect(mixPaints([loud, other], [1, 5])).toMatchObject({ colour: 'blue', figure: 'mixed', fact: 'one; two' });
    expect(mixPaints([loud, loud], [1, 1])).toEqual(loud);
    expect(mixPaints([quiet, loud, quiet], [500, 1, 500])).toEqual(loud);
    expect(mixPaints([quiet, quiet], [1, 1])).toEqual(quiet);
    expect(mixPaints([], [])).toBeNull();
  });
});

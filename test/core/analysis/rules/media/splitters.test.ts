/** R12 to R14: fibre splitters on twin-port and on wavelength-multiplexed modules. MFP7E20 splits 1 x 400G to 2 x 200G. */
import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { drawDesign, drawDevice, drawLink } from '../../../../support/draw.ts';
import { changeBlock, changePart, judge } from '../../../../support/judge.ts';

/** Hosts with 400G cages that also run 200G, on 2 lanes as the second mode's block says. */
function drawSplit(
  speedGbps: number,
  modules: readonly [string, string] = ['mma4z00-ns400', 'mma4z00-ns'],
  design = drawDesign(),
  fullRate = true,
): Design {
  const host = changeBlock(design, 'gb200-tray', 'compute', {
    lanesPerCage: fullRate ? 2 : 4,
    modes: [
      { portsPerCage: 1, speedGbps: fullRate ? 200 : 400 },
      { portsPerCage: 1, speedGbps: fullRate ? 400 : 200 },
    ],
  });
  drawDevice(design, 'host', host, 'endpoint', 1);
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
  const [transceiverAId, transceiverBId] = modules;
  drawLink(design, 'host.compute', 'leaf.data', {
    pattern: 'pair',
    cablesPerPair: 4,
    speedGbps,
    medium: { kind: 'optics', transceiverAId, transceiverBId, cableId: 'mfp7e20' },
  });
  return design;
}

describe('R12 twin-port fibre', () => {
  function drawTwin(firstCable: string, secondCable: string): Design {
    const design = drawDesign();
    drawDevice(design, 'host', 'gb200-tray', 'endpoint', 2);
    drawDevice(design, 'leaf', changeBlock(design, 'qm9700', 'data', { cageCount: 2 }), 'leaf', 1);
    for (const [members, cableId] of [
      [{ first: 0, count: 1 }, firstCable],
      [{ first: 1, count: 1 }, secondCable],
    ] as const) {
      drawLink(design, 'host.compute', 'leaf.data', {
        pattern: 'mesh',
        speedGbps: 400,
        medium: { kind: 'optics', transceiverAId: 'mma4z00-ns400', transceiverBId: 'mma4z00-ns', cableId },
      });
      const link = design.links[`link-${Object.keys(design.links).length}`];
      if (link)
        Object.assign(link, { a: { ...link.a, members }, b: { ...link.b, ports: { first: members.first, step: 1 } } });
    }
    return design;
  }

  it('refuses a straight fibre beside a splitter on one module', () => {
    expect(judge(drawTwin('mfp7e10', 'mfp7e20'), 'R12')).toMatchObject({ state: 'failed', failedCount: 1 });
  });

  it('cannot tell for a module whose connectors nobody counts', () => {
    const design = drawDesign();
    const own = changePart(design, 'mma4z00-ns', 'transceiver', { connectorCount: null });
    expect(judge(drawSplit(200, ['mma4z00-ns400', own], design), 'R12')).toMatchObject({ state: 'not-checked' });
  });

  it('passes two straight ones', () => {
    expect(judge(drawTwin('mfp7e10', 'mfp7e10'), 'R12')).toMatchObject({ state: 'passed', checkedCount: 1 });
  });
});

describe('R13 wavelengths', () => {
  it('refuses a splitter on FR4', () => {
    const design = drawSplit(200, ['mma4z00-ns400', 'mms4x50-nm']);
    expect(judge(design, 'R13')).toMatchObject({ state: 'failed', failedCount: 1 });
  });

  it('passes a splitter on SR4', () => {
    expect(judge(drawSplit(200), 'R13')).toMatchObject({ state: 'passed', checkedCount: 2 });
  });

  it('cannot tell for optics of unknown family', () => {
    const design = drawDesign();
    const own = changePart(design, 'mma4z00-ns', 'transceiver', { opticsFamily: null });
    expect(judge(drawSplit(200, ['mma4z00-ns400', own], design), 'R13').state).toBe('not-checked');
  });
});

describe('R14 share of the speed', () => {
  it('refuses 400G behind a splitter', () => {
    expect(judge(drawSplit(400), 'R14').findings[0]?.message).toContain('runs 200G, the link 400G');
  });

  it('passes 200G on two lanes, and with it the lanes of R05', () => {
    expect(judge(drawSplit(200), 'R14')).toMatchObject({ state: 'passed', checkedCount: 1 });
    expect(judge(drawSplit(200), 'R05').state).not.toBe('failed');
  });

  it('cannot tell whether a 400G cage runs 200G on two lanes', () => {
    expect(judge(drawSplit(200, undefined, drawDesign(), false), 'R14').notCheckedReasons[0]).toContain(
      'runs on 2 lanes is not known',
    );
  });
});

/** R17: a QM9700 cage is of power class 8, 17 W. */
import { describe, expect, it } from 'vitest';
import { drawDesign, drawDevice, drawLink } from '../../../../support/draw.ts';
import { changePart, drawOptics, findProblem, judge } from '../../../../support/judge.ts';

function drawModule(powerMaxW: number | null) {
  const design = drawDesign();
  const module = changePart(design, 'mms4x00-nm', 'transceiver', { powerMaxW });
  return drawOptics(
    'dgx-h100.compute',
    'qm9700.data',
    ['mms4x00-nm-flt', module],
    'mfp7e30',
    { speedGbps: 400 },
    design,
  );
}

describe('R17 module power', () => {
  it('refuses 25 W in a cage of 17 W', () => {
    expect(judge(drawModule(25), 'R17')).toMatchObject({ state: 'failed', failedCount: 1 });
    expect(findProblem(drawModule(25), 'power.module').message).toContain(
      'draws up to 25 W, a cage of QM9700 feeds 17 W',
    );
  });

  it('passes 17 W; the end at the server has no published class and is not asked', () => {
    expect(judge(drawModule(17), 'R17')).toMatchObject({ state: 'passed', checkedCount: 1, notCheckedCount: 0 });
  });

  it('cannot tell for a module of unknown power, nor for a switch of unknown class', () => {
    expect(judge(drawModule(null), 'R17').state).toBe('not-checked');
    const design = drawOptics('sn5600.data', 'sn5600.data', ['mms4x00-nm', 'mms4x00-nm'], 'mfp7e30', {
      speedGbps: 800,
    });
    expect(judge(design, 'R17').notCheckedReasons).toEqual(['what a cage of SN5600 can feed is not known']);
  });

  it('leaves passive cables out', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'qm9700', 'leaf', 1);
    drawDevice(design, 'b', 'qm9700', 'spine', 1);
    drawLink(design, 'a.data', 'b.data', {
      pattern: 'pair',
      speedGbps: 400,
      cablesPerPair: 2,
      lengthM: 1,
      medium: { kind: 'cable', cableId: 'mcp4y10' },
    });
    expect(judge(design, 'R17')).toMatchObject({ state: 'passed', checkedCount: 0 });
  });

  it('holds the sum to the budget of the switch where it states one', () => {
    const design = drawDesign();
    const leaf = changePart(design, 'qm9700', 'switch', { opticsBudgetW: 30 });
    drawDevice(design, 'a', leaf, 'leaf', 1);
    drawDevice(design, 'b', leaf, 'spine', 1);
    // Two cages of 17 W are 34 W.
    drawLink(design, 'a.data', 'b.data', {
      pattern: 'pair',
      speedGbps: 400,
      cablesPerPair: 4,
      medium: { kind: 'optics', transceiverAId: 'mms4x00-nm', transceiverBId: 'mms4x00-nm', cableId: 'mfp7e30' },
    });
    expect(judge(design, 'R17').findings[0]?.message).toContain('draw up to 34 W together');
  });
});

import { describe, expect, it } from 'vitest';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

describe('the medium of a link', () => {
  it('advises a check where no source states the heat sink of an OSFP cage', () => {
    const design = drawDesign();
    drawDevice(design, 'a', '7050px4-32s', 'leaf', 1);
    drawDevice(design, 'b', '7050px4-32s', 'leaf', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 1, lengthM: 2 });
    const advice = evaluate(design).diagnostics.filter(({ code }) => code === 'media.unconfirmed');
    expect(advice).toHaveLength(1);
    expect(advice[0]).toMatchObject({ severity: 'advice', message: expect.stringContaining('heat sink') });
  });

  it('says nothing of the kind where it is known', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'qm9700', 'leaf', 1);
    drawDevice(design, 'b', 'qm9700', 'spine', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 2, lengthM: 30 });
    expect(evaluate(design).diagnostics.filter(({ code }) => code.startsWith('media.'))).toEqual([]);
  });
});

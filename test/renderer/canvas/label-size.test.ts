import { describe, expect, it } from 'vitest';
import { estimateCaptionWidth, estimateLabelSizes, noSigns } from '../../../renderer/canvas/label-size.ts';
import type { LinkFigures } from '../../../renderer/canvas/link-figures.ts';

const plain: LinkFigures = {
  caption: '1 024 × 400G',
  connectionCount: 1024,
  loss: { brokenCount: 0, total: 1024 },
  mediumLabel: null,
  isUnresolved: false,
  problems: null,
  colour: 'var(--fabric-1)',
  parts: [],
};

describe('estimateLabelSizes', () => {
  it('is rim, padding and the digits of the caption in one row', () => {
    // 12 characters of 6.1 px, and 19 px.
    expect(estimateCaptionWidth(plain.caption)).toBeCloseTo(92.2);
    expect(estimateLabelSizes(plain, noSigns)[0].width).toBeCloseTo(92.2);
    expect(estimateLabelSizes(plain, noSigns)[0].height).toBe(22);
  });

  it('grows by what an overlay, a path and a problem say beside the caption', () => {
    // 4 px and 4 bold characters of 6.6 px; 4 px, 10 px of padding and 9 characters; a sign of 12 px and 4 px.
    expect(estimateLabelSizes(plain, { ...noSigns, figure: 'idle' })[0].width).toBeCloseTo(92.2 + 30.4);
    expect(estimateLabelSizes(plain, { ...noSigns, hops: 'hops 2, 3' })[0].width).toBeCloseTo(92.2 + 73.4);
    const problems = { severity: 'error', count: 1, messages: ['x'] } as const;
    expect(estimateLabelSizes({ ...plain, problems }, noSigns)[0].width).toBeCloseTo(92.2 + 16);
  });

  it('may have a second row where one is too long', () => {
    const [row, stack] = estimateLabelSizes(plain, { ...noSigns, figure: 'idle' });
    expect(row).toEqual({ width: expect.closeTo(122.6), height: 22, isStacked: false });
    expect(stack).toEqual({ width: expect.closeTo(92.2), height: 37, isStacked: true });
  });

  it('has a row for each thing that is said below the caption', () => {
    const broken = { ...plain, loss: { brokenCount: 64, total: 1024 } };
    // `64 broken` is 12 + 4 + 9 x 6.6 = 75.4 px, the caption 73.2 px.
    expect(estimateLabelSizes(broken, noSigns)).toEqual([
      { width: expect.closeTo(19 + 75.4), height: 37, isStacked: true },
    ]);
    expect(estimateLabelSizes(broken, { ...noSigns, cut: 'cut: 256 · 102 Tb/s' })[0].height).toBe(52);
  });
});

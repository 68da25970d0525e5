import { describe, expect, it } from 'vitest';
import { spreadOnLine } from '../../../../renderer/canvas/arrange/spread.ts';

describe('spreadOnLine', () => {
  it('leaves alone what has room', () => {
    const wanted = [
      { at: 0, size: 10 },
      { at: 100, size: 10 },
    ];
    expect(spreadOnLine(wanted, 5)).toEqual([0, 100]);
  });

  it('moves apart evenly what wants the same place, and what is pushed by that', () => {
    const same = [50, 50, 50].map((at) => ({ at, size: 10 }));
    expect(spreadOnLine(same, 5)).toEqual([35, 50, 65]);
    // The three take 28..72 with their halves; the fourth wanted 70 and makes room together with them: offsets 0, 15, 30, 45 are
    // taken from 50, 50, 50, 70, whose mean is 32.5.
    expect(spreadOnLine([...same, { at: 70, size: 10 }], 5)).toEqual([32.5, 47.5, 62.5, 77.5]);
  });

  it('keeps the order even where the wishes do not', () => {
    const [a = 0, b = 0] = spreadOnLine(
      [
        { at: 100, size: 20 },
        { at: 0, size: 40 },
      ],
      10,
    );
    expect(b - a).toBe(40);
    expect((a + b) / 2).toBe(50);
  });
});

import { describe, expect, it } from 'vitest';
import { chooseDetail, chooseEnlargement } from '../../../renderer/canvas/detail.ts';

describe('detail', () => {
  it('comes in steps as the view comes near', () => {
    expect([0.2, 0.49, 0.5, 0.73, 0.74, 0.99, 1, 3].map(chooseDetail)).toEqual([
      'far',
      'far',
      'middle',
      'middle',
      'near',
      'near',
      'close',
      'close',
    ]);
  });

  it('has the smallest words read at their size while they are near', () => {
    // 10 px drawn at three quarters are enlarged by 4 / 3.
    expect(chooseEnlargement(0.75)).toBeCloseTo(1.33);
    expect([1, 2].map(chooseEnlargement)).toEqual([1, 1]);
    // Farther off they do not show.
    expect(chooseEnlargement(0.2)).toBe(chooseEnlargement(0.74));
  });
});

import { describe, expect, it } from 'vitest';
import { parseCount } from '../../../renderer/canvas/edit-in-place.ts';

describe('parseCount', () => {
  it('reads counts as people type them', () => {
    expect(parseCount('127')).toBe(127);
    expect(parseCount('× 1,016')).toBe(1016);
    expect(parseCount('1 016')).toBe(1016);
  });

  it('refuses what is not a whole number of one or more', () => {
    for (const text of ['0', '-3', '2.5', 'many', '']) expect(parseCount(text)).toBeNull();
  });
});

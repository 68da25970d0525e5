import { describe, expect, it } from 'vitest';
import { findHomePlacements } from '#core/design/home-placements.ts';
import { createSmallDesign } from '../../support/small-design.ts';

describe('findHomePlacements', () => {
  it('draws a device where its first member stands', () => {
    const design = createSmallDesign();
    const [placement] = Object.values(design.placements);
    if (!placement) throw new Error('The small design has a placement');
    const placements = {
      a: { ...placement, id: 'a', firstMember: 2, memberCount: 2 },
      b: { ...placement, id: 'b', firstMember: 0, memberCount: 2 },
    };
    expect(findHomePlacements({ ...design, placements }).get('gpu-1')?.id).toBe('b');
  });
});

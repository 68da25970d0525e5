import { describe, expect, it } from 'vitest';
import { listAlike } from '../../../renderer/canvas/menu-entries.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const design = createSmallDesign();

describe('listAlike', () => {
  it('finds links of the same fabric and speed', () => {
    expect(listAlike(design, { kind: 'link', id: 'link-1' })).toEqual([{ kind: 'link', id: 'link-1' }]);
    expect(listAlike(design, { kind: 'device', id: 'leaf-1' })).toEqual([{ kind: 'device', id: 'leaf-1' }]);
  });
});

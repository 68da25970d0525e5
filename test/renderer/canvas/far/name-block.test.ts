import { describe, expect, it } from 'vitest';
import { nameBlock } from '../../../../renderer/canvas/far/name-block.ts';

describe('the name of a block of tiles', () => {
  it('is the name of the only one', () => {
    expect(nameBlock(['Leaf'])).toBe('Leaf');
    expect(nameBlock(['Rack 7'])).toBe('Rack 7');
  });

  it('writes numbered neighbours as runs, in any order', () => {
    expect(nameBlock(['Rack 3', 'Rack 1', 'Rack 2'])).toBe('Rack 1\u20133');
    expect(nameBlock(['Rack 10', 'Rack 2', 'Rack 1', 'Rack 9'])).toBe('Rack 1\u20132, 9\u201310');
  });

  it('shows the first of more than two runs and says that there are more', () => {
    expect(nameBlock(['r1', 'r3', 'r5', 'r7'])).toBe('r1, \u2026');
  });

  it('falls back to the first and the last of different names, and of numbers with leading zeros', () => {
    expect(nameBlock(['Spine', 'Leaf', 'Storage'])).toBe('Leaf \u2013 Storage');
    expect(nameBlock(['su1-node-01', 'su1-node-02'])).toBe('su1-node-01 \u2013 su1-node-02');
    expect(nameBlock(['Rack 10', 'Rack 9', 'Frame 2'])).toBe('Frame 2 \u2013 Rack 10');
  });
});

import { describe, expect, it } from 'vitest';
import { joinParts, listRuns, wrapParts } from '../../../../renderer/canvas/far/name-block.ts';

const nameBlock = (names: readonly string[]): string => joinParts(listRuns(names));

describe('the name of a block of tiles', () => {
  it('is the name of the only one', () => {
    expect(nameBlock(['Leaf'])).toBe('Leaf');
    expect(nameBlock(['Rack 7'])).toBe('Rack 7');
  });

  it('writes numbered neighbours as runs, in any order', () => {
    expect(nameBlock(['Rack 3', 'Rack 1', 'Rack 2'])).toBe('Rack 1\u20133');
    expect(nameBlock(['Rack 10', 'Rack 2', 'Rack 1', 'Rack 9'])).toBe('Rack 1\u20132, 9\u201310');
  });

  it('shows the first six of more runs and says that there are more', () => {
    const odd = [1, 3, 5, 7, 9, 11, 13].map((at) => `r${at}`);
    expect(nameBlock(odd)).toBe('r1, 3, 5, 7, 9, 11, \u2026');
    expect(nameBlock(odd.slice(1))).toBe('r3, 5, 7, 9, 11, 13');
  });

  it('takes a second line before it leaves out a run, and is cut between runs only', () => {
    const parts = ['Rack 1\u201340', '201\u2013240', '401\u2013440'];
    const atMost = (length: number) => (line: string) => line.length <= length;
    // Nine letters, seven and seven.
    expect(wrapParts(parts, 2, atMost(27))).toEqual(['Rack 1\u201340, 201\u2013240, 401\u2013440']);
    expect(wrapParts(parts, 2, atMost(20))).toEqual(['Rack 1\u201340, 201\u2013240,', '401\u2013440']);
    expect(wrapParts(parts, 2, atMost(18))).toEqual(['Rack 1\u201340,', '201\u2013240, 401\u2013440']);
    expect(wrapParts(parts, 2, atMost(12))).toEqual(['Rack 1\u201340,', '201\u2013240, \u2026']);
    expect(wrapParts(parts, 1, atMost(22))).toEqual(['Rack 1\u201340, 201\u2013240, \u2026']);
    expect(wrapParts(parts, 1, atMost(18))).toEqual(['Rack 1\u201340, \u2026']);
  });

  it('falls back to the first and the last of different names, and of numbers with leading zeros', () => {
    expect(nameBlock(['Spine', 'Leaf', 'Storage'])).toBe('Leaf \u2013 Storage');
    expect(nameBlock(['su1-node-01', 'su1-node-02'])).toBe('su1-node-01 \u2013 su1-node-02');
    expect(nameBlock(['Rack 10', 'Rack 9', 'Frame 2'])).toBe('Frame 2 \u2013 Rack 10');
  });
});

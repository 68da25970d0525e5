import { describe, expect, it } from 'vitest';
import { formatMemberName, formatRackName } from '#core/netlist/names.ts';

describe('formatMemberName', () => {
  it.each([
    ['leaf-{i}', 0, 0, 'leaf-1'],
    ['leaf-{pod:2}-{i:3}', 11, 1, 'leaf-02-012'],
    ['plain', 4, 0, 'plain'],
    ['{i:2}/{i}', 99, 0, '100/100'],
    ['{unknown}-{i}', 0, 0, '{unknown}-1'],
  ])('%s', (template, member, pod, expected) => {
    expect(formatMemberName(template, member, pod)).toBe(expected);
  });
});

describe('formatRackName', () => {
  it('numbers the racks of a group only', () => {
    expect(formatRackName('Rack', 0, 1)).toBe('Rack');
    expect(formatRackName('Rack', 6, 32)).toBe('Rack 7');
  });
});
